"""Whatever table is added, what it keeps of a person must be shown to them and must go with them."""

import secrets
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Integer, Table, Text, Time, func, select

from bot.conversation import calls
from bot.conversation.facts import Erased, HeldRow, Joined, Person
from bot.conversation.notice_facts import Case, CaseSaid, Group, HelpAsked, Note, NoticeWritten
from bot.conversation.state import ConversationState
from bot.learning.lesson import Audience
from bot.messages import Address
from bot.storage import jobs, notice_tables, tables
from bot.storage.broadcasting import cases, notes, receipts
from bot.storage.columns import Moment
from bot.storage.database import Database, Transaction
from bot.storage.delivery import claims, ledger_erasure, tallies
from bot.storage.offices import accounts, audit
from bot.storage.offices.accounts import Appointment
from bot.storage.people.conversations import contact_of, conversation, keep_conversation
from bot.storage.people.facts import write_facts
from bot.storage.people.held import held
from bot.storage.schema import TABLES
from bot.storage.upsert import insert
from broadcasts.officer import Role
from tests.broadcasts.made import STORM
from tests.storage.staff import appoint, phone

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
HOA, LAN, HOA_ELSEWHERE = Address("telegram", "hoa"), Address("telegram", "lan"), Address("web", "hoa-2")
APPOINTED = Appointment("Trần Văn Minh", "Ủy ban nhân dân xã", frozenset({Role.WRITER}), ("26740",))
JOINED = Joined(Audience.ELDER, "vi", ("26734",), "2026-1", "0123456789abcdef", by_parent=False)

PERSONAL = [table for table in TABLES.sorted_tables if {"contact", "account"} & set(table.c.keys())]
PERSONAL.sort(key=lambda table: table is notice_tables.attempts)  # they name a delivery
PROOF = {"consents", "requests"}  # random ids only; they stay
COUNTED = {"deliveries", "attempts", "receipts", "cases", "questions"}  # that they were is kept, not whose
SAMPLES: dict[type, Any] = {
    Text: "x",
    Integer: 1,
    BigInteger: 1,
    Boolean: True,
    JSON: {"words": "bí mật"},
    Date: date(2026, 11, 21),
    Time: time(6),
    Moment: NOW,
}


async def join(database: Database, address: Address, *elsewhere: Address) -> str:
    """A contact with a row of theirs in every table, at every address."""

    def work(tx: Transaction) -> str:
        write_facts(tx, address, (JOINED,), NOW)
        contact = contact_of(tx, address)
        assert contact is not None
        for other in elsewhere:
            tx.execute(insert(tables.addresses).values(**vars_of(other), contact=contact, state={}))
        officer, _ = accounts.add(tx, APPOINTED, NOW)
        for number, place in enumerate((address, *elsewhere)):
            for table in PERSONAL:
                delivery = tx.execute(select(func.max(notice_tables.deliveries.c.id))).scalar()
                add_row(tx, table, place, contact, officer=officer, mailing=number, delivery=delivery)
        return contact

    return await database.write(work)


def vars_of(address: Address) -> dict[str, str]:
    return {"channel": address.channel, "account": address.account}


def add_row(tx: Transaction, table: Table, address: Address, contact: str | None, **more: Any) -> None:
    if table in (tables.addresses, tables.follows):
        return  # joining has made them
    known = {**vars_of(address), "contact": contact, "key": f"key-{address}", "message": "m", "run": str(address)}
    known |= {"lesson": f"lesson-{address}", "id": secrets.token_hex(8), "code": str(address), **more}
    counted = isinstance(table.c.get("id", table.c[0]).type, Integer)
    values = {column.name: known.get(column.name, sample(column)) for column in table.c}
    row = insert(table).values({name: value for name, value in values.items() if not (counted and name == "id")})
    tx.execute(row.on_conflict_do_nothing() if table is tables.link_codes else row)  # a person has one code only


def sample(column: Column[Any]) -> Any:
    return SAMPLES[type(column.type)]


async def rows(database: Database, table: Table) -> list[dict[str, Any]]:
    return await database.read(
        lambda tx: [dict(row) for row in tx.execute(select(table).order_by(*table.primary_key)).mappings()]
    )


async def test_every_personal_table_is_shown(database: Database) -> None:
    await join(database, HOA)
    shown = await database.read(lambda tx: held(tx, HOA))
    assert {row.table for row in shown} == {table.name for table in PERSONAL} | {"contacts", "officers"}


async def test_what_is_shown_is_theirs_everywhere_and_nobody_elses(database: Database) -> None:
    await join(database, LAN)
    contact = await join(database, HOA, HOA_ELSEWHERE)
    shown = await database.read(lambda tx: held(tx, HOA))
    assert {value for row in shown for name, value in row.values if name == "contact"} == {contact}
    assert {value for row in shown for name, value in row.values if name == "account"} == {"hoa", "hoa-2"}
    assert shown == await database.read(lambda tx: held(tx, HOA_ELSEWHERE))


async def test_a_held_row_says_what_and_since_when(database: Database) -> None:
    await database.write(lambda tx: keep_conversation(tx, HOA, ConversationState(scene="menu"), NOW))
    values = (("channel", "telegram"), ("account", "hoa"), ("state", '{"scene": "menu"}'), ("seen_at", NOW.isoformat()))
    assert await database.read(lambda tx: held(tx, HOA)) == (HeldRow("addresses", NOW, values),)


async def test_nothing_is_held_about_nobody(database: Database) -> None:
    assert await database.read(lambda tx: held(tx, HOA)) == ()


@pytest.mark.parametrize("where", [HOA, HOA_ELSEWHERE])
async def test_erasure_leaves_random_ids_only(database: Database, where: Address) -> None:
    lan, hoa = await join(database, LAN), await join(database, HOA, HOA_ELSEWHERE)
    before = {table.name: await rows(database, table) for table in PERSONAL}
    assert await database.write(lambda tx: write_facts(tx, where, (Erased(),), NOW)) == ()
    for table in PERSONAL:
        left = await rows(database, table)
        others = [row for row in before[table.name] if lan in row.values() or "lan" in row.values()]
        assert [row for row in left if lan in row.values() or "lan" in row.values()] == others
        mine = [row for row in left if row not in others]
        if table.name == "inbox":  # still to be answered
            assert {row["body"] for row in mine} == {None}
        else:
            assert not any("hoa" in str(value) for row in mine for value in row.values())
            assert bool(mine) is (table.name in PROOF | COUNTED)
    assert [row["id"] for row in await rows(database, tables.contacts)] == [lan]
    assert {row["withdrawn_at"] for row in await rows(database, tables.consents) if row["contact"] == hoa} == {NOW}


async def test_answered_messages_of_the_erased_go_at_once(database: Database) -> None:
    await join(database, HOA)
    await database.write(lambda tx: tx.execute(tables.inbox.update().values(state="answered")).rowcount)
    await database.write(lambda tx: write_facts(tx, HOA, (Erased(),), NOW))
    assert await rows(database, tables.inbox) == []


async def test_the_request_is_logged_and_the_consent_withdrawn(database: Database) -> None:
    await database.write(lambda tx: write_facts(tx, HOA, (JOINED,), NOW))
    contact = await database.read(lambda tx: contact_of(tx, HOA))
    later = datetime(2026, 12, 1, tzinfo=UTC)
    await database.write(lambda tx: write_facts(tx, HOA, (Erased(),), later))
    (request,), (consent,) = await rows(database, tables.requests), await rows(database, tables.consents)
    assert request == {"id": 1, "contact": contact, "kind": "erase", "asked_at": later, "done_at": later}
    assert (consent["given_at"], consent["withdrawn_at"]) == (NOW, later)


async def test_somebody_without_a_contact_is_forgotten_too(database: Database) -> None:
    def work(tx: Transaction) -> None:
        keep_conversation(tx, HOA, ConversationState(scene="menu"), NOW)
        add_row(tx, tables.mailbox, HOA, "")
        add_row(tx, tables.mailbox, LAN, "")
        write_facts(tx, HOA, (Erased(),), NOW)

    await database.write(work)
    assert await rows(database, tables.addresses) == []
    assert [row["account"] for row in await rows(database, tables.mailbox)] == ["lan"]
    assert [row["contact"] for row in await rows(database, tables.requests)] == [None]
    assert await database.write(lambda tx: conversation(tx, HOA)) == (ConversationState(), Person())


async def test_whoever_was_erased_may_join_again_as_somebody_new(database: Database) -> None:
    first = await join(database, HOA)
    again = (Erased(), Erased(), JOINED)
    assert await database.write(lambda tx: write_facts(tx, HOA, again, NOW)) == ()
    assert await database.read(lambda tx: contact_of(tx, HOA)) not in (first, None)


async def test_what_was_sent_is_counted_and_goes_nowhere_any_more(database: Database) -> None:
    states = ("waiting", "later", "held", "sent", "uncertain", "failed")

    def work(tx: Transaction) -> list[dict[str, int]]:
        write_facts(tx, HOA, (JOINED,), NOW)
        contact = contact_of(tx, HOA)
        for number, state in enumerate(states):
            add_row(tx, notice_tables.deliveries, HOA, str(contact), mailing=number, state=state)
            tallies.begin(tx, number)
            tallies.add(tx, tallies.Moves({(number, state): 1}))
        add_row(tx, notice_tables.deliveries, HOA, None, mailing=9, state="waiting")  # a note
        add_row(tx, notice_tables.deliveries, LAN, "lan", mailing=1, state="waiting")
        claims.claim(tx, "telegram", 1, 0, [1])
        write_facts(tx, HOA, (Erased(),), NOW)
        assert claims.claimed_of(tx, [0]) == set()
        return [tallies.counts(tx, number) for number in range(len(states))]

    counted = await database.write(work)
    expected = ["dropped", "dropped", "dropped", "sent", "uncertain", "failed"]
    assert [name for counts in counted for name, number in counts.items() if number] == expected
    *mine, lan = await rows(database, notice_tables.deliveries)
    assert [row["state"] for row in mine] == [*expected, "dropped"]
    assert {(row["contact"], row["account"], row["messages"]) for row in mine} == {(None, "", None)}
    assert (lan["contact"], lan["account"], lan["state"]) == ("lan", "lan", "waiting")


async def test_what_was_tried_names_no_address_any_more(database: Database) -> None:
    def work(tx: Transaction) -> None:
        for number, (contact, address) in enumerate((("hoa", HOA), ("lan", LAN)), start=1):
            add_row(tx, notice_tables.deliveries, address, contact)
            add_row(tx, notice_tables.attempts, address, contact, delivery=number)
        ledger_erasure.forget(tx, "hoa", [HOA], NOW)

    await database.write(work)
    assert [row["account"] for row in await rows(database, notice_tables.attempts)] == ["", "lan"]


async def test_notes_that_told_of_somebody_say_nothing_any_more(database: Database) -> None:
    """The call to the officers holds where they are; the answer to the person was for nobody else."""
    asked = HelpAsked("c1", "", "26740", "số 5 hoa hồng", 3)
    call = Note(Group.DUTY, "26740", calls.call(asked), "call")
    told = Note(Group.PERSON, "c1", calls.taken("Minh"), "told")
    other = Note(Group.DUTY, "26740", calls.call(replace(asked, id="c2", place="nhà lan")), "other")

    def work(tx: Transaction) -> None:
        appoint(tx, Role.DUTY)
        write_facts(tx, HOA, (JOINED, replace(asked, notes=(call, told))), NOW)
        notes.send(tx, [other], NOW)
        before = [str(row["body"]) for row in tx.execute(select(notice_tables.mailings)).mappings()]
        assert ["hoa hồng" in body for body in before] == [True, False, False]
        write_facts(tx, HOA, (Erased(),), NOW)

    await database.write(work)
    kept = await rows(database, notice_tables.mailings)
    assert [bool(row["body"]["paragraphs"]) for row in kept] == [False, False, True]
    assert kept[0]["state"] == "stopped"


async def test_the_last_answer_to_each_notice_stays_as_somebodys(database: Database) -> None:
    def work(tx: Transaction) -> None:
        write_facts(tx, HOA, (JOINED,), NOW)
        for contact in (str(contact_of(tx, HOA)), "lan"):
            for broadcast, answer in (("b1", "read"), ("b1", "help"), ("b2", "read"), ("b1", "read")):
                receipts.keep(tx, contact, broadcast, answer, NOW)
        before = [receipts.counts(tx, broadcast) for broadcast in ("b1", "b2")]
        write_facts(tx, HOA, (Erased(),), NOW)
        assert [receipts.counts(tx, broadcast) for broadcast in ("b1", "b2")] == before == [{"read": 2}, {"read": 2}]

    await database.write(work)
    assert [row["contact"] for row in await rows(database, notice_tables.receipts)].count(None) == 2


async def test_a_case_is_closed_and_says_nothing_any_more(database: Database) -> None:
    asked = HelpAsked("c1", "", "26740", "số 5 hoa hồng", 3, "bà ngoại bị ngã", "0903000000")

    def work(tx: Transaction) -> None:
        write_facts(tx, HOA, (JOINED, asked, CaseSaid("c1", "hoa đây")), NOW)
        write_facts(tx, LAN, (replace(asked, id="c2"), CaseSaid("c2", "lan đây")), NOW)
        write_facts(tx, HOA, (Erased(),), NOW)

    await database.write(work)
    mine, lan = await database.read(lambda tx: (cases.case(tx, "c1"), cases.case(tx, "c2")))
    assert mine == Case("c1", "26740", "", 0, "", "", "closed", None, "", NOW, (("", "", NOW),), None)
    assert lan is not None
    due = await database.write(lambda tx: jobs.due(tx, NOW + timedelta(hours=1), timedelta(0)))
    assert [job.about for job in due] == ["c2"]
    assert (lan.state, lan.place, lan.said) == ("open", "số 5 hoa hồng", (("", "lan đây", NOW),))


async def test_what_was_said_in_a_case_is_shown(database: Database) -> None:
    asked = HelpAsked("c1", "", "26740", "số 5 hoa hồng", 3)
    await database.write(lambda tx: write_facts(tx, HOA, (asked, CaseSaid("c1", "hoa đây")), NOW))
    await database.write(lambda tx: write_facts(tx, LAN, (replace(asked, id="c2"), CaseSaid("c2", "lan đây")), NOW))
    shown = await database.read(lambda tx: held(tx, HOA))
    [words] = [dict(row.values)["words"] for row in shown if row.table == "case_words"]
    assert words == "hoa đây"


async def test_an_officer_who_is_forgotten_writes_from_there_no_more(database: Database) -> None:
    """The account stays with the office; the telephone goes, and what was done from it names the network only."""

    def work(tx: Transaction) -> str:
        officer = appoint(tx, Role.WRITER)
        fact = NoticeWritten("b1", STORM, None, None)
        assert write_facts(tx, phone(Role.WRITER), (JOINED, fact), NOW) == ()
        assert [row.table for row in held(tx, phone(Role.WRITER))].count("broadcast_moves") == 1
        write_facts(tx, phone(Role.WRITER), (Erased(),), NOW)
        return officer.id

    id = await database.write(work)
    assert await rows(database, notice_tables.officer_places) == []
    [moved] = await rows(database, notice_tables.broadcast_moves)
    assert (moved["by"], moved["where"]) == (id, "telegram:")
    last = (await database.read(audit.newest))[-1]
    assert (last.who, last.what, last.about) == (id, "place unbound", id)
    assert await database.read(audit.verify) is None


async def test_the_secret_of_an_officer_is_shown_to_nobody(database: Database) -> None:
    await database.write(lambda tx: appoint(tx, Role.WRITER) and None)
    shown = await database.read(lambda tx: held(tx, phone(Role.WRITER)))
    [officer] = [dict(row.values) for row in shown if row.table == "officers"]
    assert officer["name"] == "writer"
    assert not {"secret", "last_step"} & set(officer)
