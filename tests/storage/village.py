"""People for the ledger's tests, and what is looked at of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import Any

from sqlalchemy import func, insert, select

from bot.storage.database import Database, Transaction
from bot.storage.delivery import claims, tallies
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.delivery.mailings import open_mailing, tally
from bot.storage.notice_tables import claims as claim_table
from bot.storage.notice_tables import deliveries, mailings
from bot.storage.tables import addresses, contacts, follows
from broadcasts.audience import Audience
from broadcasts.delivery import Attempt, Outcome, next_step
from broadcasts.notice import Level
from broadcasts.ports import Lease, Parcel, Result

NOW = datetime(2026, 11, 21, 3, tzinfo=UTC)  # ten in the morning in Vietnam
LATER = NOW + timedelta(hours=2)
HERE, THERE = "26734", "26737"
TELEGRAM = "telegram"


@dataclass(frozen=True, slots=True)
class Villager:
    """Somebody with addresses, the one used last at the end."""

    name: str
    addresses: Sequence[str] = ("telegram:{}",)  # of {name}; "-": blocked there, "!": the window has closed
    areas: Sequence[str] = (HERE,)
    age: str = "adult"
    stop: str = "nothing"
    quiet: tuple[time, time] | None = None


async def settle_in(database: Database, *people: Villager | str) -> None:
    """Make them contacts; a mere name is somebody with one Telegram address in HERE."""
    villagers = [Villager(one) if isinstance(one, str) else one for one in people]
    await database.write(partial(_add_all, villagers=villagers))


def _add_all(tx: Transaction, villagers: Sequence[Villager]) -> None:
    for one in villagers:
        _add(tx, one)


def _add(tx: Transaction, one: Villager) -> None:
    begins, ends = one.quiet or (None, None)
    who = {"id": one.name, "audience": one.age, "language": "vi", "stop": one.stop, "created_on": NOW.date()}
    tx.execute(insert(contacts).values(**who, quiet_from=begins, quiet_to=ends))
    for position, area in enumerate(one.areas):
        tx.execute(insert(follows).values(contact=one.name, position=position, area=area))
    for minute, written in enumerate(one.addresses):
        channel, account = written.lstrip("-!").format(one.name).split(":")
        left = NOW if written.startswith("-") else None
        seen = NOW - timedelta(days=1) + timedelta(minutes=minute)
        row = {"channel": channel, "account": account, "contact": one.name, "state": {}}
        shut = NOW - timedelta(hours=1) if written.startswith("!") else None
        tx.execute(insert(addresses).values(**row, seen_at=seen, left_at=left, open_until=shut))


async def send_out(database: Database, level: Level = Level.URGENT, areas: Sequence[str] = (HERE,), **more: Any) -> int:
    """A mailing to these communes, spelled out."""
    audience = Audience(frozenset(areas), more.pop("ages", frozenset()), more.pop("channels", frozenset()))
    expires = more.pop("expires_at", LATER)
    mailing = await database.write(lambda tx: open_mailing(tx, None, level, {}, audience, NOW, expires, **more))
    await spell_out(database)
    return mailing


async def spell_out(database: Database, now: datetime = NOW) -> None:
    """Write every list to its end."""
    while await DatabaseLedger(database).fan_out(now):
        pass


async def tend(database: Database, now: datetime = NOW) -> None:
    """Until time brings nothing more."""
    while await DatabaseLedger(database).tend(now):
        pass


async def states(database: Database, mailing: int) -> dict[str, str]:
    """State of every row by account; by contact where there is none."""
    rows = await database.read(lambda tx: tx.execute(select(deliveries).where(deliveries.c.mailing == mailing)).all())
    return {row.account or row.contact: row.state for row in rows}


async def row(database: Database, account: str, mailing: int | None = None) -> Any:
    """The newest row for an account."""
    found = select(deliveries).where(deliveries.c.account == account).order_by(deliveries.c.id.desc())
    of_one = found if mailing is None else found.where(deliveries.c.mailing == mailing)
    return await database.read(lambda tx: tx.execute(of_one).first())


async def owner(database: Database, lane: str = TELEGRAM, name: str = "one", now: datetime = NOW) -> Lease:
    """Somebody who owns the lane."""
    lease = await DatabaseLedger(database).take(lane, name, now)
    assert lease is not None
    return lease


async def claim(
    database: Database, lease: Lease, level: Level = Level.URGENT, most: int = 100, now: datetime = NOW
) -> list[Parcel]:
    """What is handed out."""
    return list(await DatabaseLedger(database).claim(lease, level, most, now))


async def record(database: Database, lease: Lease, *results: Result) -> int:
    """How many were kept."""
    return await DatabaseLedger(database).record(lease, results)


def result(parcel: Parcel, outcome: Outcome = Outcome.SENT, now: datetime = NOW, **more: Any) -> Result:
    """What follows from an outcome; what was sent has the account's name as its message."""
    told: dict[str, Any] = {"messages": (parcel.account,)} if outcome is Outcome.SENT else {"why": outcome.value}
    attempt = Attempt(outcome, **{**told, **more})
    step = next_step(attempt, parcel.attempts, parcel.doubts, parcel.level is Level.URGENT, now)
    return Result(parcel, step, attempt, now)


async def deliver(database: Database, lease: Lease, level: Level = Level.URGENT, **outcomes: Outcome) -> None:
    """One attempt for everybody who waits; sent, unless another outcome is given for the account."""
    parcels = await claim(database, lease, level)
    done = [result(parcel, outcomes.get(parcel.account.replace("-", "_"), Outcome.SENT)) for parcel in parcels]
    assert await record(database, lease, *done) == len(parcels)


async def assert_tallies_agree(database: Database) -> None:
    """The counters are what anybody who counts would find, and only waiting rows are claimed."""

    def look(tx: Transaction) -> None:
        counted = select(deliveries.c.state, func.count()).group_by(deliveries.c.state)
        for mailing in tx.execute(select(mailings.c.id)).scalars():
            found: dict[str, int] = dict(tx.execute(counted.where(deliveries.c.mailing == mailing)).all())
            found["waiting"] = found.get("waiting", 0) + found.pop("later", 0)
            assert tallies.counts(tx, mailing) == {name: found.get(name, 0) for name in tallies.counts(tx, mailing)}
            assert tally(tx, mailing).meant == sum(found.values())
            claimed = claims.claimed_of(tx, [mailing])
            waiting = select(deliveries.c.id).where(deliveries.c.mailing == mailing, deliveries.c.state == "waiting")
            assert claimed <= set(tx.execute(waiting).scalars())
        rows = [id for rows in tx.execute(select(claim_table.c.rows)).scalars() for id in rows]
        assert len(rows) == len(set(rows))

    await database.read(look)
