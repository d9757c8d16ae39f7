"""Fetching updates: a batch is stored before the next one is asked for, which is what confirms it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

from telegram import Bot

from bot.channels.channel import Misconfigured, SendError, Throttled, Unreadable
from bot.channels.telegram.failures import named
from bot.channels.telegram.posting import READ
from bot.channels.telegram.receive import UPDATES, read_update
from bot.messages import Incoming

LONG_POLL = 25  # seconds that Telegram may keep a question open until something happens
FIRST_PAUSE = 1.0  # seconds after a failure; each further one doubles it
LONGEST_PAUSE = 30.0
LOG = logging.getLogger(__name__)

Take = Callable[[Sequence[Incoming]], Awaitable[None]]  # returns when they are stored


class Poller:
    """`throttled` is told the seconds of a 429; `wait` is how it rests."""

    def __init__(
        self,
        bot: Bot,
        take: Take,
        clock: Callable[[], datetime],
        throttled: Callable[[float], None],
        wait: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._bot, self._take, self._clock = bot, take, clock
        self._throttled, self._wait = throttled, wait
        self._offset: int | None = None  # the first update that is not stored yet
        self._failures = 0  # in a row

    async def run(self) -> None:
        """Fetch until cancelled, through every trouble of the network.

        Raises Misconfigured where the token is refused or another process fetches for it, and whatever `take` raises;
        what was not stored is fetched again by the next run.
        """
        while True:
            try:
                updates = await named(self._fetch())
            except Misconfigured as failure:
                LOG.error("Telegram is no longer listened to: %s", failure)
                raise
            except SendError as failure:
                await self._rest(failure)
            else:
                self._failures = 0
                await self._store(updates)

    async def _fetch(self) -> list[dict[str, Any]]:
        """The updates as they came. The library would read a batch as a whole and, where it stumbles over one update,
        lose all and log what people wrote; under the name in small letters it leaves the reading to us."""
        question = {"offset": self._offset, "timeout": LONG_POLL, "allowed_updates": UPDATES}
        found = await self._bot.do_api_request("getupdates", question, read_timeout=LONG_POLL + READ)
        updates = [update for update in found if isinstance(update.get("update_id"), int)]
        if found and not updates:
            raise TypeError("updates without numbers can never be confirmed")
        return updates

    async def _store(self, updates: Sequence[dict[str, Any]]) -> None:
        incomings = [incoming for update in updates for incoming in self._read(update)]
        if incomings:
            await self._take(incomings)
        if updates:
            self._offset = max(update["update_id"] for update in updates) + 1

    def _read(self, update: dict[str, Any]) -> list[Incoming]:
        try:
            return read_update(update, self._clock())
        except Unreadable as unreadable:
            LOG.warning("update %d was left out: %s", update["update_id"], unreadable)
            return []

    async def _rest(self, failure: SendError) -> None:
        pause = min(FIRST_PAUSE * 2**self._failures, LONGEST_PAUSE)
        if isinstance(failure, Throttled):
            pause = failure.retry_after
            self._throttled(pause)
        else:
            self._failures = min(self._failures + 1, 10)
        LOG.warning("Telegram was not reached, next try in %g s: %s: %s", pause, type(failure).__name__, failure)
        await self._wait(pause)
