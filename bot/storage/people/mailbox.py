"""The mailbox of channels without a wire of their own: letters wait until a page has shown them."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial

from sqlalchemy import bindparam, delete, func, insert, select

from bot.channels.channel import Letter
from bot.storage.database import Database, Transaction
from bot.storage.tables import mailbox

KEPT = timedelta(days=30)
MOST = 1000
IN_TURN = 0x626F785F  # PostgreSQL's advisory lock: ids must become visible in their order, or a reader skips one

_lock = select(func.pg_advisory_xact_lock(IN_TURN))
_known = (
    select(mailbox.c.id)
    .where(mailbox.c.account == bindparam("of_account"), mailbox.c.key == bindparam("of_key"))
    .order_by(mailbox.c.id)
)
_put = insert(mailbox).returning(mailbox.c.id, sort_by_parameter_order=True)
_newest = select(func.max(mailbox.c.id))
_letters = select(mailbox.c.id, mailbox.c.account, mailbox.c.body).limit(bindparam("most"))
_mine = mailbox.c.account == bindparam("of_account")
_after = _letters.where(_mine, mailbox.c.id > bindparam("seen")).order_by(mailbox.c.id)
_last = _letters.where(_mine).order_by(mailbox.c.id.desc())
_old = select(mailbox.c.id).where(mailbox.c.put_at < bindparam("before")).limit(bindparam("most"))
_remove = delete(mailbox).where(mailbox.c.id.in_(_old))


def put(
    tx: Transaction, account: str, bodies: Sequence[Mapping[str, object]], key: str, now: datetime
) -> tuple[int, ...]:
    """The ids of the letters appended; a key that was put before changes nothing and gives its ids. "" is no key."""
    if tx.dialect.name == "postgresql":
        tx.execute(_lock)
    known = tx.execute(_known, {"of_account": account, "of_key": key}).scalars().all() if key else ()
    if known or not bodies:
        return tuple(known)
    same = {"account": account, "key": key or secrets.token_hex(16), "put_at": now}
    rows = [{**same, "position": position, "body": dict(body)} for position, body in enumerate(bodies)]
    return tuple(tx.execute(_put, rows).scalars())


def after(tx: Transaction, account: str, seen: int, most: int = 60) -> tuple[Letter, ...]:
    """The account's letters with an id above `seen`, oldest first; with `seen` below zero the newest `most`."""
    if seen < 0:
        return tuple(Letter(*row) for row in reversed(tx.execute(_last, {"of_account": account, "most": most}).all()))
    return tuple(Letter(*row) for row in tx.execute(_after, {"of_account": account, "seen": seen, "most": most}))


def newest(tx: Transaction) -> int:
    """A number that changes whenever a letter was put; 0 for an empty mailbox."""
    return tx.execute(_newest).scalar() or 0


def remove_old(tx: Transaction, now: datetime, most: int = MOST) -> int:
    """Remove up to `most` letters older than thirty days; how many there were."""
    return tx.execute(_remove, {"before": now - KEPT, "most": most}).rowcount


def _utc_now() -> datetime:
    return datetime.now(UTC)


class DatabaseMailbox:
    """The Mailbox of `bot.channels.channel`, kept in a database."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = _utc_now) -> None:
        self._database = database
        self._clock = clock

    async def put(self, account: str, bodies: Sequence[Mapping[str, object]], key: str) -> tuple[int, ...]:
        """Append; a key that was put before changes nothing and gives the same ids."""
        return await self._database.write(partial(put, account=account, bodies=bodies, key=key, now=self._clock()))

    async def after(self, account: str, seen: int, most: int = 60) -> Sequence[Letter]:
        """The letters with an id above `seen`, oldest first; with `seen` below zero the newest `most`."""
        return await self._database.read(partial(after, account=account, seen=seen, most=most))
