"""The account's tokens: one request of all processes asks for the next pair, which is kept before it is used.

Zalo's refresh token is good for one use. Whoever uses it twice, or loses the answer, has lost the account until the
operator consents again; so the wish is kept first, and a pair that cannot be kept is held until it can.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.channels.channel import (
    KeptTokens,
    Misconfigured,
    SendError,
    Throttled,
    TokenPair,
    TokenStore,
    Unavailable,
)
from bot.channels.zalo_oa.account import NAME
from bot.channels.zalo_oa.answer import NotTaken
from bot.channels.zalo_oa.failures import PAUSE, SPENT, Refusal
from bot.channels.zalo_oa.oauth import OAuth
from bot.translations import mark

EARLY = timedelta(minutes=10)  # before an access token dies, the next is asked for
REST = timedelta(minutes=1)  # between two early tries that fail
ALARM = timedelta(days=14)  # before a refresh token dies that could not be used
LOOK = 0.5  # seconds between two looks at whether another process has the new pair
NEVER = mark("Official Account chưa được cấp quyền. Chạy lệnh camtay zalo login.")
TRIAL = mark("Official Account dùng thử phải cấp quyền lại mỗi ngày. Chạy lệnh camtay zalo login.")
LOST = mark("Zalo đã hủy quyền của Official Account. Chạy lệnh camtay zalo login để cấp quyền lại.")
LOG = logging.getLogger(__name__)

_TROUBLE = "the tokens of Zalo's Official Account could not be renewed: "


class Tokens:
    """`link` gives the address at which the operator consents anew, for the alarms."""

    def __init__(
        self,
        oauth: OAuth,
        store: TokenStore,
        clock: Callable[[], datetime],
        link: Callable[[], str],
        wait: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._oauth, self._store, self._clock, self._link, self._wait = oauth, store, clock, link, wait
        self._pair: TokenPair | None = None
        self._unkept: tuple[TokenPair, str] | None = None  # with the refresh token that it was given for
        self._renewing: asyncio.Task[TokenPair] | None = None
        self._early_again: datetime | None = None
        self._alarmed = ("", "")  # the token that the last alarm was about, and why

    async def access(self) -> str:
        """The token to sign a call with. Raises Misconfigured where only a consent helps, else a SendError."""
        pair, now = self._pair, self._clock()
        if pair and (now < pair.access_dies - EARLY or (self._early_again and now < self._early_again)):
            return pair.access
        try:
            pair = await self._renewed("")
        except (Unavailable, Throttled) as failure:
            if pair is None or now >= pair.access_dies:
                raise
            self._early_again = min(now + REST, pair.access_dies)
            LOG.warning("%s%s", _TROUBLE, failure)
        return pair.access

    async def instead_of(self, access: str) -> str:
        """Another token than this one, which Zalo has refused; raises as `access` does."""
        if self._pair and self._pair.access != access:
            return await self.access()
        return (await self._renewed(access)).access

    async def tend(self) -> None:
        """Once an hour: renew what is about to die, and raise the alarm two weeks before it cannot be renewed."""
        try:
            await self.access()
        except SendError as failure:
            LOG.warning("%s%s", _TROUBLE, failure)
        kept = await self._store.kept(NAME)
        dies = kept.pair.refresh_dies if kept and not kept.lost else None
        if kept and dies and self._clock() >= dies - ALARM:
            self._alarm(kept.pair.refresh, f"its refresh token dies on {dies:%d/%m/%Y}")

    async def close(self) -> None:
        """Let a request for a new pair come to its end: its answer is not to be lost."""
        if self._renewing:
            await asyncio.wait((self._renewing,))

    async def _renewed(self, refused: str) -> TokenPair:
        """A pair whose access token lives and is not the refused one. Who is cancelled does not cancel the asking."""
        if self._renewing is None:
            self._renewing = asyncio.create_task(self._renew(refused), name="zalo_oa tokens")
            self._renewing.add_done_callback(self._ended)
        return await asyncio.shield(self._renewing)

    def _ended(self, renewing: asyncio.Task[TokenPair]) -> None:
        self._renewing = None
        if not renewing.cancelled() and renewing.exception() is None:
            self._pair, self._early_again = renewing.result(), None

    async def _renew(self, refused: str) -> TokenPair:
        await self._keep()
        while True:
            kept = await self._store.kept(NAME)
            if kept is None:
                raise Misconfigured(NEVER)
            if kept.pair.access != refused and not self._tired(kept.pair):
                return kept.pair
            if kept.lost or not kept.pair.refresh:
                return self._last(kept, refused)
            if await self._store.claim(NAME, kept.pair.refresh):
                return await self._ask(kept.pair.refresh)
            await self._wait(LOOK)

    async def _ask(self, refresh: str) -> TokenPair:
        """The next pair, kept; the claim is made."""
        try:
            pair = await self._oauth.refresh(refresh)
        except Refusal as refusal:
            failure = await self._refused(refresh, refusal.code)
        except SendError as error:
            # Whether Zalo has burned the token nobody knows; if so, the next try is refused and ends it.
            await self._store.give_back(NAME, refresh)
            failure = error if isinstance(error, NotTaken) else Unavailable(f"no new tokens: {error}")
        else:
            self._unkept = pair, refresh
            return pair if await self._keep() else await self._renew("")
        raise failure

    async def _refused(self, refresh: str, code: int) -> SendError:
        """Every code is final: the documentation names none for a refresh token that was used."""
        if code == SPENT:
            await self._store.give_back(NAME, refresh)
            return Throttled(PAUSE)
        why = f"Zalo answered {code}"
        await self._store.lose(NAME, refresh, why)
        kept = await self._store.kept(NAME)
        if kept and kept.pair.refresh != refresh:  # another process was faster, the account is well
            return Unavailable("another process has the new tokens")
        self._alarm(refresh, why)
        return Misconfigured(LOST)

    async def _keep(self) -> bool:
        """Keep what could not be kept before: an unkept pair is the account. False where a new consent was faster."""
        kept = self._unkept is None or await self._store.keep(NAME, *self._unkept)
        self._unkept = None
        return kept

    def _last(self, kept: KeptTokens, refused: str) -> TokenPair:
        """The pair for as long as it lives: no other follows without a consent."""
        pair = kept.pair
        self._alarm(pair.refresh or pair.access, kept.lost or "a trial account has no refresh token")
        if pair.access != refused and self._clock() < pair.access_dies:
            return pair
        raise Misconfigured(LOST if kept.lost else TRIAL)

    def _tired(self, pair: TokenPair) -> bool:
        return self._clock() >= pair.access_dies - EARLY

    def _alarm(self, token: str, why: str) -> None:
        """Once for each token and reason in this process."""
        if self._alarmed != (token, why):
            self._alarmed = (token, why)
            LOG.error("%s%s. Consent again: run `camtay zalo login`, or open %s", _TROUBLE, why, self._link())
