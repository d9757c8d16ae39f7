import socket

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey
from yarl import URL

from bot.channels.channel import Misconfigured, Part, Refused, SendError, Throttled, Unavailable, Uncertain
from bot.channels.zalo_bot import wire
from bot.channels.zalo_bot.account import Account
from bot.channels.zalo_bot.failures import UNTOLD_PAUSE
from bot.channels.zalo_bot.payloads import Look
from bot.channels.zalo_bot.send import ZaloBotChannel
from bot.messages import Address, Media, MediaKind, Paragraph, Priority
from tests.channels.telegram.opened import BreakingSession, hear_all, told
from tests.channels.zalo_bot.opened import FILES, answering, opened
from tests.channels.zalo_bot.payload_tables import ANSWERS, EVERY_ANSWER, Answer
from tests.zalo_bot_server.faults import Fault, Trouble
from tests.zalo_bot_server.server import TOKEN, ZaloBotServer

LAN = Address("zalo_bot", "6ede9afa")
KEY = ConnectionKey("127.0.0.1", 1, False, True, None, None, None)
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
    "answer torn": (aiohttp.ClientPayloadError(f"/bot{TOKEN}/x"), Uncertain),
}


async def failure_of(channel: ZaloBotChannel, text: str = "Chào bác.") -> SendError:
    with pytest.raises(SendError) as raised:
        await channel.send(LAN, channel.prepare([Part((Paragraph(text),))]), Priority.URGENT)
    return raised.value


def assert_token_unknown(error: BaseException, caplog: pytest.LogCaptureFixture) -> None:
    everything = told(error) + caplog.text + "".join(f"{record.__dict__}" for record in caplog.records)
    assert TOKEN not in everything
    assert TOKEN.partition(":")[2] not in everything


@EVERY_ANSWER
async def test_every_answer_has_its_name_and_hides_the_token(answer: Answer, caplog: pytest.LogCaptureFixture) -> None:
    hear_all(caplog)
    async with answering(answer.status, answer.body, answer.headers) as api, opened(api) as channel:
        error = await failure_of(channel)
    assert isinstance(error, answer.failure)
    assert type(error).__mro__[1] in {SendError, answer.failure}, "a finer name may stand below, never another one"
    assert_token_unknown(error, caplog)


@pytest.mark.parametrize(
    ("about", "seconds"),
    [
        ("the quota, with a time", 7),
        ("a refusal under 200: the quota", 7),
        ("the quota", UNTOLD_PAUSE),
        ("the quota, with a strange time", UNTOLD_PAUSE),
        ("the quota, said by a proxy", UNTOLD_PAUSE),
    ],
)
async def test_a_429_says_how_long_to_wait(about: str, seconds: float) -> None:
    answer = ANSWERS[about]
    async with answering(answer.status, answer.body, answer.headers) as api, opened(api) as channel:
        error = await failure_of(channel)
    assert isinstance(error, Throttled)
    assert error.retry_after == seconds


@pytest.mark.parametrize(("broken", "name"), BROKEN.values(), ids=BROKEN.keys())
async def test_every_broken_connection_has_its_name_and_hides_the_token(
    broken: Exception, name: type[SendError], caplog: pytest.LogCaptureFixture
) -> None:
    hear_all(caplog)
    async with opened("http://127.0.0.1:1", session=BreakingSession(broken)) as channel:
        error = await failure_of(channel)
    assert type(error) is name
    assert_token_unknown(error, caplog)


@pytest.mark.parametrize(("trouble", "arrived"), [(Trouble.DROP_BEFORE, 0), (Trouble.DROP_AFTER, 1)])
async def test_nobody_can_tell_whether_a_torn_message_arrived(trouble: Trouble, arrived: int) -> None:
    async with ZaloBotServer() as server, opened(server.url) as channel:
        lan = server.person(LAN.account, known=True)
        server.order(Fault(trouble))
        assert type(await failure_of(channel)) is Uncertain
        assert len(lan.sees) == arrived


async def test_a_message_that_is_not_answered_in_time_may_have_arrived(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "READ", -9.9)  # seconds, of which a connection gets ten
    async with ZaloBotServer() as server, opened(server.url) as channel:
        server.person(LAN.account, known=True)
        async with server.stalled():
            assert type(await failure_of(channel)) is Uncertain
        assert len(server.requests) == 1


async def test_a_picture_is_waited_for_longer_than_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "READ", -9.9)
    picture = Media(MediaKind.PICTURE, "hinh/dat-may.svg", "Bà cụ đặt điện thoại xuống")
    async with ZaloBotServer() as server, opened(server.url, look=Look(files_url=FILES)) as channel:
        lan = server.person(LAN.account, known=True)
        await channel.send(LAN, channel.prepare([Part((), media=picture)]), Priority.URGENT)
        assert len(lan.sees) == 1


async def test_what_is_no_address_takes_nothing() -> None:
    async with opened("http://[") as channel:
        assert type(await failure_of(channel)) is Unavailable


async def test_a_closed_door_is_known_to_have_taken_nothing(caplog: pytest.LogCaptureFixture) -> None:
    hear_all(caplog)
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    async with opened(f"http://127.0.0.1:{port}") as channel:
        error = await failure_of(channel)
    assert type(error) is Unavailable
    assert_token_unknown(error, caplog)


async def test_words_that_no_network_can_carry_are_refused() -> None:
    async with opened("http://127.0.0.1:1") as channel:
        error = await failure_of(channel, "mật khẩu \ud800")
    assert type(error) is Refused
    assert "mật khẩu" not in told(error)


@pytest.mark.parametrize("token", ["", "abc", "123456:", "123456:a b", "123456:a/b", "123456:a\n", "x:abc"])
def test_what_cannot_be_a_token_is_refused_without_being_repeated(token: str) -> None:
    with pytest.raises(Misconfigured) as raised:
        Account(token)
    assert not token or token not in str(raised.value)


@pytest.mark.parametrize("secret", ["short", "with space in it", "mật-khẩu-dài", "x" * 257])
def test_what_cannot_be_a_secret_is_refused_without_being_repeated(secret: str) -> None:
    with pytest.raises(Misconfigured) as raised:
        Account(TOKEN, secret)
    assert secret not in str(raised.value)


def test_a_secret_is_given_or_the_same_for_every_process() -> None:
    assert Account(TOKEN, "x" * 8).secret == "x" * 8
    assert Account(TOKEN).secret == Account(TOKEN).secret != Account("1:another").secret


async def test_an_account_and_its_channel_do_not_show_the_token() -> None:
    async with opened("http://127.0.0.1:1") as channel:
        shown = f"{Account(TOKEN)!r} {channel!r} {vars(channel)!r}".replace(repr(Account(TOKEN).secret), "")
    assert TOKEN.partition(":")[2] not in shown
    assert Account(TOKEN).secret not in repr(Account(TOKEN))
