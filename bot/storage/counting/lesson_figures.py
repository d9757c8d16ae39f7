"""How lessons go, for whoever writes them: begun, finished, right at the first try. Never about few people."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import bindparam, case, func, select

from bot.storage.database import Transaction
from bot.storage.tables import answers, progress

FEWEST = 5  # persons; what concerns fewer is hidden


@dataclass(frozen=True, slots=True)
class LessonFigures:
    """Persons; None: at least one, but fewer than FEWEST. `right` by question from 0, a share between 0 and 1."""

    started: int | None = 0
    finished: int | None = 0
    right: Mapping[int, float] = field(default_factory=dict)  # at the first try, where enough people tried


_counts = select(
    progress.c.lesson, func.count().label("started"), func.count(progress.c.finished_at).label("finished")
).group_by(progress.c.lesson)
_counts_of = _counts.where(progress.c.lesson == bindparam("of"))
_tries = (
    select(
        answers.c.lesson,
        answers.c.question,
        func.count(func.distinct(answers.c.contact)).label("persons"),
        func.count().label("tries"),
        func.sum(case((answers.c.right, 1), else_=0)).label("good"),
    )
    .where(answers.c.first)
    .group_by(answers.c.lesson, answers.c.question)
)
_tries_of_version = _tries.where(answers.c.lesson == bindparam("of"), answers.c.version == bindparam("version"))


def figures(tx: Transaction) -> Mapping[str, LessonFigures]:
    """Begun and finished by the lessons' `mã`."""
    return {row.lesson: LessonFigures(_seen(row.started), _seen(row.finished)) for row in tx.execute(_counts)}


def figures_of(tx: Transaction, lesson: str, version: str) -> LessonFigures:
    """Of one lesson, its questions as this version asks them."""
    row = tx.execute(_counts_of, {"of": lesson}).one_or_none()
    tried = tx.execute(_tries_of_version, {"of": lesson, "version": version})
    right = {one.question: int(one.good) / one.tries for one in tried if one.persons >= FEWEST}
    return LessonFigures(_seen(row.started), _seen(row.finished), right) if row else LessonFigures(right=right)


def _seen(persons: int) -> int | None:
    return None if 0 < persons < FEWEST else persons
