"""The figures of each day: derived from what is kept of it, written down once it is past, and derived again at will.

No person is in a figure. So the figures stay when somebody is erased whose lessons are gone with them: derived again,
such a day has less than was written down, and nothing else may make it so.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from itertools import islice

from sqlalchemy import bindparam, delete, func, select, true

from bot.storage.counting.figure_names import COUNTRY, above
from bot.storage.counting.figure_span import Span, day_of
from bot.storage.counting.figures_of_help import asked_for, checked
from bot.storage.counting.figures_of_learning import learning
from bot.storage.counting.figures_of_notices import notices, settled
from bot.storage.database import Database, Transaction
from bot.storage.figure_tables import daily_figures, figure_days
from bot.storage.listed import texts
from bot.storage.upsert import insert

Figures = Mapping[tuple[str, str], int]  # by area and name
PORTION = 1000  # rows in one transaction
CLOSED_AFTER = timedelta(days=31)  # a notice that is still on its way then is not waited for

_new = insert(daily_figures)
_keep = _new.on_conflict_do_update(index_elements=list(daily_figures.primary_key), set_={"value": _new.excluded.value})
_drop = delete(daily_figures).where(
    daily_figures.c.area == bindparam("at"),
    daily_figures.c.name == bindparam("of"),
    daily_figures.c.day == bindparam("on"),
)
_day = select(daily_figures.c.area, daily_figures.c.name, daily_figures.c.value).where(
    daily_figures.c.day == bindparam("on")
)
_new_day = insert(figure_days)
_made = _new_day.on_conflict_do_update(
    index_elements=[figure_days.c.day], set_={name: _new_day.excluded[name] for name in ("made_at", "final")}
)
_between = (daily_figures.c.day >= bindparam("begins"), daily_figures.c.day <= bindparam("ends"))
_rows = (
    select(daily_figures.c.area, daily_figures.c.day, daily_figures.c.name, daily_figures.c.value)
    .where(daily_figures.c.area.in_(bindparam("areas", expanding=True)), *_between)
    .order_by(daily_figures.c.area, daily_figures.c.day, daily_figures.c.name)
)
_asked, _named = texts("areas").subquery("asked"), texts("names").subquery("named")
_sum = (  # one by one: PostgreSQL, which plans without knowing the days, would read everything between them
    select(func.sum(daily_figures.c.value))
    .where(daily_figures.c.area == _asked.c.value, daily_figures.c.name == _named.c.value, *_between)
    .scalar_subquery()
)
_sums = select(_asked.c.value.label("area"), _named.c.value.label("name"), _sum.label("value")).select_from(
    _asked.join(_named, true())
)
_totals = (
    select(daily_figures.c.name, func.sum(daily_figures.c.value).label("value"))
    .where(daily_figures.c.area == bindparam("of"), *_between)
    .group_by(daily_figures.c.name)
)
_some_rows = _rows.where(daily_figures.c.name.in_(bindparam("names", expanding=True)))
_final = select(figure_days.c.day).where(figure_days.c.final)
_is_known = select(figure_days.c.day).where(figure_days.c.day == bindparam("on"))
_known = select(figure_days.c.day, figure_days.c.made_at)


def derive(tx: Transaction, day: date) -> Figures:
    """The figures of a day from what is kept of it; without zeros. Much reading for a day on which much happened."""
    span, found = Span.of_day(day), Counter[tuple[str, str]]()
    for source in (learning, notices, asked_for, checked):
        for area, name, value in source(tx, span):
            for holder in above(area):
                found[holder, str(name)] += value
    return {key: value for key, value in found.items() if value}


async def keep(database: Database, day: date, now: datetime) -> None:
    """Derive a day and write down what has changed, in portions so that nobody waits long for the database."""
    derived, before, over = await database.read(lambda tx: (derive(tx, day), written(tx, day), _over(tx, day, now)))
    new = [(*key, value) for key, value in derived.items() if before.get(key) != value]
    gone = [key for key in before if key not in derived]
    for rows in _portions(new):
        await database.write(lambda tx, rows=rows: _write(tx, day, rows))  # type: ignore[misc]
    await database.write(lambda tx: _finish(tx, day, gone, now, over))


def _write(tx: Transaction, day: date, rows: Iterable[tuple[str, str, int]]) -> None:
    tx.execute(_keep, [{"area": area, "name": name, "day": day, "value": value} for area, name, value in rows])


def _finish(tx: Transaction, day: date, gone: Collection[tuple[str, str]], now: datetime, over: bool) -> None:
    if gone:
        tx.execute(_drop, [{"at": area, "of": name, "on": day} for area, name in gone])
    tx.execute(_made, {"day": day, "made_at": now, "final": over})


def _over(tx: Transaction, day: date, now: datetime) -> bool:
    """Whether nothing can change any more in the figures of this day."""
    past = day_of(now) - day
    return past >= timedelta(days=1) and (past > CLOSED_AFTER or settled(tx, Span.of_day(day)))


def _portions(rows: Iterable[tuple[str, str, int]]) -> Iterable[list[tuple[str, str, int]]]:
    left = iter(rows)
    return iter(lambda: list(islice(left, PORTION)), [])


def written(tx: Transaction, day: date) -> Figures:
    """The figures of a day as they were written down."""
    return {(row.area, row.name): row.value for row in tx.execute(_day, {"on": day})}


class Agreement(Enum):
    """Whether a day derived again is what was written down."""

    SAME = "same"
    MOVED = "moved"  # the country's figures are the same: people have another commune now
    FEWER = "fewer"  # somebody was erased since, or made one with another contact of theirs
    DIFFERENT = "different"  # no wish of a person explains it
    MISSING = "missing"  # nothing was written down


def compare(tx: Transaction, day: date) -> Agreement:
    """Derive a day again and hold it against what was written down; only final days are sure to agree."""
    if tx.execute(_is_known, {"on": day}).first() is None:
        return Agreement.MISSING
    before, after = written(tx, day), derive(tx, day)
    if before == after:
        return Agreement.SAME
    then, now = (_of_country(found) for found in (before, after))
    if then == now:
        return Agreement.MOVED
    return Agreement.FEWER if all(value <= then.get(name, 0) for name, value in now.items()) else Agreement.DIFFERENT


def _of_country(found: Figures) -> dict[str, int]:
    return {name: value for (area, name), value in found.items() if area == COUNTRY}


def days_to_keep(tx: Transaction, since: date, now: datetime) -> list[date]:
    """The days from `since` to today whose figures are not final, oldest first."""
    final = set(tx.execute(_final).scalars())
    today = day_of(now)
    days = (since + timedelta(days=n) for n in range((today - since).days + 1))
    return [day for day in days if day not in final]


@dataclass(frozen=True, slots=True)
class Known:
    """How far the written figures go: the moment of the newest day's, and the days of a period that have none."""

    until: datetime | None
    missing: tuple[date, ...]


def known(tx: Transaction, begins: date, ends: date) -> Known:
    """Whether the figures of these days are written down."""
    made = {row.day: row.made_at for row in tx.execute(_known.where(figure_days.c.day.between(begins, ends)))}
    days = [begins + timedelta(days=n) for n in range((ends - begins).days + 1)]
    return Known(made[max(made)] if made else None, tuple(day for day in days if day not in made))


def daily(
    tx: Transaction, area: str, begins: date, ends: date, names: Collection[str] = ()
) -> dict[date, dict[str, int]]:
    """The figures of one area, all or those named, day by day, both ends included; from what is written down."""
    found: defaultdict[date, dict[str, int]] = defaultdict(dict)
    given = {"areas": [area], "begins": begins, "ends": ends}
    asked = tx.execute(_some_rows, {**given, "names": sorted(names)}) if names else tx.execute(_rows, given)
    for row in asked:
        found[row.day][row.name] = row.value
    return dict(found)


def totals(tx: Transaction, area: str, begins: date, ends: date) -> dict[str, int]:
    """All figures of one area over the whole time, by name."""
    given = {"of": area, "begins": begins, "ends": ends}
    return {row.name: int(row.value) for row in tx.execute(_totals, given)}


def sums(
    tx: Transaction, areas: Collection[str], names: Collection[str], begins: date, ends: date
) -> dict[str, dict[str, int]]:
    """These figures of these areas over the whole time, by area and name; without zeros."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    given = {"areas": sorted({*areas}), "names": sorted({*names}), "begins": begins, "ends": ends}
    for row in tx.execute(_sums, given):
        if row.value is not None:
            found[row.area][row.name] = int(row.value)
    return dict(found)
