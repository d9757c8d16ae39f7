"""One owner at a time; whoever has lost the lane writes nothing."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.util import await_only

from bot.storage.database import Database, Transaction, open_database
from bot.storage.delivery.lanes import owned
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.delivery.mailings import stop
from broadcasts.delivery import Outcome
from broadcasts.notice import Level
from tests.databases import Server
from tests.storage.village import (
    LATER,
    NOW,
    TELEGRAM,
    assert_tallies_agree,
    claim,
    owner,
    record,
    result,
    row,
    send_out,
    settle_in,
    spell_out,
    states,
    tend,
)

LASTS = timedelta(seconds=10)
AFTER = NOW + LASTS


@pytest.mark.parametrize("by_itself", [True, False], ids=["server", "follower"])
async def test_an_owner_that_freezes_in_the_middle_of_a_transaction_does_not_keep_the_lane(
    postgres: Server, monkeypatch: pytest.MonkeyPatch, by_itself: bool
) -> None:
    """PostgreSQL ends that transaction, or whoever follows does; what the frozen one does in it comes to nothing."""
    monkeypatch.setattr("bot.storage.delivery.standstill.LONGEST", 0.2)
    async with postgres.fresh_database() as url, await open_database(url) as first, await open_database(url) as second:
        lease = await DatabaseLedger(first).take(TELEGRAM, "one", NOW)
        assert lease is not None
        holds, thawed = asyncio.Event(), asyncio.Event()

        def freeze(tx: Transaction) -> bool:
            if not by_itself:
                tx.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
            still = owned(tx, lease)
            holds.set()
            await_only(thawed.wait())
            tx.execute(select(1))
            return still

        frozen = asyncio.create_task(first.write(freeze))
        await holds.wait()
        async with asyncio.timeout(30):
            while await DatabaseLedger(second).take(TELEGRAM, "two", AFTER) is None:
                assert not frozen.done()
        thawed.set()
        assert await frozen is False


async def test_a_lane_has_one_owner(database: Database) -> None:
    ledger = DatabaseLedger(database)
    lease = await ledger.take(TELEGRAM, "one", NOW)
    assert lease is not None
    assert (lease.lane, lease.owner, lease.until, lease.others) == (TELEGRAM, "one", AFTER, 0)
    assert await ledger.take(TELEGRAM, "two", AFTER - timedelta(milliseconds=1)) is None
    assert await ledger.take("web", "two", NOW) is not None
    other = await ledger.take(TELEGRAM, "two", AFTER)
    assert other is not None
    assert other.epoch > lease.epoch


async def test_of_many_who_want_a_new_lane_one_gets_it(database: Database) -> None:
    ledger = DatabaseLedger(database)
    found = await asyncio.gather(*(ledger.take(TELEGRAM, str(number), NOW) for number in range(8)))
    assert sum(lease is not None for lease in found) == 1
    assert await ledger.answerers(TELEGRAM, NOW) == 7


async def test_a_lease_is_renewed_while_it_lasts(database: Database) -> None:
    ledger = DatabaseLedger(database)
    lease = await owner(database)
    renewed = await ledger.renew(lease, NOW + timedelta(seconds=2))
    assert renewed is not None
    assert (renewed.epoch, renewed.until) == (lease.epoch, AFTER + timedelta(seconds=2))
    assert await ledger.take(TELEGRAM, "two", AFTER) is None
    assert await ledger.renew(renewed, AFTER + timedelta(seconds=2)) is None


async def test_a_lease_that_another_has_is_not_renewed(database: Database) -> None:
    lease = await owner(database)
    await owner(database, name="two", now=AFTER)
    assert await DatabaseLedger(database).renew(lease, AFTER) is None


async def test_a_lane_that_was_let_go_is_free_at_once(database: Database) -> None:
    ledger = DatabaseLedger(database)
    lease = await owner(database)
    await ledger.release(lease, NOW)
    other = await ledger.take(TELEGRAM, "two", NOW)
    assert other is not None
    await ledger.release(lease, NOW)  # it is not the first one's any more
    assert await ledger.take(TELEGRAM, "three", NOW) is None


async def test_the_same_owner_begins_anew(database: Database) -> None:
    lease = await owner(database)
    assert (await owner(database)).epoch == lease.epoch + 1


async def test_whoever_could_not_take_the_lane_is_known_to_answer(database: Database) -> None:
    ledger = DatabaseLedger(database)
    lease = await owner(database)
    await ledger.take(TELEGRAM, "two", NOW)
    await ledger.take(TELEGRAM, "two", NOW + timedelta(seconds=1))
    await ledger.take(TELEGRAM, "three", NOW)
    assert await ledger.answerers(TELEGRAM, NOW) == 2
    assert await ledger.answerers("web", NOW) == 0
    renewed = await ledger.renew(lease, NOW)
    assert renewed is not None
    assert renewed.others == 2
    assert await ledger.answerers(TELEGRAM, AFTER) == 1
    taken = await owner(database, name="two", now=AFTER)
    assert taken.others == 0


async def test_a_stale_owner_writes_nothing(database: Database) -> None:
    await settle_in(database, "an", "binh")
    mailing = await send_out(database)
    stale = await owner(database)
    [an] = await claim(database, stale, most=1)
    lease = await owner(database, name="two", now=AFTER)
    assert await claim(database, stale) == []
    assert await record(database, stale, result(an)) == 0
    parcels = await claim(database, lease)
    assert {parcel.account for parcel in parcels} == {"an", "binh"}
    assert await record(database, stale, result(an)) == 0
    assert await states(database, mailing) == {"an": "waiting", "binh": "waiting"}
    assert await record(database, lease, *map(result, parcels)) == 2
    await assert_tallies_agree(database)


async def test_nobody_records_what_another_lease_has_claimed(database: Database) -> None:
    await settle_in(database, "an")
    await send_out(database)
    [an] = await claim(database, await owner(database))
    assert await record(database, await owner(database, "web"), result(an)) == 0
    assert (await row(database, "an")).state == "waiting"


@pytest.mark.parametrize(
    ("level", "states_after"),
    [(Level.URGENT, ("waiting", "uncertain")), (Level.FIRST, ("uncertain",)), (Level.ROUTINE, ("uncertain",))],
)
async def test_what_a_dead_owner_has_claimed_is_in_doubt(
    database: Database, level: Level, states_after: Sequence[str]
) -> None:
    await settle_in(database, "an")
    mailing = await send_out(database, level)
    now = NOW
    for state in states_after:
        lease = await owner(database, name=str(now), now=now)
        assert len(await claim(database, lease, level, now=now)) == 1
        now += LASTS
        await owner(database, name=str(now), now=now)
        assert await states(database, mailing) == {"an": state}
        await assert_tallies_agree(database)
        now += LASTS


async def test_all_portions_of_a_dead_owner_are_settled(database: Database) -> None:
    people = [str(number) for number in range(9)]
    await settle_in(database, *people)
    mailing = await send_out(database, Level.ROUTINE)
    lease = await owner(database)
    for _ in range(3):
        await claim(database, lease, Level.ROUTINE, most=2)
    await owner(database, name="two", now=AFTER)
    assert sorted((await states(database, mailing)).values()) == ["uncertain"] * 6 + ["waiting"] * 3
    await assert_tallies_agree(database)


@pytest.mark.parametrize("over", ["stopped", "expired"])
async def test_in_doubt_and_not_wanted_any_more_is_not_sent_again(database: Database, over: str) -> None:
    await settle_in(database, "an")
    mailing = await send_out(database, expires_at=LATER if over == "stopped" else AFTER)
    await claim(database, await owner(database))
    if over == "stopped":
        await database.write(lambda tx: stop(tx, mailing, NOW))
    await owner(database, name="two", now=AFTER)
    assert await states(database, mailing) == {"an": "uncertain"}


async def test_what_was_handed_back_is_not_in_doubt(database: Database) -> None:
    await settle_in(database, "an")
    await send_out(database)
    lease = await owner(database)
    [parcel] = await claim(database, lease)
    await record(database, lease, result(parcel, Outcome.UNTRIED))
    await DatabaseLedger(database).release(lease, NOW)
    [again] = await claim(database, await owner(database, name="two"))
    assert (again.attempts, again.doubts) == (0, 0)


@pytest.mark.parametrize("release", [True, False])
async def test_nobody_waits_for_ever_for_a_lane_without_an_owner(database: Database, release: bool) -> None:
    """Its channel may have been switched off; what is over is settled without it."""
    await settle_in(database, "an", "binh")
    mailing = await send_out(database)
    lease = await owner(database)
    await claim(database, lease, most=1)
    await database.write(lambda tx: stop(tx, mailing, NOW))
    await tend(database, AFTER - timedelta(milliseconds=1))
    assert await states(database, mailing) == {"an": "waiting", "binh": "dropped"}
    if release:
        await DatabaseLedger(database).release(lease, NOW)
    await tend(database, NOW if release else AFTER)
    await spell_out(database)
    assert await states(database, mailing) == {"an": "uncertain", "binh": "dropped"}
    await assert_tallies_agree(database)
