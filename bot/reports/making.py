"""Reports make themselves: figures day by day, and a report for every area when a period has ended."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial

from bot.reports.period import REGULAR, Kind, Period, ended
from bot.reports.report import Report, made
from bot.storage.counting import figures, kept_reports
from bot.storage.counting.figure_span import day_of
from bot.storage.counting.kept_reports import Row
from bot.storage.database import Database, Transaction

LOOKED_BACK = timedelta(days=100)  # for periods that ended while nothing ran
WAITED = timedelta(days=2)  # for the last notices of a period to arrive
PORTION = 50  # reports in one transaction
MOST_DAYS = 400  # caught up with in one look


async def look(database: Database, clock: Callable[[], datetime]) -> int:
    """Write down the days that are not final, today too, and make every report that is missing; how many were made."""
    now = clock()
    since = await database.read(kept_reports.first_day)
    if since is None:
        return 0
    for day in (await database.read(lambda tx: figures.days_to_keep(tx, since, now)))[-MOST_DAYS:]:
        await figures.keep(database, day, now)
    return await _make_missing(database, max(since, day_of(now) - LOOKED_BACK), now)


async def _make_missing(database: Database, since: date, now: datetime) -> int:
    wanted, count = await database.read(kept_reports.areas_to_report), 0
    for kind in REGULAR:
        for period in ended(kind, day_of(now), since):
            if await database.read(partial(_is_ready, period=period, since=since, now=now)):
                have = await database.read(partial(kept_reports.areas_with, kind=kind.value, begins=period.begins))
                count += await make(database, sorted(wanted - have), period, now)
    return count


async def make(database: Database, areas: Sequence[str], period: Period, now: datetime) -> int:
    """Make and keep the reports of these areas, portion by portion; how many."""
    for first in range(0, len(areas), PORTION):
        portion = areas[first : first + PORTION]
        rows = await database.read(lambda tx, portion=portion: [row_of(made(tx, one, period, now)) for one in portion])  # type: ignore[misc]
        await database.write(partial(kept_reports.add, rows=rows))
    return len(areas)


def _is_ready(tx: Transaction, period: Period, since: date, now: datetime) -> bool:
    """Whether its figures are written down, and either final or waited for long enough; before `since` was nobody."""
    if figures.known(tx, period.begins, period.ends).until is None:
        return False
    waited = day_of(now) - period.ends > WAITED
    return waited or not any(day <= period.ends for day in figures.days_to_keep(tx, max(since, period.begins), now))


def row_of(report: Report) -> Row:
    """As it is kept."""
    period = report.period
    kept = (period.kind.value, report.area, period.begins, period.ends)
    return Row(report.id, *kept, report.figures, report.hash, report.made_at)


def report_of(row: Row) -> Report:
    """What was kept."""
    period = Period(Kind(row.kind), row.begins, row.ends)
    return Report(period, row.area, row.figures, row.hash, row.made_at)
