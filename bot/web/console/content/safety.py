"""What keeps people safe, so that a province may want two people to agree to it."""

from pathlib import Path

from bot.learning.lesson import Lesson
from bot.learning.library import Library
from bot.translations import SOURCE
from bot.vietnamese.fold import fold
from bot.web.console.content.places import Kind, Place
from bot.web.console.content.reading import reading

SIGNS = ("an toan", "lua dao")  # in a course's title or a lesson's topics, without marks


def about_safety(library: Library, place: Place, text: str, root: Path) -> bool:
    """Whether a file is one of those: of courses these about safety, as they are now or would be; all else always."""
    if place.kind not in (Kind.LESSON, Kind.COURSE):
        return True
    course = place.lesson_file.course
    heading = library.headings.get((course, SOURCE))
    if heading and _named(heading.title):
        return True
    if any(_about(entry.lesson) for entry in library.entries if entry.lesson.course == course):
        return True
    found = reading(root, place, text).thing
    return (isinstance(found, Lesson) and _about(found)) or _named(text.partition("\n")[0])


def _about(lesson: Lesson) -> bool:
    return bool(lesson.scams) or any(map(_named, lesson.topics))


def _named(words: str) -> bool:
    return any(sign in fold(words) for sign in SIGNS)
