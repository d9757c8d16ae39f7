"""Events by webhook and by polling, against the local server."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.channels.channel import BadSignature, Misconfigured, Unreadable
from bot.channels.zalo_bot.poll import LONG_POLL, LONGEST_PAUSE, MARGIN, Poller
from bot.channels.zalo_bot.request import Api
from bot.channels.zalo_bot.send import ZaloBotChannel
from bot.messages import Incoming
from tests.channels.telegram.opened import NOON, SkippedTime, hear_all, told
from tests.channels.zalo_bot.opened import answering, opened
from tests.telegram_server.news import PATIENCE
from tests.zalo_bot_server.faults import Fault, Trouble
from tests.zalo_bot_server.server import TOKEN, ZaloBotServer

PUBLIC = "https://camtay.xa.example.vn/webhook/zalo_bot"


class Enough(Exception):
    """Ends a run: a storage that fails."""


class Store:
    """Keeps what is taken; `away` while the database does not answer, ends a run once `most` texts are there."""

    def __init__(self, most: int = 1) -> None:
        self.texts: list[str] = []
        self.most, self.away = most, False

    async def take(self, incomings: Sequence[Incoming]) -> None:
        """Keep the texts."""
        if self.away:
            raise Enough
        self.texts += [incoming.text for incoming in incomings]
        if len(self.texts) >= self.most:
            raise Enough


def poller(channel: ZaloBotChannel, store: Store, time: SkippedTime, throttled: list[float] | None = None) -> Poller:
    told_to = [] if throttled is None else throttled
    return Poller(channel._api, store.take, [], lambda: NOON, told_to.append, time.wait)


@pytest.fixture
async def server() -> AsyncIterator[ZaloBotServer]:
    async with ZaloBotServer() as running:
        yield running


async def ended(one: Poller) -> None:
    """Let the poller run to its end, which must come soon."""
    async with asyncio.timeout(PATIENCE):
        with pytest.raises(Enough):
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


async def test_everything_that_is_said_arrives_once_and_in_order(server: ZaloBotServer) -> None:
    lan, store = server.person("lan"), Store(most=60)
    for number in range(60):
        await lan.says(f"tin {number}")
    async with opened(server.url) as channel:
        await ended(poller(channel, store, SkippedTime()))
    assert store.texts == [f"tin {number}" for number in range(60)]


async def test_an_idle_answer_is_no_failure(server: ZaloBotServer, caplog: pytest.LogCaptureFixture) -> None:
    hear_all(caplog)
    time, store = SkippedTime(), Store()
    async with opened(server.url) as channel, running(poller(channel, store, time)):
        for asked in (1, 2, 3):
            await server.until(lambda asked=asked: len(server.requests) == asked and server.account.updates.polled)  # type: ignore[misc]
            server.account.updates.end_poll()
        await server.until(lambda: len(server.requests) == 4)
    assert [call.status for call in server.requests[:3]] == [408] * 3
    assert time.waits == []
    assert not [record for record in caplog.records if record.levelno > logging.DEBUG]


async def test_a_question_is_open_as_long_as_it_says_and_has_no_offset(server: ZaloBotServer) -> None:
    await server.person("lan").says("một")
    async with opened(server.url) as channel:
        await ended(poller(channel, Store(), SkippedTime()))
    assert [call.fields for call in server.asked("getUpdates")] == [{"timeout": LONG_POLL}]
    assert MARGIN >= 5


async def test_a_question_is_waited_for_longer_than_it_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def ask(self: Api, method: str, fields: object, read: float) -> object:
        waited.append(read)
        raise Misconfigured

    monkeypatch.setattr(Api, "ask", ask)
    async with opened("http://127.0.0.1:1") as channel:
        with pytest.raises(Misconfigured):
            await poller(channel, Store(), SkippedTime()).run()
    assert waited == [LONG_POLL + MARGIN]


async def test_what_could_not_be_stored_is_stored_before_anything_else_is_fetched(server: ZaloBotServer) -> None:
    lan, store = server.person("lan"), Store(most=2)
    await lan.says("một")
    await lan.says("hai")
    store.away = True
    async with opened(server.url) as channel:
        for _ in range(3):
            await ended(channel.poller(store.take))
        assert len(server.asked("getUpdates")) == 1
        store.away = False
        await ended(channel.poller(store.take))
    assert store.texts == ["một", "hai"]


TROUBLES = [t for t in Trouble if t not in {Trouble.TOKEN, Trouble.LATE, Trouble.BUSY}]


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: str(trouble.name))
async def test_it_survives_trouble_and_pauses_longer_each_time(
    server: ZaloBotServer, trouble: Trouble, caplog: pytest.LogCaptureFixture
) -> None:
    hear_all(caplog)
    time, store = SkippedTime(), Store()
    for _ in range(8 if trouble is Trouble.DROP_AFTER else 1):
        await server.person("lan").says("một")
    server.order(Fault(trouble, times=7))
    async with opened(server.url) as channel:
        await ended(poller(channel, store, time))
    assert time.waits == [1, 2, 4, 8, 16, 30, 30]
    assert max(time.waits) <= LONGEST_PAUSE
    assert store.texts == ["một"]
    assert TOKEN.partition(":")[2] not in caplog.text


async def test_a_429_holds_the_whole_bot_up(server: ZaloBotServer) -> None:
    time, throttled = SkippedTime(), list[float]()
    await server.person("lan").says("một")
    server.order(Fault(Trouble.BUSY, times=2, seconds=12))
    async with opened(server.url) as channel:
        await ended(poller(channel, Store(), time, throttled))
    assert time.waits == throttled == [12, 12]


async def test_a_refused_token_ends_it_with_a_clear_line(
    server: ZaloBotServer, caplog: pytest.LogCaptureFixture
) -> None:
    hear_all(caplog)
    server.order(Fault(Trouble.TOKEN))
    async with opened(server.url) as channel:
        with pytest.raises(Misconfigured) as raised:
            await poller(channel, Store(), SkippedTime()).run()
    [line] = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert "token" in line
    assert TOKEN.partition(":")[2] not in caplog.text + told(raised.value)


@pytest.mark.parametrize("body", ["<html>{path}</html>", "", "{}", '{"ok": true, "result": []}', '{"ok": true}'])
async def test_nonsense_is_no_reason_to_stop(body: str, caplog: pytest.LogCaptureFixture) -> None:
    hear_all(caplog)
    time = SkippedTime()
    async with answering(200, body) as api, opened(api) as channel, running(poller(channel, Store(), time)):
        async with asyncio.timeout(PATIENCE):
            while len(time.waits) < 3:  # noqa: ASYNC110 - the pauses are skipped, there is no event to wait for
                await asyncio.sleep(0)
    assert time.waits[:3] == [1, 2, 4]
    assert TOKEN.partition(":")[2] not in caplog.text


async def test_an_event_that_cannot_be_read_is_left_out(
    server: ZaloBotServer, caplog: pytest.LogCaptureFixture
) -> None:
    hear_all(caplog)
    lan, store = server.person("lan"), Store()
    await lan.does("message.text.received", {"text": ["lời riêng"]})
    await lan.says("hai")
    async with opened(server.url) as channel:
        await ended(poller(channel, store, SkippedTime()))
    assert store.texts == ["hai"]
    lines = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert lines == ["an event was left out: not an event of Zalo's Bot Platform"]


async def test_of_two_pollers_the_second_rests(server: ZaloBotServer) -> None:
    time, first = SkippedTime(), Store(most=99)
    async with opened(server.url) as one, opened(server.url) as other, running(poller(one, first, SkippedTime())):
        await server.until(lambda: server.account.updates.polled)
        async with running(poller(other, Store(), time)):
            async with asyncio.timeout(PATIENCE):
                while not time.waits:  # noqa: ASYNC110 - the pauses are skipped, there is no event to wait for
                    await asyncio.sleep(0)


async def test_listening_by_webhook_names_the_secret_and_ends_polling(server: ZaloBotServer) -> None:
    async with opened(server.url, secret="mot-bi-mat-rieng") as channel:
        await channel.listen(PUBLIC)
        assert await channel.webhook() == PUBLIC
    assert server.account.updates.webhook["secret_token"] == "mot-bi-mat-rieng"


async def test_polling_takes_a_webhook_away_and_asks_for_none_that_is_not_there(server: ZaloBotServer) -> None:
    async with opened(server.url) as channel:
        await channel.listen()
        assert await channel.webhook() == ""
        await channel.listen(PUBLIC)
        await channel.listen()
    assert not server.account.updates.webhook
    assert len(server.asked("deleteWebhook")) == 1


async def test_an_empty_address_is_no_webhook_either() -> None:
    async with answering(200, '{"ok": true, "result": {"url": "", "updated_at": 5}}') as api, opened(api) as channel:
        assert await channel.webhook() == ""


@pytest.mark.parametrize("url", ["http://camtay.xa.example.vn/webhook/zalo_bot", "camtay.xa.example.vn", "HTTP://x.vn"])
async def test_a_webhook_without_https_is_our_fault(server: ZaloBotServer, url: str) -> None:
    async with opened(server.url) as channel:
        with pytest.raises(Misconfigured, match="https"):
            await channel.listen(url)
    assert server.requests == []


@asynccontextmanager
async def webhook(channel: ZaloBotChannel, heard: list[Incoming]) -> AsyncIterator[str]:
    """The address of a server of ours that hands what is posted to the channel."""

    async def take(request: web.Request) -> web.Response:
        try:
            heard.extend(channel.parse(request.headers, await request.read()))
        except BadSignature:
            return web.Response(status=401)
        except Unreadable:
            return web.Response(status=400)
        return web.Response()

    app = web.Application()
    app.router.add_post("/webhook/zalo_bot", take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


@pytest.mark.parametrize("wrapped", [False, True], ids=["flat", "wrapped"])
async def test_what_is_posted_is_heard(server: ZaloBotServer, wrapped: bool) -> None:
    heard: list[Incoming] = []
    server.account.updates.wrapped = wrapped
    async with opened(server.url) as channel, webhook(channel, heard) as here:
        server.leads("https://camtay.xa.example.vn", here)
        await channel.listen(PUBLIC)
        lan = server.person("lan")
        event = await lan.says("học chữ")
        await lan.sends_sticker()
        await server.until(lambda: len(server.account.updates.posted) == 2)
        await server.account.updates.post(event, headers={})
        await server.account.updates.post(event, headers={"X-Bot-Api-Secret-Token": "wrong-secret"})
    assert server.account.updates.posted == [200, 200, 401, 401]
    assert {(one.kind.value, one.text) for one in heard} == {("text", "học chữ"), ("other", "")}
