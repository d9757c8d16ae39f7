"""How more figures went along the time, for a page that is looked at and not kept.

A line from whose parts a hidden number could be had is left out: its sum stands elsewhere on the same page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.reports.hiding import few, hide
from bot.reports.lines import share
from bot.reports.report import Report
from bot.reports.tables import family
from bot.storage.counting import figures
from bot.storage.counting.figure_names import Family, Figure
from bot.storage.database import Transaction
from broadcasts.notice import Level

MOST_SCAMS = 5
NOTICES = tuple(Family.NOTICE.of(level.value) for level in Level)
AGAIN = (Figure.AGAIN, Figure.BEFORE_ASKED, Figure.BEFORE_RIGHT, Figure.AFTER_ASKED, Figure.AFTER_RIGHT)

Points = Sequence[int | None]
"""One number for each part of the time; None: hidden, or there was nothing."""


@dataclass(frozen=True, slots=True)
class Trends:
    """By the parts of the period, first and last days. What may not be shown has no points at all."""

    parts: Sequence[tuple[date, date]]
    notices: Points
    answered: Points  # questions of people
    scams: Mapping[str, Points]  # messages that were checked, by kind of scam, the most frequent first
    before: Points  # percent right in the first way through a lesson, of those who learnt it again
    after: Points  # ... and in the last one


def trends(tx: Transaction, report: Report) -> Trends:
    """The trends of the report's area over its period, from the daily figures."""
    period, kinds = report.period, _kinds(report)
    names = (*NOTICES, Figure.ANSWERED, *AGAIN, *map(Family.SCAM.of, kinds))
    days = figures.daily(tx, report.area, period.begins, period.ends, names)
    parts = tuple(period.parts())
    sums = [_sum([values for day, values in days.items() if begins <= day <= ends]) for begins, ends in parts]
    return Trends(
        parts,
        [sum(one.get(name, 0) for name in NOTICES) for one in sums],
        _open([one.get(Figure.ANSWERED, 0) for one in sums]),
        {kind: points for kind in kinds if (points := _open([one.get(Family.SCAM.of(kind), 0) for one in sums]))},
        [_share(one, Figure.BEFORE_RIGHT, Figure.BEFORE_ASKED) for one in sums],
        [_share(one, Figure.AFTER_RIGHT, Figure.AFTER_ASKED) for one in sums],
    )


def _kinds(report: Report) -> tuple[str, ...]:
    """The kinds of scam that were seen most, of those whose number may be shown."""
    return tuple(row.name for row in family(report, Family.SCAM) if row.numbers[0])[:MOST_SCAMS]


def _open(counts: Sequence[int]) -> Points:
    """The counts with small ones hidden; nothing where that would hide their sum too, or there is none."""
    shown = hide(dict(enumerate(counts)))
    return [shown.parts[place] for place in range(len(counts))] if shown.total else ()


def _sum(found: Sequence[Mapping[str, int]]) -> dict[str, int]:
    return {name: sum(one.get(name, 0) for one in found) for name in {name for one in found for name in one}}


def _share(sums: Mapping[str, int], right: Figure, asked: Figure) -> int | None:
    """Whole percent, where enough people stand behind it."""
    found = share(sums.get(right, 0), sums.get(asked, 0))
    return found if isinstance(found, int) and not few(sums.get(Figure.AGAIN, 0)) else None
