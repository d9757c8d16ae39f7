"""Turns to send one message each: for the whole bot under its budget, and for each person one after another."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from math import inf

from bot.channels.budget import Budget, Leave
from bot.messages import Priority

RATE = 5.0  # messages a second over all chats; the network publishes no figure, this is a careful one
CHAT_RATE = 1.0  # messages a second to one person; no published figure either
GUARD = 0.01  # seconds more, because messages do not all travel equally fast
MOST_CHATS = 1000  # beyond these, chats that are free again are forgotten


class Turns:
    """The pace of one bot; belongs to one event loop. `chat_rate` 0 knows no limit for one person."""

    def __init__(
        self,
        budget: Budget,
        chat_rate: float = CHAT_RATE,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self.budget = budget
        self._gap = 1 / chat_rate + GUARD if chat_rate else 0.0
        self._clock, self._wait = clock, wait
        self._free: OrderedDict[str, float] = OrderedDict()  # when each chat may be written to again

    async def take(self, chat: str, priority: Priority) -> Leave:
        """Returns when one message may leave for this chat; who waits for a chat holds nobody else up."""
        while True:
            while (pause := self._free.get(chat, -inf) - self._clock()) > 0:
                await self._wait(pause)
            leave = await self.budget.turn(priority)
            if self._reserve(chat):
                return leave  # else another message for this chat was quicker, and this turn of the bot's is lost

    def _reserve(self, chat: str) -> bool:
        if not self._gap:
            return True
        now = self._clock()
        if self._free.get(chat, -inf) > now:
            return False
        self._free[chat] = now + self._gap
        self._free.move_to_end(chat)
        while len(self._free) > MOST_CHATS and next(iter(self._free.values())) <= now:
            self._free.popitem(last=False)
        return True
