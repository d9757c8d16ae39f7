"""One process sends: it is followed at once where it died or has ended, where it was paused when its lease ends."""

import signal
import time
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.storage.database import Transaction
from bot.storage.notice_tables import answerers, attempts, claims, deliveries, lanes, mailings, tallies
from broadcasts.notice import Level
from tests.processes.served import Delivering, Served
from tests.processes.village import Village, clock, until
from tests.telegram_server.faults import Fault, Trouble

pytestmark = [pytest.mark.processes, pytest.mark.endurance]

AREA, LESSON, NEXT = "10001", "Bài mới: số lạ gọi nhỡ", "Bài mới: mã OTP"
RATE = 200  # messages a second that are permitted
SLOW = 0.2  # seconds that the network takes for each, so that many are on their way at every moment


def _slow(seconds: float = SLOW) -> Fault:
    return Fault(Trouble.SLOW, methods={"sendMessage"}, seconds=seconds)


@pytest.mark.parametrize("kind", [Served, Delivering])
async def test_whoever_follows_a_dead_one_sends_within_a_second(village: Village, kind: type[Served]) -> None:
    await village.settle(AREA, range(1, 1001))
    sender = await village.process(kind, RATE)
    await sender.start()
    await village.send(LESSON, Level.ROUTINE, AREA)
    await village.messages(100)
    await sender.kill()
    before = len(village.calls(LESSON))
    await sender.start()
    ready = village.server.account.clock()
    await village.server.until(lambda: len(village.calls(LESSON)) > before)
    assert village.calls(LESSON)[before].at - ready < 1


async def test_a_paused_one_keeps_the_lane_until_its_lease_ends_and_then_writes_nothing(village: Village) -> None:
    village.server.order(_slow())
    await village.settle(AREA, range(1, 801))
    first, second = await village.process(Delivering, RATE), await village.process(Delivering, RATE)
    await first.start()
    lesson = await village.send(LESSON, Level.ROUTINE, AREA)
    await village.messages(150)
    first.signal(signal.SIGSTOP)
    ends = await village.database.read(_lease_ends)
    await second.start()
    await village.settled(lesson)
    assert min(call.at for call in village.calls(LESSON) if call.door == second.door) >= ends.timestamp()
    written, sent = await village.database.read(_written), len(village.calls(LESSON))
    first.signal(signal.SIGCONT)
    await until(lambda: village.database.read(_somebody_stands_by))
    assert await village.database.read(_written) == written
    assert len(village.calls(LESSON)) == sent
    assert "results came too late" in (first.folder / "log").read_text()
    states = await village.agreed(lesson, LESSON)
    assert states["sent"] + states["uncertain"] == 800
    assert 0 < states["uncertain"] < 2 * RATE
    assert set(village.got(LESSON).values()) == {1}
    await second.kill(signal.SIGTERM)
    await village.settled(await village.send(NEXT, Level.ROUTINE, AREA))
    assert {call.door for call in village.calls(NEXT)} == {first.door}


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
    village: Village, seconds: float, how: signal.Signals, state: str
) -> None:
    """What is on its way may arrive; where no answer comes in time, nobody knows."""
    village.server.order(_slow(seconds))
    await village.settle(AREA, range(1, 601))
    first, second = await village.process(Delivering, RATE), await village.process(Delivering, RATE)
    await first.start()
    lesson = await village.send(LESSON, Level.ROUTINE, AREA)
    await village.messages(100)
    told = time.monotonic()
    await first.kill(how)
    assert (first.code, await village.in_doubt()) == (0, set())
    assert time.monotonic() - told < 4
    left = [row.account for row in await village.rows(lesson) if row.state == state]
    assert sorted(left) == sorted(call.text("chat_id") for call in village.calls(LESSON))
    village.server.release()
    await second.start()
    await village.settled(lesson)
    told_so = Counter({state: len(left)}) + Counter(sent=600 - len(left))
    assert await village.agreed(lesson, LESSON) == told_so
    assert set(village.got(LESSON).values()) == {1}
