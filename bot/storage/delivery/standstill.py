"""Processes that stand still in the middle of a transaction: what they have locked on PostgreSQL is given to others."""

from sqlalchemy import text

from bot.storage.database import Transaction

LONGEST = 4.0  # seconds, of units that take a few milliseconds: less than a lease, so that it can be taken over
NAME = "camtay"  # of our connections, so that nobody else's are ended: a backup may take its time

_frozen = text(
    """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = :name AND pid <> pg_backend_pid()
      AND state <> 'idle' AND wait_event = 'ClientRead'
      AND xact_start < clock_timestamp() - make_interval(secs => :longest)
    """
)


def connection_settings() -> dict[str, str]:
    """By these the server itself ends whoever is silent between two statements; not in the middle of one."""
    return {"application_name": NAME, "idle_in_transaction_session_timeout": f"{LONGEST * 1000:.0f}"}


def end_frozen(tx: Transaction) -> None:
    """End every transaction of ours for whose next word the server has waited too long. SQLite cannot do that."""
    if tx.dialect.name == "postgresql":
        tx.execute(_frozen, {"name": NAME, "longest": LONGEST})
