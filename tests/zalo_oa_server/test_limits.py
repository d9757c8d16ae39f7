"""The server enforces every row of its tables, and each row is what the official documentation says."""

import copy
import re
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientError, ClientSession, FormData

from tests.channels.token_store_contract import NOON, Clock
from tests.zalo_oa_server.calls import Fault
from tests.zalo_oa_server.limits import (
    ACCESS_LASTS,
    CALLS_A_MINUTE,
    CODE_LASTS,
    CONSULTATION,
    FILE,
    FREE,
    GIF,
    IMAGE,
    LIMITS,
    PROMOTION,
    REFRESH_LASTS,
    TRANSACTION,
    UPLOAD_LASTS,
    UPLOADS_A_MONTH,
    WINDOWS,
    Limit,
    Window,
    breaches,
)
from tests.zalo_oa_server.server import APP_ID, APP_SECRET, ZaloOaServer

LAN = "4572947693969771653"
JSON = Mapping[str, Any]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def server(clock: Clock) -> AsyncIterator[ZaloOaServer]:
    async with ZaloOaServer(clock) as running:
        running.person(LAN)
        yield running


@pytest.fixture
async def client(server: ZaloOaServer) -> AsyncIterator["Client"]:
    async with ClientSession(server.url) as session:
        yield Client(session, server.consents.give()["access_token"])


class Client:
    """Asks as bare as can be."""

    def __init__(self, session: ClientSession, access: str) -> None:
        self.session, self.access = session, access

    async def post(self, path: str, body: JSON) -> dict[str, Any]:
        """The answer; HTTP 200 whatever it says."""
        async with self.session.post(path, json=body, headers={"access_token": self.access}) as response:
            assert response.status == 200
            answer: dict[str, Any] = await response.json()
            return answer

    async def upload(self, path: str, data: bytes, name: str) -> dict[str, Any]:
        """The answer to a multipart body."""
        form = FormData()
        form.add_field("file", BytesIO(data), filename=name)
        async with self.session.post(path, data=form, headers={"access_token": self.access}) as response:
            answer: dict[str, Any] = await response.json()
            return answer

    async def tokens(self, secret: str = APP_SECRET, **form: str) -> dict[str, Any]:
        """The answer of OAuth."""
        fields = {"app_id": APP_ID, **form}
        async with self.session.post("/v4/oa/access_token", data=fields, headers={"secret_key": secret}) as response:
            answer: dict[str, Any] = await response.json()
            return answer


def button(type: str, payload: object) -> dict[str, Any]:
    return {"title": "6", "type": type, "payload": payload}


BUTTONS = [
    button("oa.query.hide", "#q|a"),
    button("oa.query.show", "học chữ"),
    button("oa.open.sms", {"content": "a", "phone_code": "84912345678"}),
]
ELEMENTS = [
    {"type": "header", "content": "a"},
    {"type": "text", "content": "a"},
    {"type": "table", "content": [{"key": "Mã tin", "value": "1"}, {"key": "a", "value": "a"}]},
]


def request(path: str) -> dict[str, Any]:
    """A request with something of everything that is counted."""
    payload: dict[str, Any] = {"buttons": BUTTONS, "elements": [{"title": "a"}]}
    if path != CONSULTATION:
        kind = "transaction_event" if path == TRANSACTION else "promotion"
        payload = {"template_type": kind, "language": "VI", "elements": ELEMENTS, "buttons": BUTTONS}
    said = {"text": "a"} if path == CONSULTATION else {}
    message = {**said, "attachment": {"type": "template", "payload": payload}}
    return copy.deepcopy({"recipient": {"user_id": LAN}, "message": message})


def stretched(path: str, field: str, most: int) -> dict[str, Any]:
    """The request with so much of one field; of several of a kind, the last."""
    body = request(path)
    *before, last = re.findall(r"\[[^]]+]|[^.]+", field)
    holder: Any = body
    for step in before:
        if step == "*":
            holder = holder[-1]
        elif step.startswith("["):
            holder = next(one for one in holder if one["type"] == step.strip("[]"))
        else:
            holder = holder[step]
    holder[last] = [holder[last][0]] * most if isinstance(holder[last], list) else "a" * most
    return body


ROWS = [(limit, path) for limit in LIMITS for path in limit.paths]
UPLOADS = {IMAGE: ("a.png", b"\x89PNG"), GIF: ("a.gif", b"GIF89a"), FILE: ("a.pdf", b"%PDF")}


@pytest.mark.parametrize(("limit", "path"), [row for row in ROWS if row[1] not in UPLOADS], ids=str)
async def test_a_message_may_hold_so_much_and_no_more(client: Client, limit: Limit, path: str) -> None:
    assert (await client.post(path, stretched(path, limit.field, limit.most)))["error"] == 0
    assert (await client.post(path, stretched(path, limit.field, limit.most + 1)))["error"] == limit.code == -210


@pytest.mark.parametrize(("limit", "path"), [row for row in ROWS if row[1] in UPLOADS], ids=str)
async def test_a_file_may_be_so_large_and_no_larger(client: Client, limit: Limit, path: str) -> None:
    name, head = UPLOADS[path]
    assert (await client.upload(path, head.ljust(limit.most), name))["error"] == 0
    assert (await client.upload(path, head.ljust(limit.most + 1), name))["error"] == -210


DOCUMENTED = {
    ("message.text", CONSULTATION): 2000,
    ("buttons", CONSULTATION): 5,
    ("buttons.*.title", CONSULTATION): 100,
    ("elements", CONSULTATION): 5,
    ("buttons.[oa.query.hide].payload", ""): 1000,
    ("buttons.[oa.query.show].payload", ""): 1000,
    ("buttons.[oa.open.sms].payload.content", ""): 160,
    ("buttons", TRANSACTION): 4,
    ("buttons.*.title", TRANSACTION): 35,
    ("elements.[header].content", TRANSACTION): 100,
    ("elements.[text].content", TRANSACTION): 250,
    ("elements.[text].content", PROMOTION): 1000,
    ("elements.[table].content.*.key", TRANSACTION): 35,
    ("elements.[table].content.*.value", TRANSACTION): 100,
    ("file", IMAGE): 1_000_000,
    ("file", GIF): 5_000_000,
    ("file", FILE): 5_000_000,
}


def test_the_table_says_what_is_documented() -> None:
    named = {
        (
            limit.field.removeprefix("message.attachment.payload."),
            "" if len(limit.paths) == 3 else limit.paths[0],
        ): limit.most
        for limit in LIMITS
    }
    assert named == DOCUMENTED


def test_every_row_counts_something_of_a_request() -> None:
    for limit, path in ROWS:
        if path not in UPLOADS:
            assert [*breaches(path, stretched(path, limit.field, limit.most + 1))] == [limit]


@pytest.mark.parametrize(
    ("path", "name", "data"),
    [
        (IMAGE, "a.png", b"GIF89a"),
        (GIF, "a.gif", b"\x89PNG"),
        (FILE, "a.zip", b"PK"),
        (FILE, "a.txt", b"a"),
        (IMAGE, "", b""),
    ],
    ids=str,
)
async def test_other_kinds_of_files_are_not_taken(client: Client, path: str, name: str, data: bytes) -> None:
    assert (await client.upload(path, data, name))["error"] == -201


@pytest.mark.parametrize(
    ("window", "lasts"), [*zip(WINDOWS[:2], (timedelta(days=7), timedelta(days=365)), strict=True)], ids=str
)
async def test_a_window_closes(server: ZaloOaServer, client: Client, window: Window, lasts: timedelta) -> None:
    server.person(LAN).interacted = NOON - lasts
    assert (await client.post(window.path, request(window.path)))["error"] == 0
    server.person(LAN).interacted = NOON - lasts - timedelta(seconds=1)
    assert (await client.post(window.path, request(window.path)))["error"] == -230


async def test_only_followers_get_promotions_and_one_a_day(server: ZaloOaServer, client: Client) -> None:
    server.person(LAN).follows = False
    assert (await client.post(PROMOTION, request(PROMOTION)))["error"] == -213
    server.person(LAN).follows = True
    answers = [(await client.post(PROMOTION, request(PROMOTION)))["error"] for _ in range(2)]
    assert answers == [0, -218]


@pytest.mark.parametrize(("hour", "code"), [(21.99, 0), (22, -234), (5.99, -234), (6, 0)])
async def test_promotions_rest_at_night(client: Client, clock: Clock, hour: float, code: int) -> None:
    clock.now = NOON + timedelta(hours=hour - 12)
    assert (await client.post(PROMOTION, request(PROMOTION)))["error"] == code


async def test_consultation_is_free_for_two_days(server: ZaloOaServer, client: Client) -> None:
    for silent, free in ((timedelta(hours=48), True), (timedelta(hours=48, seconds=1), False)):
        server.person(LAN).interacted = NOON - silent
        answer = await client.post(CONSULTATION, request(CONSULTATION))
        assert (answer["data"].get("quota") == {"quota_type": "reply"}) is free
    assert timedelta(hours=48) == FREE


async def test_an_app_has_so_many_calls_a_minute(client: Client, server: ZaloOaServer, clock: Clock) -> None:
    assert CALLS_A_MINUTE == 4000
    server._minute.extend([NOON] * (CALLS_A_MINUTE - 1))
    answers = [(await client.post(CONSULTATION, request(CONSULTATION)))["error"] for _ in range(2)]
    clock.pass_by(minutes=1)
    assert [*answers, (await client.post(CONSULTATION, request(CONSULTATION)))["error"]] == [0, -32, 0]


async def test_uploads_are_counted_by_the_month_and_kept_for_a_week(
    client: Client, server: ZaloOaServer, clock: Clock
) -> None:
    assert (UPLOADS_A_MONTH, timedelta(days=7)) == (5000, UPLOAD_LASTS)
    server.uploaded[IMAGE] = UPLOADS_A_MONTH - 1
    id = (await client.upload(IMAGE, b"\x89PNG", "a.png"))["data"]["attachment_id"]
    assert (await client.upload(IMAGE, b"\x89PNG", "a.png"))["error"] == -211
    picture = {"template_type": "media", "elements": [{"media_type": "image", "attachment_id": id}]}
    body = {"recipient": {"user_id": LAN}, "message": {"attachment": {"type": "template", "payload": picture}}}
    for passed, code in ((timedelta(days=7, seconds=-1), 0), (timedelta(days=7), -100)):
        clock.now = NOON + passed
        client.access = server.consents.give()["access_token"]
        server.person(LAN).interacted = clock()
        assert (await client.post(CONSULTATION, body))["error"] == code


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        ({"recipient": {"user_id": "1"}}, -201),
        ({"recipient": {}}, -201),
        ({"message": {}}, -201),
        ({"message": {"text": "a", "attachment": {"payload": {"buttons": [button("oa.query.hide", {"a": 1})]}}}}, -201),
        ({"message": {"text": "a", "attachment": {"payload": {"buttons": [button("callback", "#a")]}}}}, -201),
        ({"message": {"attachment": {"type": "file", "payload": {"token": "x"}}}}, -100),
    ],
    ids=str,
)
async def test_what_is_not_in_form_is_refused(client: Client, spoil: JSON, code: int) -> None:
    assert (await client.post(CONSULTATION, {**request(CONSULTATION), **spoil}))["error"] == code


async def test_a_card_has_a_kind_a_name_and_two_texts(client: Client) -> None:
    def card(**more: object) -> dict[str, Any]:
        body = request(TRANSACTION)
        body["message"]["attachment"]["payload"] |= more
        return body

    wrong = (
        {"template_type": "transaction_x"},
        {"elements": ELEMENTS[:2]},
        {"elements": [*ELEMENTS, *[ELEMENTS[1]] * 2]},
    )
    assert [(await client.post(TRANSACTION, card(**one)))["error"] for one in ({}, *wrong)] == [0, -201, -201, -201]


async def test_nothing_is_done_without_a_living_access_token(
    client: Client, server: ZaloOaServer, clock: Clock
) -> None:
    living, client.access = client.access, "x"
    assert (await client.post(CONSULTATION, request(CONSULTATION)))["error"] == -216
    client.access = living
    clock.now = NOON + ACCESS_LASTS
    answer = await client.post(CONSULTATION, request(CONSULTATION))
    assert (answer["error"], "expired" in answer["message"]) == (-216, True)
    server.consents.give()
    assert (await client.post(CONSULTATION, request(CONSULTATION)))["error"] == -220
    assert timedelta(hours=25) == ACCESS_LASTS


async def test_a_refresh_token_is_good_for_one_use(client: Client, server: ZaloOaServer, clock: Clock) -> None:
    first = server.consents.give()
    ask = {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]}
    next_pair = await client.tokens(**ask)
    assert next_pair["expires_in"] == "90000"
    assert (await client.tokens(**ask))["error"] == -14014
    clock.now = NOON + REFRESH_LASTS
    assert (await client.tokens(**{**ask, "refresh_token": next_pair["refresh_token"]}))["error"] == -14014
    assert timedelta(days=90) == REFRESH_LASTS


@pytest.mark.parametrize(
    ("wait", "verifier", "sound"),
    [
        (timedelta(minutes=10, seconds=-1), "v", True),
        (timedelta(minutes=10), "v", False),
        (timedelta(0), "w", False),
    ],
)
async def test_a_code_is_good_for_ten_minutes_one_use_and_its_verifier(
    client: Client, server: ZaloOaServer, wait: timedelta, verifier: str, sound: bool
) -> None:
    code = server.consents.agree(urlsafe_b64encode(sha256(b"v").digest()).decode().rstrip("="))
    server.consents.clock = lambda: NOON + wait
    ask = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
    assert ("access_token" in await client.tokens(**ask)) is sound
    assert "error" in await client.tokens(**{**ask, "code_verifier": "v"})
    assert timedelta(minutes=10) == CODE_LASTS


@pytest.mark.parametrize(
    "fault", [Fault(code=-200), Fault(status=502), Fault(drop=True), Fault(drop=True, done=True)], ids=str
)
async def test_trouble_can_be_ordered(client: Client, server: ZaloOaServer, fault: Fault) -> None:
    server.order(fault)
    try:
        assert (await client.post(CONSULTATION, request(CONSULTATION)))["error"] == fault.code
    except (AssertionError, ClientError):
        assert fault.status or fault.drop
    assert len(server.person(LAN).sees) == fault.done
