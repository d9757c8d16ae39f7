"""Weeks, months and quarters begin and end where people expect them, at New Year too."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reports.period import REGULAR, Kind, Period, ended
from bot.translations import Words

DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))


@pytest.mark.parametrize(
    ("kind", "day", "begins", "ends"),
    [
        (Kind.WEEK, date(2026, 11, 22), date(2026, 11, 16), date(2026, 11, 22)),  # a Sunday
        (Kind.WEEK, date(2027, 1, 1), date(2026, 12, 28), date(2027, 1, 3)),
        (Kind.MONTH, date(2026, 11, 30), date(2026, 11, 1), date(2026, 11, 30)),
        (Kind.MONTH, date(2027, 1, 1), date(2027, 1, 1), date(2027, 1, 31)),
        (Kind.MONTH, date(2028, 2, 29), date(2028, 2, 1), date(2028, 2, 29)),
        (Kind.QUARTER, date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31)),
        (Kind.QUARTER, date(2027, 1, 1), date(2027, 1, 1), date(2027, 3, 31)),
    ],
)
def test_a_day_lies_in_this_period(kind: Kind, day: date, begins: date, ends: date) -> None:
    assert Period.around(kind, day) == Period(kind, begins, ends)


@pytest.mark.parametrize("kind", REGULAR)
@given(day=DAYS)
def test_periods_follow_one_another_without_a_gap(kind: Kind, day: date) -> None:
    period = Period.around(kind, day)
    assert period.begins <= day <= period.ends
    assert period.before.ends + timedelta(days=1) == period.begins
    assert Period.around(kind, period.ends) == Period.around(kind, period.begins) == period


@given(begins=DAYS, days=st.integers(0, 120))
def test_the_parts_of_a_period_are_the_whole_of_it(begins: date, days: int) -> None:
    period = Period(Kind.AD_HOC, begins, begins + timedelta(days=days))
    covered = [first + timedelta(days=n) for first, last in period.parts() for n in range((last - first).days + 1)]
    assert covered == [begins + timedelta(days=n) for n in range(days + 1)]
    assert period.before.ends - period.before.begins == timedelta(days=days)


def test_the_weeks_of_a_page_that_is_looked_at_are_whole_up_to_today() -> None:
    parts = [*Period(Kind.AD_HOC, date(2026, 10, 27), date(2026, 11, 23)).parts()]
    assert [(last - first).days for first, last in parts] == [6, 6, 6, 6]
    cut = [*Period(Kind.AD_HOC, date(2026, 10, 25), date(2026, 11, 23)).parts()]
    assert [(last - first).days for first, last in cut] == [1, 6, 6, 6, 6]


def test_only_what_is_over_is_ended_and_what_was_before_everything_is_left_out() -> None:
    new_year = date(2027, 1, 1)
    months = [period.begins for period in ended(Kind.MONTH, new_year, date(2026, 10, 31))]
    assert months == [date(2026, 12, 1), date(2026, 11, 1), date(2026, 10, 1)]
    assert next(ended(Kind.QUARTER, date(2026, 12, 31), date(2026, 1, 1))).begins == date(2026, 7, 1)
    assert next(ended(Kind.WEEK, date(2026, 11, 22), date(2026, 1, 1))).ends == date(2026, 11, 15)


def test_a_period_that_ends_before_it_begins_is_none() -> None:
    with pytest.raises(ValueError, match="no period"):
        Period(Kind.AD_HOC, date(2026, 11, 2), date(2026, 11, 1))


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (Period.around(Kind.WEEK, date(2026, 11, 22)), "tuần 16–22/11/2026"),
        (Period.around(Kind.WEEK, date(2027, 1, 1)), "tuần 28/12/2026–3/1/2027"),
        (Period.around(Kind.MONTH, date(2026, 10, 5)), "tháng 10/2026"),
        (Period.around(Kind.QUARTER, date(2026, 12, 31)), "quý 4/2026"),
        (Period.around(Kind.QUARTER, date(2026, 1, 31)), "quý 1/2026"),
        (Period(Kind.AD_HOC, date(2026, 10, 5), date(2026, 10, 5)), "các ngày 5/10/2026"),
    ],
)
def test_a_period_is_said_as_people_say_it(period: Period, said: str) -> None:
    assert period.said(Words()) == said
