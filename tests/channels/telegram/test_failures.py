import socket
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey
from telegram.error import TelegramError
from yarl import URL

from bot.channels.channel import (
    Gone,
    Misconfigured,
    Part,
    Prepared,
    Refused,
    SendError,
    Throttled,
    Unavailable,
    Uncertain,
)
from bot.channels.telegram import posting
from bot.channels.telegram.account import Account
from bot.channels.telegram.answer import UNTOLD_PAUSE
from bot.channels.telegram.send import TelegramChannel
from bot.messages import Address, Media, MediaKind, Paragraph, Priority
from tests.channels.telegram.opened import (
    BreakingSession,
    answering,
    hear_all,
    opened,
    told,
)
from tests.telegram_server.faults import Fault, Trouble
from tests.telegram_server.judge import judged_server
from tests.telegram_server.server import TOKEN, TelegramServer

LAN = Address("telegram", "77")
KEY = ConnectionKey("127.0.0.1", 1, False, True, None, None, None)


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with judged_server() as running:
        yield running


@pytest.fixture
async def channel(server: TelegramServer) -> AsyncIterator[TelegramChannel]:
    async with opened(server.url) as one:
        yield one


def words(channel: TelegramChannel, *texts: str) -> Prepared:
    return channel.prepare([Part((Paragraph(text),)) for text in texts])


WAYS = {  # words go past the library, files through it: both have the same failures
    "words": Part((Paragraph("Chào bác."),)),
    "file": Part((), media=Media(MediaKind.PICTURE, "hinh/dat-may.svg", "Bà cụ đặt điện thoại xuống")),
}
PAGE = "<html><title>502 Bad Gateway</title><body>cannot fetch {path}</body></html>"


def refusal(status: int, description: str, parameters: str = "{}") -> str:
    return f'{{"ok": false, "error_code": {status}, "description": "{description}", "parameters": {parameters}}}'


ANSWERS = {
    "429": (429, refusal(429, "Too Many Requests: retry after 7", '{"retry_after": 7}'), Throttled),
    "429 of a proxy": (429, PAGE, Throttled),
    "429 with a strange pause": (429, refusal(429, "x", '{"retry_after": "soon"}'), Throttled),
    "blocked": (403, refusal(403, "Forbidden: bot was blocked by the user"), Gone),
    "deactivated": (403, refusal(403, "Forbidden: user is deactivated"), Gone),
    "never started": (403, refusal(403, "Forbidden: bot can't initiate conversation with a user"), Gone),
    "chat not found": (400, refusal(400, "Bad Request: chat not found"), Gone),
    "not modified": (400, refusal(400, "Bad Request: message is not modified: …"), Refused),
    "can't parse": (400, refusal(400, "Bad Request: can't parse entities"), Refused),
    "migrated": (400, refusal(400, "Bad Request: group chat was upgraded", '{"migrate_to_chat_id": -100123}'), Gone),
    "token refused": (401, refusal(401, "Unauthorized"), Misconfigured),
    "token malformed": (404, refusal(404, "Not Found"), Misconfigured),
    "404 page that repeats the address": (404, PAGE, Misconfigured),
    "taken elsewhere": (409, refusal(409, "Conflict: terminated by other getUpdates request"), Misconfigured),
    "too large": (413, refusal(413, "Request Entity Too Large"), Refused),
    "too large for a proxy": (413, PAGE, Refused),
    "server error": (500, refusal(500, "Internal Server Error: restart"), Unavailable),
    "proxy's page": (502, PAGE, Unavailable),
    "error that repeats the address": (500, refusal(500, "cannot fetch {path}"), Unavailable),
    "error in strange types": (500, '{"description": 5, "parameters": [1]}', Unavailable),
    "gateway time-out": (504, PAGE, Uncertain),
    "elsewhere": (302, PAGE, Unavailable),
    "no status of the book": (999, PAGE, Unavailable),
    "a page and 200": (200, PAGE, Uncertain),
    "nothing and 200": (200, "", Uncertain),
    "half an answer": (200, '{"ok": true, "result": {"message_id"', Uncertain),
    "refusal and 200": (200, refusal(403, "Forbidden"), Uncertain),
    "no result": (200, '{"ok": true}', Uncertain),
    "an array": (200, "[1]", Uncertain),
    "result of another type": (200, '{"ok": true, "result": 5}', Uncertain),
    "result without its fields": (200, '{"ok": true, "result": {}}', Uncertain),
    "no result at all": (200, '{"ok": true, "result": null}', Uncertain),
}
BROKEN = {
    "connection refused": (aiohttp.ClientConnectorError(KEY, OSError(111, f"refused /bot{TOKEN}/x")), Unavailable),
    "name not found": (aiohttp.ClientConnectorDNSError(KEY, OSError(-2, f"/bot{TOKEN}/x")), Unavailable),
    "no certificate": (aiohttp.ClientConnectorCertificateError(KEY, ValueError(f"/bot{TOKEN}/x")), Unavailable),
    "no connection in time": (aiohttp.ConnectionTimeoutError(f"timeout to host /bot{TOKEN}/x"), Unavailable),
    "address of another kind": (aiohttp.NonHttpUrlClientError(f"ftp://h/bot{TOKEN}/x"), Unavailable),
    "address that is none": (aiohttp.InvalidURL(URL(f"/bot{TOKEN}/x")), Unavailable),
    "no answer in time": (aiohttp.SocketTimeoutError(f"timeout on reading /bot{TOKEN}/x"), Uncertain),
    "all time is up": (TimeoutError(f"/bot{TOKEN}/x"), Uncertain),
    "server disconnected": (aiohttp.ServerDisconnectedError(f"/bot{TOKEN}/x"), Uncertain),
    "connection reset": (aiohttp.ClientOSError(104, f"/bot{TOKEN}/x"), Uncertain),
    "reset below": (ConnectionResetError(104, f"/bot{TOKEN}/x"), Uncertain),
    "answer torn": (aiohttp.ClientPayloadError(f"/bot{TOKEN}/x"), Uncertain),
}


async def failure_of(channel: TelegramChannel, way: str = "words") -> SendError:
    with pytest.raises(SendError) as raised:
        await channel.send(LAN, channel.prepare([WAYS[way]]), Priority.URGENT)
    return raised.value


def assert_token_unknown(error: BaseException, caplog: pytest.LogCaptureFixture) -> None:
    everything = told(error) + caplog.text + "".join(f"{record.__dict__}" for record in caplog.records)
    assert caplog.records, "nothing was logged, so nothing was proved"
    assert TOKEN not in everything
    assert TOKEN.partition(":")[2] not in everything


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("status", "body", "name"), ANSWERS.values(), ids=ANSWERS.keys())
async def test_every_answer_has_its_name_and_hides_the_token(
    status: int, body: str, name: type[SendError], way: str, caplog: pytest.LogCaptureFixture
) -> None:
    hear_all(caplog)
    async with answering(status, body) as api, opened(api) as channel:
        error = await failure_of(channel, way)
    assert type(error) is name
    assert_token_unknown(error, caplog)


@pytest.mark.parametrize(
    ("answer", "seconds"), [("429", 7), ("429 of a proxy", UNTOLD_PAUSE), ("429 with a strange pause", UNTOLD_PAUSE)]
)
async def test_a_429_says_how_long_to_wait(answer: str, seconds: float) -> None:
    status, body, _ = ANSWERS[answer]
    async with answering(status, body) as api, opened(api) as channel:
        error = await failure_of(channel)
    assert isinstance(error, Throttled)
    assert error.retry_after == seconds


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("broken", "name"), BROKEN.values(), ids=BROKEN.keys())
async def test_every_broken_connection_has_its_name_and_hides_the_token(
    broken: Exception, name: type[SendError], way: str, caplog: pytest.LogCaptureFixture
) -> None:
    hear_all(caplog)
    async with opened("http://127.0.0.1:1", session=BreakingSession(broken)) as channel:
        error = await failure_of(channel, way)
        with pytest.raises(TelegramError) as raised:
            await channel.bot.get_me()
    assert type(error) is name
    assert_token_unknown(error, caplog)
    assert_token_unknown(raised.value, caplog)


@pytest.mark.parametrize(("trouble", "arrived"), [(Trouble.DROP_BEFORE, 0), (Trouble.DROP_AFTER, 1)])
async def test_nobody_can_tell_whether_a_torn_message_arrived(trouble: Trouble, arrived: int) -> None:
    async with TelegramServer() as server, opened(server.url) as channel:
        lan = server.person(77, started=True)
        server.order(Fault(trouble))
        assert type(await failure_of(channel)) is Uncertain
        assert len(lan.sees) == arrived


async def test_words_that_are_not_answered_in_time_may_have_arrived(
    server: TelegramServer, channel: TelegramChannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posting, "LIMITS", aiohttp.ClientTimeout(total=0.05))
    server.person(77, started=True)
    server.order(Fault(Trouble.SLOW, seconds=60))
    assert type(await failure_of(channel)) is Uncertain
    assert len(server.requests) == 1


@pytest.mark.parametrize("way", WAYS)
async def test_what_is_no_address_takes_nothing(way: str) -> None:
    async with opened("http://[") as channel:
        assert type(await failure_of(channel, way)) is Unavailable


async def test_a_closed_door_is_known_to_have_taken_nothing(caplog: pytest.LogCaptureFixture) -> None:
    hear_all(caplog)
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    async with opened(f"http://127.0.0.1:{port}") as channel:
        error = await failure_of(channel)
    assert type(error) is Unavailable
    assert_token_unknown(error, caplog)


async def test_words_that_no_network_can_carry_are_refused(channel: TelegramChannel) -> None:
    secret = "mật khẩu"
    with pytest.raises(Refused) as raised:
        await channel.send(LAN, words(channel, f"{secret} \ud800"), Priority.REPLY)
    assert secret not in told(raised.value)


@pytest.mark.parametrize("token", ["", "abc", "123456:", "123456:a b", "123456:a/b", "123456:a\n", "x:abc"])
def test_what_cannot_be_a_token_is_refused_without_being_repeated(token: str) -> None:
    with pytest.raises(Misconfigured) as raised:
        Account(token)
    assert not token or token not in str(raised.value)


async def test_an_account_and_its_channel_do_not_show_the_token(channel: TelegramChannel) -> None:
    shown = f"{Account(TOKEN)!r} {channel!r} {channel.bot!r} {vars(channel)!r} {channel.bot.token}"
    assert TOKEN.partition(":")[2] not in shown
