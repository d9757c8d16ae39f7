"""One report: the figures of an area over a period, and the hash of the daily figures that they were made from."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from bot.areas import commune, communes_of, province, provinces
from bot.reports.period import Period
from bot.storage.counting import figures
from bot.storage.counting.figure_names import COUNTRY, Figure
from bot.storage.database import Transaction

PARTED = (Figure.LEARNERS, Figure.FINISHED, Figure.CHECKS, Figure.OPENED, Figure.QUESTIONS)
"""What is told apart by area, and along the time."""


@dataclass(frozen=True, slots=True)
class Report:
    """`figures` holds plain JSON: sums now and before, the trend, and the parts of the area; nothing hidden yet."""

    period: Period
    area: str
    figures: Mapping[str, Any]
    hash: str
    made_at: datetime

    @property
    def id(self) -> str:
        """Of area, period and data, so that the same figures are the same report."""
        named = [self.area, self.period.kind.value, f"{self.period.begins}", f"{self.period.ends}", self.hash]
        return sha256(_canonical(named)).hexdigest()[:20]


def made(tx: Transaction, area: str, period: Period, now: datetime) -> Report:
    """The report from the figures that are written down; the same for everybody while these stay."""
    days = figures.daily(tx, area, period.begins, period.ends)
    before = _added(figures.daily(tx, area, period.before.begins, period.before.ends).values())
    parts = figures.sums(tx, parts_of(area), PARTED, period.begins, period.ends)
    data = {
        "area": area,
        "begins": f"{period.begins}",
        "ends": f"{period.ends}",
        "days": {f"{day}": values for day, values in days.items()},
        "before": before,
        "parts": parts,
    }
    told = {"sums": _added(days.values()), "before": before, "trend": _trend(days, period), "parts": parts}
    return Report(period, area, told, sha256(_canonical(data)).hexdigest(), now)


def glanced(tx: Transaction, area: str, period: Period, now: datetime) -> Report:
    """The same figures added up by the database, without proof: for a page that is looked at and not kept."""
    before = period.before
    told = {
        "sums": figures.totals(tx, area, period.begins, period.ends),
        "before": figures.totals(tx, area, before.begins, before.ends),
        "trend": _trend(figures.daily(tx, area, period.begins, period.ends, PARTED), period),
        "parts": figures.sums(tx, parts_of(area), PARTED, period.begins, period.ends),
    }
    return Report(period, area, told, "", now)


def parts_of(area: str) -> tuple[str, ...]:
    """The areas one step below: a province's communes, the country's provinces."""
    if area == COUNTRY:
        return tuple(one.code for one in provinces())
    return tuple(one.code for one in communes_of(area))


def name_of(area: str) -> str:
    """The area as it is called: "Xã Đồng Văn", "Tỉnh Tuyên Quang"; "" for the country and what is not known."""
    found = commune(area) or province(area)
    return found.titled if found else ""


def _trend(days: Mapping[date, Mapping[str, int]], period: Period) -> list[list[Any]]:
    """First and last day of each part of the period with its figures."""
    return [
        [f"{begins}", f"{ends}", _parted(values for day, values in days.items() if begins <= day <= ends)]
        for begins, ends in period.parts()
    ]


def _parted(found: Iterable[Mapping[str, int]]) -> dict[str, int]:
    added = _added(found)
    return {name.value: added[name] for name in PARTED if name in added}


def _added(found: Iterable[Mapping[str, int]]) -> dict[str, int]:
    added: Counter[str] = Counter()
    for values in found:
        added.update(values)
    return dict(added)


def _canonical(value: object) -> bytes:
    """The same bytes for the same content."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
