"""A whole world from one seed: officers, citizens, machines and what goes wrong, until everything has come to rest."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import Connection

from tests.channels.simulated_time import now
from tests.simulation import people, staff
from tests.simulation.intruder import Intruder
from tests.simulation.loop import run
from tests.simulation.machinery import as_simulated, switch_on
from tests.simulation.matters import Matter
from tests.simulation.misfortune import STORMS, Changes, Misfortune
from tests.simulation.network import CALM
from tests.simulation.office import APPROVING, WRITING
from tests.simulation.reckoning import reckon
from tests.simulation.rules import Breach, Event, Rule
from tests.simulation.staff import Member
from tests.simulation.stage import Stage, until
from tests.simulation.store import Store
from tests.simulation.swift import Swift

Act = Coroutine[Any, Any, None]
NAP = 15.0  # seconds that a machine may still sleep when everything else is over
REST = 40.0  # seconds within which everything comes to rest when nothing goes wrong any more
LEAPS = 12  # to whoever waits for their time, at most
_NEXT = """
SELECT coalesce(
  (SELECT min(due_at) FROM deliveries WHERE due_at IS NOT NULL),
  (SELECT min(max(due_at, coalesce(leased_until, ''))) FROM jobs WHERE kind = 'progress')
)
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a world went."""

    seed: int
    breaches: tuple[Breach, ...]
    trace: tuple[Event, ...]
    seconds: float


class Beginning:
    """What every world begins with, made once."""

    def __init__(self, through: Callable[[Connection], object] = Swift) -> None:
        self.members: dict[str, Member] = {}
        with as_simulated(0):
            self.store = Store(lambda tx: self.members.update(staff.furnish(tx)), through)

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()


def play(beginning: Beginning, seed: int) -> Outcome:
    """One world, the same every time."""
    try:
        with beginning.store.world(), as_simulated(seed) as failures:
            outcome = run(_play(seed, beginning.store, beginning.members))
            inside = (Breach(Rule.SOUND, outcome.seconds, what) for what in failures.heard)
            return replace(outcome, breaches=(*outcome.breaches, *inside))
    except Exception as failure:
        failure.add_note(f"CAMTAY_SEEDS={seed}-{seed}")
        raise


async def _play(seed: int, store: Store, members: dict[str, Member]) -> Outcome:
    chance = Random(-seed - 1)
    citizens = people.settle(chance)
    stage = Stage(seed, store, members, citizens)
    await stage.act(lambda tx: people.move_in(tx, citizens))
    if chance.random() < 0.3:
        stage.network.weather = chance.choice(STORMS)
    for kind in chance.choice((("serve",), ("serve", "deliver"), ("serve", "deliver"))):
        switch_on(stage, kind)
    await _with_background(stage, _acts(stage, chance), _background(stage, chance))
    _heal(stage)
    await _come_to_rest(stage)
    reckon(stage)
    outcome = Outcome(seed, tuple(stage.judge.breaches), tuple(stage.judge.trace), now())
    _end(stage)
    return outcome


def _acts(stage: Stage, chance: Random) -> list[Act]:
    acts = [Matter(stage, Random(chance.random())).run() for _ in range(chance.choice((1, 1, 1, 2)))]
    if chance.random() < 0.25:
        able = [one for one in stage.staff.values() if one.officer.roles & (APPROVING | WRITING)]
        stage.intruder = chance.choice(able)
        acts.append(Intruder(stage, Random(chance.random()), stage.intruder).run())
    return acts


def _background(stage: Stage, chance: Random) -> list[Act]:
    background = [Changes(stage, Random(chance.random())).run()] if chance.random() < 0.3 else []
    if chance.random() < 0.75:
        background.append(Misfortune(stage, Random(chance.random())).run())
    return background


async def _with_background(stage: Stage, acts: list[Act], background: list[Act]) -> None:
    """Until all acts are over, and whoever sleeps has had the time to be missed."""
    behind = [asyncio.create_task(one) for one in background]
    await asyncio.gather(*acts)
    await asyncio.sleep(1)
    await until(lambda: not any(machine.stopped for machine in stage.machines), NAP)
    for task in behind:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def _heal(stage: Stage) -> None:
    """Nothing goes wrong any more."""
    stage.network.weather = CALM
    stage.road.away, stage.road.slow, stage.road.cut = False, 0.0, 0.0
    for machine in stage.machines:
        if machine.stopped:
            machine.go()
    if not stage.machines:
        switch_on(stage, "last")


async def _come_to_rest(stage: Stage) -> None:
    """Leap to whoever waits for their time, until nobody does."""
    for _ in range(LEAPS):
        await stage.settled(REST)
        [[due]] = stage.store.look(_NEXT)
        if due is None:
            break
        stage.leap(max(timedelta(), datetime.fromisoformat(due) - stage.clock()))
        await asyncio.sleep(3)


def _end(stage: Stage) -> None:
    """Whoever was killed is woken and refused everything, so that the loop can be left."""
    stage.road.away = True
    for machine in (*stage.dead, *stage.machines):
        if machine.stopped:
            machine.go()
