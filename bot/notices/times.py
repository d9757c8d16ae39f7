"""From when until when, as people say it; always Vietnam's time."""

from datetime import date, datetime

from bot.translations import SOURCE, Words
from bot.vietnamese.moments import VIETNAM
from bot.vietnamese.times import said_time


def when(starts: datetime | None, ends: datetime | None, words: Words) -> str:
    """ "từ 20 giờ ngày 21/11 đến 8 giờ ngày 22/11/2026"; the year once where it is one. "" where neither is known."""
    starts, ends = _local(starts), _local(ends)
    if starts and ends and starts.date() == ends.date():
        at, until, day = _time(starts, words), _time(ends, words), _day(ends, with_year=True)
        return words.say("từ {begins} đến {ends} ngày {day}", begins=at, ends=until, day=day)
    if starts and ends:
        begins = _moment(starts, words, with_year=starts.year != ends.year)
        return words.say("từ {begins} đến {ends}", begins=begins, ends=_moment(ends, words))
    if starts:
        return words.say("từ {begins}", begins=_moment(starts, words))
    return words.say("đến {ends}", ends=_moment(ends, words)) if ends else ""


def moment(at: datetime, words: Words) -> str:
    """ "8 giờ ngày 22/11/2026"."""
    return _moment(at.astimezone(VIETNAM), words)


def short_when(starts: datetime | None, ends: datetime | None) -> str:
    """The same where room is scarce: "20:00 21/11–8:00 22/11"."""
    starts, ends = _local(starts), _local(ends)
    if starts and ends and starts.date() == ends.date():
        return f"{_short_time(starts)}–{_short_time(ends)} {_day(ends)}"
    return "–".join(f"{_short_time(at)} {_day(at)}" if at else "" for at in (starts, ends)) if starts or ends else ""


def _local(at: datetime | None) -> datetime | None:
    return at.astimezone(VIETNAM) if at else None


def _moment(at: datetime, words: Words, *, with_year: bool = True) -> str:
    return words.say("{time} ngày {day}", time=_time(at, words), day=_day(at, with_year=with_year))


def _time(at: datetime, words: Words) -> str:
    return said_time(at.time()) if words.language == SOURCE else _short_time(at)


def _day(at: date, *, with_year: bool = False) -> str:
    return f"{at.day}/{at.month}/{at.year}" if with_year else f"{at.day}/{at.month}"


def _short_time(at: datetime) -> str:
    return f"{at.hour}:{at.minute:02}"
