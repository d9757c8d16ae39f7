import re
from collections.abc import AsyncIterator
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import ClientSession

from bot.channels.channel import SendError
from bot.channels.zalo_oa.account import NAME, Account
from bot.channels.zalo_oa.consent import (
    LASTS,
    Answer,
    BadConsent,
    accept,
    challenge,
    check_state,
    consent_link,
    read_answer,
    verifier,
)
from tests.channels.token_store_contract import NOON, Clock
from tests.channels.zalo_oa.opened import account
from tests.fakes import MemoryTokenStore
from tests.zalo_oa_server.calls import Fault
from tests.zalo_oa_server.limits import CODE_LASTS
from tests.zalo_oa_server.server import APP_ID, APP_SECRET, OA_ID, OA_SECRET, ZaloOaServer


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def server(clock: Clock) -> AsyncIterator[ZaloOaServer]:
    async with ZaloOaServer(clock) as running:
        yield running


@pytest.fixture
def here(server: ZaloOaServer) -> Account:
    return account(server.url)


async def agreed(url: str) -> Answer:
    """What the browser is led back with, once somebody has agreed."""
    async with ClientSession() as session, session.get(url, allow_redirects=False) as response:
        return read_answer(response.headers["Location"])


async def test_whoever_agrees_gives_the_account_its_first_tokens(
    here: Account, server: ZaloOaServer, clock: Clock
) -> None:
    store = MemoryTokenStore(clock)
    link = consent_link(here, clock())
    answer = await agreed(link.url)
    assert (answer.state, answer.oa_id) == (link.state, OA_ID)
    pair = await accept(here, answer, store, clock)
    kept = await store.kept(NAME)
    assert kept
    assert kept.pair == pair
    assert server.consents.refused(pair.access) == (0, "")
    assert pair.access_dies == NOON + timedelta(hours=25)


async def test_a_code_is_good_for_one_use_and_ten_minutes(here: Account, clock: Clock) -> None:
    store = MemoryTokenStore(clock)
    used, late = [await agreed(consent_link(here, clock()).url) for _ in range(2)]
    await accept(here, used, store, clock)
    clock.now += CODE_LASTS
    kept = await store.kept(NAME)
    for answer in (used, late):
        with pytest.raises(BadConsent, match="ten minutes"):
            await accept(here, answer, store, clock)
    assert await store.kept(NAME) == kept


async def test_a_trial_account_gets_no_refresh_token_and_is_told_so(
    here: Account, server: ZaloOaServer, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    server.consents.trial = True
    pair = await accept(here, await agreed(consent_link(here, clock()).url), MemoryTokenStore(clock), clock)
    assert (pair.refresh, pair.refresh_dies) == ("", None)
    assert "trial" in caplog.text


async def test_zalo_in_trouble_is_not_a_bad_consent(here: Account, server: ZaloOaServer, clock: Clock) -> None:
    answer = await agreed(consent_link(here, clock()).url)
    server.order(Fault("/access_token", status=502))
    with pytest.raises(SendError):
        await accept(here, answer, MemoryTokenStore(clock), clock)


def test_a_link_names_all_that_zalo_asks_for_and_no_secret() -> None:
    here = account()
    link = consent_link(here, NOON)
    found = {name: values[0] for name, values in parse_qs(urlsplit(link.url).query).items()}
    assert found == {
        "app_id": APP_ID,
        "redirect_uri": here.redirect_url,
        "code_challenge": challenge(verifier(here, link.state)),
        "state": link.state,
    }
    assert not [secret for secret in (APP_SECRET, OA_SECRET, verifier(here, link.state)) if secret in link.url]


def test_a_verifier_has_43_letters_and_digits_and_belongs_to_one_state() -> None:
    here = account()
    found = {verifier(here, consent_link(here, NOON).state) for _ in range(200)}
    assert len(found) == 200
    assert all(re.fullmatch("[A-Za-z0-9]{43}", one) for one in found)


def test_the_challenge_is_that_of_the_standard() -> None:
    assert challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_a_state_holds_for_a_day() -> None:
    here = account()
    state = consent_link(here, NOON).state
    check_state(here, state, NOON + LASTS)
    with pytest.raises(BadConsent, match="older than a day"):
        check_state(here, state, NOON + LASTS + timedelta(seconds=1))


@pytest.mark.parametrize("state", ["", "-", "x", "1-2-3", "1795323600-abc-", "\udcff", "ạ-b-c"], ids=ascii)
async def test_a_state_of_somebody_else_is_refused(
    state: str, here: Account, server: ZaloOaServer, clock: Clock
) -> None:
    foreign = Account("1", "another secret", "x")
    for given in (state, consent_link(foreign, NOON).state):
        with pytest.raises(BadConsent, match="does not belong"):
            await accept(here, Answer("code", given), MemoryTokenStore(clock), clock)
    assert not server.calls


@pytest.mark.parametrize(
    "url", ["", "https://xa.example.vn/zalo", "https://x/?state=a", "https://x/?code=a", "code=a&state=b"]
)
def test_an_address_without_a_code_is_refused(url: str) -> None:
    with pytest.raises(BadConsent, match="open the link again"):
        read_answer(url)
