"""Fetching updates: one at a time, and stored before the next is asked for, because the network keeps none of them."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from bot.channels.channel import Misconfigured, SendError, Throttled, Uncertain, Unreadable
from bot.channels.zalo_bot.failures import Idle
from bot.channels.zalo_bot.receive import read_event
from bot.channels.zalo_bot.request import Api
from bot.messages import Incoming

LONG_POLL = 30  # seconds that Zalo may keep a question open until something happens; its own default
MARGIN = 10.0  # seconds more until a question counts as lost
FIRST_PAUSE = 1.0  # seconds after a failure; each further one doubles it
LONGEST_PAUSE = 30.0
LOG = logging.getLogger(__name__)

Take = Callable[[Sequence[Incoming]], Awaitable[None]]  # returns when they are stored


class Poller:
    """`left` holds what was fetched and is not stored yet, also of an earlier poller: the network has forgotten it.

    `throttled` is told the seconds of a 429; `wait` is how it rests.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - a seam for each thing that a test drives
        self,
        api: Api,
        take: Take,
        left: list[Incoming],
        clock: Callable[[], datetime],
        throttled: Callable[[float], None],
        wait: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._api, self._take, self._left, self._clock = api, take, left, clock
        self._throttled, self._wait = throttled, wait
        self._failures = 0  # in a row

    async def run(self) -> None:
        """Fetch until cancelled, through every trouble of the network.

        Raises Misconfigured where the token is refused, and whatever `take` raises; what was not stored then is
        stored by the next run before it fetches anything.
        """
        while True:
            await self._store()
            try:
                event = await self._fetch()
            except Misconfigured as failure:
                LOG.error("Zalo is no longer listened to: %s", failure)
                raise
            except SendError as failure:
                await self._rest(failure)
            else:
                self._failures = 0
                self._left += self._read(event) if event else []

    async def _fetch(self) -> dict[str, object] | None:
        """The next event; None where none came in time, which the network says as an error."""
        try:
            event = await self._api.ask("getUpdates", {"timeout": LONG_POLL}, read=LONG_POLL + MARGIN)
        except Idle:
            return None
        if not isinstance(event, dict):
            raise Uncertain("what came back is no event")
        return event

    async def _store(self) -> None:
        if self._left:
            await self._take(tuple(self._left))
            self._left.clear()

    def _read(self, event: dict[str, object]) -> list[Incoming]:
        try:
            return read_event(event, self._clock())
        except Unreadable as unreadable:
            LOG.warning("an event was left out: %s", unreadable)
            return []

    async def _rest(self, failure: SendError) -> None:
        pause = min(FIRST_PAUSE * 2**self._failures, LONGEST_PAUSE)
        if isinstance(failure, Throttled):
            pause = failure.retry_after
            self._throttled(pause)
        else:
            self._failures = min(self._failures + 1, 10)
        LOG.warning("Zalo was not reached, next try in %g s: %s: %s", pause, type(failure).__name__, failure)
        await self._wait(pause)
