"""The section of a template that lists its blanks: `- {name}: question? (kind) (ví dụ: …)`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.learning.lesson_page import Item, Items, Passage, Section
from bot.learning.mistakes import Findings
from bot.notices import template_names as names
from bot.notices.holes import plain_name
from bot.notices.template import Blank
from bot.notices.template_mistakes import TemplateMistake
from bot.notices.template_names import BlankKind
from bot.vietnamese.fold import fold

FEWEST, MOST = 3, 5  # what an officer answers within a minute
MOST_CHOICES = 5
LONGEST_BLANK = 200  # that any template may allow
_PATTERN = "- {{{name}}}: {question} (" + names.EXAMPLE + ": {example})"
_LINE = re.compile(r"\{?(?P<name>[^:{}]{1,30})\}?\s*:\s*(?P<question>\S.*)")
_NOTE = re.compile(r"\s*\((?P<note>[^()]*)\)\s*\Z")
_EXAMPLE = re.compile(r"(?:vi du|vd) ?:")
_CHOICES = re.compile(r"chon ?:")
_AT_MOST = re.compile(r"den (?P<most>[0-9]{1,3}) ?(?:ky tu|chu)")
_KINDS = {fold(kind.value): kind for kind in BlankKind if kind is not BlankKind.CHOICE}


@dataclass(frozen=True, slots=True)
class WrittenBlank:
    """A blank and the line on which it stands."""

    line: int
    blank: Blank


def read_blanks(section: Section, findings: Findings) -> tuple[WrittenBlank, ...]:
    """The blanks that could be read; what is wrong with the others, or with all of them together, is noted."""
    read = [blank for item in _items(section, findings) if (blank := _read(item, findings))]
    seen: set[str] = set()
    for written in read:
        if written.blank.name in seen:
            findings.add(written.line, TemplateMistake.DOUBLED_BLANK, name=written.blank.name)
        seen.add(written.blank.name)
    return tuple(read)


def _items(section: Section, findings: Findings) -> Iterator[Item]:
    for block in section.blocks:
        if isinstance(block, Items):
            yield from block.items
        elif isinstance(block, Passage):
            findings.add(block.line, TemplateMistake.NOT_A_LIST, better=_pattern())
        else:
            findings.add(block.line, TemplateMistake.MARKUP)
    count = sum(len(block.items) for block in section.blocks if isinstance(block, Items))
    if not FEWEST <= count <= MOST:
        findings.add(section.title.line, TemplateMistake.BLANK_COUNT, count=count, fewest=FEWEST, most=MOST)


def _pattern() -> str:
    return _PATTERN.format(name="…", question="…?", example="…")


def _read(item: Item, findings: Findings) -> WrittenBlank | None:
    found = _LINE.fullmatch(" ".join(item.text.text.split()))
    if not found:
        findings.add(item.line, TemplateMistake.BAD_BLANK, better=_pattern())
        return None
    name = plain_name(found["name"])
    if name in names.GIVEN:
        findings.add(item.line, TemplateMistake.GIVEN_BLANK, name=name)
        return None
    blank = _noted(Blank(name, found["question"], ""), item.line, findings)
    if blank and not blank.example:
        findings.add(item.line, TemplateMistake.NO_EXAMPLE, name=name)
        return None
    return WrittenBlank(item.line, blank) if blank else None


def _noted(blank: Blank, line: int, findings: Findings) -> Blank | None:
    """With what stands in brackets at the end of its line, taken off one by one."""
    while found := _NOTE.search(blank.question):
        rest = replace(blank, question=blank.question[: found.start()])
        noted = _with(rest, found["note"].strip(), line, findings)
        if noted is None:
            return None
        blank = noted
    return blank


def _with(blank: Blank, note: str, line: int, findings: Findings) -> Blank | None:
    folded = fold(note)
    if _EXAMPLE.match(folded):
        return replace(blank, example=note.partition(":")[2].strip())
    if _CHOICES.match(folded):
        return _choosing(blank, note.partition(":")[2], line, findings)
    if kind := _KINDS.get(folded):
        return replace(blank, kind=kind)
    most = _AT_MOST.fullmatch(folded)
    if most and 1 <= int(most["most"]) <= LONGEST_BLANK:
        return replace(blank, longest=int(most["most"]))
    findings.add(line, TemplateMistake.BAD_KIND, value=note)
    return None


def _choosing(blank: Blank, written: str, line: int, findings: Findings) -> Blank | None:
    choices = tuple(choice.strip() for choice in written.split("|") if choice.strip())
    if not 2 <= len(choices) <= MOST_CHOICES:
        findings.add(line, TemplateMistake.FEW_CHOICES, name=blank.name, most=MOST_CHOICES)
        return None
    if len(set(map(fold, choices))) < len(choices):
        findings.add(line, TemplateMistake.CHOICES_ALIKE, name=blank.name)
        return None
    return replace(blank, kind=BlankKind.CHOICE, choices=choices, example=blank.example or choices[0])
