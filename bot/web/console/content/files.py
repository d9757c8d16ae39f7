"""Reading and replacing files of the lessons folder: nothing outside of it, no links, a whole file or none."""

import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

from bot.directory.table_file import MOST_BYTES
from bot.learning.lesson_text import normal
from bot.web.console.content.places import Place, place_of

ROOMS = ("khoa-hoc", "lua-dao", "hoi-dap", "thong-bao-mau", "danh-ba")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # as Excel may save a table


class Unreadable(Exception):
    """There is something at the path that is no plain file with text in it, or leads out of the folder."""


class NotWritable(Exception):
    """The folder takes no file: it is read-only, full, or belongs to somebody else."""


def read(root: Path, place: Place) -> str | None:
    """The text of a file; None where there is none. Unreadable for a link, a device, or what is no text."""
    file = _inside(root, place)
    try:
        with os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as opened:
            if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                raise Unreadable(place.path)
            return _text(opened.read(MOST_BYTES + 1), place)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unreadable(place.path) from error


def stage(root: Path, place: Place, text: str) -> Path:
    """A hidden file beside the place, which `put` will move there. NotWritable, Unreadable."""
    file = _inside(root, place)
    unfinished = file.with_name(f".{secrets.token_hex(8)}.moi")
    try:
        file.parent.mkdir(exist_ok=True)
        with unfinished.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise NotWritable(place.path) from error
    return unfinished


def put(root: Path, place: Place, staged: Path | None) -> None:
    """Have the staged file take the place in one move; for None there is no file any more. NotWritable."""
    file = _inside(root, place)
    try:
        if staged is None:
            file.unlink(missing_ok=True)
        else:
            staged.replace(file)
    except OSError as error:
        raise NotWritable(place.path) from error


def add(root: Path, path: str, content: bytes) -> None:
    """Have this content at a path that its content names, unless it is there already.

    Raises NotWritable, also where any part of the way is a link.
    """
    file = Path(os.path.realpath(root)) / path
    unfinished = file.with_name(f".{secrets.token_hex(8)}.moi")
    try:
        file.parent.mkdir(exist_ok=True)
        if os.path.realpath(file) != str(file):
            raise NotWritable(path)
        if not file.exists():
            unfinished.write_bytes(content)
            unfinished.replace(file)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise NotWritable(path) from error


def writable(root: Path) -> bool:
    """Whether the folder takes files at all."""
    return os.access(root / ROOMS[0], os.W_OK | os.X_OK)


def listed(root: Path) -> Iterator[Place]:
    """Every file that can be edited, by path."""
    for room in ("", *ROOMS):
        if room and (root / room).is_symlink():
            continue
        for path in sorted(_paths(root, room, 2 if room == ROOMS[0] else 1)):
            if place := place_of(path):
                yield place


def _paths(root: Path, folder: str, depth: int) -> Iterator[str]:
    try:
        entries = list(os.scandir(root / folder))
    except OSError:
        return
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.is_file(follow_symlinks=False):
            yield path
        elif depth > 1 and entry.is_dir(follow_symlinks=False):
            yield from _paths(root, path, depth - 1)


def _inside(root: Path, place: Place) -> Path:
    """Where the place is on disk; Unreadable where any part of the way is a link."""
    if place_of(place.path) != place:
        raise Unreadable(place.path)
    file = Path(os.path.realpath(root)) / place.path
    if os.path.realpath(file) != str(file):
        raise Unreadable(place.path)
    return file


def _text(data: bytes, place: Place) -> str:
    if len(data) > MOST_BYTES:
        raise Unreadable(place.path)
    try:
        return normal(data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unreadable(place.path) from error
