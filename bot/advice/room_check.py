"""Checking a room of the lessons folder before it is taken up, for whoever writes it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Generic, TypeVar

from bot.advice.room import Room
from bot.learning.check import below, inside, lessons_folder
from bot.learning.lesson_folder import COURSES, look, read
from bot.learning.lesson_header import ID, REVIEWED
from bot.learning.mistake_codes import Code
from bot.learning.mistakes import Mistake, mistake
from bot.vietnamese.closest import closest
from bot.vietnamese.fold import fold

Thing = TypeVar("Thing")
REVIEW_LASTS = timedelta(days=365)
_NEAR_ENOUGH = 50  # only a suggestion, so less than what would be taken as meant


@dataclass(frozen=True, slots=True)
class RoomReport:
    """How many files of the room below the path are good, and every mistake there, by file and line."""

    good: int
    mistakes: tuple[Mistake, ...] = ()


@dataclass(frozen=True)  # without slots, as in `room`
class RoomRules(Generic[Thing]):
    """How a room is read, what of each thing is looked at, and what its mistakes are called."""

    read: Callable[[Path], Room[Thing]]
    reviewed: Callable[[Thing], date]
    lesson: Callable[[Thing], str | None]
    lesson_line: str  # how the line begins that names the lesson
    review_over: Code
    unknown_lesson: Code


def check_room(path: Path, today: date, rules: RoomRules[Thing]) -> RoomReport:
    """The report for the whole lessons folder, or one file of it; never raises.

    It knows more mistakes than keep a file from being used: a lesson that is not there, and a review that is over by
    `today`.
    """
    root = lessons_folder(path)
    if root is None or not path.exists():
        return RoomReport(0)
    room, part = rules.read(root), inside(root, path)
    found = (*room.mistakes, *_overdue(room, today, rules), *_without_lesson(room, root, rules))
    mistakes = sorted(found, key=lambda one: (one.file, one.line))
    return RoomReport(
        sum(below(entry.file, part) for entry in room.entries),
        tuple(one for one in mistakes if below(one.file, part)),
    )


def _overdue(room: Room[Thing], today: date, rules: RoomRules[Thing]) -> Iterator[Mistake]:
    for entry in room.entries:
        if (before := rules.reviewed(entry.thing) + REVIEW_LASTS) <= today:
            values = {"day": f"{before:%d/%m/%Y}"}
            yield mistake(entry.file, entry.line_of(REVIEWED.name), rules.review_over, values)


def _without_lesson(room: Room[Thing], root: Path, rules: RoomRules[Thing]) -> Iterator[Mistake]:
    ids = lesson_ids(root)
    for entry in room.entries:
        id = rules.lesson(entry.thing)
        if id and id not in ids:
            near = closest(id, ids, least=_NEAR_ENOUGH)
            values = {"id": id, "better": ids[near[0]] if near else ", ".join(ids)}
            yield mistake(entry.file, entry.line_of(rules.lesson_line), rules.unknown_lesson, values)


def lesson_ids(root: Path) -> tuple[str, ...]:
    """The `mã` of every lesson in the folder, of one with mistakes too: these are told where they stand."""
    files = look(root).below(COURSES)
    texts = (read(root, path, stamp).text or "" for path, stamp in sorted(files.items()))
    return tuple(dict.fromkeys(id for text in texts if (id := _id(text))))


def _id(text: str) -> str:
    lines = (line.partition(":") for line in text.splitlines())
    return next((value.strip() for name, _, value in lines if fold(name) == fold(ID.name)), "")
