"""Requests for help: opened by anybody, taken by the first officer, talked over, closed; what a desk shows of them."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.conversation.facts import Fact, Joined, Person, Refusal, Why
from bot.conversation.notice_facts import (
    Case,
    CaseMove,
    CaseMoved,
    CaseNeed,
    CaseSaid,
    HelpAsked,
)
from bot.learning.lesson import Audience
from bot.messages import Address
from bot.storage import jobs
from bot.storage.broadcasting import cases
from bot.storage.broadcasting.notice_reading import read_notice_needs
from bot.storage.database import Database, Transaction
from bot.storage.jobs import JobKind
from bot.storage.offices import accounts, audit
from bot.storage.people.conversations import person_at
from bot.storage.people.facts import write_facts
from broadcasts.governance import Denial
from broadcasts.officer import Officer, Role
from tests.broadcasts.made import COMMUNE, NEIGHBOUR, NOW
from tests.storage.staff import appoint, phone

HOA, LAN = Address("telegram", "hoa"), Address("web", "lan")
DUTY, APPROVER, AUDITOR = phone(Role.DUTY), phone(Role.APPROVER), phone(Role.AUDITOR)
ELSEWHERE = phone(Role.PROVINCE)  # of another commune
ASKED = HelpAsked("c1", "", COMMUNE, "số 5 đường Lê Lợi", 3, "nước ngập", "0903000000")
LATER = NOW + timedelta(minutes=5)
TAKE, CLOSE = CaseMoved("c1", CaseMove.TAKE), CaseMoved("c1", CaseMove.CLOSE)


def staffed(tx: Transaction) -> dict[Address, Officer]:
    return {
        DUTY: appoint(tx, Role.DUTY),
        APPROVER: appoint(tx, Role.APPROVER),
        AUDITOR: appoint(tx, Role.AUDITOR),
        ELSEWHERE: appoint(tx, Role.PROVINCE, areas=(NEIGHBOUR,)),
    }


async def write(database: Database, where: Address, *facts: Fact, now: Any = NOW) -> list[Any]:
    """Why each fact was refused; None for those that were kept."""
    refused = await database.write(lambda tx: {one.fact: one for one in write_facts(tx, where, facts, now)})
    return [refused[fact].why if fact in refused else None for fact in facts]


async def read(database: Database, id: str = "c1") -> Case:
    found = await database.read(lambda tx: cases.case(tx, id))
    assert found is not None
    return found


async def needed(database: Database, where: Address, id: str) -> Case | None:
    def work(tx: Transaction) -> Case | None:
        return read_notice_needs(tx, where, person_at(tx, where), [CaseNeed(id)], NOW).case

    return await database.read(work)


async def due(database: Database, now: Any = LATER) -> list[str]:
    found = await database.write(lambda tx: jobs.due(tx, now, timedelta(seconds=1)))
    return [job.about for job in found if job.kind is JobKind.CASE]


async def test_help_is_a_case_with_everything_that_was_said(database: Database) -> None:
    assert await write(database, HOA, ASKED) == [None]
    assert await read(database) == Case(
        *("c1", COMMUNE, "số 5 đường Lê Lợi", 3, "nước ngập", "0903000000", "open", None, "", NOW),
        address=HOA,
    )
    assert await due(database, LATER - timedelta(seconds=1)) == []
    assert await due(database) == ["c1"]


async def test_somebody_who_waits_for_help_has_one_case(database: Database) -> None:
    again = replace(ASKED, id="c2")
    assert await write(database, HOA, ASKED, again) == [None, Why.ALREADY]
    assert await write(database, LAN, again) == [None]
    await database.write(staffed)
    assert await write(database, DUTY, TAKE, CLOSE) == [None, None]
    assert await write(database, HOA, replace(ASKED, id="c3")) == [None]


async def test_a_name_that_is_taken_opens_no_second_case(database: Database) -> None:
    assert await write(database, HOA, ASKED) == [None]
    assert await write(database, LAN, replace(ASKED, place="nơi khác")) == [Why.ALREADY]
    assert (await read(database)).place == ASKED.place


async def test_a_code_that_nobody_knows_keeps_nobody_from_help(database: Database) -> None:
    assert await write(database, HOA, replace(ASKED, code="ZZZZZZZZ")) == [None]


async def test_the_first_who_takes_it_has_it(database: Database) -> None:
    staff = await database.write(staffed)
    await write(database, HOA, ASKED)
    found = await asyncio.gather(*(write(database, where, TAKE) for where in (DUTY, APPROVER) * 3))
    assert sorted((one for [one] in found), key=str) == [None, *[Why.ALREADY] * 5]
    case = await read(database)
    assert case.state == "taken"
    assert case.owner in {staff[DUTY].id, staff[APPROVER].id}
    assert case.owner_name in {"duty", "approver"}
    assert await due(database) == []


@pytest.mark.parametrize("move", CaseMove, ids=lambda move: move.value)
@pytest.mark.parametrize(
    ("where", "why"),
    [(AUDITOR, Denial.ROLE), (ELSEWHERE, Denial.AREA), (LAN, Denial.ACCOUNT)],
    ids=["auditor", "elsewhere", "citizen"],
)
async def test_whose_business_it_is_not(database: Database, where: Address, why: Denial, move: CaseMove) -> None:
    await database.write(staffed)
    await write(database, HOA, ASKED)
    assert await write(database, where, CaseMoved("c1", move)) == [why]
    assert (await read(database)).state == "open"


async def test_its_owner_closes_it(database: Database) -> None:
    staff = await database.write(staffed)
    await write(database, HOA, ASKED)
    assert await write(database, DUTY, CLOSE) == [Denial.STATE]
    assert await write(database, DUTY, TAKE) == [None]
    assert await write(database, APPROVER, CLOSE) == [Denial.STATE]
    assert await write(database, DUTY, CLOSE) == [None]
    assert (await read(database)).state == "closed"
    log = [(row.who, row.what, row.about) for row in await database.read(audit.newest)]
    assert log[-2:] == [(staff[DUTY].id, "case taken", "c1"), (staff[DUTY].id, "case closed", "c1")]


async def test_what_is_closed_stays_closed(database: Database) -> None:
    await database.write(staffed)
    await write(database, HOA, ASKED)
    await write(database, DUTY, TAKE, CLOSE)
    said = CaseSaid("c1", "còn ai không?")
    assert await write(database, DUTY, TAKE, CLOSE, said) == [Why.ALREADY, Denial.STATE, Why.UNKNOWN]
    assert await write(database, HOA, said) == [Why.UNKNOWN]
    assert await write(database, DUTY, CaseMoved("c9", CaseMove.TAKE), CaseSaid("c9", "a")) == [Why.UNKNOWN] * 2


async def test_owner_and_person_talk(database: Database) -> None:
    staff = await database.write(staffed)
    await write(database, HOA, ASKED)
    assert await write(database, HOA, CaseSaid("c1", "nước lên nữa")) == [None]
    await write(database, DUTY, TAKE)
    assert await write(database, DUTY, CaseSaid("c1", "đang tới"), now=LATER) == [None]
    said = (("", "nước lên nữa", NOW), (staff[DUTY].id, "đang tới", LATER))
    assert (await read(database)).said == said


@pytest.mark.parametrize(
    ("where", "why"),
    [(APPROVER, Denial.STATE), (AUDITOR, Denial.ROLE), (ELSEWHERE, Denial.AREA), (LAN, Why.UNKNOWN)],
    ids=["colleague", "auditor", "elsewhere", "another citizen"],
)
async def test_nobody_else_talks_in_it(database: Database, where: Address, why: Denial | Why) -> None:
    await database.write(staffed)
    await write(database, HOA, ASKED)
    await write(database, DUTY, TAKE)
    assert await write(database, where, CaseSaid("c1", "xin chào")) == [why]
    assert (await read(database)).said == ()


async def test_an_officer_who_needs_help_is_a_person(database: Database) -> None:
    await database.write(staffed)
    await write(database, APPROVER, ASKED)
    await write(database, DUTY, TAKE)
    assert await write(database, APPROVER, CaseSaid("c1", "nhanh lên")) == [None]
    assert (await read(database)).said == (("", "nhanh lên", NOW),)


@pytest.mark.parametrize(
    "cut_off",
    [lambda tx, id: accounts.freeze(tx, id, LATER), lambda tx, id: accounts.revoke(tx, id, LATER)],
    ids=["frozen", "revoked"],
)
async def test_a_case_whose_owner_is_cut_off_is_open_again_and_climbs_at_once(
    database: Database, cut_off: Callable[[Transaction, str], bool]
) -> None:
    staff = await database.write(staffed)
    await write(database, HOA, ASKED)
    await write(database, DUTY, TAKE)
    assert await database.write(lambda tx: cut_off(tx, staff[DUTY].id))
    case = await read(database)
    assert (case.state, case.owner) == ("open", None)
    assert await due(database, LATER) == ["c1"]
    assert await write(database, APPROVER, TAKE) == [None]


async def test_a_case_climbs_once_and_only_while_nobody_has_it(database: Database) -> None:
    await database.write(staffed)
    await write(database, HOA, ASKED)
    await write(database, LAN, replace(ASKED, id="c2"))
    await write(database, DUTY, TAKE)
    assert not await database.write(lambda tx: cases.climb(tx, "c1", LATER))
    assert await database.write(lambda tx: cases.climb(tx, "c2", LATER))
    assert not await database.write(lambda tx: cases.climb(tx, "c2", LATER))


async def test_a_desk_shows_open_ones_of_the_area_and_own_ones(database: Database) -> None:
    staff = await database.write(staffed)
    for minute, (id, area) in enumerate([("c1", COMMUNE), ("c2", NEIGHBOUR), ("c3", COMMUNE), ("c4", COMMUNE)]):
        where = Address("telegram", f"person-{id}")
        await write(database, where, replace(ASKED, id=id, area=area), now=NOW + timedelta(minutes=minute))
    await write(database, DUTY, TAKE, CaseMoved("c4", CaseMove.TAKE), CaseMoved("c4", CaseMove.CLOSE))

    async def shown(where: Address) -> list[str]:
        found = await database.read(lambda tx: cases.on_desk(tx, staff[where]))
        return [case.id for case in found]

    assert await shown(DUTY) == ["c3", "c1"]
    assert await shown(APPROVER) == ["c3"]
    assert await shown(ELSEWHERE) == ["c2"]
    assert await shown(AUDITOR) == []


async def test_a_case_is_shown_to_whom_it_concerns(database: Database) -> None:
    await database.write(staffed)
    await write(database, HOA, ASKED)
    whole = await read(database)
    assert await needed(database, HOA, "") == whole
    assert await needed(database, HOA, "c1") == whole
    assert await needed(database, DUTY, "c1") == whole
    for stranger in (LAN, AUDITOR, ELSEWHERE):
        assert await needed(database, stranger, "c1") is None
        assert await needed(database, stranger, "") is None
    await write(database, DUTY, TAKE, CLOSE)
    assert await needed(database, HOA, "") is None


async def test_a_person_has_their_case_at_every_address(database: Database) -> None:
    joined = Joined(Audience.ADULT, "vi", (COMMUNE,), "1", "0" * 16, by_parent=False)
    await write(database, HOA, joined, ASKED)
    person = await database.read(lambda tx: person_at(tx, HOA))
    at_home = await database.read(
        lambda tx: read_notice_needs(tx, LAN, Person(person.contact), [CaseNeed("")], NOW).case
    )
    assert at_home == await read(database)


async def test_a_refused_fact_comes_back_with_its_reason(database: Database) -> None:
    assert await database.write(lambda tx: write_facts(tx, HOA, (TAKE,), NOW)) == (Refusal(TAKE, Denial.ACCOUNT),)
