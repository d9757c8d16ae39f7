"""Whom a note goes to: every group, and nobody who was cut off."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.conversation.facts import Joined
from bot.conversation.notice_facts import CaseMove, CaseMoved, Group, HelpAsked, Note, NoticeMoved
from bot.learning.lesson import Audience
from bot.messages import Address, Paragraph, Screen
from bot.notices.screens import screen_body
from bot.storage import notice_tables
from bot.storage.broadcasting import notes
from bot.storage.database import Database, Transaction
from bot.storage.delivery import mailings
from bot.storage.offices import accounts, binding, officers
from bot.storage.people.conversations import contact_of
from bot.storage.people.facts import write_facts
from broadcasts.notice import Level
from broadcasts.officer import Action, Officer, Role
from tests.broadcasts.made import COMMUNE, NEIGHBOUR, NOW, PROVINCE, STORM
from tests.storage.sending_made import WRITTEN, kept, of_notice, submit
from tests.storage.staff import appoint, phone

HOA = Address("telegram", "hoa")
SCREEN = Screen((Paragraph("Có người chờ"),))
LATER = NOW + timedelta(minutes=1)


def peopled(tx: Transaction) -> dict[str, Officer]:
    """The ward with a notice that waits, a case that was taken, and officers of everywhere."""
    staff = {role.value: appoint(tx, role) for role in (Role.WRITER, Role.APPROVER, Role.DUTY, Role.AUDITOR)}
    staff |= {"province": appoint(tx, Role.PROVINCE, areas=(PROVINCE,)), "content": appoint(tx, Role.CONTENT)}
    submit(tx)
    write_facts(tx, HOA, (HelpAsked("c1", "", COMMUNE, "nhà", 1),), NOW)
    write_facts(tx, phone(Role.WRITER), (CaseMoved("c1", CaseMove.TAKE),), NOW)
    return staff


def to(tx: Transaction, group: Group, about: str) -> set[str]:
    """The accounts that such a note goes to."""
    return {address.account for _, address in notes.recipients(tx, Note(group, about, SCREEN, "k"))}


@pytest.mark.parametrize(
    ("group", "about", "expected"),
    [
        (Group.APPROVERS, "b1", {"approver", "duty", "province"}),
        (Group.RESPONSIBLE, "b1", {"writer", "approver", "duty", "province"}),
        (Group.WRITERS, "b1", {"writer"}),
        (Group.DUTY, COMMUNE, {"duty"}),
        (Group.DUTY, NEIGHBOUR, {"province"}),  # where nobody is on duty, whoever may take a case
        (Group.PROVINCE, COMMUNE, {"province"}),
        (Group.PERSON, "c1", {"hoa"}),
        (Group.OWNER, "c1", {"writer"}),
        (Group.APPROVERS, "b9", set()),
        (Group.DUTY, "00004", set()),
        (Group.PERSON, "c9", set()),
        (Group.OWNER, "c9", set()),
        (Group.COLLEAGUES, "nobody", set()),
    ],
)
async def test_whom_a_note_goes_to(database: Database, group: Group, about: str, expected: set[str]) -> None:
    await database.write(peopled)
    assert await database.read(lambda tx: to(tx, group, about)) == expected


async def test_colleagues_of_an_officer(database: Database) -> None:
    staff = await database.write(peopled)
    found = await database.read(lambda tx: to(tx, Group.COLLEAGUES, staff["writer"].id))
    assert found == {"approver", "duty", "auditor", "content", "province"}


async def test_who_was_cut_off_is_not_written_to(database: Database) -> None:
    staff = await database.write(peopled)
    await database.write(lambda tx: [accounts.freeze(tx, staff[role].id, NOW) for role in ("duty", "writer")] and None)
    assert await database.read(lambda tx: to(tx, Group.RESPONSIBLE, "b1")) == {"approver", "province"}
    assert await database.read(lambda tx: to(tx, Group.WRITERS, "b1")) == set()
    assert await database.read(lambda tx: to(tx, Group.DUTY, COMMUNE)) == {"approver", "province"}
    assert await database.read(lambda tx: to(tx, Group.OWNER, "c1")) == set()


async def test_a_commune_does_not_approve_what_reaches_beyond_it(database: Database) -> None:
    def work(tx: Transaction) -> set[str]:
        peopled(tx)
        wide = of_notice(replace(STORM, areas=(COMMUNE, NEIGHBOUR)), "b2")
        assert write_facts(tx, phone(Role.PROVINCE), (wide,), NOW) == ()
        return to(tx, Group.RESPONSIBLE, "b2")

    assert await database.write(work) == {"province"}


async def test_an_officer_with_two_telephones_is_written_to_at_both_the_latest_first(database: Database) -> None:
    def work(tx: Transaction) -> list[str]:
        staff = peopled(tx)
        binding.bind(tx, Address("web", "second"), binding.new_code(tx, staff["duty"].id, NOW), NOW)
        officers.seen(tx, Address("web", "second"), LATER)
        officers.seen(tx, phone(Role.APPROVER), LATER + timedelta(minutes=1))
        note = Note(Group.APPROVERS, "b1", SCREEN, "k")
        return [address.account for _, address in notes.recipients(tx, note)]

    assert (await database.write(work))[:2] == ["approver", "second"]


async def test_a_person_is_written_to_as_the_contact_they_are(database: Database) -> None:
    def work(tx: Transaction) -> tuple[object, object]:
        joined = Joined(Audience.ADULT, "vi", (COMMUNE,), "1", "0" * 16, by_parent=False)
        write_facts(tx, HOA, (joined, HelpAsked("c1", "", COMMUNE, "nhà", 1)), NOW)
        return notes.recipients(tx, Note(Group.PERSON, "c1", SCREEN, "k")), contact_of(tx, HOA)

    found, contact = await database.write(work)
    assert found == [(contact, HOA)]


async def test_notes_leave_with_the_fact_that_they_tell_of_and_only_then(database: Database) -> None:
    call = Note(Group.APPROVERS, "b1", SCREEN, "call", Level.FIRST)

    def work(tx: Transaction) -> None:
        peopled(tx)
        wrong = NoticeMoved("b1", Action.APPROVE, "another text", notes=(call,))
        assert write_facts(tx, phone(Role.APPROVER), (wrong,), NOW)
        assert opened(tx) == []
        right = NoticeMoved("b1", Action.RETURN, kept(tx).text_hash, "sửa giờ", notes=(call,))
        assert write_facts(tx, phone(Role.APPROVER), (right,), NOW) == ()
        assert write_facts(tx, phone(Role.WRITER), (WRITTEN,), NOW) == ()
        notes.send(tx, [call, replace(call, about="b9", key="nobody")], NOW)  # the same once more, and one for nobody

    await database.write(work)
    [(id, level, expires_at)] = await database.read(opened)
    assert (level, expires_at) == ("ưu tiên", NOW + notes.HOLDS)
    assert await database.read(lambda tx: mailings.body_of(tx, id)) == screen_body(SCREEN)


def opened(tx: Transaction) -> list[tuple[int, str, object]]:
    table = notice_tables.mailings
    return [(row.id, row.level, row.expires_at) for row in tx.execute(select(table).where(table.c.broadcast.is_(None)))]
