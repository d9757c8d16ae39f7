"""kill -9 again and again while 10,000 messages leave: nobody is lost, few get one twice, and the ledger tells."""

import asyncio
from functools import partial
from random import Random

import pytest

from broadcasts.notice import Level
from broadcasts.pump import SIDE_BY_SIDE
from tests.processes.served import Delivering, Served
from tests.processes.village import Village, until
from tests.telegram_server.faults import Fault, Trouble

pytestmark = [pytest.mark.processes, pytest.mark.endurance]

RATE = 400  # messages a second that are permitted
AT_HAND = RATE + SIDE_BY_SIDE  # rows that a kill may leave in doubt, however slow the disk is
BETWEEN = 400  # messages between two kills, at least
STORM, LESSON = "Bão số 12 vào tối nay", "Bài mới: số lạ gọi nhỡ"


def _troubles() -> tuple[Fault, ...]:
    """The first one leaves those in doubt who got it, the second those who did not."""
    sending = {"sendMessage"}
    return (
        Fault(Trouble.DROP_AFTER, one_in=300, methods=sending),
        Fault(Trouble.DROP_BEFORE, one_in=300, methods=sending),
        Fault(Trouble.ERROR, one_in=300, methods=sending),
        Fault(Trouble.REFUSE, one_in=1000, methods=sending, seconds=1, times=2),
    )


async def test_twenty_kills_lose_nobody_and_double_nothing_that_can_wait(village: Village) -> None:
    """What is killed is the bot itself on SQLite, and on PostgreSQL a process that only sends."""
    sender = await village.process(Served if village.url.startswith("sqlite") else Delivering, RATE)
    await village.settle("10001", range(1, 6001))
    await village.settle("10002", range(6001, 10001))
    await sender.start()
    storm = await village.send(STORM, Level.URGENT, "10001")
    torn, *more = _troubles()
    village.server.order(torn)  # everything else could bring somebody into doubt at two kills
    left = await _kill(village, sender, STORM, times=15)
    await village.settled(storm)
    lesson = await village.send(LESSON, Level.ROUTINE, "10002")
    village.server.order(torn, *more)
    left += await _kill(village, sender, LESSON, times=5)
    await village.settled(lesson)
    await sender.kill()
    assert sender.starts == 21
    assert all(fault.struck for fault in (torn, *more))
    assert max(left) <= AT_HAND
    await _check_storm(village, storm, torn.struck + sum(left[:15]))
    await _check_lesson(village, lesson, torn.struck + more[0].struck + sum(left[15:]))


async def _kill(village: Village, sender: Served, words: str, times: int) -> list[int]:
    """How many rows each kill has left in doubt. Khẩn cấp is sent to them again before the next one."""
    random, in_doubt, left = Random(20261121), set[str](), list[int]()
    for _ in range(times):
        await village.messages(BETWEEN)
        if words == STORM:
            await until(partial(_have_it, village, in_doubt))
        await asyncio.sleep(random.random() / 20)
        await sender.kill()
        in_doubt = await village.in_doubt()
        left.append(len(in_doubt))
        await sender.start()
    return left


async def _have_it(village: Village, people: set[str]) -> bool:
    return people <= set(village.got(STORM))


async def _check_storm(village: Village, storm: int, in_doubt: int) -> None:
    states, got = await village.agreed(storm, STORM), village.got(STORM)
    assert states.total() == len(got) == 6000
    assert max(got.values()) == 2
    assert got.total() - 6000 <= in_doubt


async def _check_lesson(village: Village, lesson: int, in_doubt: int) -> None:
    states = await village.agreed(lesson, LESSON)
    assert states["sent"] + states["uncertain"] == states.total() == 4000
    assert states["uncertain"] <= in_doubt
    assert set(village.got(LESSON).values()) == {1}
