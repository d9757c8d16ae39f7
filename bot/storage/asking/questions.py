"""People's own questions: handed on by anybody, read by their asker and by the officers of their commune."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, or_, select, update

from bot.conversation.facts import Why
from bot.conversation.question_facts import MOST_OPEN, Asked, HandedOn, Question, QuestionState
from bot.messages import Address
from bot.storage import jobs
from bot.storage.database import Transaction
from bot.storage.daytime import in_the_day
from bot.storage.notice_tables import officers
from bot.storage.question_tables import questions
from bot.storage.upsert import insert as upsert
from broadcasts.governance import Denial
from broadcasts.officer import Action, Officer, Role

RATED_WITHIN = timedelta(days=7)  # after the answer: later nobody asks whether it helped
OPEN = questions.c.state.in_((QuestionState.WAITING.value, QuestionState.TAKEN.value))

_add = upsert(questions).on_conflict_do_nothing(index_elements=[questions.c.id])
_with_owner = select(questions, officers.c.name.label("owner_name")).outerjoin(
    officers, officers.c.id == questions.c.owner
)
_one = _with_owner.where(questions.c.id == bindparam("question"))
_theirs = or_(
    questions.c.contact == bindparam("who"),
    and_(questions.c.channel == bindparam("at_channel"), questions.c.account == bindparam("at_account")),
)
_own_open = select(questions.c.words).where(OPEN, _theirs)
_own = _one.where(_theirs)
_unrated = (
    _with_owner.where(
        questions.c.state == QuestionState.ANSWERED.value,
        questions.c.helped.is_(None),
        questions.c.answered_at > bindparam("since"),
        _theirs,
    )
    .order_by(questions.c.answered_at.desc())
    .limit(1)
)
_rate = (
    update(questions)
    .where(questions.c.id == bindparam("question"), questions.c.helped.is_(None), _theirs)
    .where(questions.c.state == QuestionState.ANSWERED.value)
)
_in_sight = or_(
    questions.c.area.in_(bindparam("areas", expanding=True)),
    and_(questions.c.area == "", bindparam("above") == 1),
)
_mine = and_(questions.c.state == QuestionState.TAKEN.value, questions.c.owner == bindparam("of"))
_unowned = and_(
    questions.c.state == QuestionState.WAITING.value,
    or_(questions.c.passed_at.is_(None), bindparam("above") == 1),
)
_on_desk = (
    _with_owner.where(or_(_mine, _unowned), _in_sight)
    .order_by(questions.c.asked_at, questions.c.id)
    .limit(bindparam("most"))
)
_drafted = (
    _with_owner.where(questions.c.draft == "waiting", _in_sight)
    .order_by(questions.c.answered_at, questions.c.id)
    .limit(bindparam("most"))
)
_who = select(questions.c.contact, questions.c.channel, questions.c.account).where(
    questions.c.id == bindparam("question")
)


def hand_on(tx: Transaction, address: Address, contact: str | None, asked: HandedOn, now: datetime) -> Why | None:
    """Keep it for the officers, who are told of it in the day; refused above MOST_OPEN, and where it waits already."""
    waiting = tx.execute(_own_open, _person(address, contact)).scalars().all()
    if asked.words in waiting:
        return Why.ALREADY
    if len(waiting) >= MOST_OPEN:
        return Why.TOO_MANY
    row: dict[str, Any] = {"id": asked.id, "kind": asked.kind.value, "words": asked.words, "contact": contact}
    row |= {"channel": address.channel, "account": address.account, "area": asked.area, "audience": asked.audience}
    row |= {"near": asked.near, "state": QuestionState.WAITING.value, "draft": "", "asked_at": now}
    if not tx.execute(_add, row).rowcount:
        return Why.ALREADY
    jobs.put(tx, jobs.JobKind.QUESTION, asked.id, in_the_day(now))
    return None


def denial(officer: Officer, question: Question) -> Denial | None:
    """Whether an officer may see this question at all. Without a commune it is the province's, or an editor's."""
    if not officer.active:
        return Denial.ACCOUNT
    if not (officer.may(Action.HELP) or officer.may(Action.TEACH)):
        return Denial.ROLE
    return None if question.area in officer.areas or (not question.area and is_above(officer)) else Denial.AREA


def is_above(officer: Officer) -> bool:
    """Whether what no commune answers comes to this officer."""
    return Role.PROVINCE in officer.roles or officer.may(Action.TEACH)


def question(tx: Transaction, id: str) -> Question | None:
    """One question with its answer."""
    return next(_read(tx.execute(_one, {"question": id})), None)


def own(tx: Transaction, address: Address, contact: str | None, id: str) -> Question | None:
    """The question with this id where whoever is at this address has asked it."""
    return next(_read(tx.execute(_own, {"question": id, **_person(address, contact)})), None)


def unrated(tx: Transaction, address: Address, contact: str | None, now: datetime) -> Question | None:
    """The newest own one that an officer has answered, while it is open whether that helped."""
    asked = {"since": now - RATED_WITHIN, **_person(address, contact)}
    return next(_read(tx.execute(_unrated, asked)), None)


def rate(tx: Transaction, address: Address, contact: str | None, id: str, helped: bool) -> bool:
    """Note whether the answer has helped its asker; False where that was said before, or it is not theirs."""
    values = {"question": id, **_person(address, contact), "helped": helped}
    return tx.execute(_rate, values).rowcount == 1


def asker(tx: Transaction, id: str) -> tuple[str | None, Address] | None:
    """Contact and address of whoever asked; None where they were forgotten."""
    found = tx.execute(_who, {"question": id}).one_or_none()
    return (found.contact, Address(found.channel, found.account)) if found and found.account else None


def on_desk(tx: Transaction, officer: Officer, most: int = 50) -> tuple[Question, ...]:
    """What nobody has taken in the officer's area, and what they have taken; who waits longest first."""
    if not (officer.may(Action.HELP) or officer.may(Action.TEACH)):
        return ()
    return tuple(_read(tx.execute(_on_desk, {"of": officer.id, "most": most, **_sight(officer)})))


def drafted(tx: Transaction, officer: Officer, most: int = 50) -> tuple[Question, ...]:
    """Answers that wait for an editor to approve them, the oldest first; none for others."""
    if not officer.may(Action.TEACH):
        return ()
    return tuple(_read(tx.execute(_drafted, {"most": most, **_sight(officer)})))


def _sight(officer: Officer) -> dict[str, Any]:
    return {"areas": sorted(officer.areas), "above": int(is_above(officer))}


def _person(address: Address, contact: str | None) -> dict[str, Any]:
    return {"who": contact, "at_channel": address.channel, "at_account": address.account}


def _read(rows: Iterable[Row[Any]]) -> Iterator[Question]:
    return map(_question, rows)


def _question(row: Row[Any]) -> Question:
    return Question(
        **{name: getattr(row, name) for name in _AS_KEPT},
        kind=Asked(row.kind),
        state=QuestionState(row.state),
        owner_name=row.owner_name or "",
        answer=row.answer or "",
    )


_AS_KEPT = (
    *("id", "words", "area", "audience", "near", "asked_at", "owner", "draft"),
    *("taken_at", "answered_at", "passed_at", "helped"),
)
