"""What lies before an officer, and what does not."""

from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.conversation.notice_facts import CaseMove, CaseMoved, Desk, DeskNeed, HelpAsked
from bot.messages import Address
from bot.storage.broadcasting import desks
from bot.storage.broadcasting.notice_reading import read_notice_needs
from bot.storage.database import Database, Transaction
from bot.storage.offices import accounts
from bot.storage.people.conversations import person_at
from bot.storage.people.facts import write_facts
from broadcasts.broadcast import Move
from broadcasts.governance import ALONE_AFTER
from broadcasts.officer import Action, Role
from tests.broadcasts.made import COMMUNE, ENDS, NEIGHBOUR, NOW, PROVINCE, STORM
from tests.storage.sending_made import WRITTEN, ask, kept, of_notice, send, staffed, submit
from tests.storage.staff import appoint, phone

HOA = Address("telegram", "hoa")
LATER = NOW + timedelta(hours=1)
EMPTY = {field.name: set[str]() for field in fields(Desk)}


def desk(tx: Transaction, who: Role, now: datetime = LATER) -> Desk:
    given = read_notice_needs(tx, phone(who), person_at(tx, phone(who)), [DeskNeed()], now).desk
    assert given is not None
    return given


async def shown(database: Database, who: Role, now: datetime = LATER) -> dict[str, Any]:
    """The ids of everything on the desk, colleagues by name; what is empty is left out."""
    found = await database.read(lambda tx: desk(tx, who, now))
    ids = {name: {one.id for one in getattr(found, name)} for name in EMPTY if name != "colleagues"}
    return {name: value for name, value in ids.items() if value}


def worked(tx: Transaction) -> None:
    """One notice of every kind, in the ward; one of the next ward, one of the whole province."""
    staffed(tx)
    write_facts(tx, phone(Role.WRITER), (replace(WRITTEN, id="draft"),), NOW)
    submit(tx, replace(WRITTEN, id="submitted"))
    send(tx, replace(WRITTEN, id="later", begins=ENDS - timedelta(minutes=1)))
    send(tx, replace(WRITTEN, id="sending"))
    send(tx, replace(WRITTEN, id="wrong"))
    ask(tx, Role.DUTY, Action.WITHDRAW, "wrong")
    for id, area in (("next", NEIGHBOUR), ("wide", PROVINCE)):
        write_facts(tx, phone(Role.PROVINCE), (of_notice(replace(STORM, areas=(area,)), id),), NOW)
        ask(tx, Role.PROVINCE, Action.SUBMIT, id)


async def test_everybody_has_what_is_theirs_to_do(database: Database) -> None:
    await database.write(worked)
    correction = {one.id for one in (await database.read(lambda tx: desk(tx, Role.DUTY))).live} - {"later", "sending"}
    assert len(correction) == 1
    everybody = {"live": {"later", "sending"} | correction, "past": {"wrong"}}
    assert await shown(database, Role.WRITER) == everybody | {"drafts": {"draft", "submitted"}}
    assert await shown(database, Role.APPROVER) == everybody | {"to_approve": {"submitted"}}
    assert await shown(database, Role.DUTY) == everybody | {"to_approve": {"submitted"}}
    own = {"drafts": {"next", "wide"}}  # which it may not approve itself
    assert await shown(database, Role.PROVINCE) == everybody | {"to_approve": {"submitted"}} | own


async def test_what_is_over_is_past(database: Database) -> None:
    await database.write(worked)
    found = await shown(database, Role.APPROVER, ENDS + timedelta(days=3))
    assert "live" not in found
    assert found["past"] >= {"later", "sending", "wrong"}


async def test_the_newest_comes_first(database: Database) -> None:
    def work(tx: Transaction) -> None:
        staffed(tx)
        for minute, id in enumerate(("a", "b", "c")):
            send(tx, replace(WRITTEN, id=id), NOW + timedelta(minutes=minute))
        ask(tx, Role.DUTY, Action.WITHDRAW, "a", NOW + timedelta(minutes=5))

    await database.write(work)
    live = (await database.read(lambda tx: desk(tx, Role.DUTY))).live
    assert [one.id for one in live][1:] == ["c", "b"]


async def test_what_was_sent_alone_waits_for_somebody_else(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "step_of", lambda secret, digits, now: 1)

    def work(tx: Transaction) -> None:
        staffed(tx)
        submit(tx)
        more: dict[str, Any] = {"reason": "Không ai trả lời cả", "factor": "1", "template_approved": True}
        assert ask(tx, Role.DUTY, Action.SEND_ALONE, now=NOW + ALONE_AFTER, **more) is None

    await database.write(work)
    for who, waits in ((Role.APPROVER, True), (Role.PROVINCE, True), (Role.DUTY, False), (Role.WRITER, False)):
        assert ("to_review" in await shown(database, who)) is waits
    assert await database.write(lambda tx: ask(tx, Role.APPROVER, Action.APPROVE, now=LATER)) is None
    assert (await database.read(kept)).moves[-1].move is Move.REVIEW
    assert "to_review" not in await shown(database, Role.PROVINCE)


async def test_cases_of_the_area_and_own_ones(database: Database) -> None:
    def work(tx: Transaction) -> None:
        staffed(tx)
        for id, area in (("c1", COMMUNE), ("c2", COMMUNE), ("c3", NEIGHBOUR)):
            write_facts(tx, Address("telegram", id), (HelpAsked(id, "", area, "nhà", 1),), NOW)
        write_facts(tx, phone(Role.WRITER), (CaseMoved("c1", CaseMove.TAKE),), NOW)

    await database.write(work)
    assert (await shown(database, Role.WRITER))["cases"] == {"c1", "c2"}
    assert (await shown(database, Role.DUTY))["cases"] == {"c2"}
    assert (await shown(database, Role.PROVINCE))["cases"] == {"c2", "c3"}


async def test_colleagues_are_those_who_answer_for_a_part_of_the_same_area(database: Database) -> None:
    def work(tx: Transaction) -> None:
        staff = staffed(tx)
        appoint(tx, Role.CONTENT, areas=(NEIGHBOUR,))
        accounts.freeze(tx, staff[Role.APPROVER].id, NOW)

    await database.write(work)
    for who, colleagues in ((Role.WRITER, ["duty", "province"]), (Role.PROVINCE, ["content", "duty", "writer"])):
        found = await database.read(lambda tx, who=who: desk(tx, who))  # type: ignore[misc]
        assert sorted(one.name for one in found.colleagues) == colleagues


@pytest.mark.parametrize("role", [Role.CONTENT, Role.ADMINISTRATOR])
async def test_who_has_nothing_to_do_with_notices_sees_none(database: Database, role: Role) -> None:
    await database.write(worked)
    await database.write(lambda tx: appoint(tx, role))
    assert await shown(database, role) == {}


async def test_an_auditor_sees_and_decides_nothing(database: Database) -> None:
    await database.write(worked)
    await database.write(lambda tx: appoint(tx, Role.AUDITOR))
    assert set(await shown(database, Role.AUDITOR)) == {"live", "past"}


async def test_an_account_that_was_cut_off_has_an_empty_desk(database: Database) -> None:
    await database.write(worked)
    officer = await database.read(lambda tx: person_at(tx, phone(Role.DUTY)).officer)
    assert officer is not None
    await database.write(lambda tx: accounts.freeze(tx, officer.id, NOW))
    assert await database.read(lambda tx: desk(tx, Role.DUTY)) == Desk()


async def test_a_citizen_has_no_desk(database: Database) -> None:
    given = await database.read(lambda tx: read_notice_needs(tx, HOA, person_at(tx, HOA), [DeskNeed()], NOW))
    assert given.desk is None


async def test_no_desk_is_longer_than_somebody_reads(database: Database) -> None:
    def work(tx: Transaction) -> None:
        staffed(tx)
        for number in range(desks.MOST + 2):
            submit(tx, replace(WRITTEN, id=f"b{number}"), NOW + timedelta(minutes=number))

    await database.write(work)
    found = await database.read(lambda tx: desk(tx, Role.APPROVER))
    assert [one.id for one in found.to_approve] == [f"b{number}" for number in range(desks.MOST + 1, 1, -1)]
