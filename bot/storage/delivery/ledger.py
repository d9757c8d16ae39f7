"""The Ledger of `broadcasts.ports`, kept in a database: every step one short transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Any

from bot.storage.database import Database, Transaction
from bot.storage.delivery import claiming, fan_out, lanes, recording, settling, tending
from bot.storage.delivery.mailings import body_of, stopped
from broadcasts.notice import Level
from broadcasts.ports import Lease, Parcel, Result

AT_HAND = 4  # texts that are read with an urgent claim: of notices, which have many parcels, not of notes


class DatabaseLedger:
    """Times are given, so it needs no clock."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._bodies: Mapping[int, dict[str, Any]] = {}  # by mailing, of the last urgent claim

    async def take(self, lane: str, owner: str, now: datetime) -> Lease | None:
        """The lease where nobody living has it, what an earlier owner had claimed being settled; else None."""
        lease = await self._database.write(partial(lanes.take, lane=lane, owner=owner, now=now))
        while lease is not None and await self._database.write(partial(settling.settle, lease=lease, now=now)):
            pass
        return lease

    async def renew(self, lease: Lease, now: datetime) -> Lease | None:
        """The lease with a later end and a fresh count of the others; None where it was lost."""
        return await self._database.write(partial(lanes.renew, lease=lease, now=now))

    async def release(self, lease: Lease, free_at: datetime) -> None:
        """Let go of the lane, so that another one need not wait."""
        await self._database.write(partial(lanes.release, lease=lease, free_at=free_at))

    async def claim(self, lease: Lease, level: Level, most: int, now: datetime) -> Sequence[Parcel]:
        """Up to `most` waiting parcels of open mailings of this level, oldest mailing first; now they are claimed."""
        work = partial(claiming.claim, lease=lease, level=level, most=most, now=now)
        if level is not Level.URGENT:
            return await self._database.write(work)
        parcels, self._bodies = await self._database.write(lambda tx: _with_bodies(tx, work(tx)))
        return parcels

    async def body(self, mailing: int) -> Mapping[str, Any]:
        """What a mailing says; of what has just been claimed as urgent that is known already."""
        if mailing in self._bodies:
            return self._bodies[mailing]
        return await self._database.read(partial(body_of, mailing=mailing))

    async def record(self, lease: Lease, results: Sequence[Result]) -> int:
        """Keep what became of parcels; how many were kept: none of those that this epoch does not own."""
        return await self._database.write(partial(recording.record, lease=lease, results=results))

    async def stopped(self, mailings: Sequence[int], now: datetime) -> frozenset[int]:
        """Which of these nobody is to get any more: stopped, replaced or over."""
        return await self._database.read(partial(stopped, mailings=mailings, now=now))

    async def answerers(self, lane: str, now: datetime) -> int:
        """Living processes that answer people over the lane's account without owning the lane."""
        return await self._database.read(partial(lanes.answering, lane=lane, now=now))

    async def fan_out(self, now: datetime) -> bool:
        """Write one short piece of the ledger for mailings that are not yet spelled out; False where none is left."""
        return await self._database.write(partial(fan_out.fan_out, now=now), patient=True)

    async def tend(self, now: datetime) -> bool:
        """One short piece of what time brings; False where there was nothing to do."""
        return await self._database.write(partial(tending.tend, now=now), patient=True)


def _with_bodies(tx: Transaction, parcels: Sequence[Parcel]) -> tuple[Sequence[Parcel], Mapping[int, dict[str, Any]]]:
    mailings = dict.fromkeys(parcel.mailing for parcel in parcels)
    return parcels, {mailing: body_of(tx, mailing) for mailing in islice(mailings, AT_HAND)}
