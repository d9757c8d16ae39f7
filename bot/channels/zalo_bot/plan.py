"""The plan of one bot: how many messages may leave in a month, counted together with every other process."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.channels.channel import Misconfigured, Usage
from bot.channels.zalo_bot.receive import NAME
from bot.vietnamese.moments import VIETNAM

FREE = 3000  # messages a month; official documentation of the free plan
WARNING = 0.8  # part of the plan at which the operator is told
GATHER = 1.0  # seconds between two writes of the count
LOG = logging.getLogger(__name__)


class Plan:
    """`most` messages leave in a month of Vietnam's, 0 for any number; belongs to one event loop."""

    def __init__(
        self,
        usage: Usage,
        most: int,
        clock: Callable[[], datetime],
        wait: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._usage, self.most = usage, most
        self._clock, self._wait = clock, wait
        self._month = self._warned = ""
        self._kept = 0  # messages of the month, of all processes, when this one last looked
        self._fresh = 0  # messages of this process that are not kept yet
        self._lock = asyncio.Lock()
        self._writing: asyncio.Task[None] | None = None

    @property
    def used(self) -> int:
        """Messages of this month, as far as this process knows."""
        return self._kept + self._fresh

    async def admit(self) -> None:
        """Returns where one more message is in the plan; raises Misconfigured where the month's are used up."""
        month = self._clock().astimezone(VIETNAM).strftime("%Y-%m")
        if month != self._month:
            await self._begin(month)
        if self.most and self.used >= self.most:
            raise Misconfigured(f"all {self.most} messages of {month} that the plan of the Zalo bot allows are used")

    def spend(self) -> None:
        """One message has left, or may have; written down within a second, together with others."""
        self._fresh += 1
        self._warn()
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._keep_writing())
            self._writing.add_done_callback(_tell_failure)

    async def close(self) -> None:
        """Write down what is not kept yet."""
        async with self._lock:  # a write that is cut off might have counted or not
            if self._writing:
                self._writing.cancel()
        if self._writing:
            await asyncio.gather(self._writing, return_exceptions=True)
        await self._write()

    async def _begin(self, month: str) -> None:
        await self._write()
        kept = await self._usage.add(NAME, month, 0)
        self._month, self._kept = month, kept
        self._warn()

    async def _keep_writing(self) -> None:
        while self._fresh:
            await self._wait(GATHER)
            await self._write()

    async def _write(self) -> None:
        async with self._lock:
            taken, month = self._fresh, self._month
            if taken:
                self._kept = await self._usage.add(NAME, month, taken)
                self._fresh -= taken

    def _warn(self) -> None:
        if self.most and self.used >= self.most * WARNING and self._warned != self._month:
            self._warned = self._month
            LOG.warning("%s: %d of the %d messages of %s are used", NAME, self.used, self.most, self._month)


def _tell_failure(writing: "asyncio.Task[None]") -> None:
    """What could not be written down is kept with the next messages."""
    if not writing.cancelled() and (failure := writing.exception()):
        LOG.warning("%s: the count of the month's messages waits: %s", NAME, type(failure).__name__)
