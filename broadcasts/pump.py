"""What flows over one lane while its lease holds: claimed in small portions, sent side by side, recorded in bulk."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from itertools import dropwhile
from typing import cast

from broadcasts.delivery import Attempt, Outcome, StopChannel, next_step
from broadcasts.door import unharmed
from broadcasts.notice import Level
from broadcasts.ports import Lease, Ledger, Parcel, Result, Sender
from broadcasts.waiting import carried_through, either

LOOK = 0.25  # seconds between two looks into the ledger where nobody rings
FLUSH = 0.1  # seconds between two records
PORTION = 0.5  # seconds' worth of the rate that is claimed at once: what a crash leaves in doubt
MOST, FEWEST = 500, 4  # parcels in a portion; the upper one also where there is no limit, lest a write take long
SIDE_BY_SIDE = 128  # at most; a slow round trip of a second needs as many as the rate
MARGIN = timedelta(seconds=3)  # before the end of the lease, when nothing more is sent
REST = 60.0  # seconds that a lane rests after its account was refused
GRACE = 2.0  # seconds that what is on the wire may take when the pump ends
STALE = timedelta(seconds=0.6)  # after which nothing leaves before it is known anew what was stopped
SPARE = timedelta(seconds=0.1)  # in which something leaves all the same when that comes later: a slow ledger, not none
LOG = logging.getLogger(__name__)


class Pump:
    """Belongs to one lease of one lane."""

    def __init__(
        self, lease: Lease, ledger: Ledger, sender: Sender, clock: Callable[[], datetime], bell: asyncio.Event
    ) -> None:
        """`bell` is set by whoever puts something into the ledger."""
        self.lease = lease
        self._ledger, self._sender, self._clock, self._bell = ledger, sender, clock, bell
        self._queues = {level: asyncio.Queue[Parcel]() for level in Level}
        self._plenty = set(Level)  # levels of which the last claim has brought something, or none was made yet
        self._at_hand: Counter[int] = Counter()  # claimed parcels by mailing, until they were tried
        self._open: Counter[Level] = Counter()  # claimed parcels by level, until what became of them is recorded
        self._stopped: frozenset[int] = frozenset()
        self._informed_until = clock() + STALE
        self._news = asyncio.Event()  # set and cleared whenever it is known anew what was stopped
        self._done: list[Result] = []
        self._rests_until: datetime | None = None
        self._ringers = [asyncio.Event() for _ in Level]
        self._under_way: dict[asyncio.Task[None], Parcel] = {}
        self._left: set[int] = set()  # ids of the parcels that are on the wire

    async def run(self) -> None:
        """Send until cancelled; then what was claimed and has not left is handed back."""
        senders = [asyncio.create_task(self._send_all(level)) for level in Level for _ in range(self._side_by_side)]
        others = [
            self._flush_all(),
            self._watch(),
            self._spread_the_bell(),
            *map(self._claim_all, Level, self._ringers),
        ]
        try:
            async with asyncio.TaskGroup() as group:
                for other in others:
                    group.create_task(other)
        finally:
            await self._end(senders)

    async def _end(self, senders: "list[asyncio.Task[None]]") -> None:
        """What is on the wire may arrive; everything else is cut off before it leaves."""
        self.lease = replace(self.lease, until=self._clock())
        for sender in senders:
            parcel = self._under_way.get(sender)
            if parcel is None or parcel.id not in self._left:
                sender.cancel()
        _, late = await asyncio.wait(senders, timeout=GRACE)
        for sender in late:
            sender.cancel()
        await asyncio.gather(*senders, return_exceptions=True)
        for queue in self._queues.values():
            while not queue.empty():
                self._settle(queue.get_nowait(), Attempt(Outcome.UNTRIED))
        await self._flush()

    @property
    def _side_by_side(self) -> int:
        rate = self._sender.rate(self.lease.lane)
        return SIDE_BY_SIDE if rate is None else max(FEWEST, min(SIDE_BY_SIDE, round(rate)))

    @property
    def _portion(self) -> int:
        rate = self._sender.rate(self.lease.lane)
        return MOST if rate is None else max(FEWEST, min(MOST, round(rate * PORTION)))

    async def _claim_all(self, level: Level, rung: asyncio.Event) -> None:
        while True:
            rung.clear()
            if not await self._claim(level):
                await either(rung, LOOK)

    async def _claim(self, level: Level) -> bool:
        """Whether the queue was filled up; a queue that is half full still is left alone."""
        room = self._room(level)
        if room < self._portion // 2 or self._resting or self._overtaken(level):
            await asyncio.sleep(FLUSH / 4)
            return True
        return await carried_through(self._fetch(level, room), GRACE)

    async def _fetch(self, level: Level, room: int) -> bool:
        """Whether there was anything; all that is claimed is in the queue afterwards, and nothing is forgotten."""
        parcels = await self._ledger.claim(self.lease, level, room, self._soon)
        (self._plenty.add if parcels else self._plenty.discard)(level)
        self._open[level] += len(parcels)
        for parcel in parcels:
            self._at_hand[parcel.mailing] += 1
            self._queues[level].put_nowait(parcel)
        return bool(parcels)

    def _room(self, level: Level) -> int:
        """How many may be claimed: a portion in the queue, fewer where the ledger is slow to take what was sent."""
        most = 2 * self._portion + self._side_by_side
        return min(self._portion - self._queues[level].qsize(), most - self._open[level])

    def _overtaken(self, level: Level) -> bool:
        """Whether it would only lie here claimed, and be in doubt after a crash, while what is more pressing leaves."""
        _, *more_pressing = dropwhile(lambda other: other is not level, Level)
        return not self._plenty.isdisjoint(more_pressing)

    async def _send_all(self, level: Level) -> None:
        queue = self._queues[level]
        while True:
            if not self._informed:
                await self._news.wait()
            await self._send(await queue.get())

    async def _send(self, parcel: Parcel) -> None:
        me = cast("asyncio.Task[None]", asyncio.current_task())
        self._under_way[me] = parcel
        attempt = Attempt(Outcome.UNTRIED)
        try:
            sending = self._sender.send(parcel, partial(self._still, parcel))
            told = await unharmed(sending, None, "sending")
            attempt = told or self._broken_off(parcel, Outcome.UNAVAILABLE)
        except asyncio.CancelledError:
            attempt = self._broken_off(parcel, Outcome.UNTRIED)
            raise
        finally:
            del self._under_way[me]
            self._left.discard(parcel.id)
            self._settle(parcel, attempt)

    def _broken_off(self, parcel: Parcel, otherwise: Outcome) -> Attempt:
        """What is on the wire may have arrived."""
        return Attempt(Outcome.UNCERTAIN if parcel.id in self._left else otherwise, why="broken off")

    def _still(self, parcel: Parcel) -> bool:
        wanted = self.owned and self._informed and parcel.mailing not in self._stopped
        if wanted:
            self._left.add(parcel.id)
        return wanted

    @property
    def _informed(self) -> bool:
        """Whether it is known well enough what was stopped: this process may have slept, or the ledger be slow."""
        return self._clock() < self._informed_until

    @property
    def owned(self) -> bool:
        """Whether the lease is good for one more message."""
        return self._clock() < self.lease.until - MARGIN

    @property
    def _soon(self) -> datetime:
        """The moment to ask the ledger about: what is over by then is no longer sent, so nothing leaves too late."""
        return self._clock() + STALE

    @property
    def _resting(self) -> bool:
        return self._rests_until is not None and self._clock() < self._rests_until

    def _settle(self, parcel: Parcel, attempt: Attempt) -> None:
        """Note what follows from an attempt; it is recorded with the next flush."""
        now = self._clock()
        if attempt.outcome is Outcome.UNWANTED and parcel.mailing not in self._stopped:
            attempt = Attempt(Outcome.UNTRIED)  # not the mailing has ended but the lease, or nobody knows
        step = next_step(attempt, parcel.attempts, parcel.doubts, parcel.level is Level.URGENT, now)
        if isinstance(step, StopChannel):
            LOG.error("%s rests for %g s, the account is refused: %s", self.lease.lane, REST, step.why)
            self._rests_until = now + timedelta(seconds=REST)
        self._at_hand[parcel.mailing] -= 1
        self._done.append(Result(parcel, step, attempt, now))

    async def _flush_all(self) -> None:
        while True:
            await asyncio.sleep(FLUSH)
            await carried_through(self._flush(), GRACE)

    async def _flush(self) -> None:
        done, self._done = self._done, []
        if not done:
            return
        kept = await unharmed(self._ledger.record(self.lease, done), None, "recording")
        if kept is None:
            self._done = done + self._done  # with the next flush
            return
        self._open.subtract(result.parcel.level for result in done)
        if kept < len(done):
            LOG.warning(
                "%s: %d results came too late, another process owns the lane", self.lease.lane, len(done) - kept
            )

    async def _watch(self) -> None:
        """Learn within a quarter of a second which of the mailings at hand were stopped."""
        while True:
            await asyncio.sleep(LOOK)
            at_hand = [mailing for mailing, count in self._at_hand.items() if count > 0]
            self._at_hand = Counter({mailing: self._at_hand[mailing] for mailing in at_hand})
            asked = self._clock()
            self._stopped = await self._ledger.stopped(at_hand, self._soon) if at_hand else frozenset()
            self._informed_until = max(asked + STALE, self._clock() + SPARE)
            self._news.set()
            self._news.clear()

    async def _spread_the_bell(self) -> None:
        """One bell wakes every level."""
        while True:
            await self._bell.wait()
            self._bell.clear()
            for ringer in self._ringers:
                ringer.set()
