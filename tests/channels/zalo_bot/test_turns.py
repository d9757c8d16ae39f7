import asyncio
from itertools import pairwise

import pytest

from bot.channels.budget import Budget, Leave
from bot.channels.zalo_bot import turns
from bot.channels.zalo_bot.turns import Turns
from bot.messages import Priority
from tests.channels.telegram.opened import SkippedTime
from tests.channels.zalo_bot.opened import skipping


async def test_one_person_gets_one_message_a_second() -> None:
    time = SkippedTime()
    one = Turns(Budget(), 1, time.clock, time.wait)
    for _ in range(4):
        await one.take("lan", Priority.REPLY)
    assert time.waits == pytest.approx([1, 1, 1], abs=0.02)


class SlowBudget(Budget):
    """Gives every turn, but never at once."""

    async def turn(self, priority: Priority) -> Leave:
        """Let the others ask first."""
        await asyncio.sleep(0)
        return Leave(0.0)


async def test_messages_of_one_person_that_come_at_once_are_a_second_apart() -> None:
    time, left = SkippedTime(), list[float]()
    one = Turns(SlowBudget(), 1, time.clock, time.wait)

    async def leave() -> None:
        await one.take("lan", Priority.REPLY)
        left.append(time.now)

    await asyncio.gather(*(leave() for _ in range(5)))
    assert len(left) == 5
    assert all(later - earlier >= 1 for earlier, later in pairwise(left))


async def test_waiting_for_the_bots_turn_does_not_bring_two_messages_together() -> None:
    time, left = SkippedTime(), list[float]()
    one = skipping(time, rate=0.7)
    for _ in range(5):
        await one.take("lan", Priority.REPLY)
        left.append(time.now)
        await one.take("ba", Priority.REPLY)
    assert all(later - earlier >= 1 for earlier, later in pairwise(left))


async def test_nobody_waits_for_another_person() -> None:
    time = SkippedTime()
    one = Turns(Budget(), 1, time.clock, time.wait)
    for number in range(20):
        await one.take(f"chat {number}", Priority.REPLY)
    assert time.waits == []


async def test_all_together_keep_to_the_rate_of_the_bot() -> None:
    time = SkippedTime()
    one = skipping(time, rate=5)
    for number in range(51):
        await one.take(f"chat {number}", Priority.ROUTINE)
    assert time.now == pytest.approx(10, abs=1.5)


async def test_without_a_rate_for_one_person_only_the_bots_counts() -> None:
    time = SkippedTime()
    one = Turns(Budget(), 0, time.clock, time.wait)
    for _ in range(9):
        await one.take("lan", Priority.REPLY)
    assert time.waits == []


async def test_chats_that_are_free_again_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "MOST_CHATS", 10)
    time = SkippedTime()
    one = Turns(Budget(), 1, time.clock, time.wait)
    for number in range(100):
        await one.take(f"chat {number}", Priority.REPLY)
        time.now += 1
    assert len(one._free) <= 11
