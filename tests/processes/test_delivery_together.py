"""Two bots and a process that only sends, on one PostgreSQL and one account: one sends at a time, both bots answer."""

import asyncio
import signal
from bisect import bisect_left
from itertools import groupby

import pytest

from broadcasts.notice import Level
from tests.processes.balancer import balanced
from tests.processes.elder import Elder
from tests.processes.served import Delivering, Served
from tests.processes.village import ON_POSTGRESQL, Village
from tests.telegram_server.calls import Call

pytestmark = [pytest.mark.processes, ON_POSTGRESQL]

AREA, LESSON, PEOPLE = "10001", "Bài mới: số lạ gọi nhỡ", 2000
RATE = 400  # messages a second that are permitted, to all of them together
LEARNERS = 6


async def test_one_sends_at_a_time_while_both_bots_answer(village: Village) -> None:
    await village.settle(AREA, range(1, PEOPLE + 1))
    deliverer, *bots = [await village.process(kind, RATE) for kind in (Delivering, Served, Served)]
    async with balanced(bots) as address:
        await deliverer.start()
        for bot in bots:
            bot.set("CAMTAY_PUBLIC_URL", address)
            await bot.start()
        lesson = await village.send(LESSON, Level.ROUTINE, AREA)
        async with asyncio.TaskGroup() as group:
            for number in range(LEARNERS):
                group.create_task(Elder(village.server, 9001 + number).learn())
            await village.messages(PEOPLE // 3)
            await deliverer.kill(signal.SIGTERM)
            await village.settled(lesson)
            await deliverer.start()
        await _check_handed_over(village, lesson, deliverer)
        _check_answers(village, bots)
        await village.end()


async def _check_handed_over(village: Village, lesson: int, deliverer: Served) -> None:
    """From the first to one of the bots at once, and to nobody else."""
    assert await village.agreed(lesson, LESSON) == {"sent": PEOPLE}
    assert set(village.got(LESSON).values()) == {1}
    doors = [door for door, _ in groupby(village.calls(LESSON), lambda call: call.door)]
    assert len(doors) == 2
    assert doors[0] == deliverer.door


def _check_answers(village: Village, bots: list[Served]) -> None:
    answers = [call for call in village.server.asked("sendMessage") if int(call.text("chat_id")) > 9000]
    assert {call.door for call in answers} == {bot.door for bot in bots}
    assert _most_in_a_second(village.server.asked("sendMessage")) <= 1.2 * RATE  # together, and not each of them


def _most_in_a_second(calls: list[Call]) -> int:
    times = sorted(call.at for call in calls)
    return max(place + 1 - bisect_left(times, at - 1) for place, at in enumerate(times))
