from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, text

from bot.channels.channel import Mailbox
from bot.storage.database import Database, Transaction, open_database
from bot.storage.people import mailbox as letters
from bot.storage.people.mailbox import DatabaseMailbox
from bot.storage.tables import mailbox as mailbox_table
from tests.channels.mailbox_contract import MailboxContract, bodies
from tests.databases import Server

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)


def at(moment: datetime) -> Callable[[], datetime]:
    return lambda: moment


@pytest.fixture
def mailbox(database: Database) -> Mailbox:
    return DatabaseMailbox(database, at(NOW))


class TestDatabaseMailbox(MailboxContract):
    pass


async def test_without_a_key_every_letter_is_new(mailbox: Mailbox) -> None:
    await mailbox.put("lan", bodies("một"), "")
    await mailbox.put("lan", bodies("một"), "")
    assert len(await mailbox.after("lan", 0)) == 2


async def test_the_newest_number_changes_with_every_letter_and_is_never_given_again(
    mailbox: Mailbox, database: Database
) -> None:
    assert await database.read(letters.newest) == 0
    first = (await mailbox.put("lan", bodies("một", "hai"), "a"))[-1]
    assert await database.read(letters.newest) == first
    await database.write(lambda tx: tx.execute(delete(mailbox_table)).rowcount)
    assert await mailbox.put("minh", bodies("ba"), "b") == (await database.read(letters.newest),)
    assert await database.read(letters.newest) > first


@pytest.mark.postgres
async def test_on_postgresql_letters_are_put_one_after_another(postgres: Server) -> None:
    held = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")

    def put_and_look(tx: Transaction) -> int:
        letters.put(tx, "lan", bodies("một"), "a", NOW)
        locks: int = tx.execute(held).scalar_one()
        return locks

    async with postgres.fresh_database() as url, await open_database(url) as database:
        assert await database.write(put_and_look) == 1


async def test_letters_go_after_thirty_days(database: Database) -> None:
    await DatabaseMailbox(database, at(NOW)).put("lan", bodies("cũ"), "a")
    await DatabaseMailbox(database, at(NOW + timedelta(days=1))).put("lan", bodies("mới"), "b")
    assert await database.write(lambda tx: letters.remove_old(tx, NOW + letters.KEPT)) == 0
    assert await database.write(lambda tx: letters.remove_old(tx, NOW + letters.KEPT + timedelta(hours=1))) == 1
    assert [letter.body for letter in await database.read(lambda tx: letters.after(tx, "lan", 0))] == bodies("mới")


async def test_the_clock_is_the_worlds_unless_told_otherwise(database: Database) -> None:
    await DatabaseMailbox(database).put("lan", bodies("một"), "a")
    assert await database.write(lambda tx: letters.remove_old(tx, datetime.now(UTC))) == 0
