"""The account is never lost by our own doing, and where it is lost the operator hears of it and all else goes on."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta

import pytest

from bot.channels.channel import Misconfigured, Part, SendError, TokenPair, TokenStore, Unavailable
from bot.channels.zalo_oa.account import NAME
from bot.channels.zalo_oa.consent import consent_link
from bot.channels.zalo_oa.http import Http
from bot.channels.zalo_oa.oauth import OAuth
from bot.channels.zalo_oa.tokens import EARLY, Tokens
from bot.messages import Paragraph, Priority
from bot.storage.database import open_database
from bot.storage.delivery.account_tokens import DatabaseTokenStore
from tests.channels.token_store_contract import Clock
from tests.channels.zalo_oa.opened import LAN, LAN_ID, account, first_pair, opened
from tests.fakes import MemoryTokenStore
from tests.zalo_oa_server.calls import Fault
from tests.zalo_oa_server.limits import ACCESS_LASTS, CONSULTATION, REFRESH_LASTS
from tests.zalo_oa_server.server import ZaloOaServer

TOKENS = "/v4/oa/access_token"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def zalo(clock: Clock) -> AsyncIterator[ZaloOaServer]:
    async with ZaloOaServer(clock) as running:
        running.person(LAN_ID)
        yield running


@pytest.fixture
def store(clock: Clock) -> MemoryTokenStore:
    return MemoryTokenStore(clock)


@pytest.fixture
async def tokens(zalo: ZaloOaServer, store: MemoryTokenStore, clock: Clock) -> AsyncIterator[Tokens]:
    await first_pair(zalo, store, clock)
    async with process(zalo, store, clock) as one:
        yield one


@asynccontextmanager
async def process(zalo: ZaloOaServer, store: TokenStore, clock: Clock) -> AsyncIterator[Tokens]:
    """The tokens as one process has them; its waits let the time go by."""
    here = account(zalo.url)
    http = Http()

    async def wait(seconds: float) -> None:
        clock.pass_by(seconds=seconds)
        await asyncio.sleep(0.001)

    tokens = Tokens(OAuth(here, http, clock), store, clock, lambda: consent_link(here, clock()).url, wait)
    try:
        yield tokens
    finally:
        await tokens.close()
        await http.close()


def living(zalo: ZaloOaServer, access: str) -> bool:
    return zalo.consents.refused(access)[0] == 0


async def test_a_token_is_used_until_shortly_before_it_dies(tokens: Tokens, zalo: ZaloOaServer, clock: Clock) -> None:
    first = await tokens.access()
    clock.now += ACCESS_LASTS - EARLY - timedelta(seconds=1)
    assert await tokens.access() == first
    clock.pass_by(seconds=1)
    assert await tokens.access() != first
    assert (living(zalo, await tokens.access()), len(zalo.consents.burned)) == (True, 1)


async def test_many_at_once_ask_once(tokens: Tokens, zalo: ZaloOaServer, clock: Clock) -> None:
    clock.now += ACCESS_LASTS
    assert len(set(await asyncio.gather(*(tokens.access() for _ in range(50))))) == 1
    assert len(zalo.consents.burned) == 1


async def test_a_refused_token_is_renewed_once_for_all_who_met_the_refusal(tokens: Tokens, zalo: ZaloOaServer) -> None:
    refused = await tokens.access()
    zalo.consents.kill_access()
    found = await asyncio.gather(*(tokens.instead_of(refused) for _ in range(20)))
    assert (len(set(found)), living(zalo, found[0]), len(zalo.consents.burned)) == (1, True, 1)


async def test_a_token_that_another_process_has_renewed_is_taken_from_the_store(
    tokens: Tokens, zalo: ZaloOaServer, store: MemoryTokenStore, clock: Clock
) -> None:
    old = await tokens.access()
    async with process(zalo, store, clock) as other:
        new = await other.instead_of(old)
        assert await tokens.instead_of(old) == new
    assert len(zalo.consents.burned) == 1


async def test_the_new_pair_is_kept_before_it_is_used(zalo: ZaloOaServer, clock: Clock) -> None:
    class Full(MemoryTokenStore):
        full = False

        async def keep(self, channel: str, pair: TokenPair, instead_of: str | None = None) -> bool:
            if self.full:
                raise OSError("disk full")
            return await super().keep(channel, pair, instead_of)

    store = Full(clock)
    await first_pair(zalo, store, clock)
    async with process(zalo, store, clock) as tokens:
        clock.now += ACCESS_LASTS
        store.full = True
        for _ in range(2):
            with pytest.raises(OSError, match="disk full"):
                await tokens.access()
        store.full = False
        assert living(zalo, await tokens.access())
    assert len(zalo.consents.burned) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=502),
        Fault(code=-32),
        Fault(status=200, body="{}"),
        Fault(status=200, body='{"expires_in": 5}'),
        Fault(status=200, body="<html>"),
    ],
    ids=str,
)
async def test_a_network_in_trouble_costs_nothing_while_the_token_lives(
    tokens: Tokens, zalo: ZaloOaServer, clock: Clock, fault: Fault
) -> None:
    first = await tokens.access()
    zalo.order(fault)
    clock.now += ACCESS_LASTS - EARLY
    assert [await tokens.access() for _ in range(20)] == [first] * 20
    assert len(zalo.asked(TOKENS)) == 1  # it rests between two tries
    clock.now += EARLY
    with pytest.raises(SendError) as failed:
        await tokens.access()
    assert not isinstance(failed.value, Misconfigured)
    zalo.order()
    assert living(zalo, await tokens.access())


async def test_an_answer_that_was_lost_is_the_account_and_the_operator_hears_of_it(
    tokens: Tokens, zalo: ZaloOaServer, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    clock.now += ACCESS_LASTS
    zalo.order(Fault(TOKENS, drop=True, done=True, times=1))
    with pytest.raises(Unavailable):
        await tokens.access()
    for _ in range(3):
        with pytest.raises(Misconfigured, match="camtay zalo login"):
            await tokens.access()
    [alarm] = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert f"{zalo.url}/v4/oa/permission?" in alarm.getMessage()
    assert len(zalo.consents.burned) == 2  # the old token was tried once more, and then left alone


async def test_a_new_consent_brings_everything_back(
    tokens: Tokens, zalo: ZaloOaServer, store: MemoryTokenStore, clock: Clock
) -> None:
    clock.now += REFRESH_LASTS
    with pytest.raises(Misconfigured):
        await tokens.access()
    await first_pair(zalo, store, clock)
    assert living(zalo, await tokens.access())


async def test_a_consent_while_tokens_are_renewed_is_the_one_that_holds(
    tokens: Tokens, zalo: ZaloOaServer, store: MemoryTokenStore, clock: Clock
) -> None:
    clock.now += ACCESS_LASTS
    zalo.order(Fault(TOKENS, hold=True, times=1, status=200, body='{"access_token": "a", "refresh_token": "b"}'))
    asking = asyncio.create_task(tokens.access())
    await zalo.holding.wait()
    consented = await first_pair(zalo, store, clock)
    zalo.release()
    assert await asking == consented.access
    kept = await store.kept(NAME)
    assert kept
    assert kept.pair == consented


async def test_before_the_first_consent_the_operator_is_told_what_to_do(
    zalo: ZaloOaServer, store: MemoryTokenStore, clock: Clock
) -> None:
    async with process(zalo, store, clock) as tokens:
        with pytest.raises(Misconfigured, match="camtay zalo login"):
            await tokens.access()
    assert not zalo.calls


async def test_a_trial_account_lives_as_long_as_its_access_token(
    zalo: ZaloOaServer, store: MemoryTokenStore, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    zalo.consents.trial = True
    pair = await first_pair(zalo, store, clock)
    async with process(zalo, store, clock) as tokens:
        clock.now += ACCESS_LASTS - timedelta(seconds=1)
        assert await tokens.access() == pair.access
        assert "trial" in caplog.text
        clock.pass_by(seconds=1)
        with pytest.raises(Misconfigured, match="dùng thử"):
            await tokens.access()
    assert not zalo.calls


async def test_an_alarm_comes_two_weeks_before_the_end(
    tokens: Tokens, zalo: ZaloOaServer, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    zalo.order(Fault(TOKENS, status=502))
    clock.now += REFRESH_LASTS - timedelta(days=14, seconds=1)
    await tokens.tend()
    assert not [record for record in caplog.records if record.levelno == logging.ERROR]
    clock.pass_by(seconds=1)
    for _ in range(3):
        await tokens.tend()
    [alarm] = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert "dies on" in alarm.getMessage()
    zalo.order(Fault(TOKENS, code=-14014))
    for _ in range(3):
        await tokens.tend()
    _, alarm = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert "Zalo answered -14014" in alarm.getMessage()


async def test_whoever_is_tended_never_comes_near_the_end(tokens: Tokens, zalo: ZaloOaServer, clock: Clock) -> None:
    for _ in range(400):
        clock.pass_by(hours=12)
        await tokens.tend()
    assert living(zalo, await tokens.access())


async def test_who_is_cancelled_does_not_cancel_the_asking(
    tokens: Tokens, zalo: ZaloOaServer, store: MemoryTokenStore, clock: Clock
) -> None:
    clock.now += ACCESS_LASTS
    asking = asyncio.create_task(tokens.access())
    await asyncio.sleep(0)
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    await tokens.close()
    kept = await store.kept(NAME)
    assert kept
    assert living(zalo, kept.pair.access)


async def test_an_expiry_may_be_a_text_or_a_number_or_nonsense(zalo: ZaloOaServer, clock: Clock) -> None:
    told = {"90000": 90000, 90000: 90000, "x": 3600, None: 3600, -5: 3600, "1e99": 3600}
    http = Http()
    for expires_in, seconds in told.items():
        answer = f'{{"access_token": "a", "refresh_token": "r", "expires_in": {_json(expires_in)}}}'
        zalo.order(Fault(TOKENS, status=200, body=answer))
        pair = await OAuth(account(zalo.url), http, clock).refresh("r")
        assert pair.access_dies == clock() + timedelta(seconds=seconds)
    await http.close()


def _json(value: object) -> str:
    return "null" if value is None else f'"{value}"' if isinstance(value, str) else str(value)


async def test_a_send_renews_a_dead_token_once_and_is_sent_once(
    zalo: ZaloOaServer, store: MemoryTokenStore, clock: Clock
) -> None:
    await first_pair(zalo, store, clock)
    async with opened(zalo, clock, store=store) as channel:
        hello = channel.prepare([Part((Paragraph("Chào bác."),))])
        await channel.send(LAN, hello, Priority.REPLY)
        zalo.consents.kill_access()
        await channel.send(LAN, hello, Priority.REPLY)
        assert len(zalo.person(LAN_ID).sees) == 2
        zalo.order(Fault(CONSULTATION, code=-220))
        asked = len(zalo.asked(CONSULTATION))
        with pytest.raises(Misconfigured):
            await channel.send(LAN, hello, Priority.REPLY)
        assert len(zalo.asked(CONSULTATION)) == asked + 2


@asynccontextmanager
async def processes(
    url: str, zalo: ZaloOaServer, clock: Clock, many: int
) -> AsyncIterator[tuple[list[Tokens], DatabaseTokenStore]]:
    """So many processes with the same database, the account consented to."""
    async with AsyncExitStack() as stack:
        stores = [
            DatabaseTokenStore(await stack.enter_async_context(await open_database(url)), clock) for _ in range(many)
        ]
        await first_pair(zalo, stores[0], clock)
        yield [await stack.enter_async_context(process(zalo, store, clock)) for store in stores], stores[0]


async def test_two_processes_that_renew_at_once_never_lose_the_account(
    database_url: str, zalo: ZaloOaServer, clock: Clock
) -> None:
    async with processes(database_url, zalo, clock, 2) as (both, store):
        for turn in range(10):
            clock.now += ACCESS_LASTS
            found = await asyncio.gather(*(one.access() for one in both for _ in range(3)))
            kept = await store.kept(NAME)
            assert kept
            assert set(found) == {kept.pair.access}
            assert living(zalo, found[0])
            assert len(zalo.consents.burned) == turn + 1


class Killed(BaseException):
    """As a process that is no more."""


async def die_at(step: str, tokens: Tokens) -> None:
    """Let this process end just before a step, as by kill -9: nothing is cleaned up."""

    async def dies(*_: object) -> None:
        raise Killed

    holder = tokens._oauth if step == "refresh" else tokens._store
    setattr(holder, step, dies)
    with pytest.raises(Killed):
        await tokens.access()


async def test_a_process_that_dies_before_it_asked_costs_a_minute(
    database_url: str, zalo: ZaloOaServer, clock: Clock
) -> None:
    async with processes(database_url, zalo, clock, 2) as ((dies, lives), _):
        clock.now += ACCESS_LASTS
        await die_at("refresh", dies)
        before = clock()
        assert living(zalo, await lives.access())
        assert timedelta(seconds=59) <= clock() - before <= timedelta(seconds=61)


async def test_a_process_that_dies_over_the_answer_costs_the_account_and_raises_the_alarm(
    database_url: str, zalo: ZaloOaServer, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    async with processes(database_url, zalo, clock, 2) as ((dies, lives), store):
        clock.now += ACCESS_LASTS
        await die_at("keep", dies)
        dies._unkept = None
        with pytest.raises(Misconfigured, match="camtay zalo login"):
            await lives.access()
        kept = await store.kept(NAME)
        assert kept
        assert kept.lost == "Zalo answered -14014"
        assert "/v4/oa/permission?" in caplog.text
        assert len(zalo.consents.burned) == 2


async def test_two_deaths_over_one_token_are_not_followed_by_a_third_try(
    database_url: str, zalo: ZaloOaServer, clock: Clock
) -> None:
    async with processes(database_url, zalo, clock, 3) as ((one, other, lives), _):
        clock.now += ACCESS_LASTS
        await die_at("refresh", one)
        await die_at("refresh", other)
        with pytest.raises(Misconfigured):
            await lives.access()
        assert not zalo.consents.burned
