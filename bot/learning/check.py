"""Checking lessons before they are taken up, for whoever writes them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.directory import Mistake as DirectoryMistake
from bot.directory import read_directory
from bot.learning.collection import Entry
from bot.learning.doubled import doubled
from bot.learning.lesson_folder import COURSES, DIRECTORY
from bot.learning.lesson_header import REVIEWED
from bot.learning.lesson_rules import TONED
from bot.learning.library import Library, read_library
from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Mistake, mistake
from bot.learning.reading_level import ReadingLevel, reading_level


@dataclass(frozen=True, slots=True)
class CheckReport:
    """How many lessons below the path are good, every mistake there, by file and line, and how hard each lesson is."""

    lessons: int
    mistakes: tuple[Mistake, ...] = ()
    directory_mistakes: tuple[DirectoryMistake, ...] = ()
    levels: tuple[tuple[str, ReadingLevel], ...] = ()  # by file; of the good lessons in Vietnamese


def check_folder(path: Path, today: date) -> CheckReport:
    """The report for the whole lessons folder, one course, or one file; never raises.

    It knows more mistakes than keep a lesson from the people: a doubled story, and a review that is over by `today`.
    """
    root = lessons_folder(path)
    if root is None or not path.exists():
        return CheckReport(0, (mistake(path.name, 1, MistakeCode.UNREADABLE, {}),))
    part = inside(root, path)
    library = read_library(root)
    mistakes = (*library.mistakes, *doubled(library.entries), *_overdue(library, today))
    return CheckReport(
        sum(below(entry.file, part) for entry in library.entries),
        tuple(sorted((one for one in mistakes if below(one.file, part)), key=_place)),
        tuple(one for one in read_directory(root / DIRECTORY).mistakes if below(one.file, part)),
        tuple((entry.file, level) for entry, level in _levels(library) if below(entry.file, part)),
    )


def lessons_folder(path: Path) -> Path | None:
    """The lessons folder that the path is, or lies in; None when it lies in none."""
    path = Path(os.path.realpath(path))
    return next((folder for folder in (path, *path.parents) if (folder / COURSES).is_dir()), None)


def inside(root: Path, path: Path) -> str:
    """The path as files are named below the lessons folder `root`; "." for the folder itself."""
    return Path(os.path.realpath(path)).relative_to(os.path.realpath(root)).as_posix()


def below(file: str, folder: str) -> bool:
    """Whether a file, by its name below the lessons folder, is this one or stands in this folder."""
    return folder in (".", file) or file.startswith(folder + "/")


def _place(one: Mistake) -> tuple[str, int]:
    return one.file, one.line


def _overdue(library: Library, today: date) -> Iterator[Mistake]:
    for entry in library.entries:
        if entry.lesson.review_before <= today:
            day = f"{entry.lesson.review_before:%d/%m/%Y}"
            yield mistake(entry.file, entry.line_of(REVIEWED.name), MistakeCode.REVIEW_OVER, {"day": day})


def _levels(library: Library) -> Iterator[tuple[Entry, ReadingLevel]]:
    for entry in library.entries:
        if entry.lesson.language == TONED:
            yield entry, reading_level(entry.lesson, library.hard_words)
