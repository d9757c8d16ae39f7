"""Checking lessons before they are taken up, for whoever writes them."""

import os
from dataclasses import dataclass
from pathlib import Path

from bot.directory import Mistake as DirectoryMistake
from bot.directory import read_directory
from bot.learning.lesson_folder import COURSES, DIRECTORY
from bot.learning.library import read_library
from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Mistake, mistake


@dataclass(frozen=True, slots=True)
class CheckReport:
    """How many lessons below the path are good, and every mistake there, by file and line."""

    lessons: int
    mistakes: tuple[Mistake, ...] = ()
    directory_mistakes: tuple[DirectoryMistake, ...] = ()


def check_folder(path: Path) -> CheckReport:
    """The report for the whole lessons folder, one course, or one file; never raises."""
    root = lessons_folder(path)
    if root is None or not path.exists():
        return CheckReport(0, (mistake(path.name, 1, MistakeCode.UNREADABLE, {}),))
    inside = Path(os.path.realpath(path)).relative_to(os.path.realpath(root)).as_posix()
    library = read_library(root)
    directory = read_directory(root / DIRECTORY)
    return CheckReport(
        sum(_below(entry.file, inside) for entry in library.entries),
        tuple(one for one in library.mistakes if _below(one.file, inside)),
        tuple(one for one in directory.mistakes if _below(one.file, inside)),
    )


def lessons_folder(path: Path) -> Path | None:
    """The lessons folder that the path is, or lies in; None when it lies in none."""
    path = Path(os.path.realpath(path))
    return next((folder for folder in (path, *path.parents) if (folder / COURSES).is_dir()), None)


def _below(file: str, folder: str) -> bool:
    return folder in (".", file) or file.startswith(folder + "/")
