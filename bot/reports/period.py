"""Periods of reports: whole days of Vietnam, weeks from Monday, and when each of them is over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Self

from bot.translations import Words

DAY, WEEK = timedelta(days=1), timedelta(days=7)
LONGEST = timedelta(days=366)  # of a report that somebody asks for


class Kind(Enum):
    """How often a report is made; the value is what is stored."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    AD_HOC = "ad hoc"  # asked for, beside the regular ones


REGULAR = (Kind.WEEK, Kind.MONTH, Kind.QUARTER)


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included. ValueError where it ends before it begins."""

    kind: Kind
    begins: date
    ends: date

    def __post_init__(self) -> None:
        if self.ends < self.begins:
            raise ValueError(f"{self.begins} to {self.ends} is no period")

    @classmethod
    def around(cls, kind: Kind, day: date) -> Self:
        """The week, month or quarter that this day lies in."""
        begins = _first(kind, day)
        return cls(kind, begins, _first(kind, begins + _LONG_ENOUGH[kind]) - DAY)

    @property
    def before(self) -> "Period":
        """The one that it is compared with: the week, month or quarter before, or as many days before."""
        last = self.begins - DAY
        if self.kind is Kind.AD_HOC:
            return Period(self.kind, last - (self.ends - self.begins), last)
        return Period.around(self.kind, last)

    def parts(self) -> Iterator[tuple[date, date]]:
        """First and last days of its days, or above two weeks of its weeks, the first and the last one cut.

        Where somebody asks for some days, a week is seven days, the last one whole: else a line would seem to fall.
        """
        step = DAY if self.ends - self.begins <= 2 * WEEK else WEEK
        begins, ends = self.begins, self.begins if step is DAY else self._first_week_ends()
        while begins <= self.ends:
            yield begins, min(ends, self.ends)
            begins, ends = ends + DAY, ends + step

    def _first_week_ends(self) -> date:
        if self.kind is Kind.AD_HOC:
            return self.begins + (self.ends - self.begins) % WEEK
        return _first(Kind.WEEK, self.begins) + WEEK - DAY

    def said(self, words: Words) -> str:
        """As people say it: "tuần 16–22/11/2026", "tháng 11/2026", "quý 4/2026"."""
        match self.kind:
            case Kind.WEEK:
                return words.say("tuần {days}", days=_days(self.begins, self.ends))
            case Kind.MONTH:
                return words.say("tháng {month}", month=f"{self.begins.month}/{self.begins.year}")
            case Kind.QUARTER:
                return words.say("quý {quarter}", quarter=f"{self.begins.month // 3 + 1}/{self.begins.year}")
            case Kind.AD_HOC:
                return words.say("các ngày {days}", days=_days(self.begins, self.ends))


def ended(kind: Kind, today: date, since: date) -> Iterator[Period]:
    """The periods that are over, newest first, while they have a day on or after `since`."""
    period = Period.around(kind, today).before
    while period.ends >= since:
        yield period
        period = period.before


_LONG_ENOUGH = {Kind.WEEK: WEEK, Kind.MONTH: timedelta(days=31), Kind.QUARTER: timedelta(days=92)}
"""From the first day into the following period and never past it."""


def _first(kind: Kind, day: date) -> date:
    match kind:
        case Kind.WEEK:
            return day - timedelta(days=day.weekday())
        case Kind.MONTH:
            return day.replace(day=1)
        case Kind.QUARTER:
            return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        case Kind.AD_HOC:
            raise ValueError("nothing says where a report begins that somebody asks for")


def _days(begins: date, ends: date) -> str:
    last = f"{ends.day}/{ends.month}/{ends.year}"
    if begins == ends:
        return last
    if (begins.month, begins.year) == (ends.month, ends.year):
        return f"{begins.day}–{last}"
    return f"{begins.day}/{begins.month}/{begins.year}–{last}"
