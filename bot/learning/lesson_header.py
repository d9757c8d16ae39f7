"""The `name: value` lines below a title, read and judged one by one."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.learning import header_values as values
from bot.learning.header_values import LONGEST_ID, MOST_MINUTES, slug
from bot.learning.lesson_page import Block, Drawing, Passage
from bot.learning.mistake_codes import Code, MistakeCode
from bot.learning.mistakes import Findings
from bot.vietnamese.closest import closest
from bot.vietnamese.fold import fold

_NEAR_ENOUGH = 50  # only a suggestion, so less than what would be taken as meant
UNFILLED = re.compile(r"\[điền[^\]]*\]?", re.IGNORECASE)
_LINE = re.compile(r"\s*([^:]{1,30}?)\s*:(?!//)\s*(.*)")


@dataclass(frozen=True, slots=True)
class Field:
    """One header line: its name, what to say when it is missing or wrong, and its value (None when it is wrong)."""

    name: str
    missing: Code | None  # None: it may be missing
    bad: Code
    read: Callable[[str], object | None]
    most: int = 0  # of what its sentence tells, where it tells it
    default: object | None = None  # its value when it is missing; None: nothing can be read without it


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """One line as written."""

    line: int
    name: str
    value: str


ID = Field("mã", MistakeCode.NO_ID, MistakeCode.BAD_ID, values.id_of, LONGEST_ID)
AUDIENCE = Field("đối tượng", MistakeCode.NO_AUDIENCE, MistakeCode.BAD_AUDIENCE, values.audiences)
MINUTES = Field("thời gian", MistakeCode.NO_MINUTES, MistakeCode.BAD_MINUTES, values.minutes, MOST_MINUTES)
TOPICS = Field("chủ đề", MistakeCode.NO_TOPIC, MistakeCode.BAD_TOPIC, values.short_words)
SOURCES = Field("nguồn", MistakeCode.NO_SOURCE, MistakeCode.BAD_SOURCE, values.sources)
REVIEWER = Field("người duyệt", MistakeCode.NO_REVIEWER, MistakeCode.BAD_REVIEWER, values.reviewer)
REVIEWED = Field("ngày duyệt", MistakeCode.NO_REVIEW_DATE, MistakeCode.BAD_REVIEW_DATE, values.day)
# Versions from before these lines are still read, so each has a value when it is missing.
HARMLESS = Field(
    "tin lành", MistakeCode.NO_HARMLESS, MistakeCode.BAD_HARMLESS, values.questions, default=frozenset[int]()
)
SCAMS = Field("dạng lừa đảo", None, MistakeCode.BAD_SCAMS, values.scam_codes, default=())
SKILLS = Field("kỹ năng", None, MistakeCode.BAD_SKILLS, values.short_words, default=())
FIELDS = (ID, AUDIENCE, MINUTES, TOPICS, SOURCES, REVIEWER, REVIEWED, HARMLESS, SCAMS, SKILLS)


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


def line_of(field: Field, head: Iterable[Block]) -> int | None:
    """The line on which the field has a value; None where it has none."""
    written, name = header_lines(head, Findings("")), fold(field.name)
    return next((line.line for line in written if line.value and fold(line.name) == name), None)


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
    found = {field.name: _value(field, written.get(field.name), title_line, findings) for field in fields}
    return None if None in found.values() else found


def _nearest(name: str, fields: tuple[Field, ...]) -> str:
    names = [field.name for field in fields]
    near = closest(name, names, least=_NEAR_ENOUGH)
    return names[near[0]] if near else ", ".join(names)


def _value(field: Field, line: HeaderLine | None, title_line: int, findings: Findings) -> object | None:
    if line is None or not line.value:
        if field.missing:
            findings.add(line.line if line else title_line, field.missing)
        return field.default
    if blank := UNFILLED.search(line.value):
        findings.add(line.line, MistakeCode.UNFILLED, text=blank[0])
        return None
    value = field.read(line.value)
    if value is None:
        better = slug(line.value) or "ten-bai"
        findings.add(line.line, field.bad, value=line.value, better=better, most=field.most)
    return value
