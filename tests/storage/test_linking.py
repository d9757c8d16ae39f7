"""One person at several addresses: what is theirs comes together, and a notice reaches them once."""

from datetime import timedelta

from sqlalchemy import insert, select

from bot.conversation.facts import LinkAsked, Linked, Parted, Why
from bot.messages import Address
from bot.storage.database import Database, Transaction
from bot.storage.notice_tables import deliveries
from bot.storage.people import linking
from bot.storage.people.conversations import addresses_of, contact_of
from bot.storage.people.facts import write_facts
from bot.storage.people.progress import progress_of
from bot.storage.tables import follows, progress
from broadcasts.delivery import Outcome
from broadcasts.notice import Level
from tests.storage.village import (
    HERE,
    NOW,
    THERE,
    Villager,
    assert_tallies_agree,
    claim,
    deliver,
    owner,
    record,
    result,
    row,
    send_out,
    settle_in,
    states,
)

PHONE, PAGE, ZALO = Address("telegram", "lan"), Address("web", "trang"), Address("zalo_oa", "la")
SOON = NOW + timedelta(minutes=14)


async def code_for(database: Database, at: Address) -> str:
    """What the person reads on the other screen."""

    def asked(tx: Transaction) -> str:
        assert write_facts(tx, at, (LinkAsked(),), NOW) == ()
        return linking.code_of(tx, contact_of(tx, at) or "", NOW) or ""

    return await database.write(asked)


async def typed(database: Database, at: Address, code: str, now: object = NOW) -> Why | None:
    """What becomes of a code that is typed there and agreed to."""
    refused = await database.write(lambda tx: write_facts(tx, at, (Linked(code),), now or NOW))  # type: ignore[arg-type]
    why = refused[0].why if refused else None
    assert why is None or isinstance(why, Why)
    return why


async def test_a_new_place_becomes_the_same_person(database: Database) -> None:
    await settle_in(database, "lan")
    code = await code_for(database, PHONE)
    assert await typed(database, PAGE, code, SOON) is None
    assert await database.read(lambda tx: addresses_of(tx, "lan")) == (PHONE, PAGE)
    assert await typed(database, ZALO, code) is Why.UNKNOWN  # it works once


async def test_a_code_grows_old_and_a_new_one_voids_it(database: Database) -> None:
    await settle_in(database, "lan")
    first = await code_for(database, PHONE)
    second = await code_for(database, PHONE)
    assert await typed(database, PAGE, first) is Why.UNKNOWN
    assert await typed(database, PAGE, second, NOW + timedelta(minutes=16)) is Why.UNKNOWN
    assert await typed(database, PHONE, second) is Why.ALREADY
    assert await database.read(lambda tx: contact_of(tx, PAGE)) is None


async def test_two_people_become_one_with_what_both_have(database: Database) -> None:
    await settle_in(database, Villager("lan", areas=(HERE,)), Villager("la", ("zalo_oa:{}",), (THERE, HERE)))

    def learn(tx: Transaction) -> None:
        for who, lesson, card, right in (("lan", "a", 3, None), ("la", "a", 1, 2), ("la", "b", 0, None)):
            values = {"contact": who, "lesson": lesson, "version": "v", "card": card, "started_at": NOW}
            tx.execute(insert(progress).values(**values, right=right, finished_at=NOW if right else None))

    await database.write(learn)
    assert await typed(database, ZALO, await code_for(database, PHONE)) is None
    areas = await database.read(
        lambda tx: tx.execute(select(follows.c.area).order_by(follows.c.position)).scalars().all()
    )
    learnt = await database.read(lambda tx: progress_of(tx, "lan"))
    assert (await database.read(lambda tx: contact_of(tx, ZALO)), areas) == ("lan", [HERE, THERE])
    assert {one.lesson: one.finished is not None for one in learnt.lessons} == {"a": True, "b": False}


async def test_one_place_can_be_parted_but_not_the_last(database: Database) -> None:
    await settle_in(database, Villager("lan", ("telegram:{}", "web:trang")))
    assert await database.write(lambda tx: write_facts(tx, PAGE, (Parted(),), NOW)) == ()
    assert await database.read(lambda tx: addresses_of(tx, "lan")) == (PHONE,)
    [refused] = await database.write(lambda tx: write_facts(tx, PHONE, (Parted(),), NOW))
    assert refused.why is Why.NOBODY


async def test_a_merge_in_the_middle_of_a_notice_keeps_both_rows_and_sends_one(database: Database) -> None:
    await settle_in(database, "lan", Villager("la", ("zalo_oa:{}",)), "binh")
    mailing = await send_out(database)
    assert await typed(database, ZALO, await code_for(database, PHONE)) is None
    assert await states(database, mailing) == {"lan": "waiting", "la": "dropped", "binh": "waiting"}
    await assert_tallies_agree(database)
    why = await database.read(
        lambda tx: tx.execute(select(deliveries.c.why).where(deliveries.c.account == "la")).scalar()
    )
    assert why == "superseded"
    await deliver(database, await owner(database))
    assert await states(database, mailing) == {"lan": "sent", "la": "dropped", "binh": "sent"}


async def test_what_has_left_already_makes_the_other_row_needless(database: Database) -> None:
    await settle_in(database, "lan", Villager("la", ("zalo_oa:{}",)))
    mailing = await send_out(database)
    await deliver(database, await owner(database, "zalo_oa"))
    assert await typed(database, ZALO, await code_for(database, PHONE)) is None
    assert await states(database, mailing) == {"lan": "dropped", "la": "sent"}
    await assert_tallies_agree(database)


async def test_what_is_leaving_right_now_is_left_alone(database: Database) -> None:
    await settle_in(database, "lan", Villager("la", ("zalo_oa:{}",)))
    mailing = await send_out(database)
    lease = await owner(database)
    parcels = await claim(database, lease)
    assert await typed(database, ZALO, await code_for(database, PHONE)) is None
    assert await states(database, mailing) == {"lan": "waiting", "la": "dropped"}
    assert await record(database, lease, *(result(parcel) for parcel in parcels)) == 1
    assert (await row(database, "lan")).state == "sent"
    await assert_tallies_agree(database)


async def test_a_row_that_failed_does_not_stop_the_one_that_can_arrive(database: Database) -> None:
    await settle_in(database, "lan", Villager("la", ("zalo_oa:{}",)))
    mailing = await send_out(database)
    await deliver(database, await owner(database), lan=Outcome.GONE)
    assert await typed(database, ZALO, await code_for(database, PHONE)) is None
    assert await states(database, mailing) == {"lan": "failed", "la": "waiting"}


async def test_the_best_open_address_is_taken(database: Database) -> None:
    """Before a page that has to be opened comes a chat that rings; a closed window comes last."""
    everywhere = ("telegram:{}", "web:trang", "!zalo_oa:{}")
    await settle_in(database, Villager("lan", everywhere), Villager("ba", ("!zalo_oa:{}",)))
    mailing = await send_out(database, Level.FIRST)
    assert await states(database, mailing) == {"lan": "waiting", "ba": "waiting"}
    assert (await row(database, "lan", mailing)).channel == "telegram"
