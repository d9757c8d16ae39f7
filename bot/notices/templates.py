"""The templates in the lessons folder: a frozen snapshot, and the watch that takes a new one when one was edited."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.directory import read_directory
from bot.learning.hard_words import read_hard_words
from bot.learning.lesson_folder import DIRECTORY, HARD_WORDS, Glance, look, look_into, read
from bot.learning.lesson_rules import Known
from bot.learning.mistakes import Findings, Mistake, mistake
from bot.notices.template import Template
from bot.notices.template_file import read_template, restore_template
from bot.notices.template_mistakes import TemplateMistake
from bot.vietnamese.spelling import dictionary_order
from broadcasts.notice import Level

ROOM = "thong-bao-mau"


@dataclass(frozen=True, slots=True)
class TemplateEntry:
    """A template as it is offered, its file (a path below the lessons folder) and the text it was read from."""

    file: str
    template: Template
    source: str


@dataclass(frozen=True, slots=True)
class Templates:
    """Every template that is good, the most urgent first; `mistakes` tells what is not."""

    entries: tuple[TemplateEntry, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    _by_id: Mapping[str, Template] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {entry.template.id: entry.template for entry in self.entries})

    def template(self, id: str) -> Template | None:
        """The template of this `mã`; None when there is none."""
        return self._by_id.get(id)

    def approved(self, version: str) -> bool:
        """Whether this version is a present template that somebody has signed for: what the urgent path asks for."""
        return any(one.version == version and one.approved for one in self._by_id.values())


def read_templates(folder: Path) -> Templates:
    """The templates of this lessons folder now; nothing is raised, what is wrong is in `mistakes`."""
    return TemplateWatch(folder).poll() or Templates()


class TemplateWatch:
    """Looks at the folder whenever it is polled; reads only when something changed. Blocking: not for an event loop."""

    def __init__(self, folder: Path, kept: Sequence[tuple[str, str]] = ()) -> None:
        """`kept` are files with the good texts last in use, for those that are broken at the start."""
        self._folder = folder
        self._seen: tuple[Glance, Glance] | None = None
        self._good = dict(_restored(kept))

    def poll(self) -> Templates | None:
        """New templates when something changed since the last poll, a table they are judged by included; else None."""
        glance, around = look_into(self._folder, ROOM), look(self._folder)
        tables = Glance(
            {path: around.files[path] for path in (*around.below(DIRECTORY), HARD_WORDS) if path in around.files}
        )
        if (glance, tables) == self._seen:
            return None
        known, mistakes = self._known(tables), list(glance.mistakes)
        found = [entry for path in sorted(glance.files) if (entry := self._entry(path, glance, known, mistakes))]
        self._good, self._seen = {entry.file: entry for entry in found}, (glance, tables)
        entries = sorted(_each_id_once(found, mistakes), key=_turn)
        return Templates(tuple(entries), tuple(sorted(mistakes, key=lambda one: (one.file, one.line))))

    def _entry(self, path: str, glance: Glance, known: Known, mistakes: list[Mistake]) -> TemplateEntry | None:
        """The template as the file is now; where that is broken, as it was before."""
        file = read(self._folder, path, glance.files[path])
        found = file.mistakes if file.text is None else read_template(file.text, path, known)
        if isinstance(found, Template):
            return TemplateEntry(path, found, file.text or "")
        mistakes.extend(found)
        return self._good.get(path)

    def _known(self, tables: Glance) -> Known:
        """What the words are judged by; what is wrong with the tables themselves, the lessons tell."""
        words = read(self._folder, HARD_WORDS, tables.files[HARD_WORDS]).text if HARD_WORDS in tables.files else None
        return Known(read_directory(self._folder / DIRECTORY), read_hard_words(words or "", Findings(HARD_WORDS)))


def _restored(kept: Sequence[tuple[str, str]]) -> Iterator[tuple[str, TemplateEntry]]:
    for file, source in kept:
        if template := restore_template(source):
            yield file, TemplateEntry(file, template, source)


def _each_id_once(entries: Sequence[TemplateEntry], mistakes: list[Mistake]) -> Iterator[TemplateEntry]:
    seen: dict[str, str] = {}
    for entry in entries:
        id = entry.template.id
        if id in seen:
            mistakes.append(mistake(entry.file, 1, TemplateMistake.DOUBLED_ID, {"id": id, "other": seen[id]}))
        else:
            seen[id] = entry.file
            yield entry


def _turn(entry: TemplateEntry) -> tuple[int, object]:
    """The most urgent first, then as in a dictionary."""
    return -list(Level).index(entry.template.level), dictionary_order(entry.template.title)
