"""Stand-ins for what lies beyond a border; each passes the same contract tests as the real thing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.channels.channel import KeptTokens, Letter, TokenPair


class MemoryMailbox:
    """A Mailbox that lives as long as the test."""

    def __init__(self) -> None:
        self._letters: list[Letter] = []
        self._put: dict[tuple[str, str], tuple[int, ...]] = {}

    async def put(self, account: str, bodies: Sequence[Mapping[str, object]], key: str) -> tuple[int, ...]:
        """Append, once for each key of an account."""
        if key and (account, key) in self._put:
            return self._put[account, key]
        first = len(self._letters) + 1
        self._letters += [Letter(first + place, account, body) for place, body in enumerate(bodies)]
        ids = tuple(range(first, len(self._letters) + 1))
        if ids:
            self._put[account, key] = ids
        return ids

    async def after(self, account: str, seen: int, most: int = 60) -> Sequence[Letter]:
        """Letters above `seen`, oldest first; below zero the newest."""
        letters = [letter for letter in self._letters if letter.account == account and letter.id > seen]
        return letters[-most:] if seen < 0 else letters[:most]


class MemoryMediaCache:
    """A MediaCache that lives as long as the test; `ids` by (channel, key)."""

    def __init__(self) -> None:
        self.ids: dict[tuple[str, str], str] = {}

    async def get(self, channel: str, key: str) -> str | None:
        """The id that was put."""
        return self.ids.get((channel, key))

    async def put(self, channel: str, key: str, id: str) -> None:
        """Keep it."""
        self.ids[channel, key] = id


class MemoryTokenStore:
    """A TokenStore that lives as long as the test; `kept_by` by channel, `shown` by refresh token."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self.kept_by: dict[str, KeptTokens] = {}
        self.shown: dict[str, int] = {}

    async def kept(self, channel: str) -> KeptTokens | None:
        """The pair in use."""
        return self.kept_by.get(channel)

    async def claim(self, channel: str, refresh: str) -> bool:
        """Whether the caller may hand in this refresh token."""
        kept, now = self._of(channel, refresh), self._clock()
        if kept is None or kept.lost or (kept.asked_at and now < kept.asked_at + timedelta(seconds=60)):
            return False
        if self.shown.get(refresh, 0) >= 2:
            await self.lose(channel, refresh, "asked twice without an answer")
            return False
        self.shown[refresh] = self.shown.get(refresh, 0) + 1
        self.kept_by[channel] = replace(kept, asked_at=now)
        return True

    async def give_back(self, channel: str, refresh: str) -> None:
        """Anybody may make the claim anew."""
        if kept := self._of(channel, refresh):
            self.shown[refresh] = max(0, self.shown.get(refresh, 0) - 1)
            self.kept_by[channel] = replace(kept, asked_at=None)

    async def lose(self, channel: str, refresh: str, why: str) -> None:
        """The network does not take this refresh token any more."""
        if kept := self._of(channel, refresh):
            self.kept_by[channel] = replace(kept, asked_at=None, lost=why)

    async def keep(self, channel: str, pair: TokenPair, instead_of: str | None = None) -> bool:
        """Keep a pair."""
        if instead_of is not None and self._of(channel, instead_of) is None:
            return False
        self.kept_by[channel] = KeptTokens(pair, self._clock())
        return True

    def _of(self, channel: str, refresh: str) -> KeptTokens | None:
        kept = self.kept_by.get(channel)
        return kept if kept and kept.pair.refresh == refresh else None
