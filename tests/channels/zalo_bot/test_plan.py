import asyncio
import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.channel import Misconfigured
from bot.channels.zalo_bot.plan import Plan
from tests.channels.telegram.opened import NOON, SkippedTime
from tests.channels.zalo_bot.opened import MemoryUsage
from tests.telegram_server.news import PATIENCE


class Away(Exception):
    """The database does not answer."""


class Gate:
    """Waits that last until they are let go."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self._open = asyncio.Event()

    async def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        await self._open.wait()

    def open(self) -> None:
        self._open.set()


class Warnings(logging.Handler):
    """What was said, line by line."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@pytest.fixture
def warnings() -> Iterator[list[str]]:
    logger, handler = logging.getLogger("bot.channels.zalo_bot.plan"), Warnings()
    logger.disabled = False
    logger.addHandler(handler)
    yield handler.lines
    logger.removeHandler(handler)


async def until(wish: Callable[[], bool]) -> None:
    """Let others work until it is true; all waits are skipped, so there is no event to wait for."""
    async with asyncio.timeout(PATIENCE):
        while not wish():  # noqa: ASYNC110
            await asyncio.sleep(0)


async def spent(plan: Plan, messages: int) -> None:
    for _ in range(messages):
        await plan.admit()
        plan.spend()


async def test_a_broadcast_is_counted_in_one_write() -> None:
    usage, gate = MemoryUsage(), Gate()
    plan = Plan(usage, 3000, lambda: NOON, gate.wait)
    await spent(plan, 500)
    assert (usage.asked, plan.used) == ([0], 500)
    await asyncio.sleep(0)
    gate.open()
    await plan.close()
    assert usage.asked == [0, 500]
    assert usage.totals["zalo_bot", "2026-11"] == 500
    assert gate.waits == [1.0]


async def test_what_was_not_written_yet_is_written_at_the_end() -> None:
    usage = MemoryUsage()
    plan = Plan(usage, 3000, lambda: NOON, Gate().wait)
    await spent(plan, 3)
    await plan.close()
    await plan.close()
    assert usage.asked == [0, 3]


async def test_the_last_messages_are_written_without_being_followed() -> None:
    usage = MemoryUsage()
    plan = Plan(usage, 3000, lambda: NOON, SkippedTime().wait)
    await spent(plan, 2)
    await until(lambda: usage.totals["zalo_bot", "2026-11"] == 2)


async def test_the_operator_is_told_once_at_four_fifths(warnings: list[str]) -> None:
    plan = Plan(MemoryUsage(), 10, lambda: NOON, Gate().wait)
    await spent(plan, 7)
    assert warnings == []
    await spent(plan, 3)
    assert warnings == ["zalo_bot: 8 of the 10 messages of 2026-11 are used"]
    await plan.close()


async def test_what_other_processes_have_sent_counts(warnings: list[str]) -> None:
    plan = Plan(MemoryUsage(_2026_11=2999), 3000, lambda: NOON, Gate().wait)
    await spent(plan, 1)
    assert len(warnings) == 1
    with pytest.raises(Misconfigured, match="all 3000 messages of 2026-11"):
        await plan.admit()
    await plan.close()


async def test_a_new_month_of_vietnams_begins_anew() -> None:
    usage, now = MemoryUsage(), [datetime(2026, 11, 30, 16, 59, tzinfo=UTC)]
    plan = Plan(usage, 2, lambda: now[0], Gate().wait)
    await spent(plan, 2)
    with pytest.raises(Misconfigured):
        await plan.admit()
    now[0] += timedelta(minutes=1)
    await spent(plan, 1)
    await plan.close()
    assert usage.totals == {("zalo_bot", "2026-11"): 2, ("zalo_bot", "2026-12"): 1}


async def test_without_a_limit_messages_are_only_counted(warnings: list[str]) -> None:
    usage = MemoryUsage()
    plan = Plan(usage, 0, lambda: NOON, Gate().wait)
    await spent(plan, 50)
    await plan.close()
    assert usage.totals["zalo_bot", "2026-11"] == 50
    assert warnings == []


async def test_a_count_that_cannot_be_written_is_written_later(warnings: list[str]) -> None:
    usage = MemoryUsage()
    plan = Plan(usage, 3000, lambda: NOON, SkippedTime().wait)
    await spent(plan, 1)
    sound, away = usage.add, True

    async def add(channel: str, month: str, messages: int) -> int:
        if away:
            raise Away
        return await sound(channel, month, messages)

    usage.add = add  # type: ignore[method-assign]
    await until(lambda: bool(warnings))
    away = False
    await spent(plan, 1)
    await plan.close()
    assert usage.totals["zalo_bot", "2026-11"] == 2
    assert warnings == ["zalo_bot: the count of the month's messages waits: Away"]
