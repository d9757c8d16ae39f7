"""Whatever table is added, what it keeps of a person must be shown to them and must go with them."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Integer, Table, Text, Time, insert, select

from bot.conversation.facts import Erased, HeldRow, Joined, Person
from bot.conversation.state import ConversationState
from bot.learning.lesson import Audience
from bot.messages import Address
from bot.storage import tables
from bot.storage.columns import Moment
from bot.storage.conversations import contact_of, conversation, keep_conversation
from bot.storage.database import Database, Transaction
from bot.storage.facts import write_facts
from bot.storage.held import held

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
HOA, LAN, HOA_ELSEWHERE = Address("telegram", "hoa"), Address("telegram", "lan"), Address("web", "hoa-2")
JOINED = Joined(Audience.ELDER, "vi", ("26734",), "2026-1", "0123456789abcdef", by_parent=False)

PERSONAL = [table for table in tables.metadata.sorted_tables if {"contact", "account"} & set(table.c.keys())]
PROOF = {"consents", "requests"}  # random ids only; they stay
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
        for table in PERSONAL:
            for place in (address, *elsewhere):
                add_row(tx, table, place, contact)
        return contact

    return await database.write(work)


def vars_of(address: Address) -> dict[str, str]:
    return {"channel": address.channel, "account": address.account}


def add_row(tx: Transaction, table: Table, address: Address, contact: str) -> None:
    if table in (tables.addresses, tables.follows):
        return  # joining has made them
    known = {**vars_of(address), "contact": contact, "key": f"key-{address}", "message": "m", "run": str(address)}
    known |= {"lesson": f"lesson-{address}"}
    values = {column.name: known.get(column.name, sample(column)) for column in table.c if column.name != "id"}
    tx.execute(insert(table).values(values))


def sample(column: Column[Any]) -> Any:
    return SAMPLES[type(column.type)]


async def rows(database: Database, table: Table) -> list[dict[str, Any]]:
    return await database.read(lambda tx: [dict(row) for row in tx.execute(select(table)).mappings()])


async def test_every_personal_table_is_shown(database: Database) -> None:
    await join(database, HOA)
    shown = await database.read(lambda tx: held(tx, HOA))
    assert {row.table for row in shown} == {table.name for table in PERSONAL} | {"contacts"}


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
            assert bool(mine) is (table.name in PROOF)
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
