"""One Markdown text becomes a scam type, or every mistake in it with its line and what to write instead."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from bot.advice import scam_header as header
from bot.advice import scam_names as names
from bot.advice.knowledge import ScamType
from bot.advice.scam_mistakes import ScamMistake
from bot.advice.scam_sections import is_needed, quoted, read_list, read_sections
from bot.learning.forms_of_address import check_address
from bot.learning.lesson_file import open_page, title_line
from bot.learning.lesson_header import header_lines, line_of, read_fields
from bot.learning.lesson_page import Page
from bot.learning.lesson_rules import TONED, Known, check_words
from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings, Mistake
from bot.learning.retold import refuse_drawings, retold_by

_retold = retold_by(ScamMistake)


@dataclass(frozen=True, slots=True)
class WrittenScam:
    """A scam type and who has signed for its words, on which day."""

    scam: ScamType
    reviewer: str
    reviewed: date


def read_scam(text: str, file: str, known: Known) -> WrittenScam | tuple[Mistake, ...]:
    """The scam type, or all its mistakes in the order of their lines (at least one); never raises."""
    findings = Findings(file)
    page = open_page(text, findings)
    written = _written(page, file, known, findings) if page else None
    if page:
        check_words(quoted(page), TONED, known, findings)
    return tuple(map(_retold, findings.all())) or written or ()


def _written(page: Page, file: str, known: Known, findings: Findings) -> WrittenScam | None:
    top = title_line(page, findings)
    fields = _fields(page, top, findings)
    sections = read_sections(page, top, findings)
    lists = {name: read_list(sections, name, findings) for name in names.SECTIONS}
    if not (page.title and fields and all(lists[name] for name in names.SECTIONS if is_needed(name))):
        return None
    _check_names(page, fields, file, known, findings)
    return WrittenScam(_scam(page.title.text, fields, lists), fields[names.REVIEWER], fields[names.REVIEWED])


def _scam(title: str, fields: Mapping[str, Any], lists: Mapping[str, tuple[str, ...]]) -> ScamType:
    return ScamType(
        code=fields[names.CODE],
        id=fields[names.ID],
        title=title,
        audiences=frozenset(audience.value for audience in fields[names.AUDIENCE]),
        why=next(iter(lists[names.WHY]), ""),
        signs=lists[names.SIGNS],
        phrases=lists[names.PHRASES],
        now=lists[names.NOW],
        lost=lists[names.LOST],
        lesson=fields[names.LESSON] or None,
        source="; ".join(fields[names.SOURCES]),
    )


def _fields(page: Page, top: int, findings: Findings) -> Mapping[str, Any] | None:
    refuse_drawings(page.head, ScamMistake.MARKUP, findings)
    return read_fields(header_lines(page.head, findings), header.FIELDS, top, findings)


def _check_names(page: Page, fields: Mapping[str, Any], file: str, known: Known, findings: Findings) -> None:
    """Note a `mã` that is not the name of the file, a code that the table lacks, a reader called by a wrong name."""
    id, scam = fields[names.ID], fields[names.CODE]
    if PurePosixPath(file).stem != id:
        findings.add(line_of(header.ID, page.head) or 1, ScamMistake.FILE_NAME, id=id, better=f"{id}.md")
    if scam not in known.scam_types:
        findings.add(line_of(header.CODE, page.head) or 1, MistakeCode.UNKNOWN_SCAM, scam=scam)
    check_address(quoted(page), fields[names.AUDIENCE], findings)
