"""Lessons to read or to print: `/bai`, and `/bai/<course>/<lesson>` with a way into the chat."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from operator import itemgetter
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.learning.address import FORM_OF
from bot.learning.lesson import Course, Lesson
from bot.learning.library import Library
from bot.translations import Words
from bot.web.pages import page
from bot.web.ports import Ports
from bot.web.visitor import Visitor, visitor
from bot.web.way_in import address_of, chat_with, drawn, readable

PATH = "/bai"
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Form(Enum):
    """How a part of a card is set; the value is its element."""

    TEXT = "p"
    STEPS = "ol"
    POINTS = "ul"


# As the reader of lessons writes lists.
_STARTS = {Form.STEPS: re.compile(r"[1-9]\d?\. "), Form.POINTS: re.compile("• ")}


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a list with its items."""

    form: Form
    lines: tuple[str, ...]


def pieces(text: str) -> tuple[Piece, ...]:
    """The plain text of a card or a question as paragraphs and lists."""
    return tuple(piece for paragraph in text.split("\n\n") for piece in _pieces(paragraph.split("\n")))


def _pieces(lines: Sequence[str]) -> Iterator[Piece]:
    for form, run in groupby(map(_read, lines), key=itemgetter(0)):
        yield Piece(form, tuple(words for _, words in run))


def _read(line: str) -> tuple[Form, str]:
    for form, start in _STARTS.items():
        if found := start.match(line):
            return form, line[found.end() :]
    return Form.TEXT, line


def path_of(lesson: Lesson) -> str:
    """Where the lesson is read."""
    return f"{PATH}/{lesson.course}/{lesson.id}"


def published(library: Library, language: str) -> tuple[Course, ...]:
    """The courses that have an address."""
    return tuple(course for course in library.courses_for(None, language) if SLUG.fullmatch(course.id))


def values_of(course: Course, lesson: Lesson, address: str) -> Mapping[str, Any]:
    """What the page of a lesson shows; without an `address` there is no way into the chat on it."""
    link = chat_with(address, lesson.id) if address else ""
    at = course.lessons.index(lesson)
    return {
        "course": course,
        "lesson": lesson,
        "pieces": pieces,
        "way": chat_with("", lesson.id),
        "code": drawn(link) if link else "",
        "link": readable(link),
        "next": course.lessons[at + 1] if at + 1 < len(course.lessons) else None,
        "path_of": path_of,
    }


def words_for(lesson: Lesson, language: str) -> Words:
    """A lesson for one age group speaks to it as the chat does; any other as to a stranger."""
    audience = next(iter(lesson.audiences)) if len(lesson.audiences) == 1 else None
    return Words(language, FORM_OF[audience])


async def courses(request: Request) -> Response:
    """Every course with its lessons."""
    who, words = await _reader(request)
    shown = published(_ports(request).lessons(), words.language)
    return page(request, "courses.html", words, who, courses=shown, path_of=path_of)


async def lesson(request: Request) -> Response:
    """One lesson, card by card, then its questions."""
    who, words = await _reader(request)
    asked = request.path_params
    for course in published(_ports(request).lessons(), words.language):
        for one in course.lessons:
            if (course.id, one.id) == (asked["course"], asked["lesson"]):
                spoken = words_for(one, words.language) if who.fresh else words
                return page(request, "lesson.html", spoken, who, **values_of(course, one, address_of(request)))
    raise HTTPException(404)


async def _reader(request: Request) -> tuple[Visitor, Words]:
    who, ports = visitor(request), _ports(request)
    return who, ports.stranger if who.fresh else await ports.words(who.account)


def _ports(request: Request) -> Ports:
    ports: Ports = request.app.state.ports
    return ports


ROUTES = (Route(PATH, courses), Route(f"{PATH}/{{course}}/{{lesson}}", lesson))
