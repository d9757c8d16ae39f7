"""What a report tells apart: verdicts, kinds of scam, parts of the area and of the time, with small counts hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.reports.hiding import hide
from bot.reports.lines import Section, sections
from bot.reports.report import PARTED, Report
from bot.storage.counting.figure_names import Family, Figure

REST = ""  # what belongs to the area and to none of its parts


def told(report: Report) -> tuple[Section, ...]:
    """The lines of a report; without a sum from which the parts that are told apart could be computed."""
    sums = report.figures["sums"]
    split = {name: [_trend(report, name), _parts(report, name)] for name in PARTED}
    split[Figure.CHECKS].append(_family(sums, Family.VERDICT))
    hidden = {name.replace(" ", "_") for name, ways in split.items() if any(hide(one).total is None for one in ways)}
    return sections(sums, report.figures["before"], hidden)


@dataclass(frozen=True, slots=True)
class Row:
    """A name that says what it is, and numbers in the order of the columns; None is hidden."""

    name: str
    numbers: tuple[int | None, ...]


def family(report: Report, which: Family) -> tuple[Row, ...]:
    """The numbers of one family by what they are of, the largest first and the hidden last."""
    shown = hide(_family(report.figures["sums"], which)).parts
    rows = [Row(name, (count,)) for name, count in shown.items()]
    return tuple(sorted(rows, key=lambda row: (-(row.numbers[0] or 0), row.name)))


def _family(sums: Mapping[str, int], which: Family) -> dict[str, int]:
    return {name.partition(":")[2]: count for name, count in sums.items() if name.startswith(f"{which.value}:")}


def parts(report: Report) -> tuple[Row, ...]:
    """The parts of the area in which anything happened, in the order of their codes; the rest of the area last."""
    columns = [hide(_parts(report, name)).parts for name in PARTED]
    found = report.figures["parts"]
    codes = [*sorted(found), REST] if found else []
    return tuple(Row(code, tuple(column[code] for column in columns)) for code in codes)


def _parts(report: Report, name: Figure) -> dict[str, int]:
    found: Mapping[str, Mapping[str, int]] = report.figures["parts"]
    counts = {code: values.get(name, 0) for code, values in found.items()}
    return {**counts, REST: max(report.figures["sums"].get(name, 0) - sum(counts.values()), 0)}


@dataclass(frozen=True, slots=True)
class Point:
    """One part of the time."""

    begins: date
    ends: date
    count: int | None


def trend(report: Report, name: Figure) -> Sequence[Point]:
    """How a figure went over the period, by days, or by weeks where there are more than fourteen days."""
    shown = hide(_trend(report, name)).parts
    days = [[date.fromisoformat(day) for day in part[:2]] for part in report.figures["trend"]]
    return [Point(begins, ends, shown[begins.isoformat()]) for begins, ends in days]


def _trend(report: Report, name: Figure) -> dict[str, int]:
    return {begins: values.get(name, 0) for begins, _, values in report.figures["trend"]}
