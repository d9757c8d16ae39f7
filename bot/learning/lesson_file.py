"""One Markdown text becomes a lesson, or every mistake in it with its line and what to write instead."""

import re
from dataclasses import dataclass
from typing import TypeVar

from bot.learning.lesson import Card, Lesson, Question
from bot.learning.lesson_header import (
    AUDIENCE,
    FIELDS,
    HARMLESS,
    ID,
    MINUTES,
    REVIEWED,
    REVIEWER,
    SCAMS,
    SKILLS,
    SOURCES,
    TOPICS,
    header_lines,
    read_fields,
)
from bot.learning.lesson_markdown import read_page
from bot.learning.lesson_page import Page
from bot.learning.lesson_parts import LONGEST_TITLE, check_length, is_question, picture_of, read_card, read_question
from bot.learning.lesson_rules import Known, check_pictures, check_words
from bot.learning.lesson_text import normal, too_dense, version_of, without_hidden
from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings, Mistake
from bot.learning.recording_rules import check_recordings
from bot.learning.whole_lesson import check_lesson

Part = TypeVar("Part")
_FRONT_MATTER = re.compile(r"\s*(---|\+\+\+)\s*(?:\n|$)")


class NotALesson(ValueError):
    """The stored text cannot be read as a lesson."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a lesson stands: its file (a path below the lessons folder), its course, its language."""

    file: str
    course: str
    language: str


def read_lesson(text: str, place: Place, known: Known) -> Lesson | tuple[Mistake, ...]:
    """The lesson, or all its mistakes in the order of their lines (at least one); never raises."""
    findings = Findings(place.file)
    page = open_page(text, findings)
    lesson = _lesson(page, text, place, findings) if page else None
    if page:
        check_words(page, place.language, known, findings)
        check_pictures(page, known, findings)
        check_recordings(page, known, findings)
    if page and lesson:
        check_lesson(page, lesson, known, findings)
    return findings.all() or lesson or ()


def restore_lesson(text: str, course: str, language: str) -> Lesson:
    """A version that was good once, whatever rules, directory and pictures are now; NotALesson for any other text."""
    place = Place("", course, language)
    findings = Findings(place.file)
    page = open_page(text, findings)
    lesson = _lesson(page, text, place, findings) if page else None
    if lesson is None:
        raise NotALesson("; ".join(mistake.code for mistake in findings.all()))
    return lesson


def open_page(text: str, findings: Findings) -> Page | None:
    """The page, or None with a mistake noted where there is nothing that could be read."""
    text = normal(text)
    if not text.strip():
        findings.add(1, MistakeCode.EMPTY_FILE)
    elif front := _FRONT_MATTER.match(text):
        findings.add(text.count("\n", 0, front.start(1)) + 1, MistakeCode.FRONT_MATTER, fence=front[1])
    elif not too_dense(text, findings):
        return read_page(without_hidden(text, findings), findings)
    return None


def _lesson(page: Page, text: str, place: Place, findings: Findings) -> Lesson | None:
    top = title_line(page, findings)
    fields = read_fields(header_lines(page.head, findings), FIELDS, top, findings)
    cards, questions = _parts(page, top, findings)
    picture = picture_of(page.head, findings)
    if not (page.title and page.title.text and fields and cards and questions):
        return None
    return Lesson(
        id=fields[ID.name],
        version=version_of(text),
        language=place.language,
        course=place.course,
        title=page.title.text,
        audiences=fields[AUDIENCE.name],
        minutes=fields[MINUTES.name],
        topics=fields[TOPICS.name],
        sources=fields[SOURCES.name],
        reviewer=fields[REVIEWER.name],
        reviewed=fields[REVIEWED.name],
        cards=cards,
        questions=questions,
        picture=picture,
        harmless=fields[HARMLESS.name],
        scams=fields[SCAMS.name],
        skills=fields[SKILLS.name],
    )


def title_line(page: Page, findings: Findings) -> int:
    """The line of the title; 1 where there is none; a missing or long one is noted."""
    if page.title and page.title.text:
        check_length(page.title.line, page.title.text, LONGEST_TITLE, findings)
        return page.title.line
    line = page.title.line if page.title else 1
    findings.add(line, MistakeCode.NO_TITLE)
    return line


def _parts(page: Page, line: int, findings: Findings) -> tuple[tuple[Card, ...], tuple[Question, ...]]:
    asking = [section for section in page.sections if is_question(section)]
    reading = [section for section in page.sections if not is_question(section)]
    if not reading:
        findings.add(line, MistakeCode.NO_CARDS)
    if not asking:
        findings.add(line, MistakeCode.NO_QUESTIONS)
    cards = [read_card(section, findings) for section in reading]
    questions = [read_question(section, findings) for section in asking]
    return _all_or_none(cards), _all_or_none(questions)


def _all_or_none(parts: list[Part | None]) -> tuple[Part, ...]:
    whole = tuple(part for part in parts if part is not None)
    return whole if len(whole) == len(parts) else ()
