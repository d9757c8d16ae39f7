"""Many files become one collection: no two lessons alike, translations beside their originals, good ones never lost."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from bot.learning.course_file import Heading, read_heading
from bot.learning.lesson import Lesson
from bot.learning.lesson_file import Place, read_lesson
from bot.learning.lesson_folder import ENDING, FileText
from bot.learning.lesson_header import ID
from bot.learning.lesson_rules import Known
from bot.learning.lesson_text import normal
from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Mistake, mistake
from bot.translations import SOURCE
from bot.vietnamese.fold import fold

COURSE_STEM = "khoa"
_LANGUAGE = re.compile(r"(?P<stem>.+)\.(?P<language>[a-z]{2,3})")
_NUMBER = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A lesson as it is offered, its file (a path below the lessons folder) and the text it was read from."""

    file: str
    lesson: Lesson
    source: str

    def line_of(self, header: str) -> int:
        """The line of the header of this name; 1 where there is none."""
        return self._first(lambda line: ":" in line and fold(line.partition(":")[0]) == fold(header))

    @property
    def title_line(self) -> int:
        """The line of the title."""
        return self._first(lambda line: line.startswith("# "))

    def _first(self, found: Callable[[str], bool]) -> int:
        lines = enumerate(self.source.split("\n"), start=1)
        return next((number for number, line in lines if found(line)), 1)


@dataclass(frozen=True, slots=True)
class Collection:
    """All good lessons in their order, the headings by course and language, and every mistake."""

    entries: tuple[Entry, ...] = ()
    headings: Mapping[tuple[str, str], Heading] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()


@dataclass(frozen=True, slots=True)
class LessonFile:
    """What the path of a file says: `khoa-hoc/<course>/<stem>[.<language>].md`."""

    path: str
    course: str
    stem: str
    language: str

    @classmethod
    def named(cls, path: str) -> "LessonFile":
        """The file of this path; without a language it is Vietnamese."""
        pure = PurePosixPath(path)
        found = _LANGUAGE.fullmatch(pure.stem)
        stem, language = (found["stem"], found["language"]) if found else (pure.stem, SOURCE)
        return cls(path, pure.parent.name, stem, language)

    @property
    def order(self) -> tuple[str, int, str]:
        """By course, then by the number in front, so that 9 comes before 10."""
        number = _NUMBER.match(self.stem)
        return self.course, int(number[0][:9]) if number else 0, self.path

    @property
    def original(self) -> str:
        """The path of the Vietnamese file beside it."""
        return str(PurePosixPath(self.path).with_name(self.stem + ENDING))


def collect(texts: Mapping[str, FileText], known: Known, earlier: Collection) -> Collection:
    """The collection of these files by path; one that is broken now stays as it was in the `earlier` collection."""
    files = sorted(map(LessonFile.named, texts), key=lambda file: file.order)
    gathering = _Gathering(texts, known, earlier)
    for file in files:
        if file.stem == COURSE_STEM:
            gathering.add_heading(file)
    lessons = [file for file in files if file.stem != COURSE_STEM]
    for file in sorted(lessons, key=gathering.turn):
        gathering.add_lesson(file)
    gathering.check_courses(lessons)
    entries = tuple(gathering.entries[file.path] for file in lessons if file.path in gathering.entries)
    return Collection(entries, gathering.headings, tuple(gathering.mistakes))


@dataclass(slots=True)
class _Gathering:
    texts: Mapping[str, FileText]
    known: Known
    earlier: Collection
    entries: dict[str, Entry] = field(default_factory=dict)  # by file
    headings: dict[tuple[str, str], Heading] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def turn(self, file: LessonFile) -> tuple[bool, bool]:
        """Originals before translations; a lesson in use before a newcomer that would take its `mã`."""
        return file.language != SOURCE, all(entry.file != file.path for entry in self.earlier.entries)

    def add_heading(self, file: LessonFile) -> None:
        read = self.texts[file.path]
        found = read.mistakes if read.text is None else read_heading(read.text, file.path)
        key = (file.course, file.language)
        if isinstance(found, Heading):
            self.headings[key] = found
        else:
            self.mistakes.extend(found)
            if key in self.earlier.headings:
                self.headings[key] = self.earlier.headings[key]

    def check_courses(self, lessons: Iterable[LessonFile]) -> None:
        for folder in sorted({str(PurePosixPath(file.path).parent) for file in lessons}):
            path = f"{folder}/{COURSE_STEM}{ENDING}"
            if path not in self.texts:
                self.mistakes.append(mistake(path, 1, MistakeCode.NO_COURSE_FILE, {}))

    def add_lesson(self, file: LessonFile) -> None:
        """The lesson as the file is now; where that is broken, as it was before, unless that no longer fits."""
        now, mistakes = self._read(file)
        if now:
            mistakes = self._conflicts(file, now)
        self.mistakes.extend(mistakes)
        before = next((entry for entry in self.earlier.entries if entry.file == file.path), None)
        if now and not mistakes:
            self.entries[file.path] = now
        elif before and not self._conflicts(file, before):
            self.entries[file.path] = before

    def _read(self, file: LessonFile) -> tuple[Entry | None, tuple[Mistake, ...]]:
        read = self.texts[file.path]
        if read.text is None:
            return None, read.mistakes
        found = read_lesson(read.text, Place(file.path, file.course, file.language), self.known)
        if isinstance(found, Lesson):
            return Entry(file.path, found, normal(read.text)), ()
        return None, found

    def _conflicts(self, file: LessonFile, entry: Entry) -> tuple[Mistake, ...]:
        find = self._with_others if file.language == SOURCE else self._with_original
        return tuple(find(file, entry))

    def _with_others(self, file: LessonFile, entry: Entry) -> Iterator[Mistake]:
        lesson = entry.lesson
        for other in self.entries.values():
            if other.lesson.id == lesson.id:
                values = {"id": lesson.id, "other": other.file}
                yield mistake(file.path, entry.line_of(ID.name), MistakeCode.DOUBLED_ID, values)
            elif other.lesson.course == lesson.course and fold(other.lesson.title) == fold(lesson.title):
                yield mistake(file.path, entry.title_line, MistakeCode.TITLES_ALIKE, {"other": other.file})

    def _with_original(self, file: LessonFile, entry: Entry) -> Iterator[Mistake]:
        values = {"other": file.original}
        original = self.entries.get(file.original)
        if original is None:
            yield mistake(file.path, 1, MistakeCode.TRANSLATION_ALONE, values)
        elif original.lesson.id != entry.lesson.id:
            values["id"] = original.lesson.id
            yield mistake(file.path, entry.line_of(ID.name), MistakeCode.TRANSLATION_ID, values)
        elif _shape(original.lesson) != _shape(entry.lesson):
            yield mistake(file.path, entry.title_line, MistakeCode.TRANSLATION_DIFFERS, values)


def _shape(lesson: Lesson) -> tuple[int, tuple[tuple[int, int], ...]]:
    """What progress and open quizzes count on, in every language of a lesson."""
    return len(lesson.cards), tuple((len(question.answers), question.right) for question in lesson.questions)
