"""kill -9 at random moments while people learn: every answer counts once, and everybody gets the next screen."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tests.processes.learner import MESSAGES, Learner, check
from tests.processes.served import Served

pytestmark = pytest.mark.processes

PEOPLE = 12
KILLS = 14


async def _kill_now_and_then(served: Served, learners: list[Learner], random: Random) -> None:
    """Kill when a number of messages has been taken, after a random part of a turn.

    Everybody has arrived before: whose first visit is cut off has no cookie yet, and comes again as somebody else.
    """
    for learner in learners:
        await learner.arrived.wait()
    taken = learners[0].taken
    for _ in range(KILLS):
        for _ in range(len(MESSAGES) * PEOPLE // (KILLS + 1)):
            await taken.get()
        await asyncio.sleep(random.random() / 50)
        await served.kill()
        await served.start()


async def test_kill_9_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    served = Served(tmp_path)
    await served.start()
    taken: asyncio.Queue[int] = asyncio.Queue()
    learners = [Learner(served, name, taken) for name in range(PEOPLE)]
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(_kill_now_and_then(served, learners, Random(20261121)))
            for learner in learners:
                group.create_task(learner.learn())
    finally:
        await served.kill()
    assert served.starts == KILLS + 1
    await _check(tmp_path / "camtay.db")


async def _check(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:

        async def ask(question: str) -> list[tuple[object, ...]]:
            return database.execute(question).fetchall()

        await check(ask, PEOPLE)
