"""What people asked and what became of it between two moments: cases, questions, messages to be checked, ratings."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, Column, Select, bindparam, case, func, select

from bot.storage.counting.figure_names import Family, Figure, rounded
from bot.storage.counting.figure_span import Found, Span, day_of
from bot.storage.database import Transaction
from bot.storage.notice_tables import cases
from bot.storage.question_tables import questions, ratings, sightings

_day: BindParameter[date] = bindparam("day")


def _counted(moment: Column[datetime]) -> Select[Any]:
    """How many have this moment within the span, by area."""
    area: Any = moment.table.c.area
    within = (moment >= bindparam("begins"), moment < bindparam("ends"))
    return select(area, func.count().label("value")).where(*within).group_by(area)


def _times(begun: Column[datetime], done: Column[datetime]) -> Select[Any]:
    area: Any = done.table.c.area
    return select(area, begun.label("begun"), done.label("done")).where(
        done >= bindparam("begins"), done < bindparam("ends")
    )


_COUNTED = {
    Figure.OPENED: _counted(cases.c.opened_at),
    Figure.CLOSED: _counted(cases.c.closed_at),
    Figure.QUESTIONS: _counted(questions.c.asked_at),
    Figure.ANSWERED: _counted(questions.c.answered_at),
}
_TIMES = {
    Family.CASE_MINUTES: _times(cases.c.opened_at, cases.c.taken_at),
    Family.ANSWER_MINUTES: _times(questions.c.asked_at, questions.c.answered_at),
}
_times_seen = func.sum(sightings.c.times).label("times")
_verdicts = (
    select(sightings.c.area, sightings.c.verdict, _times_seen)
    .where(sightings.c.day == _day)
    .group_by(sightings.c.area, sightings.c.verdict)
)
_scams = (
    select(sightings.c.area, sightings.c.kind, _times_seen)
    .where(sightings.c.day == _day, sightings.c.kind != "")
    .group_by(sightings.c.area, sightings.c.kind)
)
_rated = select(
    func.coalesce(func.sum(case((ratings.c.helped, ratings.c.times), else_=0)), 0).label("helped"),
    func.coalesce(func.sum(case((ratings.c.helped, 0), else_=ratings.c.times)), 0).label("not_helped"),
).where(ratings.c.day == _day)


def asked_for(tx: Transaction, span: Span) -> Iterator[Found]:
    """Requests for help and questions: how many, how many were settled, after how many minutes."""
    for figure, question in _COUNTED.items():
        yield from ((row.area, figure, row.value) for row in tx.execute(question, span.given))
    for family, times in _TIMES.items():
        for row in tx.execute(times, span.given):
            yield row.area, family.of(rounded(int((row.done - row.begun).total_seconds()) // 60)), 1


def checked(tx: Transaction, span: Span) -> Iterator[Found]:
    """What people had checked, and whether answers helped; kept by whole days, so a span is the day it begins on."""
    given = {"day": day_of(span.begins)}
    for row in tx.execute(_verdicts, given):
        yield row.area, Family.VERDICT.of(row.verdict), int(row.times)
        yield row.area, Figure.CHECKS, int(row.times)
    yield from ((row.area, Family.SCAM.of(row.kind), int(row.times)) for row in tx.execute(_scams, given))
    rated = tx.execute(_rated, given).one()
    yield "", Figure.HELPED, int(rated.helped)
    yield "", Figure.NOT_HELPED, int(rated.not_helped)
