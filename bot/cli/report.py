"""`camtay report`: reports made now, those that are kept, and whether the figures agree with what they came from."""

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any, TypeVar

import click

from bot.areas import commune, province
from bot.cli.opening import read_settings
from bot.reports import making
from bot.reports.period import REGULAR, Kind, Period
from bot.reports.report import made, name_of
from bot.reports.sheets import title_of
from bot.storage.counting import figures, kept_reports
from bot.storage.counting.figure_names import COUNTRY
from bot.storage.counting.figure_span import day_of
from bot.storage.counting.figures import Agreement
from bot.storage.database import Database, open_database
from bot.storage.errors import StorageError
from bot.translations import Words

T = TypeVar("T")
WORDS = Words()
WRONG = (Agreement.DIFFERENT, Agreement.MISSING)
_DAY = click.DateTime(["%Y-%m-%d"])
as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line for scripts.")
from_ = click.option("--from", "begins", type=_DAY, required=True, help="The first day, as 2026-11-30.")
to = click.option("--to", "ends", type=_DAY, required=True, help="The last day.")


@click.group()
def report() -> None:
    """Make and list reports; derive their figures again."""


@report.command()
@click.argument("area")
@click.option("--kind", type=click.Choice([kind.value for kind in REGULAR]), default="month", show_default=True)
@click.option("--day", type=_DAY, help="Any day of the period; left out, the last period that is over.")
@as_json
def make(area: str, kind: str, day: datetime | None, as_json: bool) -> None:
    """Make the report of AREA, a code of a commune or a province or "vn", and print what it is known by.

    The same figures are the same report: made twice, nothing is added.
    """
    if not (commune(area) or province(area) or area == COUNTRY):
        raise click.UsageError(f"No commune and no province has the code {area}. The country is {COUNTRY}.")
    found = _run(partial(_make, area=area, kind=Kind(kind), day=day.date() if day else None))
    click.echo(
        json.dumps(found, ensure_ascii=False) if as_json else f"{found['id']}  {found['title']}  {found['hash']}"
    )


async def _make(database: Database, area: str, kind: Kind, day: date | None) -> dict[str, str]:
    now = datetime.now(UTC)
    period = Period.around(kind, day) if day else Period.around(kind, day_of(now)).before
    if period.ends >= day_of(now):
        raise click.UsageError(f"{period.begins} to {period.ends} is not over.")
    missing = (await database.read(lambda tx: figures.known(tx, period.begins, period.ends))).missing
    for one in missing:
        await figures.keep(database, one, now)
    found = await database.read(lambda tx: made(tx, area, period, now))
    await database.write(partial(kept_reports.add, rows=[making.row_of(found)]))
    return {"id": found.id, "title": title_of(found, WORDS), "hash": found.hash}


@report.command(name="list")
@click.argument("area")
@click.option("--last", "most", type=click.IntRange(min=1), default=20, show_default=True, help="How many.")
@as_json
def list_(area: str, most: int, as_json: bool) -> None:
    """Print the newest reports of AREA."""
    rows = _run(lambda database: database.read(lambda tx: kept_reports.listed(tx, area, most)))
    for row in rows:
        period = Period(Kind(row.kind), row.begins, row.ends)
        told = {"id": row.id, "kind": row.kind, "begins": f"{row.begins}", "ends": f"{row.ends}", "hash": row.hash}
        name = name_of(area) or area
        click.echo(json.dumps(told) if as_json else f"{row.id}  {period.said(WORDS)}  {name}  {row.hash}")


@report.command()
@from_
@to
@as_json
def derive(begins: datetime, ends: datetime, as_json: bool) -> None:
    """Derive the figures of these days again and hold them against what was written down.

    "same" agrees; "moved": people follow another commune now; "fewer": people were erased, or joined two of their
    chats. "different" and "missing" end the command with exit status 1. A day that is not final may still change.
    """
    days = [begins.date() + timedelta(days=n) for n in range((ends - begins).days + 1)]
    found = _run(partial(_compare, days=days))
    for day, agreement in found:
        click.echo(json.dumps({"day": f"{day}", "is": agreement.value}) if as_json else f"{day}  {agreement.value}")
    counts = Counter(agreement for _, agreement in found)
    if not as_json:
        click.echo(", ".join(f"{count} {agreement.value}" for agreement, count in counts.items()) or "no day")
    if any(counts[wrong] for wrong in WRONG):
        raise SystemExit(1)


async def _compare(database: Database, days: Sequence[date]) -> list[tuple[date, Agreement]]:
    return [(day, await database.read(partial(figures.compare, day=day))) for day in days]


def _run(work: Callable[[Database], Coroutine[Any, Any, T]]) -> T:
    """What the work returns; ends the command where the database cannot be used."""
    try:
        return asyncio.run(_opened(read_settings().database, work))
    except StorageError as wrong:
        raise click.ClickException(f"The database cannot be used: {wrong}") from wrong


async def _opened(url: str, work: Callable[[Database], Coroutine[Any, Any, T]]) -> T:
    async with await open_database(url) as database:
        return await work(database)
