"""Every error code, row by row: what it is called, what follows for people, what the operator is told."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey
from yarl import URL

from bot.channels.budget import Budget
from bot.channels.channel import (
    Gone,
    Later,
    Misconfigured,
    Part,
    Refused,
    SendError,
    Throttled,
    Unavailable,
    Uncertain,
    Unreachable,
)
from bot.channels.zalo_oa.answer import NotTaken, answered, broken, data_of
from bot.channels.zalo_oa.failures import MEANING, PAUSE, Refusal, named_failure
from bot.channels.zalo_oa.night import until_morning, until_tomorrow
from bot.channels.zalo_oa.remedies import OTHERWISE, REMEDY
from bot.channels.zalo_oa.send import ZaloOaChannel
from bot.messages import Paragraph, Priority
from tests.channels.token_store_contract import NOON, Clock
from tests.channels.zalo_oa.opened import LAN, LAN_ID, opened
from tests.zalo_oa_server.calls import PAGE, Fault
from tests.zalo_oa_server.limits import CONSULTATION
from tests.zalo_oa_server.server import ZaloOaServer

# What the official documentation says of each code, and what we make of it.
CODES: dict[int, tuple[type[SendError], str]] = {
    -32: (Throttled, "máy tự chờ"),
    -100: (Refused, "tải lên lại"),
    -200: (Unavailable, "gửi lại"),
    -201: (Refused, "người bảo trì"),
    -204: (Misconfigured, "bị tắt"),
    -205: (Misconfigured, "camtay zalo login"),
    -209: (Misconfigured, "bật lại ứng dụng"),
    -210: (Refused, "độ dài"),
    -211: (Misconfigured, "hết số tin"),
    -212: (Misconfigured, "đăng ký"),
    -213: (Unreachable, "không còn quan tâm"),
    -216: (Misconfigured, "camtay zalo login"),
    -217: (Unreachable, "chặn lời mời"),
    -218: (Later, "Ngày mai"),
    -219: (Misconfigured, "bật lại ứng dụng"),
    -220: (Misconfigured, "camtay zalo login"),
    -221: (Misconfigured, "xác thực"),
    -222: (Gone, "45 ngày"),
    -223: (Misconfigured, "camtay zalo login"),
    -224: (Misconfigured, "Nâng gói"),
    -227: (Gone, "45 ngày"),
    -230: (Unreachable, "gọi điện"),
    -232: (Unreachable, "gọi điện"),
    -233: (Refused, "người bảo trì"),
    -234: (Later, "6 giờ sáng"),
    -235: (Refused, "hỏi Zalo"),
    -240: (Refused, "cập nhật phần mềm"),
    -242: (Refused, "khóa bí mật"),
    -244: (Unreachable, "không muốn nhận"),
    -248: (Refused, "người đọc lại"),
    -249: (Refused, "mẫu tin"),
    -320: (Misconfigured, "tài khoản trả tiền"),
    -321: (Misconfigured, "Nạp tiền"),
}
KEY = ConnectionKey("127.0.0.1", 1, False, True, None, None, None)


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_named_and_says_what_to_do(code: int) -> None:
    kind, said = CODES[code]
    failure = named_failure(code, NOON)
    assert isinstance(failure, kind)
    assert said.lower() in REMEDY[code].lower()
    assert isinstance(failure, Throttled) or str(failure) == f"Zalo {code}: {REMEDY[code]}"


def test_no_code_is_left_out() -> None:
    assert set(MEANING) == set(REMEDY) == set(CODES)


def test_a_remedy_is_whole_sentences_that_any_reader_can_be_shown() -> None:
    for sentence in (*REMEDY.values(), OTHERWISE):
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_a_code_that_nobody_knows_is_tried_again() -> None:
    failure = named_failure(-999, NOON)
    assert isinstance(failure, Unavailable)
    assert OTHERWISE in str(failure)


VIETNAM = timedelta(hours=7)
MIDNIGHT = datetime(2026, 11, 22, tzinfo=UTC) - VIETNAM


@pytest.mark.parametrize(
    ("hour", "morning", "tomorrow"),
    [(22, 8, 2), (23.5, 6.5, 0.5), (0, 6, 24), (5.75, 0.25, 18.25), (6, 24, 18), (12, 18, 12)],
)
def test_the_night_ends_at_six_in_vietnam(hour: float, morning: float, tomorrow: float) -> None:
    now = MIDNIGHT + timedelta(hours=hour)
    assert until_morning(now) == morning * 3600
    assert until_tomorrow(now) == tomorrow * 3600
    for code, hours in ((-234, morning), (-218, tomorrow)):
        failure = named_failure(code, now)
        assert isinstance(failure, Later)
        assert failure.wait == hours * 3600


ANSWERS = {
    "success": (200, b'{"error": 0, "message": "Success", "data": {"message_id": "1"}}', None),
    "a code": (200, b'{"error": -201, "message": "user_id is invalid"}', Refusal),
    "a code as a text": (200, b'{"error": "-201", "message": "x"}', Refusal),
    "a code with another status": (400, b'{"error": -216}', Refusal),
    "429": (429, PAGE.encode(), Refusal),
    "a page": (502, PAGE.encode(), Unavailable),
    "a gateway": (504, PAGE.encode(), Uncertain),
    "too large for a proxy": (413, PAGE.encode(), Refused),
    "elsewhere": (302, PAGE.encode(), Unavailable),
    "a page and 200": (200, PAGE.encode(), Uncertain),
    "nothing and 200": (200, b"", Uncertain),
    "an array": (200, b"[1]", Uncertain),
    "half an answer": (200, b'{"error": 0, "data"', Uncertain),
    "no data": (200, b'{"error": 0, "message": "Success"}', Uncertain),
    "data of another type": (200, b'{"error": 0, "data": [1]}', Uncertain),
    "a code that is none": (200, b'{"error": {"a": 1}, "data": 5}', Uncertain),
    "too deep": (200, b"[" * 9000, Uncertain),
}


@pytest.mark.parametrize("row", ANSWERS)
def test_an_answer_is_read_or_named(row: str) -> None:
    status, body, failure = ANSWERS[row]
    if failure is None:
        assert data_of(answered(status, body)) == {"message_id": "1"}
    else:
        with pytest.raises(failure):
            data_of(answered(status, body))


SECRET = "mat-khau-trong-dia-chi"
BROKEN: dict[str, tuple[Exception, type[SendError]]] = {
    "refused": (aiohttp.ClientConnectorError(KEY, OSError(111, SECRET)), NotTaken),
    "no name": (aiohttp.ClientConnectorDNSError(KEY, OSError(-2, SECRET)), NotTaken),
    "no connection in time": (aiohttp.ConnectionTimeoutError(SECRET), NotTaken),
    "no address": (aiohttp.InvalidURL(URL(f"/{SECRET}")), NotTaken),
    "no answer in time": (TimeoutError(SECRET), Uncertain),
    "torn": (aiohttp.ServerDisconnectedError(SECRET), Uncertain),
    "reset": (aiohttp.ClientOSError(104, SECRET), Uncertain),
    "reset below": (ConnectionResetError(104, SECRET), Uncertain),
    "half a pair": (UnicodeEncodeError("utf-8", SECRET, 0, 1, SECRET), Refused),
}


@pytest.mark.parametrize("row", BROKEN)
def test_a_request_without_an_answer_is_named_and_tells_nothing(row: str) -> None:
    error, kind = BROKEN[row]
    failure = broken(error)
    assert isinstance(failure, kind)
    assert SECRET not in f"{failure!r}{failure}"


@asynccontextmanager
async def both(budget: Budget | None = None) -> AsyncIterator[tuple[ZaloOaServer, ZaloOaChannel]]:
    clock = Clock()
    async with ZaloOaServer(clock) as server, opened(server, clock, budget=budget) as channel:
        server.person(LAN_ID)
        yield server, channel


async def failure_of(channel: ZaloOaChannel, priority: Priority = Priority.URGENT) -> SendError:
    with pytest.raises(SendError) as raised:
        await channel.send(LAN, channel.prepare([Part((Paragraph("Chào bác."),))]), priority)
    return raised.value


@pytest.mark.parametrize("code", CODES)
async def test_a_send_that_meets_a_code_raises_its_name(code: int) -> None:
    async with both() as (server, channel):
        server.order(Fault(CONSULTATION, code=code))
        assert isinstance(await failure_of(channel), CODES[code][0])


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault(status=502), Unavailable),
        (Fault(status=504), Uncertain),
        (Fault(status=429), Throttled),
        (Fault(drop=True), Uncertain),
        (Fault(status=200, body="{}"), Uncertain),
        (Fault(status=200, body='{"error": 0, "data": {}}'), Uncertain),
        (Fault(status=200, body='{"error": 0, "data": {"message_id": 5}}'), Uncertain),
    ],
    ids=str,
)
async def test_a_send_that_meets_trouble_raises_its_name(fault: Fault, kind: type[SendError]) -> None:
    async with both() as (server, channel):
        fault.path = CONSULTATION
        server.order(fault)
        assert isinstance(await failure_of(channel), kind)


async def test_a_token_is_shown_to_nobody_else() -> None:
    async with both() as (server, channel):
        server.order(Fault(CONSULTATION, status=302))
        assert isinstance(await failure_of(channel), Unavailable)
        assert [call.path for call in server.calls] == [CONSULTATION]


async def test_nobody_there_is_not_uncertain() -> None:
    async with both() as (server, channel):
        await server._runner.cleanup()
        assert isinstance(await failure_of(channel), Unavailable)


class Noted(Budget):
    """Without a rate, and it remembers how long it was told to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[float] = []

    def refused(self, retry_after: float) -> None:
        """Note it."""
        self.held.append(retry_after)


async def test_too_many_calls_hold_the_whole_account() -> None:
    budget = Noted()
    async with both(budget) as (server, channel):
        server.order(Fault(CONSULTATION, code=-32))
        assert isinstance(await failure_of(channel), Throttled)
        assert budget.held == [PAUSE]
        await failure_of(channel, Priority.REPLY)  # which waits with the others
        assert budget.held == [PAUSE] * 4


async def test_no_error_tells_a_token(caplog: pytest.LogCaptureFixture) -> None:
    async with both() as (server, channel):
        for fault in (Fault(code=-216), Fault(status=502), Fault(drop=True)):
            server.order(fault)
            failure = await failure_of(channel)
            told = f"{failure!r}{failure}{failure.__cause__!r}{failure.__context__!r}{caplog.text}"
            assert not [token for token in (*server.consents.accesses, *server.consents.burned) if token in told]
            await asyncio.sleep(0)
