"""A lesson as data: cards to read, then questions to answer."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Audience(Enum):
    """For whom; the value is what an administrator writes behind `đối tượng:`."""

    ELDER = "người cao tuổi"
    CHILD = "trẻ em"
    ADULT = "người lớn"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing: its path below the lessons folder, and words for whoever cannot see it."""

    path: str
    alt: str


@dataclass(frozen=True, slots=True)
class Card:
    """One idea on one screen; `text` is plain, paragraphs parted by a blank line."""

    title: str
    text: str
    picture: Picture | None = None
    recording: str = ""  # the file of it read aloud, below the lessons folder; "" for none


@dataclass(frozen=True, slots=True)
class Answer:
    """One possible answer; `why` explains a tempting mistake and may be empty."""

    text: str
    right: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with two to four answers, exactly one of them right."""

    title: str
    text: str
    answers: tuple[Answer, ...]
    explanation: str
    picture: Picture | None = None
    recording: str = ""  # likewise

    @property
    def right(self) -> int:
        """The index of the right answer."""
        return next(i for i, answer in enumerate(self.answers) if answer.right)


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson in one language. `id` is its `mã`; `version` the SHA-256 of its text, 16 hexadecimal digits."""

    id: str
    version: str
    language: str
    course: str
    title: str
    audiences: frozenset[Audience]
    minutes: int
    topics: tuple[str, ...]
    sources: tuple[str, ...]
    reviewer: str
    reviewed: date
    cards: tuple[Card, ...]
    questions: tuple[Question, ...]
    picture: Picture | None = None
    harmless: frozenset[int] = frozenset()  # the indexes of the questions whose example is harmless
    scams: tuple[str, ...] = ()  # codes of `dang-lua-dao.csv`
    skills: tuple[str, ...] = ()

    @property
    def review_before(self) -> date:
        """The day before which somebody should read it over again: a year after `reviewed`."""
        try:
            return self.reviewed.replace(year=self.reviewed.year + 1)
        except ValueError:  # 29 February
            return self.reviewed.replace(year=self.reviewed.year + 1, day=28)


@dataclass(frozen=True, slots=True)
class Course:
    """Lessons in their order, under a title; `id` is the folder's name."""

    id: str
    title: str
    audiences: frozenset[Audience]
    lessons: tuple[Lesson, ...]
