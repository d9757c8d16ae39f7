"""What goes wrong in a world: machines die or are stopped for a while, the database is away, the network storms."""

import asyncio
from collections.abc import Awaitable, Callable
from random import Random

from bot.conversation.facts import Stop, StopChosen
from bot.storage.people.facts import write_facts
from tests.simulation.machinery import switch_on
from tests.simulation.machines import Machine
from tests.simulation.network import CALM, Weather
from tests.simulation.people import Citizen
from tests.simulation.stage import Stage, until

STORMS = (
    Weather(throttled=0.1),
    Weather(unavailable=0.4),
    Weather(lost=0.3),
    Weather(unanswered=0.3),
    Weather(throttled=0.05, unavailable=0.1, lost=0.1, unanswered=0.1, refused=0.03, held=0.03),
    Weather(misconfigured=0.1),
)


class Misfortune:
    """As much of it as the seed says, until it is cancelled."""

    def __init__(self, stage: Stage, chance: Random) -> None:
        self._stage, self._chance = stage, chance
        kinds = (self._kill, self._pause, self._storm, self._away, self._slow, self._cut)
        self._kinds = chance.sample(kinds, chance.randint(1, len(kinds)))
        self._pace = chance.choice((1.5, 4, 10))

    async def run(self) -> None:
        """One thing after the other, some at the same time."""
        async with asyncio.TaskGroup() as group:
            while True:
                await asyncio.sleep(self._chance.expovariate(1 / self._pace))
                if self._chance.random() < 0.6:  # at the worst moment
                    await self._stage.busy(self._pace)
                    await asyncio.sleep(self._chance.uniform(0, 0.5))
                happen: Callable[[], Awaitable[None]] = self._chance.choice(self._kinds)
                self._stage.judge.troubles += 1
                group.create_task(_of(happen))

    def _running(self) -> Machine | None:
        """Rather one that sends."""
        going = [machine for machine in self._stage.machines if not machine.stopped]
        sending = [machine for machine in going if machine.name in self._owners()]
        return self._chance.choice(sending or going) if going else None

    async def _kill(self) -> None:
        machine = self._running()
        if machine is None:
            return
        self._stage.bury(machine)
        await asyncio.sleep(self._chance.choice((0.2, 3, 12)))
        switch_on(self._stage, "again")

    async def _pause(self) -> None:
        machine = self._running()
        if machine is None:
            return
        machine.stop()
        self._stage.judge.tell(machine.name, "is stopped")
        await self._sleep(machine)
        self._stage.judge.troubles += 1
        if machine in self._stage.machines:
            self._stage.judge.tell(machine.name, "goes on")
            machine.go()

    async def _sleep(self, machine: Machine) -> None:
        """For a moment, or until another one sends in its place."""
        await asyncio.sleep(self._chance.choice((0.1, 2, 5, 8, 8)))
        await until(lambda: machine.name not in self._owners(), self._chance.choice((0, 8)))
        await asyncio.sleep(self._chance.uniform(0, 2))

    def _owners(self) -> set[str]:
        return {lane.owner for lane in self._stage.judge.lanes.values()}

    async def _storm(self) -> None:
        self._stage.network.weather = self._chance.choice(STORMS)
        await asyncio.sleep(self._chance.choice((1, 5, 15)))
        self._stage.network.weather = CALM

    async def _away(self) -> None:
        self._stage.road.away = True
        self._stage.judge.tell("the database is away")
        await asyncio.sleep(self._chance.choice((0.3, 2, 9)))
        self._stage.road.away = False
        self._stage.judge.tell("the database is back")

    async def _slow(self) -> None:
        self._stage.road.slow = 0.3
        await asyncio.sleep(5)
        self._stage.road.slow = 0.0

    async def _cut(self) -> None:
        self._stage.road.cut = 0.1
        await asyncio.sleep(4)
        self._stage.road.cut = 0.0


async def _of(happen: Callable[[], Awaitable[None]]) -> None:
    await happen()


class Changes:
    """What citizens do meanwhile: stop notices, block the bot."""

    def __init__(self, stage: Stage, chance: Random) -> None:
        self._stage, self._chance = stage, chance

    async def run(self) -> None:
        """Until it is cancelled."""
        while True:
            await asyncio.sleep(self._chance.expovariate(1 / 6))
            citizen = self._chance.choice([*self._stage.citizens.values()])
            await self._chance.choice((self._stop, self._block))(citizen)

    async def _stop(self, citizen: Citizen) -> None:
        wish = self._chance.choice((Stop.ORDINARY, Stop.ALL))
        if citizen.addresses and citizen.stop is Stop.NOTHING:
            place = citizen.addresses[0]
            await self._stage.act(
                lambda tx: write_facts(tx, place, [StopChosen(wish)], self._stage.clock()),
                lambda _: citizen.stops(wish, self._stage.clock()),
            )

    async def _block(self, citizen: Citizen) -> None:
        citizen.gone.update(place for place in citizen.addresses if place.channel == "chat")
