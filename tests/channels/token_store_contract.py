"""What every TokenStore keeps to. Inherit from TokenStoreContract and give it fixtures `clock` and `tokens`."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.channels.channel import KeptTokens, TokenPair, TokenStore

NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)  # in Vietnam
OA = "zalo_oa"


class Clock:
    """A clock that a test sets."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> None:
        """Let so much time go by, as `timedelta` names it."""
        self.now += timedelta(**time)


def pair(name: str) -> TokenPair:
    """Tokens that can be told apart."""
    return TokenPair(f"access-{name}", NOON + timedelta(hours=25), f"refresh-{name}", NOON + timedelta(days=90))


class TokenStoreContract:
    """The promises in bot.channels.channel.TokenStore, one test each."""

    async def test_before_the_first_consent_there_is_nothing(self, tokens: TokenStore) -> None:
        assert await tokens.kept(OA) is None
        assert not await tokens.claim(OA, "refresh-a")
        assert not await tokens.keep(OA, pair("b"), "refresh-a")

    async def test_a_pair_comes_back_as_it_was_kept(self, tokens: TokenStore) -> None:
        trial = TokenPair("access", NOON + timedelta(hours=1))
        for kept in (pair("a"), trial):
            assert await tokens.keep(OA, kept)
            assert await tokens.kept(OA) == KeptTokens(kept, NOON)
        assert await tokens.kept("another") is None

    async def test_one_of_many_at_once_may_hand_in_a_refresh_token(self, tokens: TokenStore) -> None:
        await tokens.keep(OA, pair("a"))
        assert sorted(await asyncio.gather(*(tokens.claim(OA, "refresh-a") for _ in range(8)))) == [*[False] * 7, True]
        kept = await tokens.kept(OA)
        assert kept
        assert kept.asked_at == NOON

    async def test_a_new_pair_ends_the_claim(self, tokens: TokenStore) -> None:
        await tokens.keep(OA, pair("a"))
        assert await tokens.claim(OA, "refresh-a")
        assert await tokens.keep(OA, pair("b"), "refresh-a")
        assert await tokens.kept(OA) == KeptTokens(pair("b"), NOON)
        assert not await tokens.claim(OA, "refresh-a")
        assert await tokens.claim(OA, "refresh-b")

    async def test_a_pair_takes_the_place_of_the_one_it_was_given_for_only(self, tokens: TokenStore) -> None:
        await tokens.keep(OA, pair("a"))
        await tokens.keep(OA, pair("b"))
        assert not await tokens.keep(OA, pair("c"), "refresh-a")
        await tokens.lose(OA, "refresh-a", "refused")
        await tokens.give_back(OA, "refresh-a")
        assert await tokens.kept(OA) == KeptTokens(pair("b"), NOON)

    async def test_a_claim_that_did_no_harm_may_be_made_anew_for_ever(self, tokens: TokenStore) -> None:
        await tokens.keep(OA, pair("a"))
        for _ in range(5):
            assert await tokens.claim(OA, "refresh-a")
            await tokens.give_back(OA, "refresh-a")

    async def test_a_claim_of_the_dead_may_be_made_once_more(self, tokens: TokenStore, clock: Clock) -> None:
        await tokens.keep(OA, pair("a"))
        assert await tokens.claim(OA, "refresh-a")
        clock.pass_by(seconds=59)
        assert not await tokens.claim(OA, "refresh-a")
        clock.pass_by(seconds=1)
        assert await tokens.claim(OA, "refresh-a")
        clock.pass_by(seconds=60)
        assert not await tokens.claim(OA, "refresh-a")
        kept = await tokens.kept(OA)
        assert kept
        assert kept.lost

    async def test_what_is_lost_stays_lost_until_a_new_consent(self, tokens: TokenStore, clock: Clock) -> None:
        await tokens.keep(OA, pair("a"))
        await tokens.lose(OA, "refresh-a", "Zalo answered -14014")
        clock.pass_by(days=1)
        assert not await tokens.claim(OA, "refresh-a")
        kept = await tokens.kept(OA)
        assert kept
        assert kept.lost == "Zalo answered -14014"
        await tokens.keep(OA, pair("b"))
        assert await tokens.claim(OA, "refresh-b")
