"""Trends add up to what the lines say, part by part, and tell nothing that is hidden there."""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import insert

from bot.reports.period import Kind, Period
from bot.reports.report import Report, glanced
from bot.reports.trends import Trends, trends
from bot.storage.counting.figure_names import Family, Figure
from bot.storage.database import Database, Transaction
from bot.storage.figure_tables import daily_figures
from broadcasts.notice import Level
from tests.reports.world import DONG_VAN, at

MONDAY = date(2026, 10, 26)
FOUR_WEEKS = Period(Kind.AD_HOC, MONDAY, MONDAY + timedelta(days=27))
URGENT, ROUTINE = (Family.NOTICE.of(level.value) for level in (Level.URGENT, Level.ROUTINE))


async def found(database: Database, weeks: Mapping[str, list[int]]) -> tuple[Report, Trends]:
    """The trends where these figures fell on the Wednesdays of four weeks."""
    rows = [
        {"area": DONG_VAN, "name": str(name), "day": MONDAY + timedelta(days=7 * week + 2), "value": value}
        for name, values in weeks.items()
        for week, value in enumerate(values)
        if value
    ]

    def look(tx: Transaction) -> tuple[Report, Trends]:
        report = glanced(tx, DONG_VAN, FOUR_WEEKS, at(9, day=FOUR_WEEKS.ends))
        return report, trends(tx, report)

    await database.write(lambda tx: tx.execute(insert(daily_figures), rows).rowcount)
    return await database.read(look)


async def test_notices_of_all_levels_and_answers_stand_week_by_week(database: Database) -> None:
    _, seen = await found(
        database, {URGENT: [1, 0, 0, 2], ROUTINE: [1, 0, 3, 0], Figure.ANSWERED: [6, 0, 12, 30], Figure.CHECKS: [9] * 4}
    )
    assert [begins for begins, _ in seen.parts] == [MONDAY + timedelta(days=7 * week) for week in range(4)]
    assert seen.notices == [2, 0, 3, 2]
    assert seen.answered == [6, 0, 12, 30]


async def test_a_kind_of_scam_with_one_small_week_hides_a_second_one(database: Database) -> None:
    _, seen = await found(database, {Family.SCAM.of("H1"): [20, 3, 9, 30], Family.SCAM.of("H2"): [8, 8, 8, 8]})
    assert list(seen.scams) == ["H1", "H2"]
    assert seen.scams["H1"] == [20, None, None, 30]
    assert seen.scams["H2"] == [8, 8, 8, 8]


async def test_a_line_whose_sum_could_be_taken_apart_is_left_out(database: Database) -> None:
    _, seen = await found(database, {Figure.ANSWERED: [3, 1, 0, 0], Family.SCAM.of("H1"): [4, 0, 0, 0]})
    assert seen.answered == ()
    assert seen.scams == {}


async def test_the_five_most_frequent_kinds_are_shown(database: Database) -> None:
    _, seen = await found(database, {Family.SCAM.of(f"H{n}"): [10 + n] * 4 for n in range(9)})
    assert list(seen.scams) == ["H8", "H7", "H6", "H5", "H4"]


async def test_quiz_results_need_enough_people_each_week(database: Database) -> None:
    _, seen = await found(
        database,
        {
            Figure.AGAIN: [5, 4, 0, 6],
            Figure.BEFORE_ASKED: [10, 10, 0, 20],
            Figure.BEFORE_RIGHT: [5, 5, 0, 15],
            Figure.AFTER_ASKED: [10, 10, 0, 20],
            Figure.AFTER_RIGHT: [9, 9, 0, 19],
        },
    )
    assert seen.before == [50, None, None, 75]
    assert seen.after == [90, None, None, 95]
