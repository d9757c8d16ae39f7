"""What a machine of the simulated world sees of the database: answers take their time, or do not come."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Protocol, TypeVar

from bot.storage.database import Database, Transaction
from bot.storage.errors import DatabaseUnavailable
from tests.simulation.machines import Machine, here
from tests.simulation.store import Moved, Store

T = TypeVar("T")


class Keeper(Protocol):
    """Whoever sees what was kept."""

    def clock(self) -> datetime:
        """What time it is."""

    def kept(self, moved: list[Moved], by: Machine | None, outgoing: bool, asked: datetime) -> None:
        """A unit of work that was handed in at that time has moved these."""


@dataclass
class Road:
    """The way to the database; `slow` and `cut` are how many questions suffer from it, from 0 to 1."""

    chance: Random
    slow: float = 0.0
    cut: float = 0.0  # the answer is lost, though the unit was kept
    away: bool = False

    async def there(self) -> None:
        """Raises DatabaseUnavailable."""
        if self.chance.random() < self.slow:
            await asyncio.sleep(self.chance.choice((0.005, 0.03, 0.2, 1.5)))
        if self.away:
            raise DatabaseUnavailable("nobody there")

    async def back(self) -> None:
        """Raises DatabaseUnavailable although the work is done."""
        if self.chance.random() < self.slow:
            await asyncio.sleep(self.chance.choice((0.005, 0.03, 0.2)))
        if self.chance.random() < self.cut:
            raise DatabaseUnavailable("cut off")


class SimulatedDatabase(Database):
    """Runs each unit at one moment, while nothing else happens."""

    def __init__(self, store: Store, road: Road, keeper: Keeper) -> None:
        self._store, self._road, self._keeper = store, road, keeper

    async def write(self, work: Callable[[Transaction], T], patient: bool = False) -> T:
        """What the unit returns; DatabaseUnavailable where it was not kept, or nobody knows."""
        asked = self._keeper.clock()
        await self._road.there()
        result, moved, outgoing = self._store.unit(work)
        self._keeper.kept(moved, here(), outgoing, asked)
        await self._road.back()
        return result

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """What the unit returns."""
        await self._road.there()
        result, _, _ = self._store.unit(work)
        return result

    def told(self) -> None:
        """Something is to be sent, says whoever has put it there."""
        self._ring()

    async def close(self) -> None:
        """It belongs to the world."""
