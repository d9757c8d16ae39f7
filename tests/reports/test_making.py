"""Reports make themselves at the end of a period, once, and whoever makes them again gets the same figures."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import delete, func, select, update

from bot.reports import making, tables
from bot.reports.lines import Why
from bot.reports.period import Kind, Period
from bot.reports.report import Report, glanced, made
from bot.storage import notice_tables
from bot.storage.counting import figures, kept_reports
from bot.storage.counting.figure_names import Family, Figure
from bot.storage.database import Database
from bot.storage.figure_tables import daily_figures, figure_days
from bot.storage.figure_tables import reports as table
from tests.reports.world import BA_DINH, COUNTRY, DAY, DONG_VAN, HA_NOI, MEO_VAC, NEXT, TUYEN_QUANG, at, settle

WEEK = Period.around(Kind.WEEK, DAY)  # 16 to 22 November 2026
MONDAY = at(8, day=date(2026, 11, 23))


async def made_at(database: Database, now: datetime) -> int:
    return await making.look(database, lambda: now)


async def report_of(database: Database, area: str, period: Period = WEEK) -> Report:
    return await database.read(lambda tx: made(tx, area, period, MONDAY))


async def numbers_of(database: Database, area: str) -> dict[str, object]:
    """The lines of a report by their keys."""
    report = await report_of(database, area)
    return {line.key: line.now for section in tables.told(report) for line in section.lines}


async def arrived(database: Database) -> None:
    """No notice is on its way any more."""
    await database.write(lambda tx: tx.execute(update(notice_tables.mailings).values(settled_at=at(9))))


async def test_every_area_with_people_gets_its_report_when_the_week_is_over(database: Database) -> None:
    await settle(database)
    await arrived(database)
    assert await made_at(database, at(23, 59, date(2026, 11, 22))) == 0
    assert await made_at(database, MONDAY) == 6
    assert await made_at(database, MONDAY + timedelta(hours=1)) == 0
    areas = await database.read(lambda tx: kept_reports.areas_with(tx, "week", WEEK.begins))
    assert areas == {DONG_VAN, MEO_VAC, BA_DINH, TUYEN_QUANG, HA_NOI, COUNTRY}


async def test_two_days_are_waited_for_notices_on_their_way_and_no_longer(database: Database) -> None:
    await settle(database)
    assert await made_at(database, MONDAY + timedelta(days=1)) == 0
    assert await made_at(database, MONDAY + timedelta(days=2)) == 6


async def test_weeks_months_and_quarters_are_made_at_new_year(database: Database) -> None:
    await settle(database)
    await arrived(database)
    kinds = {"week": 6, "month": 2, "quarter": 1}
    assert await made_at(database, at(0, 30, date(2027, 1, 1))) == 6 * sum(kinds.values())
    found = select(table.c.kind, func.count()).where(table.c.area == COUNTRY).group_by(table.c.kind)
    assert dict(await database.read(lambda tx: [tuple(row) for row in tx.execute(found)])) == kinds


async def test_the_same_figures_are_the_same_report(database: Database) -> None:
    await settle(database)
    await figures.keep(database, DAY, MONDAY)
    await making.make(database, [TUYEN_QUANG], WEEK, MONDAY)
    first = await database.read(lambda tx: kept_reports.listed(tx, TUYEN_QUANG))
    await figures.keep(database, DAY, MONDAY + timedelta(days=3))  # derived once more
    await making.make(database, [TUYEN_QUANG], WEEK, MONDAY + timedelta(days=3))
    assert await database.read(lambda tx: kept_reports.listed(tx, TUYEN_QUANG)) == first
    again = await report_of(database, TUYEN_QUANG)
    assert [(row.id, row.hash, row.figures) for row in first] == [(again.id, again.hash, again.figures)]


async def test_a_glance_shows_the_figures_of_the_report(database: Database) -> None:
    await settle(database)
    for day in (DAY, NEXT):
        await figures.keep(database, day, MONDAY)
    for area in (COUNTRY, TUYEN_QUANG, DONG_VAN):
        seen = await database.read(lambda tx, area=area: glanced(tx, area, WEEK, MONDAY))  # type: ignore[misc]
        assert seen.figures == (await report_of(database, area)).figures


async def test_figures_that_changed_make_another_report(database: Database) -> None:
    await settle(database)
    await figures.keep(database, DAY, MONDAY)
    before = await report_of(database, DONG_VAN)
    await database.write(lambda tx: tx.execute(update(daily_figures).values(value=daily_figures.c.value + 1)))
    after = await report_of(database, DONG_VAN)
    assert before.hash != after.hash
    assert before.id != after.id


async def test_a_province_is_the_sum_of_its_communes_and_the_country_of_its_provinces(database: Database) -> None:
    await settle(database)
    for day in (DAY, NEXT):
        await figures.keep(database, day, MONDAY)
    whole = {area: (await report_of(database, area)).figures for area in (COUNTRY, TUYEN_QUANG, HA_NOI)}
    for area, of_no_place in ((TUYEN_QUANG, 0), (HA_NOI, 0), (COUNTRY, 1)):
        parts = whole[area]["parts"]
        assert sum(part.get("learners", 0) for part in parts.values()) + of_no_place == whole[area]["sums"]["learners"]
    assert whole[COUNTRY]["parts"][TUYEN_QUANG]["finished"] == whole[TUYEN_QUANG]["sums"]["finished"] == 3


async def test_lines_say_what_was_counted_and_hide_what_was_few(database: Database) -> None:
    await settle(database)
    await figures.keep(database, DAY, MONDAY)
    found = await numbers_of(database, COUNTRY)
    assert found["checks"] == 11
    assert found["right"] == 67  # 4 of 6
    assert found["reached"] == 230
    assert found["notices_urgent"] == 1
    assert found["helped"] == 80
    assert found["started"] == 5
    assert found["learners"] is found["finished"] is found["cases_opened"] is found["case_minutes"] is Why.FEW
    assert found["right_after"] is Why.FEW
    assert (await numbers_of(database, MEO_VAC))["answer_minutes"] is Why.NOTHING


async def test_parts_that_would_give_another_away_are_hidden(database: Database) -> None:
    await settle(database)
    await figures.keep(database, DAY, MONDAY)
    report = await report_of(database, COUNTRY)
    shown = {row.name: row.numbers for row in tables.family(report, Family.VERDICT)}
    assert shown == {"danger": (None,), "no_sign": (None,), "suspicious": (5,)}
    assert [point.count for point in tables.trend(report, Figure.CHECKS)] == [0, 0, 0, 0, 11, 0, 0]
    assert {row.name for row in tables.parts(report)} == {TUYEN_QUANG, ""}


async def test_reports_that_were_asked_for_are_told_apart(database: Database) -> None:
    await settle(database)
    await figures.keep(database, DAY, MONDAY)
    await making.make(database, [DONG_VAN], WEEK, MONDAY)
    await making.make(database, [DONG_VAN], Period(Kind.AD_HOC, DAY, NEXT), MONDAY)
    assert await database.read(lambda tx: kept_reports.ad_hoc(tx, DONG_VAN, at(0))) == (1, 2)
    kinds = [
        making.report_of(row).period.kind for row in await database.read(lambda tx: kept_reports.listed(tx, DONG_VAN))
    ]
    assert kinds == [Kind.WEEK, Kind.AD_HOC]


async def test_nothing_is_made_where_nobody_has_come_yet(database: Database) -> None:
    assert await made_at(database, MONDAY) == 0
    assert await rows(database, (figure_days, table)) == 0


async def rows(database: Database, some: Iterable[object]) -> int:
    """How many rows these tables have."""
    counts = [select(func.count()).select_from(one) for one in some]  # type: ignore[arg-type]
    return await database.read(lambda tx: sum(tx.execute(count).scalar_one() for count in counts))


async def test_a_report_that_is_missing_is_made_when_everything_runs_again(database: Database) -> None:
    await settle(database)
    await arrived(database)
    await made_at(database, MONDAY)
    await database.write(lambda tx: tx.execute(delete(table).where(table.c.area == DONG_VAN)))
    assert await made_at(database, MONDAY) == 1
