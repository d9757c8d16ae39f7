"""Long random histories: whatever happens in whatever order, the counters agree and nobody gets what they must not."""

import random
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.messages import Address
from bot.storage.database import Database
from bot.storage.delivery import fan_out, ledger_erasure, tending
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.delivery.mailings import open_mailing, open_note, stop
from bot.storage.notice_tables import deliveries, mailings
from bot.storage.people.arrivals import returned, seen
from broadcasts.audience import Audience
from broadcasts.delivery import Attempt, Outcome, next_step
from broadcasts.notice import Level
from broadcasts.ports import Lease, Parcel, Result
from tests.storage.village import HERE, NOW, THERE, Villager, assert_tallies_agree, settle_in

LANES = ("telegram", "web", "zalo")
AUDIENCES = ((HERE,), (THERE,), (HERE, THERE))
ADDRESSES = (
    ("telegram:{}",),
    ("web:{}",),
    ("telegram:{}", "web:{}-w"),
    ("zalo:{}", "telegram:{}-t"),
    ("-zalo:{}",),
    (),
)
STEPS = 200
CLOSED = {"sent", "uncertain", "failed", "dropped"}


class History:
    """One run: a network that remembers what arrived, and owners that may die with parcels in their hands."""

    def __init__(self, database: Database, seed: int) -> None:
        self.database, self.ledger = database, DatabaseLedger(database)
        self.dice = random.Random(seed)
        self.now = NOW
        self.leases: dict[str, Lease] = {}
        self.in_hand: dict[str, list[Parcel]] = defaultdict(list)
        self.arrived: Counter[tuple[int, str, str]] = Counter()
        self.closed: dict[int, datetime] = {}
        self.mailings: list[int] = []
        self.corrections: dict[int, tuple[int, datetime]] = {}
        self.letters = 0

    async def step(self) -> None:
        """Anything that can happen, some of it more often."""
        often = [self.open, self.write, self.own, self.claim, self.claim, self.claim, self.send, self.send, self.send]
        rarely = [self.stop, self.die, self.forget]
        ways = [*often, *often, self.tend, self.tend, self.show_up, self.wait, *rarely]
        await self.dice.choice(ways)()

    async def open(self) -> None:
        level, dice = self.dice.choice(list(Level)), self.dice
        if dice.random() < 0.3:
            to = [(None, Address(dice.choice(LANES), f"officer-{dice.randrange(9)}")) for _ in range(3)]
            key = str(dice.randrange(20))
            await self.database.write(lambda tx: open_note(tx, level, {}, to, key, self.now, None))
            return
        old = dice.choice([None, None, None, *self.mailings[-2:]])
        only_received = old is not None and dice.random() < 0.5
        audience = Audience(
            frozenset(dice.choice(AUDIENCES)), channels=frozenset(dice.sample(LANES, dice.choice((0, 2))))
        )
        ends = self.now + timedelta(minutes=dice.choice((2, 30)))
        new = await self.database.write(
            lambda tx: open_mailing(tx, None, level, {}, audience, self.now, ends, old, only_received)
        )
        self.mailings.append(new)
        if old is not None and only_received:
            self.corrections[new] = old, ends
        if old is not None:
            self.closed.setdefault(old, self.now)

    async def write(self) -> None:
        await self.ledger.fan_out(self.now)

    async def own(self) -> None:
        lane = self.dice.choice([lane for lane in LANES if lane not in self.leases] or LANES)
        lease = await self.ledger.take(lane, str(self.dice.randrange(3)), self.now)
        if lease is not None:
            self.leases[lane] = lease
            self.in_hand[lane] = []

    async def claim(self) -> None:
        lane, level = self.dice.choice(LANES), self.dice.choice(list(Level))
        if lane in self.leases:
            parcels = await self.ledger.claim(self.leases[lane], level, self.dice.randrange(1, 9), self.now)
            assert not {parcel.mailing for parcel in parcels} & self.closed.keys()
            self.in_hand[lane] += parcels

    async def send(self) -> None:
        lane = self.dice.choice(LANES)
        done, self.in_hand[lane] = self.in_hand[lane][:5], self.in_hand[lane][5:]
        results = [self._result(parcel) for parcel in done]
        if done:
            kept = await self.ledger.record(self.leases[lane], results)
            assert kept <= len(done)

    def _result(self, parcel: Parcel) -> Result:
        outcome = self.dice.choices(list(Outcome), [8 if one is Outcome.SENT else 1 for one in Outcome])[0]
        messages: tuple[str, ...] = ()
        if outcome is Outcome.SENT or (outcome is Outcome.HELD and parcel.channel == "web"):
            self.letters += 1
            messages = (str(self.letters),)
        attempt = Attempt(outcome, messages, wait=5)
        if outcome in (Outcome.SENT, Outcome.UNCERTAIN):
            self.arrived[parcel.id, parcel.channel, parcel.account] += 1
        urgent = parcel.level is Level.URGENT
        return Result(parcel, next_step(attempt, parcel.attempts, parcel.doubts, urgent, self.now), attempt, self.now)

    async def tend(self) -> None:
        await self.ledger.tend(self.now)

    async def die(self) -> None:
        """Some of what was in hand has arrived; nothing of it is recorded."""
        if self.leases:
            lane = self.dice.choice(sorted(self.leases))
            for parcel in self.in_hand.pop(lane, []):
                self.arrived[parcel.id, parcel.channel, parcel.account] += self.dice.randrange(2)
            del self.leases[lane]

    async def stop(self) -> None:
        if self.mailings:
            mailing = self.dice.choice(self.mailings)
            await self.database.write(lambda tx: stop(tx, mailing, self.now))
            self.closed.setdefault(mailing, self.now)

    async def show_up(self) -> None:
        person = f"p{self.dice.randrange(40):02}"
        await self.database.write(lambda tx: seen(tx, person, self.letters, self.now))
        await self.database.write(lambda tx: returned(tx, Address("zalo", person), self.now))

    async def forget(self) -> None:
        person = f"p{self.dice.randrange(40):02}"
        await self.database.write(lambda tx: ledger_erasure.forget(tx, person, (), self.now))

    async def wait(self) -> None:
        self.now += timedelta(seconds=self.dice.choice((1, 4, 30)))

    async def end(self) -> None:
        """Somebody else owns every lane, the lists are complete, and then every mailing's time is over."""
        self.now += timedelta(seconds=15)
        for lane in LANES:
            await self.ledger.take(lane, "the last", self.now)
        for after in (timedelta(), timedelta(hours=1)):
            self.now += after
            while await self.ledger.fan_out(self.now) or await self.ledger.tend(self.now):
                pass
            if not after:
                await self.check_corrections()

    async def check_corrections(self) -> None:
        """Exactly those who may have got the older one get what corrects it."""
        contacts: dict[int, set[str]] = defaultdict(set)
        receivers: dict[int, set[str]] = defaultdict(set)
        for row in await self.rows():
            contacts[row.mailing].add(row.contact)
            if row.state in ("sent", "uncertain") or row.messages or row.doubts:
                receivers[row.mailing].add(row.contact)
        for new, (old, ends) in self.corrections.items():
            if new not in self.closed and ends > self.now:
                assert contacts[new] - {None} == receivers[old] - {None}

    async def rows(self) -> list[Any]:
        found = select(deliveries, mailings.c.level).join(mailings, mailings.c.id == deliveries.c.mailing)
        return await self.database.read(lambda tx: list(tx.execute(found)))


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_happens_the_ledger_agrees_with_itself(
    database: Database, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fan_out, "WALKED", 7)
    monkeypatch.setattr(fan_out, "SCATTERED", 7)
    monkeypatch.setattr(fan_out, "FIRST", 5)
    monkeypatch.setattr(fan_out, "FEW_AREAS", seed % 2)
    monkeypatch.setattr(tending, "PIECE", 5)
    dice = random.Random(seed)
    await settle_in(
        database,
        *(Villager(f"p{n:02}", dice.choice(ADDRESSES), dice.choice(AUDIENCES)) for n in range(40)),
    )
    history = History(database, seed)
    for number in range(STEPS):
        await history.step()
        if number % 10 == 0:
            await assert_tallies_agree(database)
    await history.end()
    await assert_tallies_agree(database)
    rows = {row.id: row for row in await history.rows()}
    assert {row.state for row in rows.values() if row.mailing in history.mailings} <= CLOSED
    for (id, _, account), times in history.arrived.items():
        row = rows[id]
        assert times <= (2 if row.level == Level.URGENT.value else 1)
        if times and row.account == account:
            assert row.state in ("sent", "uncertain", "failed") or row.doubts
