"""A Ledger that lives as long as the test, by the same rules as the real one; and a network that remembers."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from broadcasts.delivery import (
    DOUBTS,
    Again,
    Attempt,
    Drop,
    GiveUp,
    Hold,
    NextAddress,
    Outcome,
    Sent,
    StopChannel,
    Uncertain,
)
from broadcasts.notice import Level
from broadcasts.ports import Lease, Parcel, Result

LEASE = timedelta(seconds=10)


@dataclass(slots=True)
class Row:
    """One person's row."""

    parcel: Parcel
    state: str = "waiting"
    epoch: int = 0
    due: datetime | None = None


@dataclass(slots=True)
class Mailing:
    """One text for many."""

    level: Level
    state: str = "open"
    ends: datetime | None = None


@dataclass
class MemoryLedger:
    """`rows` by parcel id."""

    rows: dict[int, Row] = field(default_factory=dict)
    mailings: dict[int, Mailing] = field(default_factory=dict)
    leases: dict[str, Lease] = field(default_factory=dict)
    refused: int = 0  # results that came too late

    def add(self, mailing: int, level: Level, people: Iterable[str], ends: datetime | None = None) -> None:
        """A mailing that is spelled out already."""
        self.mailings[mailing] = Mailing(level, ends=ends)
        for person in people:
            id = len(self.rows) + 1
            self.rows[id] = Row(Parcel(id, mailing, "net", person, level))

    def states(self, mailing: int) -> list[str]:
        """Of all its rows."""
        return [row.state for row in self.rows.values() if row.parcel.mailing == mailing]

    async def take(self, lane: str, owner: str, now: datetime) -> Lease | None:
        held = self.leases.get(lane)
        if held and held.owner != owner and held.until > now:
            return None
        lease = Lease(lane, owner, held.epoch + 1 if held else 1, now + LEASE)
        self.leases[lane] = lease
        for row in self.rows.values():
            if row.state == "claimed":
                self._doubt(row)
        return lease

    def _doubt(self, row: Row) -> None:
        again = row.parcel.level is Level.URGENT and row.parcel.doubts < DOUBTS
        row.state = "waiting" if again else "uncertain"
        row.parcel = replace(row.parcel, doubts=row.parcel.doubts + 1)

    def _owns(self, lease: Lease) -> bool:
        held = self.leases.get(lease.lane)
        return held is not None and held.epoch == lease.epoch

    async def renew(self, lease: Lease, now: datetime) -> Lease | None:
        if not self._owns(lease) or lease.until <= now:
            return None
        self.leases[lease.lane] = renewed = replace(lease, until=now + LEASE)
        return renewed

    async def release(self, lease: Lease, free_at: datetime) -> None:
        if self._owns(lease):
            self.leases[lease.lane] = replace(lease, until=free_at)

    def _open(self, mailing: int, now: datetime) -> bool:
        found = self.mailings[mailing]
        return found.state == "open" and (found.ends is None or found.ends > now)

    async def claim(self, lease: Lease, level: Level, most: int, now: datetime) -> Sequence[Parcel]:
        if not self._owns(lease):
            return ()
        waiting = [
            row
            for row in self.rows.values()
            if row.state == "waiting" and row.parcel.level is level and self._open(row.parcel.mailing, now)
        ][:most]
        for row in waiting:
            row.state, row.epoch = "claimed", lease.epoch
        return [row.parcel for row in waiting]

    async def record(self, lease: Lease, results: Sequence[Result]) -> int:
        kept = [result for result in results if self._record(lease, result)]
        self.refused += len(results) - len(kept)
        return len(kept)

    def _record(self, lease: Lease, result: Result) -> bool:
        row = self.rows[result.parcel.id]
        if not self._owns(lease) or row.state != "claimed" or row.epoch != lease.epoch:
            return False
        match result.step:
            case Sent():
                row.state = "sent"
            case Again(at):
                self._again(row, result, at)
            case Hold():
                row.state = "held"
            case Uncertain():
                row.state = "uncertain"
            case Drop():
                row.state = "dropped"
            case NextAddress() | GiveUp():
                row.state = "failed"
            case StopChannel():
                row.state, row.due = "later", result.at + timedelta(seconds=60)
        return True

    def _again(self, row: Row, result: Result, at: datetime) -> None:
        row.state, row.due = ("later", at) if at > result.at else ("waiting", None)
        counted = result.attempt.outcome is Outcome.UNAVAILABLE
        doubted = result.attempt.outcome is Outcome.UNCERTAIN
        row.parcel = replace(row.parcel, attempts=row.parcel.attempts + counted, doubts=row.parcel.doubts + doubted)

    async def stopped(self, mailings: Sequence[int], now: datetime) -> frozenset[int]:
        return frozenset(mailing for mailing in mailings if not self._open(mailing, now))

    async def answerers(self, lane: str, now: datetime) -> int:
        return 1

    async def fan_out(self, now: datetime) -> bool:
        return False

    async def tend(self, now: datetime) -> bool:
        changed = False
        for row in self.rows.values():
            if row.state == "later" and row.due and row.due <= now:
                row.state, row.due, changed = "waiting", None, True
            if row.state in ("waiting", "later", "held") and not self._open(row.parcel.mailing, now):
                row.state, changed = "dropped", True
        return changed


class Network:
    """A Sender. `behave` says what happens to a parcel; what reached people is in `arrived`, with the time."""

    def __init__(
        self, now: Callable[[], float], behave: Callable[[Parcel], Attempt] | None = None, delay: float = 0.05
    ) -> None:
        self.arrived: list[tuple[float, Parcel]] = []
        self.shares: dict[str, float] = {}
        self._now, self._delay = now, delay
        self._behave = behave or (lambda parcel: Attempt(Outcome.SENT, (str(parcel.id),)))

    async def send(self, parcel: Parcel, still: Callable[[], bool]) -> Attempt:
        if not still():
            return Attempt(Outcome.UNWANTED)
        attempt = self._behave(parcel)
        if attempt.outcome in (Outcome.SENT, Outcome.UNCERTAIN):
            self.arrived.append((self._now(), parcel))
        await asyncio.sleep(self._delay)
        return attempt

    def rate(self, lane: str) -> float | None:
        return None

    def share(self, lane: str, part: float) -> None:
        self.shares[lane] = part
