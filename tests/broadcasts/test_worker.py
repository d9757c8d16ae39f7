"""The worker in simulated time, over a ledger in memory: what leaves, what never does, what a crash leaves behind."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from broadcasts.delivery import Attempt, Outcome
from broadcasts.notice import Level
from broadcasts.ports import Lease, Parcel, Result
from broadcasts.pump import MOST, SIDE_BY_SIDE
from broadcasts.worker import Worker
from tests.broadcasts.memory_ledger import MemoryLedger, Network
from tests.channels.simulated_time import now, run

BEGINNING = datetime(2026, 11, 21, 13, tzinfo=UTC)
PEOPLE = [str(number) for number in range(300)]


def clock() -> datetime:
    return BEGINNING + timedelta(seconds=now())


def worker(ledger: MemoryLedger, network: Network, owner: str = "one") -> Worker:
    return Worker(["net"], owner, ledger, network, clock)


async def for_seconds(seconds: float, *works: Awaitable[None]) -> None:
    """Run these and cancel them after a while."""
    tasks = [asyncio.ensure_future(work) for work in works]
    await asyncio.sleep(seconds)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def deliver(ledger: MemoryLedger, network: Network, seconds: float = 30) -> None:
    run(for_seconds(seconds, worker(ledger, network).run()))


def behaving(*outcomes: Attempt) -> Callable[[Parcel], Attempt]:
    """The first outcome for the first parcel and so on, then sent."""
    left = list(outcomes)
    return lambda parcel: left.pop(0) if left else Attempt(Outcome.SENT, (str(parcel.id),))


def test_everybody_gets_it_once() -> None:
    ledger, network = MemoryLedger(), Network(now)
    ledger.add(1, Level.ROUTINE, PEOPLE)
    deliver(ledger, network)
    assert set(ledger.states(1)) == {"sent"}
    assert sorted(parcel.account for _, parcel in network.arrived) == sorted(PEOPLE)


@pytest.mark.parametrize(
    ("outcome", "level", "state", "times"),
    [
        (Outcome.UNCERTAIN, Level.ROUTINE, "uncertain", 1),
        (Outcome.UNCERTAIN, Level.URGENT, "sent", 2),
        (Outcome.UNAVAILABLE, Level.ROUTINE, "sent", 1),
        (Outcome.GONE, Level.URGENT, "failed", 0),
        (Outcome.REFUSED, Level.URGENT, "failed", 0),
        (Outcome.HELD, Level.URGENT, "held", 0),
        (Outcome.THROTTLED, Level.ROUTINE, "sent", 1),
    ],
)
def test_what_follows_from_an_outcome(outcome: Outcome, level: Level, state: str, times: int) -> None:
    ledger, network = MemoryLedger(), Network(now, behaving(Attempt(outcome, wait=3)))
    ledger.add(1, level, ["bac-lan"])
    deliver(ledger, network)
    assert ledger.states(1) == [state]
    assert len(network.arrived) == times


def test_nothing_leaves_a_second_after_it_was_stopped() -> None:
    ledger, network = MemoryLedger(), Network(now, delay=0.5)
    ledger.add(1, Level.ROUTINE, [str(number) for number in range(5000)])

    async def stop() -> None:
        await asyncio.sleep(3)
        ledger.mailings[1].state = "stopped"

    run(for_seconds(30, worker(ledger, network).run(), stop()))
    assert network.arrived
    assert max(at for at, _ in network.arrived) <= 4
    assert set(ledger.states(1)) == {"sent", "dropped"}
    assert ledger.states(1).count("sent") == len(network.arrived)


class _Silent(MemoryLedger):
    """From some moment on it takes ten seconds to tell what was stopped."""

    async def stopped(self, mailings: Sequence[int], now: datetime) -> frozenset[int]:
        if any(mailing.state == "stopped" for mailing in self.mailings.values()):
            await asyncio.sleep(10)
        return await super().stopped(mailings, now)


@pytest.mark.parametrize("moment", [1.01, 1.15, 1.26])
def test_what_has_no_news_leaves_no_more_and_keeps_time_for_the_way(moment: float) -> None:
    """A busy machine may need three tenths of the second that a stop has, from the last look to the network."""
    ledger, network = _Silent(), Network(now, delay=0.15)
    ledger.add(1, Level.ROUTINE, [str(number) for number in range(4000)])

    async def stop() -> None:
        await asyncio.sleep(moment)
        ledger.mailings[1].state = "stopped"

    run(for_seconds(30, worker(ledger, network).run(), stop()))
    assert network.arrived
    assert max(at for at, _ in network.arrived) <= moment + 0.7


class _SlowToTell(MemoryLedger):
    """It needs longer to tell what was stopped than its word is good for."""

    async def stopped(self, mailings: Sequence[int], now: datetime) -> frozenset[int]:
        await asyncio.sleep(1)
        return await super().stopped(mailings, now)


class _Asked(Network):
    """Counts what it was asked to send."""

    asked = 0

    async def send(self, parcel: Parcel, still: Callable[[], bool]) -> Attempt:
        self.asked += 1
        return await super().send(parcel, still)


def test_whoever_has_no_news_waits_for_it_and_hands_nothing_back() -> None:
    ledger, network = _SlowToTell(), _Asked(now)
    ledger.add(1, Level.ROUTINE, [str(number) for number in range(5000)])
    deliver(ledger, network)
    assert network.asked == len(network.arrived) == 5000


def test_an_urgent_one_overtakes() -> None:
    ledger, network = MemoryLedger(), Network(now, delay=0.2)
    ledger.add(1, Level.ROUTINE, [str(number) for number in range(5000)])
    working = worker(ledger, network)

    async def approve() -> None:
        await asyncio.sleep(2)
        ledger.add(2, Level.URGENT, PEOPLE)
        working.ring()

    run(for_seconds(6, working.run(), approve()))
    first = min(at for at, parcel in network.arrived if parcel.level is Level.URGENT)
    assert first == pytest.approx(2, abs=0.01)


def test_what_can_wait_is_not_claimed_while_something_pressing_leaves() -> None:
    """It would only lie there, and be in doubt after a crash."""
    ledger, network = MemoryLedger(), Network(now, delay=0.2)
    ledger.add(1, Level.ROUTINE, PEOPLE)
    ledger.add(2, Level.URGENT, [str(number) for number in range(3000)])
    deliver(ledger, network, 3)
    assert [row for row in ledger.rows.values() if row.parcel.mailing == 1 and row.epoch] == []
    deliver(ledger, network)
    assert set(ledger.states(1)) == {"sent"}


class _Slow(MemoryLedger):
    """Takes a minute to keep anything."""

    async def record(self, lease: Lease, results: Sequence[Result]) -> int:
        await asyncio.sleep(60)
        return await super().record(lease, results)


def test_a_slow_ledger_leaves_no_more_in_doubt() -> None:
    ledger = _Slow()
    ledger.add(1, Level.ROUTINE, [str(number) for number in range(5000)])
    deliver(ledger, Network(now), 9)
    assert 0 < len([row for row in ledger.rows.values() if row.epoch]) <= 2 * MOST + SIDE_BY_SIDE


def test_whoever_ends_hands_back_what_has_not_left() -> None:
    ledger, network = MemoryLedger(), Network(now, delay=0.5)
    ledger.add(1, Level.ROUTINE, [str(number) for number in range(2000)])
    deliver(ledger, network, 1.2)
    assert set(ledger.states(1)) == {"sent", "waiting"}
    assert ledger.states(1).count("sent") == len(network.arrived)


class _Distant(MemoryLedger):
    """Says only later what is on disk already."""

    async def claim(self, lease: Lease, level: Level, most: int, now: datetime) -> Sequence[Parcel]:
        claimed = await super().claim(lease, level, most, now)
        await asyncio.sleep(0.3)
        return claimed

    async def record(self, lease: Lease, results: Sequence[Result]) -> int:
        await asyncio.sleep(0.3)
        return await super().record(lease, results)


@pytest.mark.parametrize("seconds", [0.1, 0.4, 0.7, 1.0, 1.3])
def test_whoever_ends_while_the_ledger_is_at_it_leaves_nothing_in_doubt(seconds: float) -> None:
    ledger, network = _Distant(), Network(now, delay=0.1)
    ledger.add(1, Level.ROUTINE, [str(number) for number in range(2000)])
    deliver(ledger, network, seconds)
    assert set(ledger.states(1)) <= {"sent", "waiting"}
    assert ledger.states(1).count("sent") == len(network.arrived)


def test_two_workers_never_send_the_same() -> None:
    ledger, network = MemoryLedger(), Network(now)
    ledger.add(1, Level.ROUTINE, [str(number) for number in range(3000)])
    first, second = worker(ledger, network, "one"), worker(ledger, network, "two")
    run(for_seconds(40, first.run(), second.run()))
    assert len(network.arrived) == 3000
    assert ledger.refused == 0
    assert network.shares["net"] in (0.9, 0.1, 1.0)


def test_another_takes_over_where_one_has_died() -> None:
    """What the dead one had on the wire is in doubt; the rest goes on."""
    ledger, network = MemoryLedger(), Network(now, delay=1)
    ledger.add(1, Level.ROUTINE, [str(number) for number in range(1000)])
    ledger.add(2, Level.URGENT, [str(number) for number in range(200)])

    async def scene() -> None:
        lease = await ledger.take("net", "dead", clock())
        assert lease
        await ledger.claim(lease, Level.ROUTINE, 40, clock())
        await ledger.claim(lease, Level.URGENT, 30, clock())
        await for_seconds(60, worker(ledger, network, "alive").run())

    run(scene())
    assert ledger.states(1).count("uncertain") == 40
    assert ledger.states(1).count("sent") == 960
    assert set(ledger.states(2)) == {"sent"}


def test_whoever_lost_the_lane_writes_nothing() -> None:
    ledger, network = MemoryLedger(), Network(now, delay=0.2)
    ledger.add(1, Level.ROUTINE, [str(number) for number in range(4000)])
    seen: list[int] = []

    async def rob() -> None:
        await asyncio.sleep(1)
        held = ledger.leases["net"]
        ledger.leases["net"] = type(held)("net", "thief", held.epoch + 1, held.until + timedelta(hours=1))
        seen.append(ledger.states(1).count("sent"))

    run(for_seconds(20, worker(ledger, network).run(), rob()))
    assert ledger.states(1).count("sent") == seen[0]
    assert ledger.refused > 0
    assert max(at for at, _ in network.arrived) < 1 + 10  # a lease lasts ten seconds, and is renewed every two


def test_a_refused_account_rests() -> None:
    ledger, network = MemoryLedger(), Network(now, lambda parcel: Attempt(Outcome.MISCONFIGURED, why="no such token"))
    ledger.add(1, Level.ROUTINE, ["bac-lan"])
    deliver(ledger, network, 50)
    assert ledger.states(1) == ["later"]


def test_a_network_that_breaks_takes_nobody_down() -> None:
    def broken(parcel: Parcel) -> Attempt:
        raise RuntimeError("a mistake of ours")

    ledger, network = MemoryLedger(), Network(now, broken)
    ledger.add(1, Level.ROUTINE, ["bac-lan"])
    with suppress(asyncio.CancelledError):
        deliver(ledger, network, 5)
    assert ledger.states(1) == ["uncertain"]
