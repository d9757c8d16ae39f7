"""Recordings for lessons: known by how they begin, kept under a name of ours, found again by what they hold."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from bot.learning.header_values import slug
from bot.learning.lesson_folder import look
from bot.recordings import OF_LESSONS, ending_of, lesson_file, names_lesson_file
from bot.web.console.content.files import add

UNNAMED = "doc"


def keep(root: Path, content: bytes, about: str) -> str:
    """The path below the lessons folder of a recording that is kept from now on; `about` are words for its name.

    Raises NotARecording, RecordingTooLarge, NotWritable.
    """
    ending = f"{sha256(content).hexdigest()[:12]}.{ending_of(content)}"
    path = f"{OF_LESSONS}/{slug(about)}-{ending}"
    path = path if names_lesson_file(path) else f"{OF_LESSONS}/{UNNAMED}-{ending}"
    add(root, path, content)
    return path


def line_of(path: str) -> str:
    """What a card says where this is its recording."""
    return f"[Nghe]({path})"


def kept(root: Path) -> Sequence[str]:
    """Those that can be played. Blocking."""
    return [path for path in sorted(look(root).below(OF_LESSONS)) if lesson_file(root, path)]
