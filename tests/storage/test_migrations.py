from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from bot.storage.database import Database, Transaction
from bot.storage.delivery.stretch import Stretch, stretch_of
from bot.storage.migrations import HEAD, migrate, revision_of, upgrade
from bot.storage.tables import metadata

A_MAILING = (
    "INSERT INTO mailings (id, level, state, body, only_received, made_at)"
    " VALUES (:mailing, 'khẩn cấp', 'done', '{}', FALSE, '2026-11-21 08:00:00.000000+00:00')"
)
A_ROW = (
    "INSERT INTO deliveries (mailing, contact, channel, account, state, attempts, doubts)"
    " VALUES (:mailing, :contact, 'telegram', 'x', 'sent', 1, 0)"
)


def differences(tx: Transaction) -> list[object]:
    context = MigrationContext.configure(tx, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, metadata))


def from_the_beginning(tx: Transaction, to: str = "head") -> None:
    metadata.drop_all(tx)
    tx.execute(text("DROP TABLE alembic_version"))
    upgrade(tx, to)


async def test_a_new_database_has_the_tables(database: Database) -> None:
    assert await database.read(differences) == []


async def test_the_steps_lead_to_the_same_tables(database: Database) -> None:
    await database.write(from_the_beginning)
    assert await database.read(differences) == []
    assert await database.read(revision_of) == HEAD


async def test_a_missing_column_would_be_noticed(database: Database) -> None:
    await database.write(lambda tx: tx.execute(text("ALTER TABLE requests DROP COLUMN done_at")) and None)
    assert len(await database.read(differences)) == 1


async def test_a_database_is_at_the_head(database: Database) -> None:
    assert await database.read(revision_of) == HEAD


async def test_migrating_again_changes_nothing(database: Database) -> None:
    await database.write(migrate)
    assert await database.read(revision_of) == HEAD


async def test_older_mailings_learn_where_their_rows_lie(database: Database) -> None:
    def before(tx: Transaction) -> None:
        from_the_beginning(tx, "0006")
        for mailing in (1, 2, 3):
            tx.execute(text(A_MAILING), {"mailing": mailing})
        for row, mailing in enumerate((1, 2, 1, 2, 2), 1):
            tx.execute(text(A_ROW), {"mailing": mailing, "contact": f"person {row}"})

    await database.write(before)
    await database.write(upgrade)
    found = await database.read(lambda tx: [stretch_of(tx, mailing) for mailing in (1, 2, 3)])
    assert found == [Stretch(1, 1, 3), Stretch(2, 2, 5), None]
    assert await database.read(differences) == []


def test_the_head_is_the_newest_step() -> None:
    config = Config()
    config.set_main_option("script_location", "bot.storage:migrations")
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]
