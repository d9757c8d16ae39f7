"""What a contact has learnt: how far in each lesson, and every answer."""

from datetime import datetime

from sqlalchemy import bindparam, select

from bot.conversation.facts import CardReached, LessonFinished, QuestionAnswered, Why
from bot.learning.progress import LessonProgress, Progress
from bot.storage.database import Transaction
from bot.storage.prepared import Prepared
from bot.storage.tables import answers, progress
from bot.storage.upsert import insert

_insert = insert(progress)
_reach = Prepared(
    _insert.on_conflict_do_update(
        index_elements=list(progress.primary_key),
        set_={name: _insert.excluded[name] for name in ("version", "card")},
    ),
    ("contact", "lesson", "version", "card", "started_at"),
)
_finish = Prepared(
    _insert.on_conflict_do_update(
        index_elements=list(progress.primary_key),
        set_={name: _insert.excluded[name] for name in ("version", "finished_at", "right", "asked")},
    ),
    tuple(progress.c.keys()),
)
_answer = Prepared(
    insert(answers).on_conflict_do_nothing(index_elements=list(answers.primary_key)).returning(answers.c.attempt),
    tuple(answers.c.keys()),
)
_all = Prepared(
    select(*(column for column in progress.c if column is not progress.c.contact))
    .where(progress.c.contact == bindparam("who"))
    .order_by(progress.c.started_at, progress.c.lesson)
)


def progress_of(tx: Transaction, contact: str) -> Progress:
    """How far this contact is in every lesson that was begun."""
    return Progress(tuple(LessonProgress(*row) for row in _all.rows(tx, {"who": contact})))


def reach_card(tx: Transaction, contact: str, reached: CardReached, now: datetime) -> None:
    """Keep the place in a lesson; the first card starts it, a finished lesson stays finished."""
    values = {"lesson": reached.lesson, "version": reached.version, "card": reached.card}
    _reach.count(tx, {"contact": contact, **values, "started_at": now})


def count_answer(tx: Transaction, contact: str, given: QuestionAnswered, now: datetime) -> Why | None:
    """Keep an answer, or say that this attempt was counted already."""
    values = {
        "contact": contact,
        "lesson": given.lesson,
        "version": given.version,
        "run": given.run,
        "attempt": given.attempt,
        "question": given.question,
        "answer": given.answer,
        "right": given.right,
        "first": given.first,
        "at": now,
    }
    return None if _answer.rows(tx, values) else Why.ALREADY


def finish_lesson(tx: Transaction, contact: str, finished: LessonFinished, now: datetime) -> None:
    """Keep the result of the last run through a lesson's quiz."""
    values = {
        "contact": contact,
        "lesson": finished.lesson,
        "version": finished.version,
        "card": 0,
        "started_at": now,
        "finished_at": now,
        "right": finished.right,
        "asked": finished.asked,
    }
    _finish.count(tx, values)
