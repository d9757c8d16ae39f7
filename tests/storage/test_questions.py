"""Questions of people: handed on, taken by the first officer, answered, passed on, forgotten; ratings and drafts."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.channels.devnull import DevnullChannel
from bot.conversation.facts import Erased, Fact, Joined, Why
from bot.conversation.question_facts import (
    MOST_OPEN,
    Asked,
    HandedOn,
    OwnAnswerNeed,
    Question,
    QuestionMove,
    QuestionMoved,
    QuestionNeed,
    QuestionsGiven,
    QuestionsNeed,
    QuestionState,
    Rated,
    Replied,
)
from bot.due import Due
from bot.learning.lesson import Audience
from bot.messages import Address
from bot.storage.asking import question_erasure, question_moves, questions
from bot.storage.asking.question_reading import read_question_needs
from bot.storage.database import Database, Transaction
from bot.storage.daytime import in_the_day
from bot.storage.notice_tables import mailings
from bot.storage.offices import accounts, audit
from bot.storage.people.conversations import person_at
from bot.storage.people.facts import write_facts
from bot.storage.people.held import held
from bot.storage.question_tables import questions as questions_table
from bot.storage.question_tables import ratings
from broadcasts.governance import Denial
from broadcasts.officer import Officer, Role
from tests.broadcasts.made import COMMUNE, NEIGHBOUR, NOW
from tests.storage.staff import appoint, phone

HOA, LAN = Address("telegram", "hoa"), Address("web", "lan")
WRITER, AUDITOR, EDITOR = phone(Role.WRITER), phone(Role.AUDITOR), phone(Role.CONTENT)
APPROVER, ABOVE, ELSEWHERE = phone(Role.APPROVER), phone(Role.PROVINCE), phone(Role.DUTY)
ASKED = HandedOn("q1", Asked.QUESTION, "vườn cam vàng lá", COMMUNE, "elder", "cap-nhat-may")
TAKE, RAISE, CLOSE = (QuestionMoved("q1", move) for move in QuestionMove)
ANSWER = Replied("q1", "Bác rải vôi quanh gốc cam.")
JOINED = Joined(Audience.ELDER, "vi", (COMMUNE,), "1", "0" * 16, by_parent=False)
LATER = NOW + timedelta(days=2)


def staffed(tx: Transaction) -> dict[Address, Officer]:
    return {
        WRITER: appoint(tx, Role.WRITER),
        APPROVER: appoint(tx, Role.APPROVER),
        AUDITOR: appoint(tx, Role.AUDITOR),
        EDITOR: appoint(tx, Role.CONTENT),
        ABOVE: appoint(tx, Role.PROVINCE, areas=(COMMUNE, NEIGHBOUR)),
        ELSEWHERE: appoint(tx, Role.DUTY, areas=(NEIGHBOUR,)),
    }


@pytest.fixture
async def staff(database: Database) -> dict[Address, Officer]:
    return await database.write(staffed)


async def write(database: Database, where: Address, *facts: Fact, now: datetime = NOW) -> list[Any]:
    """Why each fact was refused; None for those that were kept."""
    refused = await database.write(lambda tx: {one.fact: one for one in write_facts(tx, where, facts, now)})
    return [refused[fact].why if fact in refused else None for fact in facts]


async def read(database: Database, id: str = "q1") -> Question:
    found = await database.read(lambda tx: questions.question(tx, id))
    assert found is not None
    return found


async def given(database: Database, where: Address, need: Any, now: datetime = NOW) -> QuestionsGiven:
    return await database.read(lambda tx: read_question_needs(tx, where, person_at(tx, where), [need], now))


async def desk(database: Database, where: Address) -> list[str]:
    return [one.id for one in (await given(database, where, QuestionsNeed())).desk]


async def noted(database: Database) -> list[str]:
    """The keys of all notes that were put into the ledger."""
    keys = select(mailings.c.key).where(mailings.c.key.isnot(None)).order_by(mailings.c.id)
    return [str(key) for key in await database.read(lambda tx: tx.execute(keys).scalars().all())]


async def look(database: Database, now: datetime) -> None:
    await Due(database, {"telegram": DevnullChannel()}, lambda: now).look()


async def test_a_question_is_kept_as_it_was_shown(database: Database) -> None:
    assert await write(database, HOA, ASKED) == [None]
    assert await read(database) == Question(
        *("q1", Asked.QUESTION, "vườn cam vàng lá", COMMUNE, "elder", "cap-nhat-may", QuestionState.WAITING, NOW)
    )


async def test_a_person_has_a_few_open_questions_and_none_twice(database: Database, staff: object) -> None:
    several = [replace(ASKED, id=f"q{n}", words=f"câu {n}") for n in range(1, MOST_OPEN + 2)]
    assert await write(database, HOA, *several) == [*[None] * MOST_OPEN, Why.TOO_MANY]
    assert await write(database, HOA, replace(several[0], id="q9")) == [Why.ALREADY]
    assert await write(database, LAN, replace(several[0], id="q9")) == [None]
    assert await write(database, WRITER, TAKE, CLOSE) == [None, None]
    assert await write(database, HOA, several[-1]) == [None]


async def test_a_name_that_is_taken_asks_nothing_else(database: Database) -> None:
    assert await write(database, HOA, ASKED) == [None]
    assert await write(database, LAN, replace(ASKED, words="câu khác hẳn")) == [Why.ALREADY]
    assert (await read(database)).words == ASKED.words


async def test_the_first_who_takes_it_has_it(database: Database, staff: dict[Address, Officer]) -> None:
    await write(database, HOA, ASKED)
    found = await asyncio.gather(*(write(database, where, TAKE) for where in (WRITER, APPROVER) * 3))
    assert sorted((one for [one] in found), key=str) == [None, *[Why.ALREADY] * 5]
    question = await read(database)
    assert question.state is QuestionState.TAKEN
    assert question.owner in {staff[WRITER].id, staff[APPROVER].id}
    assert question.owner_name in {"writer", "approver"}


@pytest.mark.parametrize("move", QuestionMove, ids=lambda move: move.value)
@pytest.mark.parametrize(
    ("where", "why"),
    [(AUDITOR, Denial.ROLE), (ELSEWHERE, Denial.AREA), (LAN, Denial.ACCOUNT)],
    ids=["auditor", "elsewhere", "citizen"],
)
async def test_whose_business_it_is_not(
    database: Database, staff: object, where: Address, why: Denial, move: QuestionMove
) -> None:
    await write(database, HOA, ASKED)
    assert await write(database, where, QuestionMoved("q1", move), ANSWER) == [why, why]
    assert await read(database) == replace(await read(database), state=QuestionState.WAITING, owner=None)


async def test_its_owner_answers_it_and_it_waits_for_an_editor(
    database: Database, staff: dict[Address, Officer]
) -> None:
    await write(database, HOA, ASKED)
    assert await write(database, WRITER, ANSWER) == [Denial.STATE]
    assert await write(database, WRITER, TAKE) == [None]
    assert await write(database, APPROVER, ANSWER, CLOSE, RAISE) == [Denial.STATE] * 3
    assert await write(database, WRITER, ANSWER) == [None]
    question = await read(database)
    assert (question.state, question.answer, question.draft) == (QuestionState.ANSWERED, ANSWER.words, "waiting")
    assert await write(database, WRITER, ANSWER, CLOSE, TAKE) == [Denial.STATE, Denial.STATE, Why.ALREADY]
    log = [(row.who, row.what, row.about) for row in await database.read(audit.newest)]
    assert log[-2:] == [(staff[WRITER].id, "question taken", "q1"), (staff[WRITER].id, "question answered", "q1")]


async def test_an_unknown_question_is_nobodys(database: Database, staff: object) -> None:
    assert await write(database, WRITER, TAKE, ANSWER) == [Why.UNKNOWN, Why.UNKNOWN]


async def test_a_desk_shows_the_areas_waiting_ones_and_the_own(database: Database, staff: object) -> None:
    for minute, (id, area) in enumerate([("q1", COMMUNE), ("q2", NEIGHBOUR), ("q3", COMMUNE), ("q4", "")]):
        asked = replace(ASKED, id=id, area=area)
        await write(database, Address("telegram", f"person-{id}"), asked, now=NOW + timedelta(minutes=minute))
    await write(database, WRITER, TAKE)
    assert await desk(database, WRITER) == ["q1", "q3"]
    assert await desk(database, APPROVER) == ["q3"]
    assert await desk(database, ELSEWHERE) == ["q2"]
    assert await desk(database, EDITOR) == ["q3", "q4"]
    assert await desk(database, AUDITOR) == []
    assert await desk(database, HOA) == []


async def test_what_was_passed_on_is_the_provinces(database: Database, staff: object) -> None:
    await write(database, HOA, ASKED)
    await write(database, WRITER, TAKE)
    assert await write(database, WRITER, RAISE) == [None]
    assert await write(database, WRITER, RAISE) == [Why.ALREADY]
    assert await desk(database, WRITER) == []
    assert await desk(database, ABOVE) == ["q1"]
    assert await write(database, ABOVE, TAKE, ANSWER) == [None, None]


async def test_a_question_is_shown_to_whom_it_concerns(database: Database, staff: object) -> None:
    await write(database, HOA, ASKED)
    whole = await read(database)
    for where in (HOA, WRITER, ABOVE, EDITOR):
        assert (await given(database, where, QuestionNeed("q1"))).question == whole
    for stranger in (LAN, AUDITOR, ELSEWHERE):
        assert (await given(database, stranger, QuestionNeed("q1"))).question is None


async def test_an_answer_is_rated_once_by_its_asker(database: Database, staff: object) -> None:
    await write(database, HOA, JOINED, ASKED)
    rated = Rated("can-bo", helped=True, question="q1")
    assert await write(database, HOA, rated) == [Why.ALREADY]
    await write(database, WRITER, TAKE, ANSWER)
    assert (await given(database, HOA, OwnAnswerNeed())).answered == await read(database)
    assert (await given(database, HOA, OwnAnswerNeed(), NOW + timedelta(days=8))).answered is None
    assert await write(database, LAN, rated) == [Why.ALREADY]
    assert await write(database, HOA, rated, replace(rated, helped=False)) == [None, Why.ALREADY]
    assert (await read(database)).helped is True
    assert (await given(database, HOA, OwnAnswerNeed())).answered is None
    assert await database.read(counted) == [("can-bo", True, 1)]


def counted(tx: Transaction) -> list[tuple[str, bool, int]]:
    return [(row.source, row.helped, row.times) for row in tx.execute(select(ratings).order_by(ratings.c.helped))]


async def test_ratings_are_counted_by_day_without_a_name(database: Database) -> None:
    yes, no = Rated("cap-nhat-may", helped=True), Rated("cap-nhat-may", helped=False)
    assert await write(database, HOA, yes, no) == [None, None]
    assert await write(database, LAN, yes) == [None]
    assert await database.read(counted) == [("cap-nhat-may", False, 1), ("cap-nhat-may", True, 2)]
    assert {column.name for column in ratings.c} == {"day", "source", "helped", "times"}


async def test_officers_of_the_commune_are_told_once(database: Database, staff: object) -> None:
    await write(database, HOA, ASKED)
    await look(database, NOW)
    await look(database, NOW + timedelta(hours=1))
    assert await noted(database) == ["question:q1:call"]


async def test_what_nobody_takes_climbs_after_two_days(database: Database, staff: object) -> None:
    await write(database, HOA, ASKED)
    await look(database, NOW)
    await look(database, LATER - timedelta(minutes=1))
    assert await desk(database, WRITER) == ["q1"]
    await look(database, LATER)
    assert await noted(database) == ["question:q1:call", "question:q1:climbed", "question:q1:moved"]
    assert await desk(database, WRITER) == []
    assert await desk(database, ABOVE) == ["q1"]


async def test_what_was_taken_and_lies_there_climbs_too(database: Database, staff: object) -> None:
    await write(database, HOA, ASKED)
    await write(database, WRITER, TAKE, now=NOW + timedelta(hours=1))
    await look(database, LATER)
    assert (await read(database)).owner is not None
    await look(database, LATER + timedelta(hours=1))
    assert (await read(database)).owner is None
    assert await desk(database, ABOVE) == ["q1"]


async def test_an_answered_one_does_not_climb(database: Database, staff: object) -> None:
    await write(database, HOA, ASKED)
    await write(database, WRITER, TAKE, ANSWER)
    await look(database, LATER)
    assert await noted(database) == []


async def test_without_a_commune_the_editors_are_told(database: Database, staff: object) -> None:
    await write(database, HOA, replace(ASKED, area=""))
    await look(database, NOW)
    assert await noted(database) == ["question:q1:call"]


@pytest.mark.parametrize("cut_off", [accounts.freeze, accounts.revoke], ids=["frozen", "revoked"])
async def test_a_question_whose_owner_is_cut_off_waits_again(
    database: Database, staff: dict[Address, Officer], cut_off: Callable[..., bool]
) -> None:
    await write(database, HOA, ASKED)
    await write(database, WRITER, TAKE)
    assert await database.write(lambda tx: cut_off(tx, staff[WRITER].id, NOW))
    question = await read(database)
    assert (question.state, question.owner) == (QuestionState.WAITING, None)
    assert await write(database, APPROVER, TAKE) == [None]


async def test_an_editor_settles_a_draft_once(database: Database, staff: dict[Address, Officer]) -> None:
    await write(database, HOA, ASKED)
    await write(database, WRITER, TAKE, ANSWER)

    async def settle(where: Address, approved: bool) -> object:
        return await database.write(lambda tx: question_moves.settle(tx, staff[where], "q1", approved, NOW))

    [waiting] = await database.read(lambda tx: questions.drafted(tx, staff[EDITOR]))
    assert waiting.answer == ANSWER.words
    assert await database.read(lambda tx: questions.drafted(tx, staff[WRITER])) == ()
    assert await settle(WRITER, True) is Denial.ROLE
    assert await settle(EDITOR, True) is None
    assert await settle(EDITOR, False) is Why.ALREADY
    assert (await read(database)).draft == "approved"
    assert await database.read(lambda tx: questions.drafted(tx, staff[EDITOR])) == ()


async def test_what_a_person_asked_is_shown_to_them_and_goes_with_them(database: Database, staff: object) -> None:
    await write(database, HOA, JOINED, ASKED)
    assert "questions" in {row.table for row in await database.read(lambda tx: held(tx, HOA))}
    await look(database, NOW)
    assert await write(database, HOA, Erased()) == [None]
    question = await read(database)
    assert (question.words, question.state) == ("", QuestionState.CLOSED)
    assert await database.read(lambda tx: questions.asker(tx, "q1")) is None
    bodies = select(mailings.c.body).where(mailings.c.key == "question:q1:call")
    assert "cam" not in str(await database.read(lambda tx: tx.execute(bodies).scalar_one()))
    await look(database, LATER)
    assert await noted(database) == ["question:q1:call"]


async def test_an_answered_one_loses_its_asker_and_then_its_words(database: Database, staff: object) -> None:
    await write(database, HOA, JOINED, ASKED)
    await write(database, WRITER, TAKE, ANSWER)

    async def after(**span: int) -> Any:
        await database.write(lambda tx: question_erasure.tidy(tx, NOW + timedelta(**span)))
        return await database.read(lambda tx: tx.execute(select(questions_table)).one())

    assert (await after(days=29)).account == "hoa"
    assert (await after(days=30)).contact is None
    left = await after(days=364)
    assert (left.account, left.words, left.answer) == ("", ASKED.words, ANSWER.words)
    left = await after(days=365)
    assert (left.words, left.answer, left.draft) == ("", None, "")


async def test_what_waits_keeps_its_asker(database: Database) -> None:
    await write(database, HOA, ASKED)
    await database.write(lambda tx: question_erasure.tidy(tx, NOW + timedelta(days=400)))
    assert await database.read(lambda tx: questions.asker(tx, "q1")) == (None, HOA)


@pytest.mark.parametrize(
    ("hour", "expected"),
    [("06:59", "21 07:00"), ("07:00", "21 07:00"), ("19:59", "21 19:59"), ("20:00", "22 07:00"), ("23:30", "22 07:00")],
)
def test_officers_are_called_in_the_day(hour: str, expected: str) -> None:
    moment = datetime.fromisoformat(f"2026-11-21T{hour}+07:00")
    assert f"{in_the_day(moment):%d %H:%M}" == expected
