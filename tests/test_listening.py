"""A network is listened to through every trouble, and what goes wrong with it leaves the rest of the bot alone."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar, cast

import pytest

from bot.listening import FIRST_PAUSE, Listening
from bot.storage.database import Database, Transaction
from bot.storage.errors import DatabaseUnavailable
from tests.channels.telegram.opened import SkippedTime, answering, hear_all, opened
from tests.stories.teller import Stage, staged
from tests.telegram_server.faults import Fault, Trouble
from tests.telegram_server.judge import judged_server
from tests.telegram_server.server import TOKEN, TelegramServer

LESSONS = Path(__file__).parent / "stories" / "lessons"
INTRODUCTION = {"setMyCommands", "setMyDescription", "setMyShortDescription"}

Result = TypeVar("Result")


class Rests:
    """Pauses that are noted; the one after the last wanted never ends."""

    def __init__(self, most: int) -> None:
        self.most, self.seconds = most, list[float]()
        self.enough = asyncio.Event()

    async def wait(self, seconds: float) -> None:
        """Instead of sleeping."""
        self.seconds.append(seconds)
        if len(self.seconds) == self.most:
            self.enough.set()
            await asyncio.Event().wait()


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with judged_server() as running:
        yield running


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(LESSONS, f"sqlite:///{tmp_path}/camtay.db") as opened_stage:
        yield opened_stage


@asynccontextmanager
async def listening(
    api: str, stage: Stage, rests: Rests | None = None, webhook_url: str = ""
) -> AsyncIterator["asyncio.Task[None]"]:
    """The bot, listening to Telegram in a task of its own."""
    wait = rests.wait if rests else SkippedTime().wait
    async with opened(api) as channel:
        inbound = stage.inbound({channel.name: channel})
        task = asyncio.create_task(Listening(channel, inbound, webhook_url, wait).run())
        try:
            yield task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await inbound.finish()


@pytest.mark.parametrize("webhook_url", ["", "http://127.0.0.1:1/webhook/telegram"], ids=["polling", "webhook"])
async def test_a_network_that_is_away_at_the_start_is_tried_again_with_longer_pauses(
    server: TelegramServer, stage: Stage, webhook_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    hear_all(caplog)
    server.order(Fault(Trouble.HTML))
    rests = Rests(most=8)
    async with listening(server.url, stage, rests, webhook_url) as task:
        await rests.enough.wait()
        assert not task.done()
    assert rests.seconds == [2, 4, 8, 16, 32, 60, 60, 60]
    assert {call.method for call in server.requests} == {"setWebhook" if webhook_url else "deleteWebhook"}
    assert "telegram is not reached, next try in 16 s" in caplog.text


async def test_it_listens_as_soon_as_the_network_is_back(server: TelegramServer, stage: Stage) -> None:
    server.order(Fault(Trouble.DROP_BEFORE, times=3))
    lan = server.person(77)
    async with listening(server.url, stage):
        await lan.starts()
        assert (await lan.sees_next()).text.startswith("Xin chào!")


@pytest.mark.parametrize("webhook_url", ["", "http://127.0.0.1:1/webhook/telegram"], ids=["polling", "webhook"])
async def test_a_refused_token_ends_it_with_one_clear_line(
    stage: Stage, webhook_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    hear_all(caplog)
    async with answering(401, "not {path}") as api, listening(api, stage, webhook_url=webhook_url) as task:
        await task
    assert _errors(caplog) == ["telegram is off: Telegram does not know this token"]
    assert TOKEN.partition(":")[2] not in caplog.text


async def test_another_process_that_polls_ends_it_with_one_clear_line(
    server: TelegramServer, stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    hear_all(caplog)
    async with listening(server.url, stage) as first:
        await server.until(lambda: server.account.updates.polled)
        async with listening(server.url, stage) as second:
            await first
            assert not second.done()
    [line] = _errors(caplog)
    assert line.startswith("Telegram is no longer listened to: another process receives what is said to this bot")


async def test_an_introduction_that_fails_does_not_matter(server: TelegramServer, stage: Stage) -> None:
    server.order(Fault(Trouble.ERROR, methods=INTRODUCTION))
    lan = server.person(77)
    async with listening(server.url, stage):
        await lan.starts()
        assert (await lan.sees_next()).buttons
    assert server.asked("setMyCommands")
    assert not server.account.profile


async def test_a_press_is_acknowledged_while_the_answer_is_on_its_way(server: TelegramServer, stage: Stage) -> None:
    lan = server.person(77)
    async with listening(server.url, stage):
        await lan.starts()
        label = (await lan.sees_next()).labels[0]
        server.order(Fault(Trouble.SLOW, methods={"sendMessage"}, seconds=60))
        await (await lan.presses(label)).answered()
        server.release()
        assert (await lan.sees_next()).buttons


async def test_an_answer_does_not_wait_for_the_acknowledgement(server: TelegramServer, stage: Stage) -> None:
    lan = server.person(77)
    async with listening(server.url, stage):
        await lan.starts()
        label = (await lan.sees_next()).labels[0]
        server.order(Fault(Trouble.SLOW, methods={"answerCallbackQuery"}, seconds=60))
        press = await lan.presses(label)
        assert (await lan.sees_next()).buttons
        assert press.answer is None
        server.release()
        await press.answered()


async def test_an_acknowledgement_that_fails_does_not_matter(
    server: TelegramServer, stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    hear_all(caplog)
    lan = server.person(77)
    async with listening(server.url, stage):
        await lan.starts()
        label = (await lan.sees_next()).labels[0]
        server.order(Fault(Trouble.ERROR, methods={"answerCallbackQuery", "editMessageReplyMarkup"}))
        await lan.presses(label)
        assert (await lan.sees_next()).buttons
        await lan.says("0")
        assert (await lan.sees_next()).buttons
    assert not _errors(caplog)


@dataclass
class Flickering:
    """A database that is away for the first writes."""

    database: Database
    away: int

    async def write(self, unit: Callable[[Transaction], Result], patient: bool = False) -> Result:
        """As the database itself, once it is back."""
        self.away -= 1
        if self.away >= 0:
            raise DatabaseUnavailable("no room on the disk")
        return await self.database.write(unit)


async def test_while_the_database_is_away_nothing_is_confirmed(
    server: TelegramServer, stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    hear_all(caplog)
    rests, lan = Rests(most=99), server.person(77)
    flickering = replace(stage, database=cast(Database, Flickering(stage.database, away=3)))
    async with listening(server.url, flickering, rests):
        await lan.starts()
        assert (await lan.sees_next()).text.startswith("Xin chào!")
    assert rests.seconds == [FIRST_PAUSE] * 3
    assert _errors(caplog) == ["telegram rests, the database is away: no room on the disk"] * 3


def _errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
