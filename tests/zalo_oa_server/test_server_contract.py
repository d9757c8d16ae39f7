"""The local OpenAPI behaves as a client, written by others against the real one, expects it to."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.channels.channel import Part
from bot.channels.zalo_oa import payloads
from bot.channels.zalo_oa.consent import challenge, consent_link, verifier
from bot.channels.zalo_oa.template import short_form
from bot.messages import Choice, Paragraph
from tests.channels.token_store_contract import NOON, Clock
from tests.channels.zalo_oa.opened import FILES, NOTICE, TEMPLATE, account
from tests.zalo_oa_server.foreign import done
from tests.zalo_oa_server.limits import ACCESS_LASTS, CONSULTATION, PROMOTION, TRANSACTION
from tests.zalo_oa_server.server import ZaloOaServer

pytestmark = pytest.mark.processes

LAN = "4572947693969771653"
IDS = ("message_id", "user_id", "sent_time", "quota")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def server(clock: Clock) -> AsyncIterator[ZaloOaServer]:
    async with ZaloOaServer(clock) as running:
        running.person(LAN)
        yield running


def hold(server: ZaloOaServer) -> tuple[str, str, str]:
    pair = server.consents.give()
    return ("hold", pair["access_token"], pair["refresh_token"])


async def test_it_gets_tokens_and_renews_them_once_each(server: ZaloOaServer) -> None:
    code = server.consents.agree(challenge("v" * 43))
    first, again, second, third = await done(
        server.url, ("exchange", code, "v" * 43), ("exchange", code, "v" * 43), ("refresh",), ("refresh",)
    )
    assert again["code"] == -14003
    tokens = [answer["answer"][:2] for answer in (first, second, third)]
    assert len({token for pair in tokens for token in pair}) == 6
    assert server.consents.burned == [pair[1] for pair in tokens[:2]]


async def test_a_refresh_token_that_was_used_is_an_error_to_it(server: ZaloOaServer) -> None:
    old = hold(server)
    _, good, _, bad = await done(server.url, old, ("refresh",), old, ("refresh",))
    assert "answer" in good
    assert bad == {"error": "ZaloOAException", "code": -14014}


async def test_it_asks_for_consent_as_we_do(server: ZaloOaServer) -> None:
    here = account()
    state = consent_link(here, NOON).state
    ours = f"https://oauth.zaloapp.com/v4/oa/permission?app_id={here.app_id}&state={state}"
    [theirs] = await done(server.url, ("link", here.redirect_url, challenge(verifier(here, state)), state))
    asked = parse_qs(urlsplit(theirs["answer"]).query)
    assert urlsplit(theirs["answer"])[:3] == urlsplit(ours)[:3]
    assert asked == {
        "app_id": [here.app_id],
        "redirect_uri": [here.redirect_url],
        "code_challenge": [challenge(verifier(here, state))],
        "state": [state],
    }


async def test_what_we_send_it_can_send(server: ZaloOaServer) -> None:
    """Our bodies, put together by its classes, arrive as ours do."""
    parts = [Part((Paragraph("Bác chọn gì?"),), (Choice("call", "Gọi cho con", "1"),), screen="q1")]
    [body] = payloads.prepare(parts, FILES.get).bodies
    message: Any = body["message"]
    short: Any = short_form([NOTICE], TEMPLATE)
    _, words, card = await done(
        server.url,
        hold(server),
        ("say", LAN, message["text"], {"type": "template", "payload": message["attachment"]["payload"]}),
        ("say", LAN, None, short["attachment"], "transaction"),
    )
    assert set(words["answer"]["data"]) == set(IDS)
    assert set(card["answer"]["data"]) == set(IDS[:3])
    seen = server.person(LAN).sees
    assert [(one.path, one.message) for one in seen] == [(CONSULTATION, message), (TRANSACTION, short)]


async def test_it_uploads_and_sends_what_it_uploaded(server: ZaloOaServer) -> None:
    _, image, file = await done(
        server.url,
        held := hold(server),
        ("upload", "image", "a.png", 100, "\x89PNG"),
        ("upload", "file", "a.pdf", 100, "%PDF"),
    )
    picture = {"media_type": "image", "attachment_id": image["answer"]["data"]["attachment_id"]}
    payload = {"template_type": "media", "elements": [picture]}
    _, *sent = await done(
        server.url,
        held,
        ("say", LAN, "Ảnh", {"type": "template", "payload": payload}),
        ("say", LAN, None, {"type": "file", "payload": {"token": file["answer"]["data"]["token"]}}),
    )
    assert [one["answer"]["error"] for one in sent] == [0, 0]
    assert [one.file[:4] for one in server.person(LAN).sees] == [b"\x89PNG", b"%PDF"]


async def test_it_asks_for_quotas_and_people(server: ZaloOaServer) -> None:
    _, person, oa, detail = await done(server.url, hold(server), ("quota", LAN), ("quotas",), ("detail", LAN))
    assert person["answer"]["data"]["last_interaction"] == str(int(NOON.timestamp() * 1000))
    assert person["answer"]["data"]["cs_reply"].keys() == {"remain", "total"}
    assert oa["answer"]["data"][0].keys() >= {
        "asset_id",
        "product_type",
        "quota_type",
        "valid_through",
        "total",
        "remain",
    }
    assert detail["answer"]["data"]["user_id"] == LAN


REFUSED: dict[str, tuple[tuple[Any, ...], int]] = {
    "too long": (("say", LAN, "a" * 2001), -210),
    "nobody": (("say", "1", "a"), -201),
    "too large": (("upload", "image", "a.png", 1_000_001, "\x89PNG"), -210),
    "another kind of file": (("upload", "file", "a.zip", 10, "PK"), -201),
    "a file that is not there": (("say", LAN, None, {"type": "file", "payload": {"token": "x"}}), -100),
    "no template": (("say", LAN, None, {"type": "template", "payload": {"template_type": "x"}}, "transaction"), -201),
}


@pytest.mark.parametrize("row", REFUSED)
async def test_a_refusal_is_an_error_to_it(server: ZaloOaServer, row: str) -> None:
    step, code = REFUSED[row]
    assert (await done(server.url, hold(server), step))[1] == {"error": "ZaloOAException", "code": code}


@pytest.mark.parametrize(
    ("silent", "category", "code"),
    [(8, "consultant", -230), (366, "transaction", -230), (0, "media", -213)],
)
async def test_a_closed_window_is_an_error_to_it(server: ZaloOaServer, silent: int, category: str, code: int) -> None:
    lan = server.person(LAN)
    lan.interacted, lan.follows = NOON - timedelta(days=silent), category != "media"
    card: Any = short_form([NOTICE], TEMPLATE)
    assert (await done(server.url, hold(server), ("say", LAN, "a", card["attachment"], category)))[1]["code"] == code
    assert not [seen for seen in lan.sees if seen.path == PROMOTION]


async def test_a_token_that_has_expired_is_told_apart(server: ZaloOaServer, clock: Clock) -> None:
    held = hold(server)
    clock.now += ACCESS_LASTS
    _, expired, _, said = await done(server.url, held, ("say", LAN, "a"), ("refresh",), ("say", LAN, "a"))
    assert expired == {"error": "ZaloOAAuthTokenExpiredException", "code": -216}
    assert said["answer"]["error"] == 0
