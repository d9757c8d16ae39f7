"""What the delivery engine asks of the outside: a ledger that survives crashes, and somebody who sends."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from broadcasts.delivery import Attempt, Step
from broadcasts.notice import Level


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to send over one lane. Every claim and record carries the epoch, so a stale one writes nothing."""

    lane: str  # a channel's name
    owner: str
    epoch: int
    until: datetime
    others: int = 0  # living processes that answer people over the same account


@dataclass(frozen=True, slots=True)
class Parcel:
    """One row of the ledger, claimed: one mailing for one person at one address."""

    id: int
    mailing: int
    channel: str
    account: str
    level: Level
    attempts: int = 0
    doubts: int = 0
    old: tuple[str, ...] = ()  # messages that this one replaces at the same address, to be edited or taken away


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a parcel, to be kept."""

    parcel: Parcel
    step: Step
    attempt: Attempt
    at: datetime


class Ledger(Protocol):
    """Every method is one short unit of work. Times are UTC."""

    async def take(self, lane: str, owner: str, now: datetime) -> Lease | None:
        """The lease where nobody living has it, under a new epoch; what the dead one had claimed is settled first:
        khẩn cấp waits again (once), everything else is uncertain. None, but noted as one who answers, otherwise."""

    async def renew(self, lease: Lease, now: datetime) -> Lease | None:
        """The lease with a later end and a fresh count of the others; None where it was lost."""

    async def release(self, lease: Lease, free_at: datetime) -> None:
        """Let go of the lane, so that another one need not wait longer than until `free_at`."""

    async def claim(self, lease: Lease, level: Level, most: int, now: datetime) -> Sequence[Parcel]:
        """Up to `most` waiting parcels of open mailings of this level, oldest mailing first; now they are claimed."""

    async def record(self, lease: Lease, results: Sequence[Result]) -> int:
        """Keep what became of parcels; how many were kept: none of those that this epoch does not own."""

    async def stopped(self, mailings: Sequence[int], now: datetime) -> frozenset[int]:
        """Which of these nobody is to get any more: stopped, replaced or over."""

    async def answerers(self, lane: str, now: datetime) -> int:
        """Living processes that answer people over the lane's account without owning the lane."""

    async def fan_out(self, now: datetime) -> bool:
        """Write one short piece of the ledger for mailings that are not yet spelled out; False where none is left."""

    async def tend(self, now: datetime) -> bool:
        """One short piece of what time brings: rows whose time has come wait again, mailings that are over or stopped
        let go of their rows, mailings without open rows are finished. False where there was nothing to do."""


class Sender(Protocol):
    """Puts one parcel on the wire, under the account's budget."""

    async def send(self, parcel: Parcel, still: Callable[[], bool]) -> Attempt:
        """How it went; never raises. `still` is asked just before it leaves: False makes it unwanted."""

    def rate(self, lane: str) -> float | None:
        """Messages per second that the lane carries at present; None without a limit."""

    def share(self, lane: str, part: float) -> None:
        """From now on this process uses only this part of the lane's permitted rate."""
