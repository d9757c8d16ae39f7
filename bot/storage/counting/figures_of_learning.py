"""What was learnt between two moments, by commune; found by the indexes over the moments."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import BindParameter, Row, and_, bindparam, case, func, select

from bot.learning.lesson_file import NotALesson, restore_lesson
from bot.storage.counting.figure_names import Figure
from bot.storage.counting.figure_span import Found, Span
from bot.storage.database import Transaction
from bot.storage.editing.lessons import lesson_source
from bot.storage.tables import answers, follows, progress

_begins: BindParameter[datetime] = bindparam("begins")
_ends: BindParameter[datetime] = bindparam("ends")
_own = and_(follows.c.contact == progress.c.contact, follows.c.position == 0)
_own_place = and_(follows.c.contact == answers.c.contact, follows.c.position == 0)
_area = func.coalesce(follows.c.area, "").label("area")
_earlier, _before = progress.alias("earlier"), answers.alias("before")

_started = (
    select(_area, func.count().label("value"))
    .select_from(progress.outerjoin(follows, _own))
    .where(progress.c.started_at >= _begins, progress.c.started_at < _ends)
    .group_by(_area)
)
_learners = (
    select(_area, func.count(progress.c.contact.distinct()).label("value"))
    .select_from(progress.outerjoin(follows, _own))
    .where(progress.c.started_at >= _begins, progress.c.started_at < _ends)
    .where(
        ~select(_earlier.c.lesson)
        .where(_earlier.c.contact == progress.c.contact, _earlier.c.started_at < _begins)
        .exists()
    )
    .group_by(_area)
)
_lately = and_(answers.c.at >= _begins, answers.c.at < _ends, answers.c.first)
_tries = (
    select(
        _area,
        answers.c.version,
        answers.c.question,
        func.count().label("asked"),
        func.sum(case((answers.c.right, 1), else_=0)).label("right"),
    )
    .select_from(answers.outerjoin(follows, _own_place))
    .where(_lately)
    .group_by(_area, answers.c.version, answers.c.question)
)
_repeated = (
    select(answers.c.contact, answers.c.lesson)
    .where(_lately)
    .where(
        select(_before.c.run)
        .where(
            _before.c.contact == answers.c.contact,
            _before.c.lesson == answers.c.lesson,
            _before.c.run < answers.c.run,
        )
        .exists()
    )
    .distinct()
    .subquery()
)
_runs = (
    select(_area, answers.c.contact, answers.c.lesson, answers.c.version, answers.c.run, answers.c.question)
    .add_columns(answers.c.right, answers.c.at)
    .select_from(
        answers.join(
            _repeated, and_(_repeated.c.contact == answers.c.contact, _repeated.c.lesson == answers.c.lesson)
        ).outerjoin(follows, _own_place)
    )
    .where(answers.c.first, answers.c.at < _ends)
    .order_by(answers.c.contact, answers.c.lesson, answers.c.run, answers.c.attempt)
)


def learning(tx: Transaction, span: Span) -> Iterator[Found]:
    """Lessons begun and finished, first tries, and how those did who learnt a lesson again."""
    given, lasts = span.given, _Lasts(tx)
    yield from ((row.area, Figure.STARTED, row.value) for row in tx.execute(_started, given))
    yield from ((row.area, Figure.LEARNERS, row.value) for row in tx.execute(_learners, given))
    for row in tx.execute(_tries, given):
        yield row.area, Figure.ASKED, row.asked
        yield row.area, Figure.RIGHT, int(row.right)
        if row.question == lasts.of(row.version):
            yield row.area, Figure.FINISHED, row.asked
    yield from _again(tx, span, lasts)


class _Lasts:
    """The index of the last question of each version of a lesson, asked for once."""

    def __init__(self, tx: Transaction) -> None:
        self._tx, self._known = tx, dict[str, int | None]()

    def of(self, version: str) -> int | None:
        """None for a version that nobody knows any more."""
        if version not in self._known:
            kept = lesson_source(self._tx, version)
            self._known[version] = _count(kept.source, kept.course, kept.language) - 1 if kept else None
        return self._known[version]


def _again(tx: Transaction, span: Span, lasts: _Lasts) -> Iterator[Found]:
    """The first way through a lesson against the last one of this span, for whoever went through it again."""
    for _, tries in groupby(tx.execute(_runs, span.given), key=attrgetter("contact", "lesson")):
        whole = list(_finished_runs(list(tries), lasts))
        last = whole[-1] if len(whole) > 1 else []
        if not last or last[-1].at < span.begins:
            continue
        area = last[0].area
        yield area, Figure.AGAIN, 1
        for run, asked, right in (
            (whole[0], Figure.BEFORE_ASKED, Figure.BEFORE_RIGHT),
            (last, Figure.AFTER_ASKED, Figure.AFTER_RIGHT),
        ):
            yield area, asked, len(run)
            yield area, right, sum(one.right for one in run)


def _finished_runs(tries: list[Row[Any]], lasts: _Lasts) -> Iterator[list[Row[Any]]]:
    """One person's ways through one lesson that came to its last question, in their order."""
    runs: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    for one in tries:
        runs[one.run].append(one)
    return (run for run in runs.values() if run[-1].question == lasts.of(run[-1].version))


@lru_cache(maxsize=1024)
def _count(source: str, course: str, language: str) -> int:
    """How many questions the lesson has; 0 where it cannot be read."""
    try:
        return len(restore_lesson(source, course, language).questions)
    except NotALesson:
        return 0
