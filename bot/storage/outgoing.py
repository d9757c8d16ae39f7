"""How storage tells that there is something to send, so that nobody has to look for it all the time."""

from sqlalchemy import func, select

from bot.storage.database import Transaction

CHANNEL = "camtay_outgoing"  # of PostgreSQL's NOTIFY
_notify = select(func.pg_notify(CHANNEL, ""))


def announce(tx: Transaction) -> None:
    """Ring wherever `Database.on_outgoing` was asked for, as soon as this transaction is on disk."""
    if tx.dialect.name == "postgresql":
        tx.execute(_notify)
    else:
        tx.info[CHANNEL] = True


def announced(tx: Transaction) -> bool:
    """Whether that was asked for on this connection since the last question; SQLite's."""
    return bool(tx.info.pop(CHANNEL, False))
