"""Repeated work goes on whatever fails, until it is cancelled."""

import asyncio
import logging

import pytest

from bot.jobs import Chore, run


class Work:
    """Fails as often as it is told to; `done` is set when it was called so many times."""

    def __init__(self, failures: int, calls: int) -> None:
        self.failures, self.calls, self.done = failures, calls, asyncio.Event()
        self.called = 0

    async def __call__(self) -> None:
        self.called += 1
        if self.called >= self.calls:
            self.done.set()
        if self.called <= self.failures:
            raise ValueError("không được")


async def run_until(work: Work, *chores: Chore) -> None:
    running = asyncio.create_task(run(chores))
    async with asyncio.timeout(30):
        await work.done.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_a_failing_chore_is_logged_and_done_again(caplog: pytest.LogCaptureFixture) -> None:
    work = Work(failures=2, calls=4)
    await run_until(work, Chore("thử", 0, work))
    assert work.called >= 4
    assert [(record.levelno, record.getMessage()) for record in caplog.records] == [
        (logging.ERROR, "chore failed: thử")
    ] * 2


async def test_a_failing_chore_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    broken, sound = Work(failures=1000, calls=1000), Work(failures=0, calls=50)
    await run_until(sound, Chore("hỏng", 0, broken), Chore("tốt", 0, sound))
    assert broken.called > 1
    assert {record.getMessage() for record in caplog.records} == {"chore failed: hỏng"}


async def test_cancelling_reaches_the_work_itself() -> None:
    begun, cancelled = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()

    running = asyncio.create_task(run([Chore("dài", 0, work)]))
    await begun.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert cancelled.is_set()


async def test_a_chore_waits_before_its_first_time() -> None:
    now, later = Work(failures=0, calls=20), Work(failures=0, calls=1)
    await run_until(now, Chore("ngay", 0, now), Chore("sau", 3600, later))
    assert later.called == 0
