"""One Markdown text becomes an approved answer, or every mistake in it with its line and what to write instead."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from bot.advice.book import answer_header as header
from bot.advice.book import answer_names as names
from bot.advice.book.answer_mistakes import AnswerMistake
from bot.advice.book.answer_sections import only, our_words, read_recording, read_reply, read_sections, read_ways
from bot.advice.knowledge import Answer
from bot.learning.forms_of_address import check_address
from bot.learning.lesson import Audience
from bot.learning.lesson_file import open_page, title_line
from bot.learning.lesson_header import header_lines, line_of, read_fields
from bot.learning.lesson_page import Page, Section
from bot.learning.lesson_rules import TONED, Known, check_words
from bot.learning.mistakes import Findings, Mistake
from bot.learning.recording_rules import check_recordings
from bot.learning.retold import refuse_drawings, retold_by

_retold = retold_by(AnswerMistake)


def read_answer(text: str, file: str, known: Known) -> Answer | tuple[Mistake, ...]:
    """The answer, or all its mistakes in the order of their lines (at least one); never raises."""
    findings = Findings(file)
    page = open_page(text, findings)
    answer = _answer(page, file, findings) if page else None
    if page:
        check_words(our_words(page), TONED, known, findings)
        check_recordings(page, known, findings)
        check_address(only(page, names.ELDER), frozenset({Audience.ELDER}), findings)
        check_address(only(page, names.CHILD), frozenset({Audience.CHILD}), findings)
    return tuple(map(_retold, findings.all())) or answer or ()


def _answer(page: Page, file: str, findings: Findings) -> Answer | None:
    top = title_line(page, findings)
    fields = _fields(page, top, findings)
    sections = read_sections(page, top, findings)
    question = page.title.text if page.title else ""
    ways = _ways(sections, question, findings)
    reply, elder, child = (read_reply(sections, name, findings) for name in names.REPLIES)
    heard = [read_recording(sections, name, findings) for name in names.REPLIES]
    if not (question and fields and ways and reply):
        return None
    _check_name(page, fields[names.ID], file, findings)
    return Answer(
        id=fields[names.ID],
        question=question,
        ways=ways,
        reply=reply,
        elder=elder,
        child=child,
        topic=fields[names.TOPIC],
        lesson=fields[names.LESSON] or None,
        owner=fields[names.OWNER],
        reviewed=fields[names.REVIEWED],
        source="; ".join(fields[names.SOURCES]),
        recording=heard[0],
        elder_recording=heard[1],
        child_recording=heard[2],
    )


def _fields(page: Page, top: int, findings: Findings) -> Mapping[str, Any] | None:
    refuse_drawings(page.head, AnswerMistake.MARKUP, findings)
    return read_fields(header_lines(page.head, findings), header.FIELDS, top, findings)


def _ways(sections: Mapping[str, Section], question: str, findings: Findings) -> tuple[str, ...]:
    return read_ways(sections[names.WAYS], question, findings) if names.WAYS in sections else ()


def _check_name(page: Page, id: str, file: str, findings: Findings) -> None:
    """The file is called by its `mã`, so that a source named in a reply is found in the folder."""
    if PurePosixPath(file).stem != id:
        findings.add(line_of(header.ID, page.head) or 1, AnswerMistake.FILE_NAME, id=id, better=f"{id}.md")
