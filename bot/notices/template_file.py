"""One Markdown text becomes a template, or every mistake in it with its line and what to write instead."""

from collections.abc import Mapping
from typing import Any

from bot.learning.lesson_file import open_page
from bot.learning.lesson_header import header_lines, line_of, read_fields
from bot.learning.lesson_page import Page, Section
from bot.learning.lesson_rules import TONED, Known, check_words
from bot.learning.lesson_text import version_of
from bot.learning.mistakes import Findings, Mistake
from bot.learning.retold import refuse_drawings, retold_by
from bot.notices import template_header as header
from bot.notices import template_names as names
from bot.notices.template import Template
from bot.notices.template_blanks import WrittenBlank, read_blanks
from bot.notices.template_mistakes import TemplateMistake
from bot.notices.template_rules import check_filled, check_holes
from bot.notices.template_sections import read_later, read_sections, read_texts

_retold = retold_by(TemplateMistake)


def read_template(text: str, file: str, known: Known) -> Template | tuple[Mistake, ...]:
    """The template, or all its mistakes in the order of their lines (at least one); never raises."""
    findings = Findings(file)
    page = open_page(text, findings)
    template = _template(page, text, findings) if page else None
    if page:
        check_words(page, TONED, known, findings)
    return tuple(map(_retold, findings.all())) or template or ()


def _template(page: Page, text: str, findings: Findings) -> Template | None:
    title = page.title.text if page.title else ""
    top = page.title.line if page.title else 1
    if not title:
        findings.add(top, TemplateMistake.NO_TITLE)
    fields = _fields(page, top, findings)
    sections = read_sections(page, top, findings)
    blanks = _blanks(sections, findings)
    texts = read_texts(sections, findings)
    all_clear, correction = (read_later(sections, name, findings) for name in (names.ALL_CLEAR, names.CORRECTION))
    check_holes(sections, blanks, findings)
    if not (title and fields and blanks and texts and all_clear and correction):
        return None
    template = Template(
        id=fields[names.ID],
        version=version_of(text),
        title=title,
        level=fields[names.LEVEL],
        event=fields[names.EVENT],
        lasts=fields[names.LASTS],
        sources=fields[names.SOURCES],
        reviewer=fields[names.REVIEWER],
        reviewed=fields[names.REVIEWED],
        blanks=tuple(written.blank for written in blanks),
        texts=texts,
        all_clear=all_clear,
        correction=correction,
    )
    check_filled(template, sections, blanks, findings)
    return template


def restore_template(text: str) -> Template | None:
    """A version that was good once, whatever the rules for words are now; None when this program cannot read it."""
    findings = Findings("")
    page = open_page(text, findings)
    return _template(page, text, findings) if page else None


def _fields(page: Page, top: int, findings: Findings) -> Mapping[str, Any] | None:
    refuse_drawings(page.head, TemplateMistake.MARKUP, findings)
    reviewer, reviewed = (line_of(field, page.head) for field in (header.REVIEWER, header.REVIEWED))
    if (reviewer is None) != (reviewed is None):
        findings.add(reviewer or reviewed or top, TemplateMistake.HALF_REVIEWED)
    return read_fields(header_lines(page.head, findings), header.FIELDS, top, findings)


def _blanks(sections: Mapping[str, Section], findings: Findings) -> tuple[WrittenBlank, ...]:
    return read_blanks(sections[names.BLANKS], findings) if names.BLANKS in sections else ()
