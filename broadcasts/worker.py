"""The delivery engine: every lane of this process, and the work on the ledger that belongs to no lane."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime

from broadcasts.door import unharmed
from broadcasts.lane import Lane
from broadcasts.ports import Ledger, Sender
from broadcasts.waiting import either

LOOK = 0.25  # seconds between two looks where nobody rings


class Worker:
    """Runs inside `serve`, or alone; two of them on one account never send at once."""

    def __init__(
        self, lanes: Iterable[str], owner: str, ledger: Ledger, sender: Sender, clock: Callable[[], datetime]
    ) -> None:
        self._ledger, self._clock = ledger, clock
        self._lanes = [Lane(name, owner, ledger, sender, clock) for name in lanes]
        self._spell, self._tend = asyncio.Event(), asyncio.Event()

    def ring(self) -> None:
        """Something was put into the ledger, or taken out of it."""
        for bell in (self._spell, self._tend, *(lane.bell for lane in self._lanes)):
            bell.set()

    async def run(self) -> None:
        """Deliver until cancelled; what is on the wire then may arrive."""
        async with asyncio.TaskGroup() as group:
            for lane in self._lanes:
                group.create_task(lane.run(), name=f"lane {lane.name}")
            group.create_task(self._repeat(self._spell_out, self._spell), name="fan-out")
            group.create_task(self._repeat(self._ledger.tend, self._tend), name="tending")

    async def _spell_out(self, now: datetime) -> bool:
        """One piece of a recipient list; lanes may look at once for what it has added."""
        more = await self._ledger.fan_out(now)
        if more:
            for lane in self._lanes:
                lane.bell.set()
        return more

    async def _repeat(self, work: Callable[[datetime], Awaitable[bool]], bell: asyncio.Event) -> None:
        """Piece after piece as long as there is any; others get the database in between."""
        while True:
            bell.clear()
            if not await unharmed(work(self._clock()), False, "a piece of work on the ledger"):
                await either(bell, LOOK)
