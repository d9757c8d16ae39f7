"""`camtay serve` on Telegram: elders learn by polling through all sorts of trouble, and by webhook."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from random import Random

import httpx
import pytest

from tests.processes.elder import Elder, ask, check_learnt, served_on
from tests.processes.learner import MESSAGES
from tests.processes.served import Served
from tests.telegram_server.faults import Fault, Trouble
from tests.telegram_server.judge import judged_server
from tests.telegram_server.server import TelegramServer

pytestmark = pytest.mark.processes

SENDING = {"sendMessage", "sendPhoto", "sendDocument", "editMessageReplyMarkup"}
TROUBLES = (
    Fault(Trouble.REFUSE, one_in=10, methods=SENDING, seconds=1),
    Fault(Trouble.DROP_BEFORE, one_in=20),
    Fault(Trouble.DROP_AFTER, one_in=20),
)
LEARNERS, KILLS = 8, 6
FIRST_UPDATE = 9001


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with judged_server() as running:
        yield running


async def _learn(elders: list[Elder]) -> None:
    async with asyncio.TaskGroup() as group:
        for elder in elders:
            group.create_task(elder.learn())


async def test_an_elder_learns_by_polling_while_telegram_refuses_and_drops(
    server: TelegramServer, tmp_path: Path
) -> None:
    async with served_on(server, tmp_path):
        server.order(*TROUBLES)
        await _learn([Elder(server, 77)])
        assert all(fault.struck for fault in TROUBLES)
        server.order()
    await check_learnt(tmp_path, people=1)


async def test_elders_learn_by_webhook_and_leaving_is_noticed(server: TelegramServer, tmp_path: Path) -> None:
    hoa, minh = Elder(server, 78), Elder(server, 79)
    async with served_on(server, tmp_path, public=True):
        await _learn([hoa, minh])
        await hoa.me.blocks()
        await minh.me.blocks()
        await minh.me.unblocks()
        await server.until(lambda: not server.account.updates.pending)
    assert ask(tmp_path, "SELECT account FROM addresses WHERE left_at IS NOT NULL") == [("78",)]
    await check_learnt(tmp_path, people=2, besides=3)
    assert not server.asked("getUpdates")


def _forgotten(server: TelegramServer, enough: int) -> bool:
    """Whether the newest poll has let Telegram forget so many updates."""
    polls = server.asked("getUpdates")
    return bool(polls) and polls[-1].number("offset") >= FIRST_UPDATE + enough


async def _kill_now_and_then(server: TelegramServer, served: Served, random: Random) -> None:
    """Kill when Telegram has forgotten a number of updates: at that very moment, or after a random part of a turn."""
    for number in range(1, KILLS + 1):
        await server.until(partial(_forgotten, server, number * LEARNERS * len(MESSAGES) // (KILLS + 1)))
        if number % 3 == 0:
            await asyncio.sleep(random.random() / 20)
        await served.kill()
        await served.start()


async def test_kill_9_while_elders_poll_loses_nothing_and_counts_nothing_twice(
    server: TelegramServer, tmp_path: Path
) -> None:
    async with served_on(server, tmp_path) as served, asyncio.TaskGroup() as group:
        group.create_task(_kill_now_and_then(server, served, Random(20261121)))
        group.create_task(_learn([Elder(server, 100 + number) for number in range(LEARNERS)]))
    assert served.starts == KILLS + 1
    await check_learnt(tmp_path, LEARNERS)


async def test_of_two_bots_with_one_token_one_stops_listening_and_its_web_chat_goes_on(
    server: TelegramServer, tmp_path: Path
) -> None:
    lan = Elder(server, 77)
    async with served_on(server, tmp_path / "first") as first:
        await server.until(lambda: server.account.updates.polled)
        async with served_on(server, tmp_path / "second"):
            await server.until(lambda: len(server.asked("getUpdates")) == 2 and server.account.updates.polled)
            await lan.me.starts()
            await lan.next_screen()
            async with httpx.AsyncClient(base_url=first.url) as browser:
                assert "Xin chào" in (await browser.get("/")).text
    line = "Telegram is no longer listened to: another process receives what is said to this bot"
    logs = [(tmp_path / name / "log").read_text() for name in ("first", "second")]
    assert [log.count("ERROR") for log in logs] == [log.count(line) for log in logs] == [1, 0]
