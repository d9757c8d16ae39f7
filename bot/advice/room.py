"""One room of the lessons folder with one thing in each Markdown file: a frozen snapshot, and the watch that takes a
new one when something was edited."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from bot.advice.reread import Readings
from bot.directory import read_directory
from bot.learning.hard_words import read_hard_words
from bot.learning.lesson_folder import (
    DIRECTORY,
    HARD_WORDS,
    SCAM_TYPES,
    TABLES,
    FileText,
    Glance,
    look,
    look_into,
    read,
    recordings,
)
from bot.learning.lesson_rules import Known
from bot.learning.mistakes import Findings, Mistake
from bot.learning.scam_types import read_scam_types
from bot.recordings import OF_LESSONS
from bot.vietnamese.fold import fold

Thing = TypeVar("Thing")


@dataclass(frozen=True)  # without slots, which a frozen generic cannot have when it is made as RoomEntry[…]
class RoomEntry(Generic[Thing]):
    """What one file holds, the file (a path below the lessons folder) and the text it was read from."""

    file: str
    thing: Thing
    source: str

    def line_of(self, beginning: str) -> int:
        """The first line that begins like this, however it is typed; 1 where there is none."""
        wanted, lines = fold(beginning), enumerate(self.source.splitlines(), start=1)
        return next((number for number, line in lines if fold(line).startswith(wanted)), 1)


@dataclass(frozen=True)  # without slots, as above
class Room(Generic[Thing]):
    """Everything that is good, in the order of the files; `mistakes` tells what is not, by file and line."""

    entries: tuple[RoomEntry[Thing], ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def things(self) -> tuple[Thing, ...]:
        """What the files hold."""
        return tuple(entry.thing for entry in self.entries)


ReadFile = Callable[[str, str, Known], Thing | tuple[Mistake, ...]]  # its text, its name, what it is judged by
JudgeAll = Callable[[Sequence[RoomEntry[Thing]], list[Mistake]], Iterator[RoomEntry[Thing]]]


class RoomWatch(Generic[Thing]):
    """Looks at the room whenever it is polled; reads only what changed. Blocking: not for an event loop.

    A file that gets broken leaves what it held before.
    """

    def __init__(self, folder: Path, room: str, read_file: ReadFile[Thing], judge_all: JudgeAll[Thing]) -> None:
        """`judge_all` gives what is kept of all the entries and notes what does not go together."""
        self._folder, self._room = folder, room
        self._read_file, self._judge_all = read_file, judge_all
        self._seen: tuple[Glance, Glance] | None = None
        self._known: Known | None = None
        self._readings: Readings[Thing | tuple[Mistake, ...]] = Readings(partial(read, folder))
        self._good: dict[str, RoomEntry[Thing]] = {}

    def poll(self) -> Room[Thing] | None:
        """A new room when something changed since the last poll, a table it is judged by included; else None."""
        glance, tables = look_into(self._folder, self._room), _tables(self._folder)
        if (glance, tables) == self._seen:
            return None
        known, mistakes = self._judged_by(tables), list(glance.mistakes)
        read = self._readings.all(glance.files, lambda path, file: self._judged(path, file, known), tables)
        found = [entry for path in sorted(read) if (entry := self._entry(path, *read[path], mistakes))]
        self._good, self._seen = {entry.file: entry for entry in found}, (glance, tables)
        kept = tuple(self._judge_all(found, mistakes))
        return Room(kept, tuple(sorted(mistakes, key=lambda one: (one.file, one.line))))

    def _judged_by(self, tables: Glance) -> Known:
        """What stands in the tables, read again only where one of them was edited."""
        if self._known is None or self._seen is None or self._seen[1] != tables:
            self._known = _known(self._folder, tables)
        return self._known

    def _judged(self, path: str, file: FileText, known: Known) -> Thing | tuple[Mistake, ...]:
        return file.mistakes if file.text is None else self._read_file(file.text, path, known)

    def _entry(
        self, path: str, file: FileText, found: Thing | tuple[Mistake, ...], mistakes: list[Mistake]
    ) -> RoomEntry[Thing] | None:
        """What the file holds now; where it is broken, what it held before."""
        if not isinstance(found, tuple):
            return RoomEntry(path, found, file.text or "")
        mistakes.extend(found)
        return self._good.get(path)


def _tables(folder: Path) -> Glance:
    """The tables that the words are judged by, and what was read aloud."""
    around = look(folder)
    wanted = (*around.below(DIRECTORY), *around.below(OF_LESSONS), *TABLES)
    return Glance({path: around.files[path] for path in wanted if path in around.files})


def _known(folder: Path, tables: Glance) -> Known:
    """What the words are judged by; what is wrong with the tables themselves, the lessons tell."""
    texts = {path: read(folder, path, stamp).text or "" for path, stamp in tables.files.items() if path in TABLES}
    return Known(
        read_directory(folder / DIRECTORY),
        read_hard_words(texts.get(HARD_WORDS, ""), Findings(HARD_WORDS)),
        scam_types=read_scam_types(texts.get(SCAM_TYPES, ""), Findings(SCAM_TYPES)),
        recordings=recordings(folder, tables),
    )
