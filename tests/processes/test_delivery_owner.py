"""One process sends: it is followed at once where it has ended, and where it was paused as soon as its lease ends."""

import asyncio
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.storage.database import Transaction
from bot.storage.notice_tables import answerers, attempts, claims, deliveries, lanes, mailings, tallies
from broadcasts.notice import Level
from tests.processes.served import Delivering, Served
from tests.processes.village import Village, clock, until
from tests.processes.villages import Both
from tests.telegram_server.faults import Fault, Trouble

pytestmark = [pytest.mark.processes, pytest.mark.postgres]

AREA, LESSON, NEXT = "10001", "Bài mới: số lạ gọi nhỡ", "Bài mới: mã OTP"
RATE = 200  # messages a second that are permitted
SLOW = 0.2  # seconds that the network takes for each, so that many are on their way at every moment
MOMENT = 0.1  # seconds from the last look whether the lane is still one's own to the network
HASTE = 10.0  # seconds for whoever is told to stop, where the network would take a minute


def _slow(seconds: float = SLOW) -> Fault:
    return Fault(Trouble.SLOW, methods={"sendMessage"}, seconds=seconds)


async def test_a_paused_one_keeps_the_lane_until_its_lease_ends_and_then_writes_nothing(both: Both) -> None:
    await both.live(_pause)


async def _pause(village: Village) -> None:
    village.server.order(_slow())
    await village.settle(AREA, range(1, 801))
    first, second = await village.process(Delivering, RATE), await village.process(Delivering, RATE)
    await first.start()
    lesson = await village.send(LESSON, Level.ROUTINE, AREA)
    await village.messages(150)
    await _freeze(village, first)
    ends = await village.database.read(_lease_ends)
    await second.start()
    await village.settled(lesson)
    assert min(call.at for call in village.calls(LESSON) if call.door == second.door) >= ends.timestamp()
    written, sent = await village.database.read(_written), len(village.calls(LESSON))
    first.signal(signal.SIGCONT)
    await until(lambda: village.database.read(_somebody_stands_by))
    assert await village.database.read(_written) == written
    late = {call.text("chat_id") for call in village.calls(LESSON)[sent:]}  # had passed the last look when it stopped
    assert len(late) <= RATE * MOMENT
    assert "results came too late" in (first.folder / "log").read_text()
    states = await village.agreed(lesson, LESSON)
    assert late <= {row.account for row in await village.rows(lesson) if row.state == "uncertain"}
    assert states["sent"] + states["uncertain"] == 800
    assert RATE * MOMENT < states["uncertain"] < 2 * RATE
    assert set(village.got(LESSON).values()) == {1}
    await second.kill(signal.SIGTERM)
    await village.settled(await village.send(NEXT, Level.ROUTINE, AREA))
    assert {call.door for call in village.calls(NEXT)} == {first.door}


async def _freeze(village: Village, sender: Served) -> None:
    """At any moment; on SQLite not in the middle of a write, which would keep the file for itself until it thaws."""
    sender.signal(signal.SIGSTOP)
    while village.on == "sqlite" and not await asyncio.to_thread(_is_free, village.url.removeprefix("sqlite:///")):
        sender.signal(signal.SIGCONT)
        await village.messages(1)
        sender.signal(signal.SIGSTOP)


def _is_free(file: str) -> bool:
    with closing(sqlite3.connect(file, timeout=0.5, isolation_level=None)) as database:
        try:
            database.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return False
    return True


def _lease_ends(tx: Transaction) -> datetime:
    found: datetime = tx.execute(select(lanes.c.until).where(lanes.c.channel == "telegram")).scalar_one()
    return found


def _somebody_stands_by(tx: Transaction) -> Any:
    living = (answerers.c.channel == "telegram", answerers.c.until > clock())
    return tx.execute(select(func.count()).select_from(answerers).where(*living)).scalar_one()


def _written(tx: Transaction) -> Sequence[Any]:
    """Everything that a process that sends may write, but for who owns what."""
    tables = (deliveries, attempts, claims, tallies, mailings)
    return [tx.execute(select(table).order_by(*table.primary_key)).all() for table in tables]


@pytest.mark.parametrize(
    ("seconds", "how", "state"), [(SLOW, signal.SIGTERM, "sent"), (60, signal.SIGINT, "uncertain")]
)
async def test_whoever_is_told_to_stop_hands_back_what_has_not_left(
    both: Both, seconds: float, how: signal.Signals, state: str
) -> None:
    """What is on its way may arrive; where no answer comes in time, nobody knows."""
    await both.live(partial(_tell_to_stop, seconds=seconds, how=how, state=state))


async def _tell_to_stop(village: Village, seconds: float, how: signal.Signals, state: str) -> None:
    village.server.order(_slow(seconds))
    await village.settle(AREA, range(1, 601))
    first, second = await village.process(Delivering, RATE), await village.process(Delivering, RATE)
    await first.start()
    lesson = await village.send(LESSON, Level.ROUTINE, AREA)
    await village.messages(100)
    told = time.monotonic()
    await first.kill(how)
    assert (first.code, await village.in_doubt()) == (0, set())
    assert time.monotonic() - told < HASTE
    left = [row.account for row in await village.rows(lesson) if row.state == state]
    assert sorted(left) == sorted(call.text("chat_id") for call in village.calls(LESSON))
    village.server.release()
    await second.start()
    await village.settled(lesson)
    told_so = Counter({state: len(left)}) + Counter(sent=600 - len(left))
    assert await village.agreed(lesson, LESSON) == told_so
    assert set(village.got(LESSON).values()) == {1}
