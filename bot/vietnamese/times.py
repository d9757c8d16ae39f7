"""Times of day as people type them, and as they are written out for everybody."""

import re
from dataclasses import dataclass
from datetime import time

from bot.vietnamese.fold import fold, nfc
from bot.vietnamese.number_words import from_words

NIGHT = frozenset({"dem", "khuya"})


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as it was said; `hour` is the clock's, and 24 is the midnight at the end of the day."""

    hour: int
    minute: int
    part: str = ""  # of the day, without marks: sang, trua, chieu, toi, dem, khuya


def time_of_day(text: str) -> time | None:
    """The time that the whole text is: "19h30", "7 giờ tối", "mười chín giờ ba mươi"; None for anything else."""
    clock, rest = take_clock(plain(text))
    return time(clock.hour % 24, clock.minute) if clock and not rest else None


def said_time(at: time) -> str:
    """Written out: 19 giờ, 19 giờ 30, 7 giờ 5 phút."""
    minutes = f"{at.minute}" if at.minute > 9 else f"{at.minute} phút"
    return f"{at.hour} giờ {minutes}" if at.minute else f"{at.hour} giờ"


_UNTIL = re.compile(r"(?<!\w)(?:tới|đến)(?!\w)")  # which would be the evening without its mark
_RUN = r"(?P<run>[a-z]+(?: [a-z]+){0,2})"
_WORDS_BEFORE = re.compile(rf"\b{_RUN}(?= (?:gio|phut)\b)")
_WORDS_AFTER = re.compile(rf"(?<=\bgio )(?P<less>kem )?{_RUN}")


def plain(text: str) -> str:
    """The text without marks, and numbers that belong to a time in digits: "7 gio 30 toi nay"."""
    folded = fold(_UNTIL.sub(" ", nfc(text).lower()))
    return _WORDS_AFTER.sub(_number_first, _WORDS_BEFORE.sub(_number_last, folded))


def _number_last(match: re.Match[str]) -> str:
    """The longest number at the end of the run in digits."""
    words = match["run"].split()
    for start in range(len(words)):
        if (number := from_words(" ".join(words[start:]))) is not None:
            return " ".join((*words[:start], str(number)))
    return match[0]


def _number_first(match: re.Match[str]) -> str:
    """The longest number at the beginning of the run in digits."""
    words = match["run"].split()
    for end in range(len(words), 0, -1):
        if (number := from_words(" ".join(words[:end]))) is not None:
            return " ".join(((match["less"] or "").strip(), str(number), *words[end:])).strip()
    return match[0]


_TIME = re.compile(
    r"(?<![0-9/.:-])(?P<hour>[0-9]{1,2}) ?(?:(?:h|g|gio)(?![a-z])|:(?=[0-9])) ?"
    r"(?:(?P<minute>[0-9]{1,2})(?![0-9:]| ?[/.-]| thang)(?: ?(?:phut|ph|p)\b)?"
    r"|(?P<half>ruoi\b)|kem (?P<less>[0-9]{1,2})(?: phut)?)?"
    r"(?![0-9:])"
)
_PART = re.compile(r"\b(?:sang|trua|chieu|toi|dem|khuya)\b")
_NOISE = re.compile(r"\b(?:luc|vao|khoang|chung|som|a|nhe)\b|[,;!]|\.(?![0-9])")
# The hours of each part of the day as they are said, and what makes them hours of the clock.
_SAID = {
    "": (range(25), 0),
    "sang": (range(12), 0),
    "trua": (range(1, 3), 12),
    "chieu": (range(1, 7), 12),
    "toi": (range(5, 12), 12),
    "dem": (range(8, 13), 12),
    "khuya": (range(8, 13), 12),
}
# Those that are the clock's already.
_CLOCK = {
    "trua": range(10, 15),
    "chieu": range(13, 19),
    "toi": range(17, 24),
    "dem": (*range(1, 5), *range(20, 25)),
    "khuya": (*range(1, 5), *range(20, 25)),
}


def take_clock(text: str) -> tuple[Clock | None, str]:
    """The one time of day in a `plain` text, and what else it says; None where it says none that exists."""
    found = _TIME.search(text)
    if not found:
        return None, text
    rest = text[: found.start()] + " " + text[found.end() :]
    part = _PART.search(rest)
    if part:
        rest = rest[: part.start()] + " " + rest[part.end() :]
    return _clock(found, part[0] if part else ""), " ".join(_NOISE.sub(" ", rest).split())


def _clock(found: re.Match[str], part: str) -> Clock | None:
    hour, minute = _hour(int(found["hour"]), part), int(found["minute"] or (30 if found["half"] else 0))
    if hour is None or minute > 59 or (hour == 24 and minute):
        return None
    if found["less"]:
        whole = hour * 60 - int(found["less"])
        return Clock(whole // 60, whole % 60, part) if 0 < int(found["less"]) < 60 <= whole + 59 else None
    return Clock(hour, minute, part)


def _hour(said: int, part: str) -> int | None:
    if said in _CLOCK.get(part, ()):
        return said
    hours, more = _SAID[part]
    return said + more if said in hours else None
