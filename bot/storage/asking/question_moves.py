"""What officers do with people's questions: take, answer, close, pass on, and approve an answer for everybody."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, select, update

from bot.conversation.facts import Why
from bot.conversation.question_facts import Question, QuestionMove, QuestionMoved, QuestionState, Replied
from bot.storage import jobs
from bot.storage.asking.questions import OPEN, denial, question
from bot.storage.database import Transaction
from bot.storage.daytime import in_the_day
from bot.storage.offices import audit
from bot.storage.question_tables import questions
from broadcasts.governance import Denial
from broadcasts.officer import Action, Officer

CLIMBS_AFTER = timedelta(days=2)  # without an owner, or with one who does not answer
WAITING, TAKEN = QuestionState.WAITING.value, QuestionState.TAKEN.value
APPROVED, DROPPED = "approved", "dropped"  # what becomes of a draft

_this = questions.c.id == bindparam("question")
_take = update(questions).where(_this, questions.c.state == WAITING).values(state=TAKEN)
_of_owner = update(questions).where(_this, questions.c.state == TAKEN, questions.c.owner == bindparam("of"))
_answer = _of_owner.values(state=QuestionState.ANSWERED.value, draft="waiting")
_close = _of_owner.values(state=QuestionState.CLOSED.value)
_up = (
    update(questions)
    .where(_this, OPEN, questions.c.passed_at.is_(None))
    .values(state=WAITING, owner=None, taken_at=None)
)
_owned = select(questions.c.id).where(questions.c.owner == bindparam("of"), questions.c.state == TAKEN)
_let_go = update(questions).where(_this).values(state=WAITING, owner=None, taken_at=None)
_settle = update(questions).where(_this, questions.c.draft == "waiting")


def move(tx: Transaction, officer: Officer, fact: QuestionMoved, now: datetime) -> Denial | Why | None:
    """Take it (the first one wins), pass it on (nobody's or one's own), close it (one's own); refused otherwise."""
    found = question(tx, fact.question)
    if found is None:
        return Why.UNKNOWN
    if refused := denial(officer, found):
        return refused
    match fact.move:
        case QuestionMove.TAKE:
            return _taken(tx, officer, found, now)
        case QuestionMove.CLOSE:
            return _closed(tx, officer, found, now)
        case QuestionMove.RAISE:
            return _passed_on(tx, officer, found, now)


def reply(tx: Transaction, officer: Officer, fact: Replied, now: datetime) -> Denial | Why | None:
    """Keep the answer of whoever has taken it, as a draft of an approved one too; refused for all others."""
    found = question(tx, fact.question)
    if found is None:
        return Why.UNKNOWN
    if refused := denial(officer, found):
        return refused
    values = {"question": found.id, "of": officer.id, "answer": fact.words, "answered_at": now}
    if not tx.execute(_answer, values).rowcount:
        return Denial.STATE
    _done(tx, officer, found, "question answered", now)
    return None


def _taken(tx: Transaction, officer: Officer, found: Question, now: datetime) -> Why | None:
    if not tx.execute(_take, {"question": found.id, "owner": officer.id, "taken_at": now}).rowcount:
        return Why.ALREADY
    jobs.put(tx, jobs.JobKind.QUESTION, found.id, in_the_day(now + CLIMBS_AFTER))
    audit.append(tx, now, officer.id, "question taken", found.id)
    return None


def _closed(tx: Transaction, officer: Officer, found: Question, now: datetime) -> Denial | None:
    if not tx.execute(_close, {"question": found.id, "of": officer.id, "answered_at": now}).rowcount:
        return Denial.STATE
    _done(tx, officer, found, "question closed", now)
    return None


def _passed_on(tx: Transaction, officer: Officer, found: Question, now: datetime) -> Denial | Why | None:
    if found.owner not in (None, officer.id):
        return Denial.STATE
    if not climb(tx, found.id, now):
        return Why.ALREADY
    _done(tx, officer, found, "question passed on", now)
    return None


def _done(tx: Transaction, officer: Officer, found: Question, what: str, now: datetime) -> None:
    jobs.drop(tx, jobs.JobKind.QUESTION, found.id)
    audit.append(tx, now, officer.id, what, found.id)


def climb(tx: Transaction, id: str, now: datetime) -> bool:
    """It is the province's now, and nobody's yet; False where it was passed on before, or is answered."""
    return tx.execute(_up, {"question": id, "passed_at": now}).rowcount == 1


def give_back(tx: Transaction, officer: str, now: datetime) -> None:
    """What an officer had taken who was cut off waits again, and others are told of it."""
    for id in tx.execute(_owned, {"of": officer}).scalars().all():
        tx.execute(_let_go, {"question": id})
        jobs.put(tx, jobs.JobKind.QUESTION, id, in_the_day(now))


def settle(tx: Transaction, officer: Officer, id: str, approved: bool, now: datetime) -> Denial | Why | None:
    """An editor has made an approved answer of it, or wants none; refused for others and where that was done."""
    found = question(tx, id)
    if found is None:
        return Why.UNKNOWN
    if refused := denial(officer, found) or (None if officer.may(Action.TEACH) else Denial.ROLE):
        return refused
    if not tx.execute(_settle, {"question": id, "draft": APPROVED if approved else DROPPED}).rowcount:
        return Why.ALREADY
    audit.append(tx, now, officer.id, "answer approved" if approved else "answer dropped", id)
    return None
