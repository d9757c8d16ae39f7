"""The lessons folder as a whole: a frozen snapshot, and the watch that takes a new one when something was edited."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from bot.directory import read_directory
from bot.learning.collection import Collection, Entry, collect
from bot.learning.course_file import Heading
from bot.learning.hard_words import HardWords, read_hard_words
from bot.learning.lesson import Audience, Course, Lesson
from bot.learning.lesson_file import NotALesson, restore_lesson
from bot.learning.lesson_folder import (
    COURSES,
    DIRECTORY,
    HARD_WORDS,
    SCAM_TYPES,
    TABLES,
    FileText,
    Glance,
    look,
    read,
    recordings,
)
from bot.learning.lesson_rules import PICTURES, Known
from bot.learning.mistakes import Findings, Mistake
from bot.learning.scam_types import read_scam_types
from bot.translations import SOURCE


@dataclass(frozen=True, slots=True)
class LessonVersion:
    """One version of one lesson, with all that is needed to read it again one day."""

    version: str
    lesson: str
    language: str
    course: str
    file: str  # below the lessons folder
    source: str


@dataclass(frozen=True)
class Library:
    """Every lesson that is good, in its order and its languages; `mistakes` tells what is not."""

    entries: tuple[Entry, ...] = ()
    headings: Mapping[tuple[str, str], Heading] = field(default_factory=dict)  # by course and language
    mistakes: tuple[Mistake, ...] = ()
    hard_words: HardWords = field(default_factory=HardWords)
    scam_types: Mapping[str, str] = field(default_factory=dict)  # names by their codes

    def lesson(self, id: str, language: str) -> Lesson | None:
        """The lesson of this `mã` in the language, else in Vietnamese; None when there is none."""
        return self._by_id.get((id, language)) or self._by_id.get((id, SOURCE))

    def version(self, version: str) -> Lesson | None:
        """The lesson whose present text has this hash."""
        entry = self._by_version.get(version)
        return entry.lesson if entry else None

    def source(self, version: str) -> str:
        """The text of that lesson; KeyError when no present lesson has this hash."""
        return self._by_version[version].source

    def sources(self) -> tuple[LessonVersion, ...]:
        """Every present version, to be kept for good: progress and open quizzes will name it."""
        return tuple(_version(entry) for entry in self.entries)

    @cached_property
    def courses(self) -> tuple[Course, ...]:
        """Every course that has a lesson, in Vietnamese."""
        originals = [entry.lesson for entry in self.entries if entry.lesson.language == SOURCE]
        return tuple(self._course(course, originals) for course in dict.fromkeys(one.course for one in originals))

    def courses_for(self, audience: Audience | None, language: str) -> tuple[Course, ...]:
        """The courses and lessons for this audience (all of them for None), in the language where there is one."""
        meant = (self._for(course, audience, language) for course in self.courses if _suits(course, audience))
        return tuple(course for course in meant if course.lessons)

    def _course(self, id: str, lessons: list[Lesson]) -> Course:
        own = tuple(lesson for lesson in lessons if lesson.course == id)
        everybody = frozenset[Audience]().union(*(lesson.audiences for lesson in own))
        heading = self.headings.get((id, SOURCE), Heading(id, everybody))
        return Course(id, heading.title, heading.audiences, own)

    def _for(self, course: Course, audience: Audience | None, language: str) -> Course:
        heading = self.headings.get((course.id, language))
        lessons = tuple(self.lesson(one.id, language) or one for one in course.lessons if _suits(one, audience))
        return Course(course.id, heading.title if heading else course.title, course.audiences, lessons)

    @cached_property
    def _by_id(self) -> dict[tuple[str, str], Lesson]:
        return {(entry.lesson.id, entry.lesson.language): entry.lesson for entry in self.entries}

    @cached_property
    def _by_version(self) -> dict[str, Entry]:
        return {entry.lesson.version: entry for entry in self.entries}


def read_library(folder: Path) -> Library:
    """The lessons folder as it is now; nothing is raised, what is wrong is in `mistakes`."""
    return LibraryWatch(folder).poll() or Library()


def reread(source: str, file: str, course: str, language: str) -> Lesson | None:
    """A kept version as a lesson again, whatever the rules are now; None when this program cannot read it."""
    try:
        return restore_lesson(source, course, language)
    except NotALesson:
        return None


class LibraryWatch:
    """Looks at the folder whenever it is polled; reads only what has changed. Blocking: not for an event loop."""

    def __init__(self, folder: Path, kept: Sequence[LessonVersion] = ()) -> None:
        """`kept` are the versions last in use, so that a file that is broken at the start has its good lesson too."""
        self._folder = folder
        self._seen: Glance | None = None
        self._texts: dict[str, FileText] = {}
        self._collection = Collection()
        self._kept = kept

    def poll(self) -> Library | None:
        """A new library when something changed since the last poll; None when nothing did."""
        glance = look(self._folder)
        if glance == self._seen:
            return None
        self._texts = {path: self._text(path, glance) for path in (*glance.below(COURSES), *_tables(glance))}
        known, table_mistakes = self._known(glance)
        lessons = {path: text for path, text in self._texts.items() if path not in TABLES}
        self._collection = found = self._restored(collect(lessons, known, self._collection), lessons, known)
        self._seen = glance
        mistakes = tuple(sorted((*glance.mistakes, *table_mistakes, *found.mistakes), key=_place))
        return Library(found.entries, found.headings, mistakes, known.hard_words, known.scam_types)

    def _known(self, glance: Glance) -> tuple[Known, tuple[Mistake, ...]]:
        """What stands around the lessons, and what is wrong with its tables."""
        hard, scams = Findings(HARD_WORDS), Findings(SCAM_TYPES)
        known = Known(
            read_directory(self._folder / DIRECTORY),
            read_hard_words(self._table(hard, HARD_WORDS), hard),
            {path: stamp.size for path, stamp in glance.below(PICTURES).items()},
            read_scam_types(self._table(scams, SCAM_TYPES), scams),
            recordings(self._folder, glance),
        )
        return known, (*hard.all(), *scams.all())

    def _restored(self, found: Collection, texts: Mapping[str, FileText], known: Known) -> Collection:
        """At the first look: with the lesson that each broken file last held."""
        good = {entry.file for entry in found.entries}
        lost = [version for version in self._kept if version.file in texts and version.file not in good]
        self._kept = ()
        return collect(texts, known, replace(found, entries=(*found.entries, *_entries(lost)))) if lost else found

    def _text(self, path: str, glance: Glance) -> FileText:
        """What was read of the file before, unless its stamp has changed."""
        before, stamp = self._texts.get(path), glance.files[path]
        return before if before and before.stamp == stamp else read(self._folder, path, stamp)

    def _table(self, findings: Findings, path: str) -> str:
        """The text of a table, empty where there is none or it cannot be read."""
        read = self._texts.get(path)
        if read is None:
            return ""
        findings.extend(read.mistakes)
        return read.text or ""


def _entries(kept: Sequence[LessonVersion]) -> Iterator[Entry]:
    for version in kept:
        lesson = reread(version.source, version.file, version.course, version.language)
        if lesson:
            yield Entry(version.file, lesson, version.source)


def _tables(glance: Glance) -> tuple[str, ...]:
    return tuple(path for path in TABLES if path in glance.files)


def _suits(what: Course | Lesson, audience: Audience | None) -> bool:
    return audience is None or audience in what.audiences


def _place(mistake: Mistake) -> tuple[str, int]:
    return mistake.file, mistake.line


def _version(entry: Entry) -> LessonVersion:
    lesson = entry.lesson
    return LessonVersion(lesson.version, lesson.id, lesson.language, lesson.course, entry.file, entry.source)
