"""Moments, a day with its time, as people type them and as they are written out. Time is Vietnam's."""

import re
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum

from bot.vietnamese.times import NIGHT, plain, said_time, take_clock

VIETNAM = timezone(timedelta(hours=7))  # one zone, no summer time
SMALL_HOURS = range(4)


class Unclear(Enum):
    """Why something typed is no moment."""

    UNREADABLE = "unreadable"  # not one day with one time of day, or one that does not exist
    WHICH_NIGHT = "which night"  # one o'clock "at night" of a day: before its morning, or after its evening?
    WHICH_MORNING = "which morning"  # "tomorrow", typed in the small hours: is it the coming morning?


def moment(text: str, now: datetime) -> datetime | Unclear:
    """The moment that the whole text is: "19h ngày 22/11", "mai 7 giờ", "8h tối qua"; no year is the nearest."""
    local = now.astimezone(VIETNAM)
    clock, rest = take_clock(plain(text))
    day = _day(rest, local.date())
    if clock is None or day is None:
        return Unclear.UNREADABLE
    if clock.part in NIGHT and clock.hour < 5:
        return Unclear.WHICH_NIGHT
    if _AHEAD.fullmatch(rest) and local.hour in SMALL_HOURS:
        return Unclear.WHICH_MORNING
    return datetime.combine(day, time(0, clock.minute), VIETNAM) + timedelta(hours=clock.hour)


def said_moment(at: datetime, now: datetime) -> str:
    """Written out: 19 giờ 30 ngày 22/11; with the year where people would think of another one."""
    at = at.astimezone(VIETNAM)
    expected = _nearest(at.day, at.month, now.astimezone(VIETNAM).date())
    year = "" if at.date() == expected else f"/{at.year}"
    return f"{said_time(at.time())} ngày {at.day}/{at.month}{year}"


_DAYS = {"nay": 0, "mai": 1, "kia": 2, "mot": 2, "qua": -1}
_WORD = re.compile(r"(?:ngay |hom )?(?P<word>nay|mai|mot|qua)|(?:ngay )(?P<after>kia)|(?:hom )(?P<before>kia)")
_AHEAD = re.compile(r"(?:ngay )?(?:mai|mot)|ngay kia")
_DATE = re.compile(
    r"(?:(?:thu (?P<weekday>[2-7]|hai|ba|tu|nam|sau|bay)|(?P<sunday>chu nhat|cn)) )?(?:ngay )?"
    r"(?P<day>[0-9]{1,2}) ?(?:[/.-]|thang) ?(?P<month>[0-9]{1,2})(?: ?(?:[/.-]|nam) ?(?P<year>20[0-9]{2}))?"
)
_WEEKDAYS = {"2": 0, "hai": 0, "3": 1, "ba": 1, "4": 2, "tu": 2, "5": 3, "nam": 3, "6": 4, "sau": 4, "7": 5, "bay": 5}
_SUNDAY = 6


def _day(written: str, today: date) -> date | None:
    """The day that is meant by what stands beside the time."""
    if word := _WORD.fullmatch(written):
        days = -2 if word["before"] else _DAYS[word["word"] or word["after"]]
        return today + timedelta(days=days)
    found = _DATE.fullmatch(written)
    if not found:
        return None
    number, month = int(found["day"]), int(found["month"])
    day = _date(int(found["year"]), month, number) if found["year"] else _nearest(number, month, today)
    return day if day and _is_on(day, found) else None


def _is_on(day: date, found: re.Match[str]) -> bool:
    """Whether the weekday, where one was said, is that day's."""
    if found["sunday"]:
        return day.weekday() == _SUNDAY
    return not found["weekday"] or day.weekday() == _WEEKDAYS[found["weekday"]]


def _nearest(day: int, month: int, today: date) -> date | None:
    """This day of the year in the year in which it is nearest to today."""
    found = [one for year in range(today.year - 1, today.year + 2) if (one := _date(year, month, day))]
    return min(found, key=lambda one: abs(one - today), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
