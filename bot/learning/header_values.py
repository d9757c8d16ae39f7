"""What may stand behind the names at the head of a lesson: each reader gives the value, or None for what is wrong."""

import re
from datetime import date

from bot.learning.lesson import Audience
from bot.vietnamese.fold import fold, words

LONGEST_ID = 40  # a button carries it, and Telegram gives a button 64 bytes
MOST_MINUTES = 15
LONGEST_TOPIC = 40
EVERYBODY = "moi nguoi"  # without marks, as all names are compared
NONE = "khong"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(20\d\d)")
_QUESTION = re.compile(r"(?:cau |question )?(?:so )?([1-9]\d?)")
_BETWEEN = re.compile(r"\s*(?:[,;]|\b(?:va|and)\b)\s*")
_SCAM = re.compile(r"[A-Z]\d{1,3}")


def slug(text: str) -> str:
    """The words without marks, joined by hyphens: what a `mã` looks like."""
    return "-".join(words(text))[:LONGEST_ID].rstrip("-")


def id_of(value: str) -> str | None:
    """A `mã` as it is written."""
    return value if _ID.fullmatch(value) and len(value) <= LONGEST_ID else None


def audiences(value: str) -> frozenset[Audience] | None:
    """The audiences named, parted by commas; None when one of them is not known."""
    names = [fold(name) for name in value.split(",")]
    if names == [EVERYBODY]:
        return frozenset(Audience)
    known = {fold(audience.value): audience for audience in Audience}
    found = frozenset(known[name] for name in names if name in known)
    return found if len(found) == len(names) else None


def minutes(value: str) -> int | None:
    """Whole minutes: 3, 3 phút."""
    found = re.fullmatch(r"(\d{1,2})(?: ?(?:phut|minutes?))?", fold(value))
    return int(found[1]) if found and 1 <= int(found[1]) <= MOST_MINUTES else None


def short_words(value: str) -> tuple[str, ...] | None:
    """A few words each, parted by commas."""
    found = _parts(value, ",")
    return found if all(words(one) and len(one) <= LONGEST_TOPIC for one in found) else None


def sources(value: str) -> tuple[str, ...] | None:
    """Where it comes from, parted by semicolons."""
    found = _parts(value, ";")
    return found if all(_letters(source) >= 3 for source in found) else None


def reviewer(value: str) -> str | None:
    """A name."""
    return value if _letters(value) >= 2 else None


def day(value: str) -> date | None:
    """Day, month and year: 21/11/2026."""
    found = _DATE.fullmatch(value)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def questions(value: str) -> frozenset[int] | None:
    """The indexes, from 0, of the questions named by their numbers: "câu 2, câu 4" or "2, 4"; none for "không"."""
    named = fold(value).strip(" .,;")
    if named == NONE:
        return frozenset()
    found = [_QUESTION.fullmatch(part) for part in _BETWEEN.split(named)]
    return frozenset(int(one[1]) - 1 for one in found if one) if all(found) else None


def scam_codes(value: str) -> tuple[str, ...] | None:
    """Codes parted by commas, such as H14, N1; whether the table has them is not asked here."""
    found = _parts(value.upper(), ",")
    return found if all(_SCAM.fullmatch(code) for code in found) else None


def _parts(value: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.strip(separator + " ").split(separator))


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)
