"""Each row of the table is a limit of the network: what lies just within is taken, what lies beyond is refused."""

import asyncio
from collections.abc import AsyncIterator
from typing import NamedTuple

import pytest
from aiohttp import ClientSession

from tests.telegram_server.news import PATIENCE
from tests.zalo_bot_server import limits
from tests.zalo_bot_server.calls import JSON
from tests.zalo_bot_server.limits import LIMITS, Limit
from tests.zalo_bot_server.server import TOKEN, ZaloBotServer

LAN = {"chat_id": "lan"}
SECRET = {"secret_token": "x" * 8}
PHOTO, VOICE = "https://xa.example.vn/a.png", "https://xa.example.vn/a.aac"
LOCAL = (
    "http://xa.example.vn/b",
    "https://127.0.0.1/b",
    "https://10.0.0.8/b",
    "https://localhost/b",
    "https://[::1]/b",
)


class Trial(NamedTuple):
    """What is just allowed by a limit, and what is not."""

    method: str
    within: tuple[JSON, ...]
    beyond: tuple[JSON, ...]


TRIALS = {
    "a chat that wrote first": Trial(
        "sendMessage",
        ({**LAN, "text": "a"},),
        ({"chat_id": "ba", "text": "a"}, {"chat_id": 77, "text": "a"}, {"text": "a"}),
    ),
    "some text": Trial("sendMessage", ({**LAN, "text": "a"},), (LAN, {**LAN, "text": ""})),
    "text of at most 2000": Trial(
        "sendMessage",
        ({**LAN, "text": "á" * 2000}, {**LAN, "text": "👵" * 1000}),
        ({**LAN, "text": "a" * 2001}, {**LAN, "text": "👵" * 1001}),
    ),
    "caption of at most 2000": Trial(
        "sendPhoto",
        ({**LAN, "photo": PHOTO}, {**LAN, "photo": PHOTO, "caption": "a" * 2000}),
        ({**LAN, "photo": PHOTO, "caption": "a" * 2001},),
    ),
    "styles within the text": Trial(
        "sendMessage",
        (
            {**LAN, "text": "👵", "text_styles": [{"start": 0, "len": 2, "st": ["b", "f_20", "c_db342e"]}]},
            {**LAN, "text": "a", "text_styles": '[{"start": 0, "len": 1, "st": ["f_18"]}]'},
        ),
        (
            {**LAN, "text": "👵", "text_styles": [{"start": 1, "len": 2, "st": ["b"]}]},
            {**LAN, "text": "a", "text_styles": [{"start": 0, "len": 0, "st": ["b"]}]},
            {**LAN, "text": "a", "text_styles": [{"start": -1, "len": 1, "st": ["b"]}]},
            {**LAN, "text": "a", "text_styles": [{"start": 0, "len": 1, "st": ["f_99"]}]},
        ),
    ),
    "markdown or html": Trial(
        "sendMessage", ({**LAN, "text": "a", "parse_mode": "html"},), ({**LAN, "text": "a", "parse_mode": "bbcode"},)
    ),
    "a picture at a public address": Trial(
        "sendPhoto",
        ({**LAN, "photo": "http://xa.example.vn/a.png"},),
        tuple({**LAN, "photo": u} for u in ("a", *LOCAL[1:])),
    ),
    "voice at a public address": Trial(
        "sendVoice", ({**LAN, "voice_url": VOICE},), tuple({**LAN, "voice_url": f"{u}.aac"} for u in ("a", *LOCAL[1:]))
    ),
    "voice as .aac": Trial(
        "sendVoice",
        ({**LAN, "voice_url": VOICE}, {**LAN, "voice_url": VOICE + "?v=2"}),
        ({**LAN, "voice_url": "https://xa.example.vn/a.mp3"}, {**LAN, "voice_url": "https://xa.example.vn/a?x=.aac"}),
    ),
    "voice to one person": Trial(
        "sendVoice", ({**LAN, "voice_url": VOICE},), ({"chat_id": "group", "voice_url": VOICE},)
    ),
    "a sticker": Trial("sendSticker", ({**LAN, "sticker": "0e078a2f"},), (LAN,)),
    "typing and nothing else": Trial(
        "sendChatAction", ({**LAN, "action": "typing"},), ({**LAN, "action": "upload_photo"}, LAN)
    ),
    "a webhook over https at a public address": Trial(
        "setWebhook", ({**SECRET, "url": "https://xa.example.vn/b"},), tuple({**SECRET, "url": u} for u in ("", *LOCAL))
    ),
    "a secret of 8 to 256": Trial(
        "setWebhook",
        tuple({"url": "https://xa.example.vn/b", "secret_token": "x" * n} for n in (8, 256)),
        tuple({"url": "https://xa.example.vn/b", "secret_token": "x" * n} for n in (0, 7, 257)),
    ),
}
IN_TIME = {"one poller", "3000 messages a month", "the rate of the bot"}  # have tests of their own below
ROWS = {limit.name: limit for limit in LIMITS}


@pytest.fixture
async def server() -> AsyncIterator[ZaloBotServer]:
    async with ZaloBotServer() as running:
        running.person("lan", known=True)
        await running.person("lan").says("a", group="group")
        running.account.updates.pending.clear()
        yield running


@pytest.fixture
async def client(server: ZaloBotServer) -> AsyncIterator[ClientSession]:
    async with ClientSession(server.url) as session:
        yield session


async def asked(client: ClientSession, method: str, **fields: object) -> tuple[int, JSON]:
    async with client.post(f"/bot{TOKEN}/{method}", json=fields) as got:
        return got.status, await got.json()


def refusal(limit: Limit) -> tuple[int, JSON]:
    return limit.code, {"ok": False, "error_code": limit.code, "description": limit.words}


def test_every_row_is_tried() -> None:
    assert TRIALS.keys() | IN_TIME == ROWS.keys()
    assert len(ROWS) == len(LIMITS)


def test_the_figures_are_those_of_the_network() -> None:
    figures = (limits.LONGEST_TEXT, limits.SECRET, limits.MESSAGES_A_MONTH, limits.MOST_PEOPLE)
    assert figures == (2000, (8, 256), 3000, 50)


@pytest.mark.parametrize("row", TRIALS)
async def test_a_limit_is_where_it_is(server: ZaloBotServer, client: ClientSession, row: str) -> None:
    trial = TRIALS[row]
    for fields in trial.within:
        assert (await asked(client, trial.method, **fields))[0] == 200, fields
    before = len(server.person("lan").sees)
    for fields in trial.beyond:
        assert await asked(client, trial.method, **fields) == refusal(ROWS[row]), fields
    assert len(server.person("lan").sees) == before


async def test_of_two_polls_the_second_is_refused(server: ZaloBotServer, client: ClientSession) -> None:
    first = asyncio.create_task(asked(client, "getUpdates", timeout=30))
    await server.until(lambda: server.account.updates.polled)
    assert await asked(client, "getUpdates", timeout=30) == refusal(ROWS["one poller"])
    event = await server.person("lan").says("một")
    async with asyncio.timeout(PATIENCE):
        assert await first == (200, {"ok": True, "result": event})


async def test_message_3001_of_a_month_is_refused_and_the_next_month_is_open(
    server: ZaloBotServer, client: ClientSession
) -> None:
    now = [1_795_000_000.0]
    server.account.clock = lambda: now[0]
    server.account.sent[server.account.month()] = 2999
    assert (await asked(client, "sendMessage", **LAN, text="a"))[0] == 200
    assert await asked(client, "sendMessage", **LAN, text="a") == refusal(ROWS["3000 messages a month"])
    now[0] += 30 * 86_400
    assert (await asked(client, "sendMessage", **LAN, text="a"))[0] == 200


async def test_a_rate_is_kept_where_one_is_set(server: ZaloBotServer, client: ClientSession) -> None:
    now = [0.0]
    server.account.clock = lambda: now[0]
    server.person("ba", known=True)
    server.account.rate.per_second, server.account.rate.per_chat = 3, 1
    for chat, status in (("lan", 200), ("lan", 429), ("ba", 200)):
        assert (await asked(client, "sendMessage", chat_id=chat, text="a"))[0] == status
    now[0] = 1.0
    assert (await asked(client, "sendMessage", **LAN, text="a"))[0] == 200


async def test_the_fifty_first_person_is_not_heard(server: ZaloBotServer, client: ClientSession) -> None:
    people = [server.person(f"p{number}") for number in range(49)]  # and Lan
    for person in people:
        await person.says("a")
    await server.person("too-many").says("a")
    assert len(server.account.updates.pending) == 49
    assert (await asked(client, "sendMessage", chat_id="p48", text="a"))[0] == 200
    assert (await asked(client, "sendMessage", chat_id="too-many", text="a"))[0] == 400


async def test_an_idle_poll_ends_with_408_and_a_webhook_silences_polling(
    server: ZaloBotServer, client: ClientSession
) -> None:
    idle = (408, {"ok": False, "error_code": 408, "description": "Request timeout"})
    assert await asked(client, "getUpdates", timeout="0.01") == idle
    await server.person("lan").says("một")
    await asked(client, "setWebhook", **SECRET, url="https://xa.example.vn/b")
    assert await asked(client, "getUpdates", timeout=0.01) == idle
    await asked(client, "deleteWebhook")
    assert (await asked(client, "getUpdates", timeout=0.01))[0] == 200
    assert await asked(client, "getUpdates", timeout=0.01) == idle, "what was handed out is gone"


async def test_without_a_webhook_there_is_nothing_to_tell_of(client: ClientSession) -> None:
    none = (404, {"ok": False, "error_code": 404, "description": "Not Found"})
    assert await asked(client, "getWebhookInfo") == none
    assert (await asked(client, "deleteWebhook"))[0] == 200
    await asked(client, "setWebhook", **SECRET, url="https://xa.example.vn/b")
    _, told = await asked(client, "getWebhookInfo")
    assert told["result"]["url"] == "https://xa.example.vn/b"
    assert (await asked(client, "deleteWebhook"))[1]["result"]["url"] == ""
    assert await asked(client, "getWebhookInfo") == none


@pytest.mark.parametrize("method", ["getNothing", "sendmessage", "SENDMESSAGE"])
async def test_the_names_of_methods_are_exact(client: ClientSession, method: str) -> None:
    assert (await asked(client, method, **LAN, text="a"))[0] == 404


async def test_another_token_is_refused(server: ZaloBotServer, client: ClientSession) -> None:
    async with client.post("/bot1:x/getMe", json={}) as got:
        assert (got.status, (await got.json())["error_code"]) == (401, 401)
    assert server.requests == []


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ({"json": {**LAN, "text": "a"}}, 200),
        ({"data": {**LAN, "text": "a"}}, 200),
        ({"params": {**LAN, "text": "a"}}, 200),
        ({"data": b"", "headers": {"Content-Type": "application/octet-stream"}}, 400),
        ({"data": b"{", "headers": {"Content-Type": "application/json"}}, 400),
        ({"data": b"[]", "headers": {"Content-Type": "application/json"}}, 400),
    ],
    ids=["JSON", "form", "address", "nothing", "broken", "list"],
)
async def test_bodies_of_all_forms_are_read(client: ClientSession, arguments: JSON, status: int) -> None:
    async with client.post(f"/bot{TOKEN}/sendMessage", **arguments) as got:
        assert (got.status, (await got.json())["ok"]) == (status, status == 200)
