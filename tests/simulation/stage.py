"""Where a simulated world plays: its clock, its database, its people, and whoever watches all of it."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from math import inf
from random import Random
from typing import TypeVar

from bot.storage.database import Transaction
from tests.channels.simulated_time import now
from tests.simulation.database import Road, SimulatedDatabase
from tests.simulation.judge import Judge
from tests.simulation.machines import Machine
from tests.simulation.network import Network
from tests.simulation.people import Citizen
from tests.simulation.register import Register
from tests.simulation.staff import BEGINNING, Member
from tests.simulation.store import Moved, Store

T = TypeVar("T")
_OPEN = """
SELECT id FROM deliveries WHERE state = 'waiting' UNION ALL
SELECT id FROM mailings WHERE state = 'spelling' OR state = 'stopped' AND settled_at IS NULL UNION ALL
SELECT id FROM mailings WHERE state = 'open'
  AND NOT EXISTS (SELECT 1 FROM deliveries WHERE mailing = mailings.id AND state = 'later')
LIMIT 1
"""
LOOK = 0.4  # seconds between two looks of whoever waits for something
RINGS = 0.8  # of what is to be sent, that machines are told; the rest they find by looking


async def until(holds: Callable[[], bool], seconds: float = inf) -> bool:
    """Whether it came to hold within so many seconds."""
    end = now() + seconds
    while not holds():
        if now() > end:
            return False
        await asyncio.sleep(LOOK)
    return True


class Stage:
    """One world. Everything by chance in it comes from its seed."""

    def __init__(self, seed: int, store: Store, staff: dict[str, Member], citizens: dict[str, Citizen]) -> None:
        self.seed, self.chance = seed, Random(seed)
        self.store, self.staff, self.citizens = store, staff, citizens
        self.begins = BEGINNING + self.chance.choice((timedelta(), timedelta(), timedelta(hours=9, seconds=-20)))
        self.leapt = timedelta()
        homes = {place: one for one in citizens.values() for place in one.addresses}
        self.register = Register()
        self.judge = Judge(self.register, homes, citizens, self.clock, now)
        self.road = Road(Random(seed + 1))
        self.network = Network(
            Random(seed + 2), self.judge, lambda place: place in homes and place in homes[place].gone
        )
        self.machines: dict[Machine, SimulatedDatabase] = {}
        self.dead: list[Machine] = []
        self.numbers = count()
        self.buttons, self.rate = self.chance.choice((0, 8)), self.chance.choice((2.0, 5.0, 12.0))
        self.intruder: Member | None = None
        self.overheard: tuple[Member | None, str] = (None, "")  # whose second factor was seen, and what it was

    def clock(self) -> datetime:
        """The hour on every wall."""
        return self.begins + timedelta(seconds=now()) + self.leapt

    def leap(self, by: timedelta) -> None:
        """So much time passes while every machine sleeps."""
        self.leapt += by
        self.judge.tell("everybody sleeps for", by)
        self.judge.troubles += 1

    async def act(self, work: Callable[[Transaction], T], then: Callable[[T], object] = lambda result: None) -> T:
        """What people ask of the database and what they remember of it, at one moment, as soon as it is there."""
        await until(lambda: not self.road.away)
        result, moved, outgoing = self.store.unit(work)
        self.kept(moved, None, outgoing)
        then(result)
        return result

    def bury(self, machine: Machine) -> None:
        """It stops for good."""
        machine.stop()
        self.judge.tell(machine.name, "dies")
        del self.machines[machine]
        self.dead.append(machine)

    async def busy(self, seconds: float) -> None:
        """Until something is on its way, at most so long."""
        await until(lambda: bool(self.store.look("SELECT 1 FROM claims LIMIT 1")), seconds)

    def open(self) -> list[tuple[object, ...]]:
        """Rows that still wait, and mailings that are not done with."""
        return self.store.look(_OPEN)

    async def settled(self, seconds: float) -> bool:
        """Whether everything came to rest in this time."""
        return await until(lambda: not self.open(), seconds)

    async def rest(self, duration: timedelta) -> None:
        """A long time in which nothing happens: it is left out, once all that is under way has come to rest."""
        await self.settled(15)
        self.leap(duration)

    def kept(self, moved: list[Moved], by: Machine | None, outgoing: bool, asked: datetime | None = None) -> None:
        """A unit of work is on disk; `asked` is when it was handed in, where that was not just now."""
        self.judge.kept(moved, by, asked)
        if outgoing:
            for machine, database in self.machines.items():
                if machine is by or self.chance.random() < RINGS:
                    machine.call(database.told)
