"""The `name: value` lines below a title, read and judged one by one."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.learning.lesson import Audience
from bot.learning.lesson_page import Block, Drawing, Passage
from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings
from bot.vietnamese.closest import closest
from bot.vietnamese.fold import fold, words

LONGEST_ID = 40  # a button carries it, and Telegram gives a button 64 bytes
MOST_MINUTES = 15
LONGEST_TOPIC = 40
EVERYBODY = "mọi người"
_NEAR_ENOUGH = 50  # only a suggestion, so less than what would be taken as meant
UNFILLED = re.compile(r"\[điền[^\]]*\]?", re.IGNORECASE)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LINE = re.compile(r"\s*([^:]{1,30}?)\s*:(?!//)\s*(.*)")
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(20\d\d)")


@dataclass(frozen=True, slots=True)
class Field:
    """One header line: its name, what to say when it is missing or wrong, and its value (None when it is wrong)."""

    name: str
    missing: MistakeCode
    bad: MistakeCode
    read: Callable[[str], object | None]
    most: int = 0  # of what its sentence tells, where it tells it


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """One line as written."""

    line: int
    name: str
    value: str


def slug(text: str) -> str:
    """The words without marks, joined by hyphens: what a `mã` looks like."""
    return "-".join(words(text))[:LONGEST_ID].rstrip("-")


def _id(value: str) -> str | None:
    return value if _ID.fullmatch(value) and len(value) <= LONGEST_ID else None


def audiences(value: str) -> frozenset[Audience] | None:
    """The audiences named, parted by commas; None when one of them is not known."""
    names = [fold(name) for name in value.split(",")]
    if names == [fold(EVERYBODY)]:
        return frozenset(Audience)
    known = {fold(audience.value): audience for audience in Audience}
    found = frozenset(known[name] for name in names if name in known)
    return found if len(found) == len(names) else None


def _minutes(value: str) -> int | None:
    found = re.fullmatch(r"(\d{1,2})(?: ?(?:phut|minutes?))?", fold(value))
    return int(found[1]) if found and 1 <= int(found[1]) <= MOST_MINUTES else None


def _topics(value: str) -> tuple[str, ...] | None:
    topics = _parts(value, ",")
    return topics if all(words(topic) and len(topic) <= LONGEST_TOPIC for topic in topics) else None


def _sources(value: str) -> tuple[str, ...] | None:
    sources = _parts(value, ";")
    return sources if all(_letters(source) >= 3 for source in sources) else None


def _reviewer(value: str) -> str | None:
    return value if _letters(value) >= 2 else None


def _date(value: str) -> date | None:
    found = _DATE.fullmatch(value)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _parts(value: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.strip(separator + " ").split(separator))


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


ID = Field("mã", MistakeCode.NO_ID, MistakeCode.BAD_ID, _id, LONGEST_ID)
AUDIENCE = Field("đối tượng", MistakeCode.NO_AUDIENCE, MistakeCode.BAD_AUDIENCE, audiences)
MINUTES = Field("thời gian", MistakeCode.NO_MINUTES, MistakeCode.BAD_MINUTES, _minutes, MOST_MINUTES)
TOPICS = Field("chủ đề", MistakeCode.NO_TOPIC, MistakeCode.BAD_TOPIC, _topics)
SOURCES = Field("nguồn", MistakeCode.NO_SOURCE, MistakeCode.BAD_SOURCE, _sources)
REVIEWER = Field("người duyệt", MistakeCode.NO_REVIEWER, MistakeCode.BAD_REVIEWER, _reviewer)
REVIEWED = Field("ngày duyệt", MistakeCode.NO_REVIEW_DATE, MistakeCode.BAD_REVIEW_DATE, _date)
FIELDS = (ID, AUDIENCE, MINUTES, TOPICS, SOURCES, REVIEWER, REVIEWED)


def header_lines(head: Iterable[Block], findings: Findings) -> Iterator[HeaderLine]:
    """Every `name: value` line before the first card; any other text there is a mistake."""
    for block in head:
        if isinstance(block, Passage):
            yield from _lines(block, findings)
        elif not isinstance(block, Drawing):
            findings.add(block.line, MistakeCode.STRAY_TEXT)


def _lines(passage: Passage, findings: Findings) -> Iterator[HeaderLine]:
    for number, text in enumerate(passage.text.split("\n"), start=passage.line):
        if found := _LINE.fullmatch(text):
            yield HeaderLine(number, found[1], found[2])
        elif not text.startswith("#"):  # that one lacks a blank and is noted as such
            findings.add(number, MistakeCode.STRAY_TEXT)


def read_fields(
    lines: Iterable[HeaderLine], fields: tuple[Field, ...], title_line: int, findings: Findings
) -> Mapping[str, Any] | None:
    """The value of each field by its name; None with the mistakes noted when one is missing or wrong."""
    known = {fold(field.name): field for field in fields}
    written: dict[str, HeaderLine] = {}
    for line in lines:
        if not (field := known.get(fold(line.name))):
            findings.add(line.line, MistakeCode.UNKNOWN_HEADER, value=line.name, better=_nearest(line.name, fields))
        elif field.name in written:
            findings.add(line.line, MistakeCode.DOUBLED_HEADER, value=field.name)
        else:
            written[field.name] = line
    values = {field.name: _value(field, written.get(field.name), title_line, findings) for field in fields}
    return None if None in values.values() else values


def _nearest(name: str, fields: tuple[Field, ...]) -> str:
    names = [field.name for field in fields]
    near = closest(name, names, least=_NEAR_ENOUGH)
    return names[near[0]] if near else ", ".join(names)


def _value(field: Field, line: HeaderLine | None, title_line: int, findings: Findings) -> object | None:
    if line is None or not line.value:
        findings.add(line.line if line else title_line, field.missing)
        return None
    if blank := UNFILLED.search(line.value):
        findings.add(line.line, MistakeCode.UNFILLED, text=blank[0])
        return None
    value = field.read(line.value)
    if value is None:
        better = slug(line.value) or "ten-bai"
        findings.add(line.line, field.bad, value=line.value, better=better, most=field.most)
    return value
