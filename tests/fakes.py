"""Stand-ins for what lies beyond a border; each passes the same contract tests as the real thing."""

from collections.abc import Mapping, Sequence

from bot.channels.channel import Letter


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
