"""Wakes open pages: at once for what this process puts into a mailbox, after a look for what another one did."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.channels.channel import Letter, Mailbox

LOOK = 0.25  # seconds between two looks at what other processes have put


class Bell:
    """A mailbox that rings. `newest` gives the highest id in all mailboxes, cheaply."""

    def __init__(self, mailbox: Mailbox, newest: Callable[[], Awaitable[int]]) -> None:
        self._mailbox, self._newest = mailbox, newest
        self._waiting: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self._seen = 0

    async def put(self, account: str, bodies: Sequence[Mapping[str, object]], key: str) -> tuple[int, ...]:
        """As Mailbox.put, then wake the account's pages."""
        ids = await self._mailbox.put(account, bodies, key)
        self._ring(account)
        return ids

    async def after(self, account: str, seen: int, most: int = 60) -> Sequence[Letter]:
        """As Mailbox.after."""
        return await self._mailbox.after(account, seen, most)

    async def wait(self, account: str, seconds: float) -> None:
        """Return when there may be something new for the account, at the latest after `seconds`."""
        event = asyncio.Event()
        self._waiting[account].add(event)
        try:
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            return
        finally:
            self._leave(account, event)

    async def look(self) -> None:
        """Wake everybody when another process has put something; costs nothing while no page is open."""
        if not self._waiting:
            return
        newest = await self._newest()
        if newest > self._seen:
            self._seen = newest
            for account in tuple(self._waiting):
                self._ring(account)

    def _ring(self, account: str) -> None:
        for event in self._waiting.get(account, ()):
            event.set()

    def _leave(self, account: str, event: asyncio.Event) -> None:
        self._waiting[account].discard(event)
        if not self._waiting[account]:
            del self._waiting[account]
