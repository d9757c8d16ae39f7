"""The real things plugged together: a person learns, a crash is mended, and what is old is forgotten."""

import asyncio
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from bot.app import App, clock, open_app, working
from bot.messages import Address, Incoming, Kind
from bot.settings import Settings
from bot.storage.database import Transaction
from bot.storage.errors import DatabaseBusy, DatabaseUnavailable
from bot.storage.people import inbox, mailbox

LESSONS = Path(__file__).parent / "stories" / "lessons"
LAN = Address("web", "lan")
IDS = count()


def settings(folder: Path) -> Settings:
    return Settings(data_dir=folder / "data", lessons_dir=LESSONS)


def message(text: str, address: Address = LAN) -> Incoming:
    return Incoming(address, f"app-{next(IDS)}", Kind.TEXT if text else Kind.START, text)


async def letters(app: App) -> list[str]:
    """Everything that the person's page shows."""
    return [str(letter.body) for letter in await app.bell.after("lan", -1)]


async def test_a_message_of_the_web_is_answered_into_the_mailbox(tmp_path: Path) -> None:
    async with open_app(settings(tmp_path)) as app:
        await app.inbound.handle(message(""))
        [letter] = await letters(app)
        assert "Xin chào" in letter


async def test_what_a_dead_process_left_is_answered_at_the_start(tmp_path: Path) -> None:
    async with open_app(settings(tmp_path), sole=True) as app:
        await app.inbound.store(message(""))
    async with open_app(settings(tmp_path), sole=True) as app, working(app):
        assert len(await letters(app)) == 1


async def test_what_the_terminal_left_does_not_keep_the_server_from_starting(tmp_path: Path) -> None:
    async with open_app(settings(tmp_path)) as app:
        await app.inbound.store(message("", Address("terminal", "local")))
    async with open_app(settings(tmp_path), sole=True) as app, working(app):
        await app.inbound.handle(message(""))
        assert len(await letters(app)) == 1


async def test_work_ends_with_the_program(tmp_path: Path) -> None:
    async with open_app(settings(tmp_path)) as app:
        async with working(app):
            assert any(task.get_name() == "chores" for task in asyncio.all_tasks())
        assert not any(task.get_name() == "chores" for task in asyncio.all_tasks())


async def test_two_programs_never_own_one_file(tmp_path: Path) -> None:
    async with open_app(settings(tmp_path), sole=True):
        with pytest.raises(DatabaseBusy):
            async with open_app(settings(tmp_path), sole=True):
                pytest.fail("both own the file")
        async with open_app(settings(tmp_path)) as chatting:
            assert chatting.content.world.library.courses


async def test_a_data_folder_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder")
    with pytest.raises(DatabaseUnavailable, match="data"):
        async with open_app(settings(tmp_path)):
            pytest.fail("opened")


async def test_everything_old_is_forgotten_however_much_it_is(tmp_path: Path) -> None:
    long_ago = clock() - timedelta(days=60)

    def fill(tx: Transaction) -> None:
        for number in range(inbox.MOST + 5):
            row = inbox.receive(tx, message("x", Address("web", f"p{number}")), long_ago, timedelta(seconds=1))
            inbox.answered(tx, row.id)
            mailbox.put(tx, "lan", [{"paragraphs": []}], f"k{number}", long_ago)

    def left(tx: Transaction) -> list[int]:
        return [tx.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() for table in ("inbox", "mailbox")]

    async with open_app(settings(tmp_path)) as app:
        await app.inbound.handle(message(""))
        await app.database.write(fill)
        await app.sweep()
        assert await app.database.read(left) == [1, 1]


async def test_looking_at_ones_data_again_and_again_stays_possible(tmp_path: Path) -> None:
    """The file of everything that is held lies in the mailbox, which is held too: it must not hold itself."""
    async with open_app(settings(tmp_path)) as app:
        await app.inbound.handle(message(""))
        sizes = []
        for _ in range(12):
            await app.inbound.handle(message("dữ liệu"))
            sizes.append(len((await letters(app))[-2]))
        assert len(await letters(app)) == 1 + 2 * 12
        assert sizes[-1] - sizes[-2] < 2 * (sizes[2] - sizes[1]) + 1000
