"""Every page of the desk and every public one with a full database: its median and p95, beside what we aim at."""

import argparse
import asyncio
import tempfile
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from bench.asked import DAYS
from bench.past import Size, fill
from bench.sent import HOME, OFFICE, PROVINCE
from bench.walk import Walked, walk
from bot.app import App, clock, open_app
from bot.reports import making
from bot.reports.period import REGULAR, ended
from bot.settings import Settings
from bot.storage.counting import figures
from bot.storage.counting.figure_span import day_of
from bot.storage.database import Transaction
from bot.storage.offices import accounts
from bot.storage.offices.accounts import Appointment
from broadcasts.officer import Role
from tests.databases import Server, running_server

AIM_MS = 100
LESSONS = Path(__file__).parents[1] / "lessons"
_AREAS: Mapping[Role, tuple[str, ...]] = {Role.PROVINCE: (PROVINCE,), Role.ADMINISTRATOR: ()}


async def measure(url: str, folder: str, size: Size, only: str) -> Walked:
    """Fill the database at `url`, walk it with an officer of each role, and ask every page that begins with `only`."""
    settings = Settings(data_dir=Path(folder), lessons_dir=LESSONS, database_url=url)
    async with open_app(settings) as app:
        people = await app.database.write(_appoint)
        ids = [people[role.value] for role in (Role.WRITER, Role.APPROVER)]
        await app.database.write(lambda tx: fill(tx, size, app.content, ids, clock()))
        await _keep_figures(app)
        await app.content.refresh()
        return await walk(app, people, only)


async def _keep_figures(app: App) -> None:
    """The days of all areas, and the reports of the officers' own."""
    today = day_of(clock())
    for back in range(DAYS):
        await figures.keep(app.database, today - timedelta(days=back), clock())
    for kind in REGULAR:
        for period in ended(kind, today, today - timedelta(days=DAYS)):
            await making.make(app.database, (HOME, PROVINCE), period, clock())


def _appoint(tx: Transaction) -> dict[str, str]:
    """The ids of one officer of each role."""
    appointed = {one: Appointment(one.value, OFFICE, frozenset({one}), _AREAS.get(one, (HOME,))) for one in Role}
    return {role.value: accounts.add(tx, one, clock())[0] for role, one in appointed.items()}


def on_sqlite(size: Size, only: str) -> Walked:
    """In a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(measure(f"sqlite:///{folder}/camtay.db", folder, size, only))


def on_postgresql(size: Size, only: str) -> Walked:
    """On a server of its own."""

    async def measured(server: Server) -> Walked:
        with tempfile.TemporaryDirectory() as folder:
            async with server.fresh_database() as url:
                return await measure(url, folder, size, only)

    with running_server() as server:
        return asyncio.run(measured(server))


def report(name: str, walked: Walked) -> None:
    """A table of the pages, the slowest first; what is streamed has to begin in time."""
    heads = f"{'median ms':>10}{'p95 ms':>8}{'first byte':>11}{'aim':>5}{'of it CPU':>10}{'kB':>6}"
    print(f"\n{name:<58}{'as':>14}{heads}")
    for one in walked.pages:
        numbers = (
            f"{one.median:>10.1f}{one.p95:>8.1f}{one.first:>11.1f}{AIM_MS:>5}{one.cpu:>10.1f}{one.size / 1000:>6.0f}"
        )
        slow = (one.first if one.streamed else one.p95) > AIM_MS
        print(
            f"{one.path[:57]:<58}{one.role:>14}{numbers}{' slow' if slow else ''}{' streamed' if one.streamed else ''}"
        )
    for title, paths in (("broken", walked.broken), ("no link leads to", walked.unseen)):
        print(f"{title}: {', '.join(paths) or 'nothing'}")


def main(arguments: Sequence[str]) -> None:
    """Both databases, or one of them."""
    asked = argparse.ArgumentParser(prog="python -m bench pages", description=__doc__)
    asked.add_argument("--people", type=int, default=100_000)
    asked.add_argument("--deliveries", type=int, default=2_000_000)
    asked.add_argument("--pages", default="/", help="only those whose address begins like this")
    asked.add_argument("--on", choices=("sqlite", "postgresql", "both"), default="both")
    given = asked.parse_args(arguments)
    size = Size(given.people, given.deliveries)
    for name, run in (("sqlite", on_sqlite), ("postgresql", on_postgresql)):
        if given.on in (name, "both"):
            report(name, run(size, given.pages))
