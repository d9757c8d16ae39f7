"""Waiting for something to become true, without sleeping."""

import asyncio
from collections.abc import Callable

PATIENCE = 10.0  # seconds after which a test would rather fail


class News:
    """Everything that happens at the server is told here; whoever waits looks again."""

    def __init__(self) -> None:
        self._condition = asyncio.Condition()

    async def spread(self) -> None:
        """Let everybody who waits look again."""
        async with self._condition:
            self._condition.notify_all()

    async def until(self, wish: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Return as soon as the wish is true; raises TimeoutError when it does not come true in time."""
        async with asyncio.timeout(seconds), self._condition:
            await self._condition.wait_for(wish)
