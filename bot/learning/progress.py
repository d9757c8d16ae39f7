"""How far one person is in every lesson, and what suits next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.learning.lesson import Course, Lesson


@dataclass(frozen=True, slots=True)
class LessonProgress:
    """One person in one lesson: the version last read, the card from 0, the last finished quiz where there is one."""

    lesson: str
    version: str
    card: int
    started: datetime
    finished: datetime | None = None
    right: int | None = None  # at the first try
    asked: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """One person in all lessons that were begun."""

    lessons: tuple[LessonProgress, ...] = ()

    def of(self, lesson: str) -> LessonProgress | None:
        """How far in the lesson of this `mã`; None when it was never begun."""
        return next((begun for begun in self.lessons if begun.lesson == lesson), None)

    @property
    def finished(self) -> tuple[LessonProgress, ...]:
        """The finished lessons, newest first."""
        done = [(begun.finished, begun) for begun in self.lessons if begun.finished]
        return tuple(begun for _, begun in sorted(done, key=lambda pair: pair[0], reverse=True))

    @property
    def unfinished(self) -> tuple[LessonProgress, ...]:
        """The lessons that can be gone on with, the last begun first."""
        left = (begun for begun in self.lessons if not begun.finished)
        return tuple(sorted(left, key=lambda begun: begun.started, reverse=True))

    @property
    def right(self) -> int:
        """Questions right at the first try, in all finished lessons."""
        return sum(begun.right or 0 for begun in self.finished)

    @property
    def asked(self) -> int:
        """Questions asked in all finished lessons."""
        return sum(begun.asked or 0 for begun in self.finished)

    def next_lesson(self, courses: Iterable[Course]) -> Lesson | None:
        """The first lesson of these courses that is not finished; None when all are."""
        done = {begun.lesson for begun in self.finished}
        return next((lesson for course in courses for lesson in course.lessons if lesson.id not in done), None)
