"""The lessons folder on disk: what is in it and when it changed. The only place of this room that touches files."""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from bot.learning.lesson_rules import PICTURES
from bot.learning.lesson_text import MOST_BYTES, decode
from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings, Mistake, mistake
from bot.recordings import OF_LESSONS, Sound, sound

COURSES = "khoa-hoc"
DIRECTORY = "danh-ba"
HARD_WORDS = "tu-kho.csv"
SCAM_TYPES = "dang-lua-dao.csv"
TABLES = (HARD_WORDS, SCAM_TYPES)
ENDING = ".md"
NOT_LESSONS = ("readme.md",)
_DOCUMENTS = (".txt", ".doc", ".docx", ".odt", ".rtf", ".markdown")  # what a lesson is saved as by mistake


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells that a file has changed, without reading it."""

    changed_ns: int
    size: int


@dataclass(frozen=True, slots=True)
class Glance:
    """The files that matter by their path below the folder, and what is wrong with the others."""

    files: dict[str, Stamp] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()

    def below(self, folder: str) -> dict[str, Stamp]:
        """The files in one of the folders."""
        return {path: stamp for path, stamp in self.files.items() if path.startswith(folder + "/")}


@dataclass(frozen=True, slots=True)
class FileText:
    """The text of a file as it was at `stamp`; None with the mistakes where it cannot be one."""

    stamp: Stamp
    text: str | None
    mistakes: tuple[Mistake, ...] = ()


def look(folder: Path) -> Glance:
    """What is in the folder now; cheap, reads no file."""
    found = _Found(os.path.realpath(folder))
    if not (folder / COURSES).is_dir():
        found.wrong(COURSES, MistakeCode.NO_COURSES)
    for path, entry in _entries(folder, "", found):
        if path in TABLES:
            found.keep(path, entry)
    for path, entry in _walk(folder, COURSES, found, depth=2):
        _lesson_file(path, entry, found)
    for room, ending in ((DIRECTORY, ".csv"), (PICTURES, ""), (OF_LESSONS, "")):
        for path, entry in _walk(folder, room, found, depth=1 if ending else 4):
            if path.lower().endswith(ending):
                found.keep(path, entry)
    return Glance(found.files, tuple(found.mistakes))


def look_into(folder: Path, room: str) -> Glance:
    """The Markdown files that stand directly in one room of the folder now; cheap, reads no file."""
    found = _Found(os.path.realpath(folder))
    for path, entry in _walk(folder, room, found, depth=1):
        _text_file(path, entry, found)
    return Glance(found.files, tuple(found.mistakes))


def recordings(folder: Path, glance: Glance) -> Mapping[str, Sound]:
    """What was read aloud, by path; of each file only the first bytes are looked at."""
    return {path: _sound(folder / path) for path in glance.below(OF_LESSONS)}


def _sound(file: Path) -> Sound:
    try:
        return sound(file)
    except OSError:
        return Sound(0, "")


def read(folder: Path, path: str, stamp: Stamp) -> FileText:
    """The text of one file of the folder."""
    findings = Findings(path)
    try:
        with (folder / path).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        return FileText(stamp, None, (mistake(path, 1, MistakeCode.UNREADABLE, {}),))
    return FileText(stamp, decode(data, findings), findings.all())


@dataclass(slots=True)
class _Found:
    root: str
    files: dict[str, Stamp] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def wrong(self, path: str, code: MistakeCode, **values: object) -> None:
        self.mistakes.append(mistake(path, 1, code, values))

    def keep(self, path: str, entry: os.DirEntry[str]) -> None:
        try:
            found = entry.stat()
        except OSError:
            self.wrong(path, MistakeCode.UNREADABLE)
            return
        if stat.S_ISREG(found.st_mode):  # a pipe or a socket would never end
            self.files[path] = Stamp(found.st_mtime_ns, found.st_size)
        else:
            self.wrong(path, MistakeCode.UNREADABLE)

    def leaves(self, path: str, entry: os.DirEntry[str]) -> bool:
        """Whether this is a link to somewhere outside of the folder; then it is a mistake."""
        if not entry.is_symlink() or Path(os.path.realpath(entry.path)).is_relative_to(self.root):
            return False
        self.wrong(path, MistakeCode.OUTSIDE_FOLDER)
        return True


def _entries(folder: Path, path: str, found: _Found) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """What stands directly in one folder, by name; hidden things and an editor's leftovers are passed over."""
    try:
        with os.scandir(folder / path) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError:
        found.wrong(path, MistakeCode.UNREADABLE)
        return
    for entry in entries:
        inner = str(PurePosixPath(path) / entry.name)
        if entry.name.startswith((".", "~", "#")) or entry.name.endswith("~") or not _sayable(inner):
            continue
        if not found.leaves(inner, entry):
            yield inner, entry


def _walk(folder: Path, path: str, found: _Found, depth: int) -> Iterator[tuple[str, os.DirEntry[str]]]:
    for inner, entry in _entries(folder, path, found):
        if not _is_folder(entry):
            yield inner, entry
        elif depth > 1:
            yield from _walk(folder, inner, found, depth - 1)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _lesson_file(path: str, entry: os.DirEntry[str], found: _Found) -> None:
    pure = PurePosixPath(path)
    outside = len(pure.parts) < 3 and pure.suffix.lower() in (ENDING, *_DOCUMENTS)
    if outside and pure.name.lower() not in NOT_LESSONS:
        found.wrong(path, MistakeCode.OUTSIDE_COURSE)
    else:
        _text_file(path, entry, found)


def _text_file(path: str, entry: os.DirEntry[str], found: _Found) -> None:
    pure = PurePosixPath(path)
    if pure.name.lower() in NOT_LESSONS:
        return
    if pure.suffix == ENDING:
        found.keep(path, entry)
    elif pure.suffix.lower() in (ENDING, *_DOCUMENTS):
        found.wrong(path, MistakeCode.WRONG_FILE_NAME, better=pure.name.split(".")[0] + ENDING)


def _sayable(path: str) -> bool:
    """Whether the name is real text; one from an old computer may hold bytes that are none."""
    return path.isprintable()
