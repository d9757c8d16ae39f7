import asyncio
import json
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from bot.channels.channel import Misconfigured
from bot.channels.telegram.poll import LONGEST_PAUSE, Poller
from bot.channels.telegram.send import TelegramChannel
from bot.messages import Incoming
from tests.channels.telegram.opened import NOON, SkippedTime, answering, hear_all, opened, told
from tests.telegram_server.faults import Fault, Trouble
from tests.telegram_server.judge import judged_server
from tests.telegram_server.news import PATIENCE
from tests.telegram_server.server import TOKEN, TelegramServer

SECRET = TOKEN.partition(":")[2]


class Enough(Exception):
    """Ends a run: a storage that fails."""


class Store:
    """Keeps what is taken; fails as soon as `most` texts are there."""

    def __init__(self, most: int = 1) -> None:
        self.texts: list[str] = []
        self.most = most

    async def take(self, incomings: Sequence[Incoming]) -> None:
        """Keep the texts; raises Enough instead of confirming the last."""
        self.texts += [incoming.text for incoming in incomings]
        if len(self.texts) >= self.most:
            raise Enough


def poller(channel: TelegramChannel, store: Store, time: SkippedTime, throttled: list[float] | None = None) -> Poller:
    told_to = [] if throttled is None else throttled
    return Poller(channel.bot, store.take, lambda: NOON, told_to.append, time.wait)


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with judged_server() as running:
        yield running


async def ended(one: Poller) -> None:
    """Let the poller run to its end, which must come soon."""
    async with asyncio.timeout(PATIENCE):
        await one.run()


@asynccontextmanager
async def running(one: Poller) -> AsyncIterator["asyncio.Task[None]"]:
    """The poller at work; it is cancelled at the end."""
    task = asyncio.create_task(one.run())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_everything_that_is_said_arrives_once_and_in_order(server: TelegramServer) -> None:
    lan, store = server.person(77), Store(most=250)
    for number in range(250):
        await lan.says(f"tin {number}")
    async with opened(server.url) as channel:
        with pytest.raises(Enough):
            await ended(poller(channel, store, SkippedTime()))
    assert store.texts == [f"tin {number}" for number in range(250)]


async def test_nothing_is_confirmed_before_it_is_stored(server: TelegramServer) -> None:
    lan = server.person(77)
    for text in ("một", "hai"):
        await lan.says(text)
    async with opened(server.url) as channel:
        store = Store()
        one, successor = (poller(channel, store, SkippedTime()) for _ in range(2))
        for each in (one, one, successor):
            store.texts.clear()
            with pytest.raises(Enough):
                await ended(each)
            assert store.texts == ["một", "hai"]
    assert len(server.account.updates.pending) == 2


async def test_what_is_stored_is_confirmed(server: TelegramServer) -> None:
    store = Store(most=99)
    await server.person(77).says("một")
    async with opened(server.url) as channel, running(poller(channel, store, SkippedTime())):
        await server.until(lambda: not server.account.updates.pending)
    assert store.texts == ["một"]


async def test_it_waits_at_the_server_and_not_here(server: TelegramServer) -> None:
    time, store = SkippedTime(), Store(most=99)
    async with opened(server.url) as channel, running(poller(channel, store, time)):
        for text in ("một", "hai"):
            await server.person(77).says(text)
            await server.until(lambda: not server.account.updates.pending)
    assert store.texts == ["một", "hai"]
    assert time.waits == []
    assert all(call.number("timeout") > 0 for call in server.asked("getUpdates"))


async def test_what_is_not_for_the_bot_is_confirmed_without_a_word(server: TelegramServer) -> None:
    store = Store(most=99)
    group = server.group(-1001234567890, "Tổ 5")
    await server.person(77).says("chào cả nhà", to=group)
    async with opened(server.url) as channel, running(poller(channel, store, SkippedTime())):
        await server.until(lambda: not server.account.updates.pending)
    assert store.texts == []


async def test_only_what_the_bot_understands_is_asked_for(server: TelegramServer) -> None:
    await server.person(77).says("một")
    async with opened(server.url) as channel:
        with pytest.raises(Enough):
            await ended(poller(channel, Store(), SkippedTime()))
    [call] = server.asked("getUpdates")
    assert call.decoded("allowed_updates") == ["message", "edited_message", "callback_query", "my_chat_member"]


TROUBLES = [Trouble.DROP_BEFORE, Trouble.DROP_AFTER, Trouble.ERROR, Trouble.HTML, Trouble.REFUSE]


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: str(trouble.name))
async def test_it_survives_trouble_and_pauses_longer_each_time(
    server: TelegramServer, trouble: Trouble, caplog: pytest.LogCaptureFixture
) -> None:
    hear_all(caplog)
    time, throttled, store = SkippedTime(), list[float](), Store()
    await server.person(77).says("một")
    server.order(Fault(trouble, times=7, seconds=12))
    async with opened(server.url) as channel:
        with pytest.raises(Enough):
            await ended(poller(channel, store, time, throttled))
    refused = trouble is Trouble.REFUSE
    assert time.waits == ([12] * 7 if refused else [1, 2, 4, 8, 16, 30, 30])
    assert throttled == ([12] * 7 if refused else [])
    assert store.texts == ["một"]
    assert max(time.waits) <= LONGEST_PAUSE
    assert SECRET not in caplog.text


async def test_after_a_good_answer_the_pauses_begin_anew(server: TelegramServer) -> None:
    time, store = SkippedTime(), Store(most=99)
    lan = server.person(77)
    async with opened(server.url) as channel, running(poller(channel, store, time)):
        for trouble, times in ((Trouble.ERROR, 3), (Trouble.HTML, 1)):
            server.order(Fault(trouble, times=times))
            await lan.says("một")  # ends the question that is open; the next ones meet the trouble
            await server.until(lambda: not server.account.updates.pending)
    assert time.waits == [1, 2, 4, 1]


@pytest.mark.parametrize(
    "body",
    ["<html>{path}</html>", "", "{}", '{"ok": true, "result": 5}', '{"ok": true, "result": [{"message": {}}]}'],
)
async def test_nonsense_is_no_reason_to_stop(body: str, caplog: pytest.LogCaptureFixture) -> None:
    hear_all(caplog)
    time = SkippedTime()
    async with answering(200, body) as api, opened(api) as channel, running(poller(channel, Store(), time)):
        while len(time.waits) < 3:  # noqa: ASYNC110 - the pauses are skipped, there is no event to wait for
            await asyncio.sleep(0)
    assert time.waits[:3] == [1, 2, 4]
    assert SECRET not in caplog.text


@pytest.mark.parametrize("status", [401, 404], ids=["refused", "malformed"])
async def test_a_refused_token_ends_it_with_a_clear_line(status: int, caplog: pytest.LogCaptureFixture) -> None:
    hear_all(caplog)
    async with answering(status, "not {path}") as api, opened(api) as channel:
        with pytest.raises(Misconfigured) as raised:
            await ended(poller(channel, Store(), SkippedTime()))
    assert "token" in _only_line(caplog)
    assert SECRET not in caplog.text + told(raised.value)


async def test_of_two_processes_with_one_token_one_stops_with_a_clear_line(
    server: TelegramServer, caplog: pytest.LogCaptureFixture
) -> None:
    hear_all(caplog)
    first, second = Store(most=99), Store(most=99)
    lan = server.person(77)
    async with (
        opened(server.url) as one,
        opened(server.url) as other,
        running(poller(one, first, SkippedTime())) as stops,
    ):
        await lan.says("một")
        await server.until(lambda: not server.account.updates.pending)
        async with running(poller(other, second, SkippedTime())) as goes_on:
            with pytest.raises(Misconfigured):
                await stops
            await lan.says("hai")
            await server.until(lambda: not server.account.updates.pending)
            assert not goes_on.done()
    assert (first.texts, second.texts) == (["một"], ["hai"])
    assert "another process" in _only_line(caplog)


async def test_a_webhook_that_is_set_ends_it_with_a_clear_line(
    server: TelegramServer, caplog: pytest.LogCaptureFixture
) -> None:
    hear_all(caplog)
    async with opened(server.url) as channel:
        await channel.listen("http://127.0.0.1:1/telegram")
        with pytest.raises(Misconfigured):
            await ended(poller(channel, Store(), SkippedTime()))
        assert "webhook is active" in _only_line(caplog)
        await channel.listen()
        await server.person(77).says("một")
        with pytest.raises(Enough):
            await ended(poller(channel, Store(), SkippedTime()))


def _only_line(caplog: pytest.LogCaptureFixture) -> str:
    [record] = [record for record in caplog.records if record.levelno >= logging.ERROR]
    return record.getMessage()


async def test_one_update_that_cannot_be_read_does_not_hold_up_the_others(caplog: pytest.LogCaptureFixture) -> None:
    hear_all(caplog)
    sound: dict[str, Any] = {"message_id": 1, "date": 1795000000, "chat": {"id": 77, "type": "private"}}
    sound |= {"from": {"id": 77, "is_bot": False, "first_name": "Lan"}, "text": "ba"}
    batch: list[dict[str, Any]] = [
        {"update_id": 5, "message": {"text": "lời riêng"}},
        {"message": "no number"},
        {"update_id": 7, "message": sound},
    ]
    asked: list[int | None] = []
    store, time = Store(), SkippedTime()
    async with _batches([batch[:2], batch[2:]], asked) as api, opened(api) as channel:
        with pytest.raises(Enough):
            await ended(poller(channel, store, time))
    assert asked == [None, 6]
    assert store.texts == ["ba"]
    assert time.waits == []
    [line] = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert line.startswith("update 5 was left out")
    assert not [
        record for record in caplog.records if record.levelno > logging.DEBUG and "lời riêng" in record.getMessage()
    ]


@asynccontextmanager
async def _batches(batches: list[list[dict[str, Any]]], asked: list[int | None]) -> AsyncIterator[str]:
    """The address of a server that gives one batch after another and notes the offsets."""
    left = iter(batches)

    async def answer(request: web.Request) -> web.Response:
        form = await request.post()
        asked.append(int(str(form["offset"])) if "offset" in form else None)
        return web.Response(text=json.dumps({"ok": True, "result": next(left)}))

    app = web.Application()
    app.router.add_post("/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


async def test_it_can_be_cancelled_while_it_listens_and_goes_on_later(server: TelegramServer) -> None:
    store = Store(most=99)
    async with opened(server.url) as channel:
        one = poller(channel, store, SkippedTime())
        for text in ("một", "hai"):
            async with running(one):
                await server.person(77).says(text)
                await server.until(lambda: not server.account.updates.pending)
    assert store.texts == ["một", "hai"]
