"""The history of the tables; `migrate` brings a database to the newest shape."""

from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.sql import func

from bot.storage.errors import DatabaseNewer
from bot.storage.schema import TABLES

HEAD = "0007"  # known without loading Alembic, which every start would pay for
ONE_AT_A_TIME = 0x63616D746179  # PostgreSQL's advisory lock of migrations: two processes may start at once


def migrate(transaction: Connection) -> None:
    """Make or change the tables inside this transaction; raises DatabaseNewer and then changes nothing.

    Within one process not for two databases at the same moment: Alembic keeps what it is at in a global.
    """
    if transaction.dialect.name == "postgresql":
        transaction.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    revision = revision_of(transaction)
    if revision is None:
        _create(transaction)
    elif revision != HEAD:
        upgrade(transaction)


def revision_of(transaction: Connection) -> str | None:
    """The database's revision; None for an empty database."""
    if not inspect(transaction).has_table("alembic_version"):
        return None
    return transaction.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _create(transaction: Connection) -> None:
    """The newest tables at once: an empty database needs no history, and so no Alembic."""
    TABLES.create_all(transaction)
    transaction.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    transaction.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def upgrade(transaction: Connection, to: str = "head") -> None:
    """Every step from where the database is to the newest, or to an older one; raises DatabaseNewer."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": transaction})
    config.set_main_option("script_location", "bot.storage:migrations")
    config.set_main_option("path_separator", "os")
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    revision = revision_of(transaction)
    if revision is not None and revision not in known:
        raise DatabaseNewer(revision)
    command.upgrade(config, to)
