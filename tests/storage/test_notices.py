"""Broadcasts as they are looked at: by officers, by whom they were meant for, by whoever checks a text."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import update

from bot.conversation.facts import Erased, Joined, Refusal, Why
from bot.conversation.notice_facts import HelpAsked, Mine, MineNeed, NoticeNeed, NoticeRead, ReachNeed, Seen, Tally
from bot.learning.lesson import Audience
from bot.messages import Address
from bot.storage import notice_tables
from bot.storage.broadcasting import broadcasts, notices
from bot.storage.broadcasting.notice_reading import read_notice_needs
from bot.storage.database import Database, Transaction
from bot.storage.people.conversations import contact_of, person_at
from bot.storage.people.facts import write_facts
from broadcasts.broadcast import Broadcast, State
from broadcasts.notice import Kind
from broadcasts.officer import Action, Role
from tests.broadcasts.made import COMMUNE, ENDS, NEIGHBOUR, NOW, STORM
from tests.storage.sending_made import WRITTEN, ask, kept, of_notice, send, staffed, submit

HOA, LAN, MAI = Address("telegram", "hoa"), Address("telegram", "lan"), Address("telegram", "mai")
STRANGER = Address("web", "x")
LATER = NOW + timedelta(hours=1)
UPDATE = of_notice(replace(STORM, kind=Kind.UPDATE, headline="Bão số 12 mạnh lên"), "b2", refers_to="b1")


def peopled(tx: Transaction) -> None:
    """Two live in the ward, one in the next."""
    staffed(tx)
    for address, area in ((HOA, COMMUNE), (LAN, COMMUNE), (MAI, NEIGHBOUR)):
        joined = Joined(Audience.ADULT, "vi", (area,), "1", "0" * 16, by_parent=False)
        assert write_facts(tx, address, (joined,), NOW) == ()


def prepared(tx: Transaction) -> None:
    peopled(tx)
    send(tx)


def seen(tx: Transaction, name: str = "b1") -> Seen:
    found = notices.seen(tx, name)
    assert found is not None
    return found


def mine(tx: Transaction, address: Address = HOA, now: datetime = LATER) -> tuple[Mine, ...]:
    return read_notice_needs(tx, address, person_at(tx, address), [MineNeed()], now).mine


def deliver(tx: Transaction, address: Address, state: str) -> None:
    """The ledger's row as whoever delivers it leaves it."""
    table = notice_tables.deliveries
    mine = table.c.contact == contact_of(tx, address)
    assert tx.execute(update(table).where(mine).values(state=state)).rowcount == 1


async def test_one_broadcast_with_who_is_behind_it_and_how_it_goes(database: Database) -> None:
    await database.write(prepared)
    found = await database.read(seen)
    assert found.broadcast == await database.read(kept)
    assert sorted(found.names.values()) == ["approver", "writer"]
    assert found.tally == Tally(meant=2, waiting=2, spelled=found.tally.spelled)
    assert found.replaced_by == ""
    assert await database.read(lambda tx: seen(tx, found.broadcast.code)) == found
    given = await database.read(lambda tx: read_notice_needs(tx, HOA, person_at(tx, HOA), [NoticeNeed("b1")], NOW))
    assert given.notice == found
    assert await database.read(lambda tx: notices.seen(tx, "b9")) is None


async def test_what_is_not_sent_yet_is_meant_for_nobody(database: Database) -> None:
    await database.write(peopled)
    await database.write(submit)
    assert (await database.read(seen)).tally == Tally()


async def test_the_last_answer_of_each_person_counts(database: Database) -> None:
    await database.write(prepared)
    code = (await database.read(kept)).code
    shown = f"{code[:4].lower()} {code[4:]}"

    def answer(tx: Transaction) -> list[Any]:
        help = HelpAsked("c1", code, COMMUNE, "nhà", 2)
        given = [write_facts(tx, HOA, (NoticeRead(code), NoticeRead(shown), help), NOW)]
        given += [write_facts(tx, who, (NoticeRead(code),), NOW) for who in (LAN, MAI)]
        return given

    assert await database.write(answer) == [(), (), ()]
    tally = (await database.read(seen)).tally
    assert (tally.read, tally.help) == (2, 1)
    await database.write(lambda tx: write_facts(tx, LAN, (Erased(),), NOW))
    tally = (await database.read(seen)).tally
    assert (tally.read, tally.help, tally.meant, tally.dropped) == (2, 1, 2, 1)


async def test_an_answer_that_counts_for_nobody(database: Database) -> None:
    await database.write(prepared)
    read, other = NoticeRead((await database.read(kept)).code), NoticeRead("ZZZZZZZZ")
    assert await database.write(lambda tx: write_facts(tx, STRANGER, (read,), NOW)) == (Refusal(read, Why.NOBODY),)
    assert await database.write(lambda tx: write_facts(tx, HOA, (other,), NOW)) == (Refusal(other, Why.UNKNOWN),)


async def test_the_newest_text_on_the_same_matter(database: Database) -> None:
    def work(tx: Transaction) -> None:
        prepared(tx)
        send(tx, UPDATE, LATER)
        submit(tx, replace(UPDATE, id="b3", refers_to="b2"), LATER)

    await database.write(work)
    second = (await database.read(lambda tx: kept(tx, "b2"))).code
    assert (await database.read(seen)).replaced_by == second
    assert (await database.read(lambda tx: seen(tx, "b2"))).replaced_by == ""  # the third one is not sent
    assert await database.write(lambda tx: ask(tx, Role.APPROVER, Action.APPROVE, "b3", LATER)) is None
    third = (await database.read(lambda tx: kept(tx, "b3"))).code
    for name in ("b1", "b2"):
        found = await database.read(lambda tx, name=name: seen(tx, name))  # type: ignore[misc]
        assert found.replaced_by == third


async def test_what_was_meant_for_a_person_and_is_in_force(database: Database) -> None:
    await database.write(prepared)
    code = (await database.read(kept)).code
    assert await database.read(mine) == (Mine(code, STORM, "sending", arrived=False),)
    await database.write(lambda tx: deliver(tx, HOA, "sent"))
    await database.write(lambda tx: write_facts(tx, HOA, (NoticeRead(code),), NOW))
    await database.write(lambda tx: broadcasts.finish(tx, "b1", NOW))
    assert await database.read(mine) == (Mine(code, STORM, "sent", arrived=True, answer="read"),)
    assert await database.read(lambda tx: mine(tx, LAN)) == (Mine(code, STORM, "sent", arrived=False),)
    assert await database.read(lambda tx: mine(tx, MAI)) == ()
    assert await database.read(lambda tx: mine(tx, STRANGER)) == ()
    assert await database.read(lambda tx: mine(tx, HOA, ENDS)) == ()


async def test_what_was_replaced_is_in_force_no_more(database: Database) -> None:
    await database.write(prepared)
    await database.write(lambda tx: send(tx, UPDATE, LATER))
    codes = [one.code for one in await database.read(mine)]
    assert codes == [(await database.read(lambda tx: kept(tx, "b2"))).code]
    await database.write(lambda tx: ask(tx, Role.DUTY, Action.ALL_CLEAR, "b2", LATER))
    [clear] = await database.read(mine)
    assert clear.notice.kind is Kind.ALL_CLEAR


def sent_in_all_ways(tx: Transaction) -> None:
    """Of everything one: waiting, rejected, sent, replaced, taken back before and after, a drill, over."""
    staffed(tx)
    drill = replace(STORM, drill=True)
    short = replace(STORM, ends=NOW + timedelta(minutes=30))
    for number, fact in enumerate(
        (WRITTEN, replace(WRITTEN, id="draft"), of_notice(drill, "drill"), of_notice(short, "over"))
    ):
        submit(tx, fact) if fact.id == "draft" else send(tx, fact, NOW + timedelta(minutes=number))
    send(tx, replace(WRITTEN, id="replaced"), NOW + timedelta(minutes=5))
    send(tx, replace(UPDATE, refers_to="replaced"), NOW + timedelta(minutes=6))
    send(tx, replace(WRITTEN, id="later", begins=ENDS - timedelta(hours=1)))
    send(tx, replace(WRITTEN, id="never", begins=ENDS - timedelta(hours=1)))
    ask(tx, Role.DUTY, Action.WITHDRAW, "never")
    send(tx, of_notice(STORM, "wrong"))
    ask(tx, Role.DUTY, Action.WITHDRAW, "wrong", NOW + timedelta(minutes=7))


def ids(found: tuple[Broadcast, ...]) -> set[str]:
    return {one.id if len(one.id) < 10 else one.notice.kind.value for one in found}


async def test_whoever_checks_a_text_sees_all_that_was_ever_sent(database: Database) -> None:
    await database.write(sent_in_all_ways)
    recent = await database.read(lambda tx: notices.recent(tx, LATER))
    assert ids(recent) == {"b1", "b2", "drill", "over", "replaced", "wrong", "cancel"}
    moved = [one.moves[-1].at for one in recent]
    assert moved == sorted(moved, reverse=True)
    assert {one.id for one in recent if one.state is State.CANCELLED} == {"wrong"}
    month = await database.read(lambda tx: notices.recent(tx, NOW + timedelta(days=30, minutes=4)))
    assert ids(month) == {"b2", "replaced", "wrong", "cancel"}


async def test_what_is_in_force(database: Database) -> None:
    await database.write(sent_in_all_ways)
    assert ids(await database.read(lambda tx: notices.in_force(tx, LATER))) == {"b1", "b2", "drill", "cancel"}
    assert ids(await database.read(lambda tx: notices.in_force(tx, ENDS))) == {"cancel"}


async def test_how_many_a_notice_would_reach(database: Database) -> None:
    await database.write(peopled)
    need = ReachNeed((COMMUNE, NEIGHBOUR), STORM.level)
    given = await database.read(lambda tx: read_notice_needs(tx, HOA, person_at(tx, HOA), [need], NOW))
    assert given.reach == {"telegram": 3}
