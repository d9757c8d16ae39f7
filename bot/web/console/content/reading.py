"""One text by itself, while it is typed: what it becomes, its mistakes, and how hard it is to read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.advice.book.answer_file import read_answer
from bot.advice.knowledge import Answer
from bot.advice.scam_file import WrittenScam, read_scam
from bot.directory import read_directory
from bot.learning.course_file import Heading, read_heading
from bot.learning.hard_words import read_hard_words
from bot.learning.lesson import Lesson
from bot.learning.lesson_file import Place as LessonPlace
from bot.learning.lesson_file import read_lesson
from bot.learning.lesson_folder import DIRECTORY, HARD_WORDS, SCAM_TYPES, look, recordings
from bot.learning.lesson_rules import PICTURES, TONED, Known
from bot.learning.mistakes import Findings
from bot.learning.reading_level import ReadingLevel, reading_level
from bot.learning.scam_types import read_scam_types
from bot.notices.template import Template
from bot.notices.template_file import read_template
from bot.web.console.content.files import Unreadable, read
from bot.web.console.content.judge import Mistake
from bot.web.console.content.places import TABLE_NAMES, Kind, Place, place_of

Thing = Lesson | Heading | WrittenScam | Answer | Template | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text is (None: a table, or nothing that could be read), and what is wrong with it."""

    thing: Thing = None
    mistakes: Sequence[Mistake] = ()
    level: ReadingLevel | None = None  # of a lesson in Vietnamese


def reading(root: Path, place: Place, text: str) -> Reading:
    """What can be said of the text without looking at the other files. Blocking, some milliseconds."""
    if place.kind is Kind.TABLE:
        return Reading(mistakes=_of_table(root, place, text))
    known = known_of(root)
    found = _READERS[place.kind](text, place, known)
    if isinstance(found, tuple):
        return Reading(mistakes=found)
    toned = isinstance(found, Lesson) and found.language == TONED
    return Reading(found, (), reading_level(found, known.hard_words) if toned and isinstance(found, Lesson) else None)


def known_of(root: Path) -> Known:
    """What the words of any file are judged by; mistakes in the tables are told where these are edited."""
    glance = look(root)
    pictures = {path: stamp.size for path, stamp in glance.below(PICTURES).items()}
    hard = read_hard_words(_table(root, HARD_WORDS), Findings(HARD_WORDS))
    scams = read_scam_types(_table(root, SCAM_TYPES), Findings(SCAM_TYPES))
    return Known(read_directory(root / DIRECTORY), hard, pictures, scams, recordings(root, glance))


def _table(root: Path, path: str) -> str:
    place = place_of(path)
    try:
        return (read(root, place) if place else None) or ""
    except Unreadable:
        return ""


Found = Thing | tuple[Mistake, ...]


def _lesson(text: str, place: Place, known: Known) -> Found:
    file = place.lesson_file
    return read_lesson(text, LessonPlace(place.path, file.course, file.language), known)


_READERS: Mapping[Kind, Callable[[str, Place, Known], Found]] = {
    Kind.LESSON: _lesson,
    Kind.COURSE: lambda text, place, _known: read_heading(text, place.path),
    Kind.SCAM: lambda text, place, known: read_scam(text, place.path, known),
    Kind.ANSWER: lambda text, place, known: read_answer(text, place.path, known),
    Kind.TEMPLATE: lambda text, place, known: read_template(text, place.path, known),
}


def _of_table(root: Path, place: Place, text: str) -> Sequence[Mistake]:
    findings = Findings(place.path)
    if place.path == SCAM_TYPES:
        read_scam_types(text, findings)
    elif not place.path.startswith(DIRECTORY):
        read_hard_words(text, findings)
    else:
        return _of_directory(root, place, text)
    return findings.all()


def _of_directory(root: Path, place: Place, text: str) -> Sequence[Mistake]:
    """The directory is read as a folder, so it gets one of its own."""
    with TemporaryDirectory() as scratch:
        (Path(scratch) / DIRECTORY).mkdir()
        for path in TABLE_NAMES:
            if path.startswith(DIRECTORY) and (kept := text if path == place.path else _table(root, path)):
                (Path(scratch) / path).write_text(kept, "utf-8")
        found = read_directory(Path(scratch) / DIRECTORY).mistakes
    return tuple(one for one in found if one.file == place.path)
