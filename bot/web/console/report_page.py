"""What the pages of figures share: who reads them, and a report made ready for the page."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from bot.learning.lesson_folder import SCAM_TYPES
from bot.learning.mistakes import Findings
from bot.learning.scam_types import read_scam_types
from bot.reports.lines import Line, Section
from bot.reports.report import Report
from bot.reports.sheets import ON_HIDING, Reader, Sheet, amount_said, sheets, title_of, written
from bot.reports.tables import told
from bot.storage.counting import figures
from bot.storage.counting.figure_span import day_of
from bot.vietnamese.moments import VIETNAM
from bot.web.console.at import At
from bot.web.console.report_charts import Chart, charts_of
from broadcasts.officer import Action

FRESH = timedelta(minutes=15)  # how old today's figures may be
DRAWING = Path("hinh", "dung-hoi-goi-lai.svg")  # below the lessons folder; a sheet can do without
CARDS = ("finished", "learners", "checks", "reached", "cases_opened", "case_minutes")


@dataclass(frozen=True, slots=True)
class Card:
    """One of the few numbers on top."""

    label: str
    now: str
    before: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A report as its page needs it."""

    report: Report
    title: str
    cards: Sequence[Card]
    charts: Sequence[Chart]
    sections: Sequence[Section]  # with any figure, now or before
    without: Sequence[str]  # titles of those that have none
    tables: Sequence[Sheet]


async def reader(at: At) -> Reader:
    """The officer, with the names of kinds of scam and a drawing."""
    folder = at.console.lessons_dir
    scams, drawing = await asyncio.gather(asyncio.to_thread(_scams, folder), asyncio.to_thread(_drawing, folder))
    return Reader(at.words, at.officer.office, scams, drawing)


def _scams(lessons: Path) -> Mapping[str, str]:
    """The names by their codes; none where the table cannot be read."""
    try:
        text = (lessons / SCAM_TYPES).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return {}
    return read_scam_types(text, Findings(SCAM_TYPES))


def _drawing(lessons: Path) -> str:
    """As an element that may stand within another document; "" where there is none that can be read."""
    try:
        found = ElementTree.parse(lessons / DRAWING).getroot()  # noqa: S314 - the administrators' own file
    except (OSError, ElementTree.ParseError):
        return ""
    return ElementTree.tostring(found, encoding="unicode")


async def shown(report: Report, at: At) -> Shown:
    """Everything worked out; the page only writes it down."""
    who, sections = await reader(at), told(report)
    lines = {line.key: line for section in sections for line in section.lines}
    cards = [_card(lines[key], at) for key in CARDS]
    title = title_of(report, at.words)
    some = [section for section in sections if section.lived]
    without = [at.say(section.title) for section in sections if not section.lived]
    drawn = (charts_of(report, who), some, without, sheets(report, who))
    return Shown(report, title, cards, *drawn)


def helpers(at: At) -> dict[str, Any]:
    """What the templates of these pages call."""
    return {
        "cell": lambda value: written(value, at.words),
        "said": lambda amount, form: amount_said(amount, form, at.words),
        "vietnam": lambda moment: moment.astimezone(VIETNAM),
        "on_hiding": ON_HIDING,
        "see": Action.SEE,
    }


def _card(line: Line, at: At) -> Card:
    now, before = (amount_said(amount, line.form, at.words) for amount in (line.now, line.before))
    return Card(at.say(line.label), now, before)


async def bring_up_to_date(at: At) -> None:
    """Write today's figures down where they are older than FRESH: whoever looks first pays for all that follow."""
    today = day_of(at.now)
    known = await at.read(lambda tx: figures.known(tx, today, today))
    if known.until is None or at.now - known.until > FRESH:
        await figures.keep(at.console.database, today, at.now)
