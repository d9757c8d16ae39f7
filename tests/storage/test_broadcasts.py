"""What officers and time do to a broadcast, with all that follows: mailings, jobs, the log."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import select

from bot.conversation.facts import Joined, Refusal, Why
from bot.conversation.notice_facts import NoticeMoved, NoticeWritten
from bot.learning.lesson import Audience as Age
from bot.messages import Address
from bot.notices.screens import notice_body
from bot.storage import jobs, notice_tables
from bot.storage.broadcasting import broadcast_rows, broadcasts
from bot.storage.broadcasting.broadcast_rows import CORRECTED_FOR, load
from bot.storage.database import Database, Transaction
from bot.storage.delivery import mailings
from bot.storage.jobs import JobKind
from bot.storage.offices import accounts, audit, officers
from bot.storage.people.facts import write_facts
from broadcasts.audience import Audience
from broadcasts.broadcast import Broadcast, Move, State
from broadcasts.governance import ALONE_AFTER, DRILL_EVERY, Denial
from broadcasts.notice import Kind, Level
from broadcasts.officer import Action, Officer, Role
from tests.broadcasts.made import COMMUNE, ENDS, NEIGHBOUR, NOW, PROVINCE, STORM, correction_of
from tests.storage import sending_made
from tests.storage.sending_made import WRITTEN, Staff, of_notice, staffed
from tests.storage.staff import appoint, digits, phone

LATER = NOW + ALONE_AFTER
REASON = "Không ai trả lời, nước đang lên"
WRITER, APPROVER, DUTY, ABOVE = Role.WRITER, Role.APPROVER, Role.DUTY, Role.PROVINCE


@pytest.fixture
async def staff(database: Database) -> Staff:
    return await database.write(staffed)


async def read(database: Database, id: str = "b1") -> Broadcast:
    found = await database.read(lambda tx: load(tx, id))
    assert found is not None
    return found


async def write(
    database: Database, who: Role = WRITER, fact: NoticeWritten = WRITTEN, now: datetime = NOW
) -> Denial | Why | None:
    refused = await database.write(lambda tx: write_facts(tx, phone(who), (fact,), now))
    return refused[0].why if refused else None


async def ask(database: Database, who: Role, action: Action, now: datetime = NOW, **more: Any) -> Denial | Why | None:
    return await database.write(lambda tx: sending_made.ask(tx, who, action, now=now, **more))


async def submitted(database: Database, fact: NoticeWritten = WRITTEN) -> None:
    await database.write(lambda tx: sending_made.submit(tx, fact))


async def sent(database: Database, fact: NoticeWritten = WRITTEN) -> None:
    await database.write(lambda tx: sending_made.send(tx, fact))


async def mailed(database: Database) -> list[dict[str, Any]]:
    question = select(notice_tables.mailings).where(notice_tables.mailings.c.broadcast.is_not(None))
    rows = await database.read(lambda tx: tx.execute(question.order_by("id")).mappings().all())
    return [dict(row) for row in rows]


async def waiting(database: Database) -> dict[tuple[JobKind, str], datetime]:
    kept = await database.write(lambda tx: jobs.due(tx, NOW + timedelta(days=99), timedelta(0)))
    return {(job.kind, job.about): job.due_at for job in kept}


async def log(database: Database) -> list[tuple[str, str, str]]:
    assert await database.read(audit.verify) is None
    return [(row.who, row.what, row.about) for row in await database.read(lambda tx: audit.newest(tx, 500))]


async def others(database: Database) -> list[Broadcast]:
    """All but the first one."""
    ids = await database.read(lambda tx: tx.execute(select(notice_tables.broadcasts.c.id)).scalars().all())
    return [await read(database, id) for id in ids if id != "b1"]


async def test_a_draft_comes_back_as_it_was_written(database: Database, staff: Staff) -> None:
    begins = NOW + timedelta(hours=1)
    fact = replace(WRITTEN, ages=frozenset({"elder"}), channels=frozenset({"telegram"}), refers_to="b0", begins=begins)
    assert await write(database, fact=fact) is None
    found = await read(database)
    assert (found.notice, found.correction, found.all_clear) == (fact.notice, fact.correction, fact.all_clear)
    assert found.audience == Audience(frozenset({COMMUNE}), fact.ages, fact.channels)
    assert (found.template, found.refers_to, found.begins, found.people) == ("bao@1", "b0", begins, None)
    assert found.state is State.DRAFT
    [moved] = found.moves
    assert (moved.move, moved.by, moved.at, moved.where) == (Move.EDIT, staff[WRITER].id, NOW, "telegram:writer")
    assert moved.text_hash == found.text_hash
    assert await waiting(database) == {(JobKind.EXPIRE, "b1"): ENDS}


async def test_a_broadcast_is_found_by_its_id_and_by_its_code(database: Database, staff: Staff) -> None:
    await write(database)
    found = await read(database)
    names = ("b1", found.code, f"{found.code[:4].lower()}-{found.code[4:].lower()}", "b2", "", "ZZZZZZZZ")
    loaded = await database.read(lambda tx: [broadcast_rows.load_named(tx, name) for name in names])
    assert loaded == [found, found, found, None, None, None]


async def test_a_code_is_given_once(database: Database, staff: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = iter(["AAAAAAAA", "AAAAAAAA", "AAAAAAAA", "BBBBBBBB"])
    monkeypatch.setattr(broadcast_rows, "new_code", lambda: next(codes))
    await write(database)
    await write(database, fact=replace(WRITTEN, id="b2"))
    assert ((await read(database)).code, (await read(database, "b2")).code) == ("AAAAAAAA", "BBBBBBBB")


WRONG_DRAFTS: list[tuple[str, Role, NoticeWritten, Denial]] = [
    ("an approver does not write", APPROVER, WRITTEN, Denial.ROLE),
    ("nobody", Role.AUDITOR, WRITTEN, Denial.ACCOUNT),
    ("elsewhere", WRITER, replace(WRITTEN, notice=replace(STORM, areas=(NEIGHBOUR,))), Denial.AREA),
    ("wider", WRITER, replace(WRITTEN, notice=replace(STORM, areas=(PROVINCE,))), Denial.AREA),
    ("nowhere", WRITER, replace(WRITTEN, notice=replace(STORM, areas=())), Denial.AREA),
    ("an unknown code", WRITER, replace(WRITTEN, notice=replace(STORM, areas=(COMMUNE, "99999"))), Denial.AREA),
]


@pytest.mark.parametrize(
    ("who", "fact", "why"), [case[1:] for case in WRONG_DRAFTS], ids=[case[0] for case in WRONG_DRAFTS]
)
async def test_who_may_not_write_keeps_nothing(
    database: Database, staff: Staff, who: Role, fact: NoticeWritten, why: Denial
) -> None:
    assert await write(database, who, fact) is why
    assert await database.read(lambda tx: load(tx, "b1")) is None
    assert await waiting(database) == {}


async def test_a_province_writes_for_all_its_communes(database: Database, staff: Staff) -> None:
    assert await write(database, ABOVE, replace(WRITTEN, notice=replace(STORM, areas=(PROVINCE,)))) is None
    assert (await read(database)).audience.areas == staff[ABOVE].areas


async def test_nobody_moves_anothers_draft_into_their_own_area(database: Database, staff: Staff) -> None:
    there = replace(WRITTEN, notice=replace(STORM, areas=(NEIGHBOUR,)))
    assert await write(database, ABOVE, there) is None
    assert await write(database, WRITER) is Denial.AREA
    assert (await read(database)).audience.areas == {NEIGHBOUR}


async def test_an_edit_returns_what_was_submitted_and_nobody_is_called_any_more(
    database: Database, staff: Staff
) -> None:
    await submitted(database)
    before = await read(database)
    later = ENDS + timedelta(hours=1)
    edited = replace(WRITTEN, notice=replace(STORM, ends=later))
    assert await write(database, DUTY, edited) is None
    after = await read(database)
    assert after.state is State.DRAFT
    assert after.code == before.code
    assert after.writers == {staff[WRITER].id, staff[DUTY].id}
    assert await waiting(database) == {(JobKind.EXPIRE, "b1"): later}
    assert await ask(database, APPROVER, Action.APPROVE, text_hash=before.text_hash) is Denial.CHANGED


@pytest.mark.parametrize("drill", [True, False])
async def test_a_draft_stays_what_it_is_a_drill_or_real(database: Database, staff: Staff, drill: bool) -> None:
    await write(database, fact=drilled(drill))
    assert await write(database, fact=drilled(not drill)) is Denial.STATE
    assert (await read(database)).notice.drill is drill


def drilled(drill: bool = True, level: Level = Level.URGENT) -> NoticeWritten:
    return of_notice(replace(STORM, drill=drill, level=level))


@pytest.mark.parametrize(
    ("fact", "called"),
    [(WRITTEN, True), (drilled(), False), (drilled(False, level=Level.FIRST), False)],
    ids=["urgent", "a drill", "not urgent"],
)
async def test_after_three_minutes_somebody_looks_after_what_is_urgent(
    database: Database, staff: Staff, fact: NoticeWritten, called: bool
) -> None:
    await submitted(database, fact)
    due = {(JobKind.APPROVER, "b1"): LATER} if called else {}
    assert await waiting(database) == {(JobKind.EXPIRE, "b1"): ENDS, **due}


async def test_a_broadcast_that_nobody_knows(database: Database, staff: Staff) -> None:
    fact = NoticeMoved("b9", Action.APPROVE, "")
    refused = await database.write(lambda tx: write_facts(tx, phone(APPROVER), (fact,), NOW))
    assert refused == (Refusal(fact, Why.UNKNOWN),)
    await write(database)
    assert await ask(database, WRITER, Action.TEACH) is Why.UNKNOWN


def three_people(tx: Transaction) -> None:
    for who in ("hoa", "lan", "mai"):
        joined = Joined(Age.ADULT, "vi", (COMMUNE,), "1", "0" * 16, by_parent=False)
        assert write_facts(tx, Address("telegram", who), (joined,), NOW) == ()


async def test_a_second_person_approves_and_it_leaves_at_once(database: Database, staff: Staff) -> None:
    await submitted(database)
    await database.write(three_people)
    expected = await database.read(lambda tx: mailings.head_count(tx, Audience(frozenset({COMMUNE})), Level.URGENT))
    assert await ask(database, APPROVER, Action.APPROVE, LATER) is None
    found = await read(database)
    assert (found.state, found.people) == (State.SENDING, expected)
    assert [(moved.move, moved.by) for moved in found.moves[2:]] == [
        (Move.APPROVE, staff[APPROVER].id),
        (Move.START, staff[APPROVER].id),
    ]
    assert {moved.text_hash for moved in found.moves} == {found.text_hash}
    [mailing] = await mailed(database)
    assert (mailing["broadcast"], mailing["level"], mailing["expires_at"]) == ("b1", "khẩn cấp", ENDS)
    assert (mailing["audience"], mailing["replaces"]) == (found.audience.to_json(), None)
    assert mailing["only_received"] is False
    body = await database.read(lambda tx: mailings.body_of(tx, mailing["id"]))
    assert body == notice_body(found)
    assert set(await waiting(database)) == {(JobKind.EXPIRE, "b1"), (JobKind.PROGRESS, "b1")}


@pytest.mark.parametrize("who", [WRITER, DUTY])
async def test_who_has_written_it_does_not_approve_it(database: Database, staff: Staff, who: Role) -> None:
    await write(database)
    assert await write(database, who, WRITTEN) is None
    assert await ask(database, who, Action.SUBMIT) is None
    assert await ask(database, DUTY, Action.APPROVE) is (None if who is WRITER else Denial.OWN_WORK)
    assert await ask(database, WRITER, Action.APPROVE) is Denial.ROLE


async def test_two_who_approve_at_once_start_one_mailing(database: Database, staff: Staff) -> None:
    await submitted(database)
    found = await asyncio.gather(*(ask(database, who, Action.APPROVE) for who in (APPROVER, DUTY, ABOVE) * 2))
    assert sorted(found, key=str) == [Denial.STATE] * 5 + [None]
    assert len(await mailed(database)) == 1


async def test_an_edit_and_an_approval_at_once_never_send_what_was_not_read(database: Database, staff: Staff) -> None:
    await submitted(database)
    other = replace(WRITTEN, notice=replace(STORM, headline="Bão số 13"))
    approved, edited = await asyncio.gather(ask(database, APPROVER, Action.APPROVE), write(database, fact=other))
    found = await read(database)
    if approved is None:
        assert (edited, found.state, found.notice) == (Denial.STATE, State.SENDING, STORM)
    else:
        assert approved in (Denial.STATE, Denial.CHANGED)
        assert (edited, found.state, found.notice) == (None, State.DRAFT, other.notice)


async def test_returned_with_a_reason_and_submitted_again(database: Database, staff: Staff) -> None:
    await submitted(database)
    assert await ask(database, APPROVER, Action.RETURN, reason=" ") is Denial.NO_REASON
    assert await ask(database, APPROVER, Action.RETURN, reason=" Thiếu số điện thoại. ") is None
    found = await read(database)
    assert found.state is State.DRAFT
    assert found.moves[-1].reason == "Thiếu số điện thoại."
    assert (JobKind.APPROVER, "b1") not in await waiting(database)
    assert await ask(database, WRITER, Action.SUBMIT, LATER) is None
    assert (await waiting(database))[JobKind.APPROVER, "b1"] == LATER + ALONE_AFTER


async def test_the_words_that_an_approver_sent_back_are_kept_beside_the_new_ones(
    database: Database, staff: Staff
) -> None:
    await write(database, fact=replace(WRITTEN, notice=replace(STORM, headline="Bão to")))
    await submitted(database)
    await ask(database, APPROVER, Action.RETURN, reason="Thiếu số điện thoại.")
    edited = of_notice(replace(STORM, headline="Bão số 13"))
    for fact in (edited, edited, of_notice(replace(STORM, headline="Bão số 14"))):  # what nobody has read is forgotten
        await write(database, fact=fact)
    found = await read(database)
    assert ([one.headline for one in found.earlier], found.notice.headline) == ([STORM.headline], "Bão số 14")
    await ask(database, WRITER, Action.SUBMIT)
    await write(database, fact=edited)
    assert [one.headline for one in (await read(database)).earlier] == [STORM.headline, "Bão số 14"]


async def test_a_text_that_was_not_changed_is_kept_once(database: Database, staff: Staff) -> None:
    await submitted(database)
    await write(database)
    assert (await read(database)).earlier == ()


async def test_what_will_never_be_sent_is_given_up(database: Database, staff: Staff) -> None:
    await submitted(database)
    assert await ask(database, WRITER, Action.WITHDRAW) is Denial.ROLE
    assert await ask(database, APPROVER, Action.WITHDRAW) is None
    assert (await read(database)).state is State.REJECTED
    assert (await mailed(database), await others(database)) == ([], [])
    assert set(await waiting(database)) == {(JobKind.EXPIRE, "b1")}


# the urgent path


async def secret_of(database: Database, officer: Officer) -> str:
    question = select(notice_tables.officers.c.secret).where(notice_tables.officers.c.id == officer.id)
    return str(await database.read(lambda tx: tx.execute(question).scalar()))


async def alone(database: Database, staff: Staff, now: datetime = LATER, **more: Any) -> Denial | Why | None:
    values = {"reason": REASON, "template_approved": True, **more}
    if "factor" not in values:
        values["factor"] = digits(await secret_of(database, staff[DUTY]), now)
    return await ask(database, DUTY, Action.SEND_ALONE, now, **values)


async def test_one_on_duty_sends_alone_and_it_waits_for_a_second_look(database: Database, staff: Staff) -> None:
    await submitted(database)
    assert await alone(database, staff) is None
    found = await read(database)
    assert found.state is State.SENDING
    assert found.sent_unseen
    assert [(moved.move, moved.reason) for moved in found.moves[-2:]] == [
        (Move.APPROVE_ALONE, REASON),
        (Move.START, ""),
    ]
    assert len(await mailed(database)) == 1
    assert await ask(database, DUTY, Action.APPROVE, LATER) is Denial.OWN_WORK
    assert await ask(database, APPROVER, Action.APPROVE, LATER + timedelta(days=1)) is None
    found = await read(database)
    assert (found.state, found.sent_unseen, found.moves[-1].move) == (State.SENDING, False, Move.REVIEW)
    assert len(await mailed(database)) == 1


async def test_a_factor_is_spent_by_what_it_opens_and_by_nothing_else(database: Database, staff: Staff) -> None:
    await submitted(database)
    await submitted(database, replace(WRITTEN, id="b2"))
    now = LATER - timedelta(seconds=1)
    factor = digits(await secret_of(database, staff[DUTY]), now)
    assert await alone(database, staff, now, factor=factor) is Denial.TOO_SOON
    assert await alone(database, staff, factor=factor, template_approved=False) is Denial.NO_TEMPLATE
    assert await alone(database, staff, factor=factor, reason="gấp") is Denial.NO_REASON
    assert await alone(database, staff, factor=factor) is None
    assert await alone(database, staff, factor=factor, id="b2") is Denial.FACTOR


@pytest.mark.parametrize("factor", ["", "000000", "không"])
async def test_nothing_leaves_alone_without_the_second_factor(
    database: Database, staff: Staff, factor: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await submitted(database)
    monkeypatch.setattr(accounts, "step_of", lambda secret, digits, now: None)
    for _ in range(accounts.MOST_WRONG):
        assert await alone(database, staff, factor=factor) is Denial.FACTOR
    assert await mailed(database) == []
    last = Denial.FACTOR if factor == "" else Denial.ACCOUNT  # who has typed nothing has not guessed
    assert await alone(database, staff, factor=factor) is last


async def test_another_officers_factor_is_none(database: Database, staff: Staff) -> None:
    await submitted(database)
    theirs = digits(await secret_of(database, staff[APPROVER]), LATER)
    assert await alone(database, staff, factor=theirs) is Denial.FACTOR


# what follows one that was sent


async def test_taken_back_before_its_hour_nothing_goes_out(database: Database, staff: Staff) -> None:
    await sent(database, replace(WRITTEN, begins=LATER))
    assert await ask(database, DUTY, Action.WITHDRAW, reason="Bão đổi hướng") is None
    found = await read(database)
    assert (found.state, found.moves[-1].reason) == (State.CANCELLED, "Bão đổi hướng")
    assert (await mailed(database), await others(database)) == ([], [])
    assert set(await waiting(database)) == {(JobKind.EXPIRE, "b1")}
    assert await database.write(lambda tx: broadcasts.begin(tx, "b1", LATER)) is Denial.STATE


async def test_a_correction_goes_to_exactly_those_who_received_it(database: Database, staff: Staff) -> None:
    await sent(database)
    assert await ask(database, DUTY, Action.WITHDRAW, LATER, reason="Nhầm xã") is None
    old, [released] = await read(database), await others(database)
    assert (old.state, old.moves[-1].move, old.moves[-1].by) == (State.CANCELLED, Move.WITHDRAW, staff[DUTY].id)
    assert old.moves[-1].reason == "Nhầm xã"
    assert (released.notice, released.refers_to) == (old.correction, "b1")
    assert released.code != old.code
    assert (released.audience, released.people, released.correction) == (old.audience, old.people, None)
    assert [(moved.move, moved.by, moved.where) for moved in released.moves] == [
        (Move.RELEASE, staff[DUTY].id, "telegram:duty"),
        (Move.START, staff[DUTY].id, "telegram:duty"),
    ]
    first, second = await mailed(database)
    assert first["state"] == "stopped"
    assert (second["broadcast"], second["replaces"]) == (released.id, first["id"])
    assert second["only_received"] is True
    body = await database.read(lambda tx: mailings.body_of(tx, second["id"]))
    assert body == notice_body(released, old)
    assert set(await waiting(database)) >= {(JobKind.PROGRESS, released.id)}


async def test_the_all_clear_goes_to_the_whole_audience(database: Database, staff: Staff) -> None:
    await sent(database)
    assert await ask(database, APPROVER, Action.ALL_CLEAR, LATER) is Denial.ROLE
    assert await ask(database, DUTY, Action.ALL_CLEAR, LATER) is None
    old, [released] = await read(database), await others(database)
    assert (old.state, released.notice, released.state) == (State.ENDED, old.all_clear, State.SENDING)
    first, second = await mailed(database)
    assert (first["state"], second["replaces"], second["audience"]) == ("stopped", first["id"], first["audience"])
    assert second["only_received"] is False
    assert await ask(database, DUTY, Action.WITHDRAW, LATER, id=released.id) is Denial.STATE


@pytest.mark.parametrize(
    ("ends", "until"),
    [(ENDS, ENDS), (NOW, NOW + timedelta(hours=1) + CORRECTED_FOR), (None, NOW + timedelta(hours=1) + CORRECTED_FOR)],
    ids=["ahead", "over", "none"],
)
async def test_a_correction_holds_for_a_day_at_least(
    database: Database, staff: Staff, ends: datetime | None, until: datetime
) -> None:
    until = max(until, NOW + timedelta(hours=1) + CORRECTED_FOR)
    await sent(database, replace(WRITTEN, correction=replace(correction_of(STORM), ends=ends)))
    await ask(database, DUTY, Action.WITHDRAW, NOW + timedelta(hours=1))
    assert (await mailed(database))[-1]["expires_at"] == until


async def test_what_has_no_correction_is_stopped_all_the_same(database: Database, staff: Staff) -> None:
    await sent(database, replace(WRITTEN, correction=None))
    assert await ask(database, DUTY, Action.WITHDRAW) is None
    [mailing] = await mailed(database)
    assert (mailing["state"], (await read(database)).state) == ("stopped", State.CANCELLED)


def update(**changes: Any) -> NoticeWritten:
    notice = replace(STORM, kind=Kind.UPDATE, headline="Bão số 12 mạnh lên", **changes)
    return replace(WRITTEN, id="b2", notice=notice, refers_to="b1")


async def test_an_update_takes_the_place_of_the_old_text(database: Database, staff: Staff) -> None:
    await sent(database)
    await sent(database, update())
    old, new = await read(database), await read(database, "b2")
    assert (old.state, old.moves[-1].move, new.state) == (State.UPDATED, Move.REPLACE, State.SENDING)
    first, second = await mailed(database)
    assert (first["state"], second["replaces"], second["only_received"]) == ("stopped", first["id"], False)
    body = await database.read(lambda tx: mailings.body_of(tx, second["id"]))
    assert body == notice_body(new, old)
    assert await ask(database, DUTY, Action.WITHDRAW) is Denial.STATE


async def test_an_update_of_what_waits_for_its_hour_comes_alone(database: Database, staff: Staff) -> None:
    await sent(database, replace(WRITTEN, begins=LATER))
    await sent(database, update())
    assert await database.write(lambda tx: broadcasts.begin(tx, "b1", LATER)) is Denial.STATE
    [mailing] = await mailed(database)
    assert (mailing["broadcast"], mailing["replaces"]) == ("b2", None)


async def test_two_updates_of_one_notice_cannot_both_be_sent(database: Database, staff: Staff) -> None:
    await sent(database)
    await submitted(database, update())
    await submitted(database, replace(update(), id="b3"))
    assert await ask(database, APPROVER, Action.APPROVE, id="b2") is None
    assert await ask(database, APPROVER, Action.APPROVE, id="b3") is Denial.STATE


async def test_a_commune_does_not_replace_what_the_province_says(database: Database, staff: Staff) -> None:
    wide = replace(WRITTEN, notice=replace(STORM, areas=(PROVINCE,)))
    await write(database, ABOVE, wide)
    await ask(database, ABOVE, Action.SUBMIT)

    def approve(tx: Transaction) -> Denial | Why | None:
        other = appoint(tx, ABOVE, areas=(PROVINCE,))
        found = load(tx, "b1")
        assert found is not None
        fact = NoticeMoved("b1", Action.APPROVE, found.text_hash)
        return broadcasts.act(tx, other, "telegram:other", fact, NOW)

    assert await database.write(approve) is None
    await write(database, fact=update())
    assert await ask(database, WRITER, Action.SUBMIT, id="b2") is Denial.AREA
    assert (await read(database)).state is State.SENDING


async def test_a_correction_written_by_hand_goes_the_same_way(database: Database, staff: Staff) -> None:
    await sent(database)
    notice = correction_of(STORM)
    await sent(database, NoticeWritten("b2", notice, None, None, refers_to="b1"))
    assert (await read(database)).state is State.CANCELLED
    assert (await mailed(database))[-1]["only_received"] is True


# what time does


async def test_what_has_its_hour_waits_for_it(database: Database, staff: Staff) -> None:
    await sent(database, replace(WRITTEN, begins=LATER))
    assert (await read(database)).state is State.APPROVED
    assert await mailed(database) == []
    assert (await waiting(database))[JobKind.START, "b1"] == LATER
    assert await database.write(lambda tx: broadcasts.begin(tx, "b1", LATER)) is None
    found = await read(database)
    assert (found.state, found.moves[-1].by, found.moves[-1].where) == (State.SENDING, "system", "")
    assert len(await mailed(database)) == 1
    assert await database.write(lambda tx: broadcasts.begin(tx, "b1", LATER)) is Denial.STATE


async def test_an_hour_that_has_passed_is_no_hour(database: Database, staff: Staff) -> None:
    await sent(database, replace(WRITTEN, begins=NOW))
    assert (await read(database)).state is State.SENDING


async def test_it_is_asked_once_more_at_the_hour(database: Database, staff: Staff) -> None:
    await sent(database, replace(WRITTEN, begins=LATER))
    await database.write(lambda tx: accounts.freeze(tx, staff[APPROVER].id, NOW))
    assert await database.write(lambda tx: broadcasts.begin(tx, "b1", LATER)) is Denial.ACCOUNT
    await database.write(lambda tx: accounts.unfreeze(tx, staff[APPROVER].id, NOW))
    assert await database.write(lambda tx: broadcasts.begin(tx, "b1", ENDS)) is Denial.OVER
    assert await database.write(lambda tx: broadcasts.begin(tx, "b9", NOW)) is Why.UNKNOWN
    assert await mailed(database) == []


async def test_when_nobody_is_left_it_is_sent(database: Database, staff: Staff) -> None:
    await submitted(database)
    assert not await database.write(lambda tx: broadcasts.finish(tx, "b1", NOW))
    await ask(database, APPROVER, Action.APPROVE)
    assert await database.write(lambda tx: broadcasts.finish(tx, "b1", LATER))
    assert not await database.write(lambda tx: broadcasts.finish(tx, "b1", LATER))
    found = await read(database)
    assert (found.state, found.moves[-1].by) == (State.SENT, "system")


@pytest.mark.parametrize("state", ["draft", "submitted", "approved"])
async def test_what_was_not_sent_before_its_end_is_given_up(database: Database, staff: Staff, state: str) -> None:
    if state == "draft":
        await write(database)
    elif state == "submitted":
        await submitted(database)
    else:
        await sent(database, replace(WRITTEN, begins=LATER))
    assert not await database.write(lambda tx: broadcasts.expire(tx, "b1", ENDS - timedelta(seconds=1)))
    assert await database.write(lambda tx: broadcasts.expire(tx, "b1", ENDS))
    assert (await read(database)).state is State.EXPIRED
    assert set(await waiting(database)) == {(JobKind.EXPIRE, "b1")}  # whoever does it says that it is done


async def test_what_was_sent_does_not_expire(database: Database, staff: Staff) -> None:
    await sent(database)
    assert not await database.write(lambda tx: broadcasts.expire(tx, "b1", ENDS))
    assert not await database.write(lambda tx: broadcasts.expire(tx, "b9", ENDS))


# the office's drills


async def test_no_drill_in_90_days_closes_approval_and_a_drill_opens_it(database: Database, staff: Staff) -> None:
    later = NOW + DRILL_EVERY + timedelta(hours=1)
    storm = replace(STORM, ends=later + timedelta(hours=9))
    await submitted(database, replace(WRITTEN, notice=storm))
    assert await ask(database, APPROVER, Action.APPROVE, later) is Denial.NO_DRILL
    drill = replace(storm, drill=True)
    await submitted(database, NoticeWritten("d1", drill, None, None))
    assert await ask(database, APPROVER, Action.APPROVE, later, id="d1") is None
    assert await ask(database, APPROVER, Action.APPROVE, later + timedelta(hours=1)) is None


async def test_the_urgent_path_is_never_closed(database: Database, staff: Staff) -> None:
    later = NOW + DRILL_EVERY + timedelta(hours=1)
    await submitted(database, replace(WRITTEN, notice=replace(STORM, ends=later + timedelta(hours=9))))
    assert await alone(database, staff, later) is None


# the log


async def test_every_move_is_one_row_of_the_log_without_a_word_of_the_text(database: Database, staff: Staff) -> None:
    await submitted(database)
    await ask(database, APPROVER, Action.RETURN, reason="Thiếu số điện thoại")
    await ask(database, WRITER, Action.SUBMIT)
    await ask(database, APPROVER, Action.APPROVE)
    await ask(database, DUTY, Action.WITHDRAW)
    [released] = await others(database)
    names = {staff[role].id: role.value for role in staff}
    rows = [(names[who], what, about) for who, what, about in await log(database) if about in ("b1", released.id)]
    assert rows == [
        ("writer", "edit", "b1"),
        ("writer", "submit", "b1"),
        ("approver", "return", "b1"),
        ("writer", "submit", "b1"),
        ("approver", "approve", "b1"),
        ("approver", "start", "b1"),
        ("duty", "withdraw", "b1"),
        ("duty", "release", released.id),
        ("duty", "start", released.id),
    ]
    written = await database.read(lambda tx: [str(row) for row in tx.execute(select(notice_tables.audit))])
    for word in ("Bão", "Thiếu", "telegram:", "Ủy ban"):
        assert not [row for row in written if word in row]
    assert [row for row in written if sha256("Thiếu số điện thoại".encode()).hexdigest() in row]
    hashes = {moved.text_hash for moved in (await read(database)).moves}
    assert all(any(one in row for row in written) for one in hashes)


async def test_what_is_refused_leaves_no_trace(database: Database, staff: Staff) -> None:
    await submitted(database)
    before = await log(database)
    assert await ask(database, WRITER, Action.APPROVE) is Denial.ROLE
    assert await ask(database, APPROVER, Action.SUBMIT) is Denial.ROLE
    assert await log(database) == before


async def test_an_officer_may_be_found_who_moved_it(database: Database, staff: Staff) -> None:
    await submitted(database)
    found = await read(database)
    named = await database.read(lambda tx: officers.names(tx, {moved.by for moved in found.moves} | {"system"}))
    assert named == {staff[WRITER].id: "writer"}


async def test_one_account_that_was_taken_over_sends_nothing(database: Database, staff: Staff) -> None:
    """Everything that the telephone of one on duty can ask for, again and again for a day: nothing is mailed."""
    assert await write(database, DUTY) is None
    for hour in range(24):
        now = NOW + timedelta(minutes=30 * hour)
        for action in set(Action) - {Action.WITHDRAW}:  # which would only give it up
            await ask(database, DUTY, action, now, reason=REASON, template_approved=True, factor="123456")
    assert await mailed(database) == []
