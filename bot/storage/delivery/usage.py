"""How many messages have left in a month, for networks whose plan is counted by the month."""

from functools import partial

from sqlalchemy import bindparam, select

from bot.storage.database import Database, Transaction
from bot.storage.tables import usage
from bot.storage.upsert import insert

_new = insert(usage)
_add = _new.on_conflict_do_update(
    index_elements=list(usage.primary_key), set_={"messages": usage.c.messages + _new.excluded.messages}
).returning(usage.c.messages)
_messages = select(usage.c.messages).where(usage.c.channel == bindparam("of"), usage.c.month == bindparam("in_month"))


def add_messages(tx: Transaction, channel: str, month: str, messages: int) -> int:
    """Count messages of a month; gives its new total, of all processes."""
    total: int = tx.execute(_add, {"channel": channel, "month": month, "messages": messages}).scalar_one()
    return total


def messages_of(tx: Transaction, channel: str, month: str) -> int:
    """How many have left in a month."""
    return tx.execute(_messages, {"of": channel, "in_month": month}).scalar() or 0


class DatabaseUsage:
    """The Usage of `bot.channels.channel`, kept in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, channel: str, month: str, messages: int) -> int:
        """Count messages that have left in a month ("2026-11", Vietnam's); gives the month's new total."""
        return await self._database.write(partial(add_messages, channel=channel, month=month, messages=messages))
