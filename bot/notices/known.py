"""What stands around a notice while it is judged: who is official, and which words are hard."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.directory import Directory, read_directory
from bot.learning.hard_words import HardWords, read_hard_words
from bot.learning.lesson_folder import DIRECTORY, HARD_WORDS
from bot.learning.mistakes import Findings

HARD_IN_NOTICES = "tu-kho-thong-bao.csv"  # the language of offices, beside the hard words of lessons


@dataclass(frozen=True, slots=True)
class Known:
    """The administrators' tables, as far as a notice needs them."""

    directory: Directory = field(default_factory=Directory)
    hard_words: HardWords = field(default_factory=HardWords)


def read_known(lessons: Path) -> Known:
    """From the lessons folder; what is missing or cannot be read there is empty, its own check tells of it."""
    better = {**_hard_words(lessons / HARD_WORDS), **_hard_words(lessons / HARD_IN_NOTICES)}
    return Known(read_directory(lessons / DIRECTORY), HardWords.of(better))


def _hard_words(file: Path) -> dict[str, str]:
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return {}
    return read_hard_words(text, Findings(file.name)).better
