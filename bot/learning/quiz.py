"""Asking the questions of a lesson: every answer is counted once, the missed ones are asked again."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Self

from bot.learning.lesson import Lesson, Question

MOST_ROUNDS = 3  # the first one and two retries


class QuizOver(ValueError):
    """An answer came after the last question."""


class NoSuchAnswer(ValueError):
    """The question has no answer of that index."""


class BadQuizState(ValueError):
    """What was written down is not a state of this quiz."""


@dataclass(frozen=True, slots=True)
class QuizState:
    """Where a quiz stands. `first` holds the first tries so far, 1 for right, in the order of the questions."""

    open: tuple[int, ...]  # indexes of the questions asked in this round
    at: int = 0  # index into `open`
    first: tuple[int, ...] = ()
    missed: tuple[int, ...] = ()  # in this round, to be asked again in the next
    round: int = 1
    attempts: int = 0  # answers given so far, in all rounds

    @property
    def over(self) -> bool:
        """Whether nothing is left to ask."""
        return self.at >= len(self.open)

    @property
    def question(self) -> int:
        """The index of the question to ask now; raises QuizOver after the last."""
        if self.over:
            raise QuizOver(f"all {self.attempts} answers were given")
        return self.open[self.at]

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {f.name: _plain(getattr(self, f.name)) for f in fields(self)}

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> Self:
        """The state that `to_json` wrote; raises BadQuizState for anything else."""
        if not all(_is_list(written.get(name)) for name in ("open", "first", "missed")):
            raise BadQuizState(f"not the lists of a quiz: {dict(written)!r}")
        if not all(_is_count(written.get(name)) for name in ("at", "round", "attempts")):
            raise BadQuizState(f"not the numbers of a quiz: {dict(written)!r}")
        return cls(
            tuple(written["open"]),
            written["at"],
            tuple(written["first"]),
            tuple(written["missed"]),
            written["round"],
            written["attempts"],
        )


@dataclass(frozen=True, slots=True)
class Marked:
    """One answer as it was judged: which question, which answer, whether right, whether the first try at it."""

    question: int
    answer: int
    right: bool
    first: bool
    why: str  # why this tempting answer is wrong; may be empty
    explanation: str


@dataclass(frozen=True, slots=True)
class Result:
    """How it went: right at the first try, asked, and the titles of the questions missed at the first try."""

    right: int
    asked: int
    missed: tuple[str, ...]


def start(lesson: Lesson) -> QuizState:
    """A quiz over all questions of the lesson."""
    return QuizState(tuple(range(len(lesson.questions))))


def question(lesson: Lesson, state: QuizState) -> Question:
    """The question to ask now; raises QuizOver after the last, BadQuizState where the lesson is another one."""
    if state.question >= len(lesson.questions):
        raise BadQuizState(f"{lesson.id} has {len(lesson.questions)} questions, asked for index {state.question}")
    return lesson.questions[state.question]


def mark(lesson: Lesson, state: QuizState, answer: int) -> tuple[QuizState, Marked]:
    """Judge an answer by its index: the state a step on, and what to tell. Raises QuizOver and NoSuchAnswer."""
    asked = question(lesson, state)
    if not 0 <= answer < len(asked.answers):
        raise NoSuchAnswer(f"{lesson.id}, {asked.title!r}: {len(asked.answers)} answers, given index {answer}")
    chosen = asked.answers[answer]
    marked = Marked(state.question, answer, chosen.right, state.round == 1, chosen.why, asked.explanation)
    return _next(state, marked), marked


def result(lesson: Lesson, state: QuizState) -> Result:
    """The result of the first tries, whatever came after."""
    tries = zip(lesson.questions, state.first, strict=False)
    missed = tuple(asked.title for asked, right in tries if not right)
    return Result(sum(state.first), len(state.first), missed)


def _next(state: QuizState, marked: Marked) -> QuizState:
    """One question on; at the end of a round on to the missed ones, while there are rounds left."""
    state = replace(
        state,
        at=state.at + 1,
        first=(*state.first, int(marked.right)) if marked.first else state.first,
        missed=state.missed if marked.right else (*state.missed, marked.question),
        attempts=state.attempts + 1,
    )
    if state.over and state.missed and state.round < MOST_ROUNDS:
        return replace(state, open=state.missed, at=0, missed=(), round=state.round + 1)
    return state


def _plain(value: int | tuple[int, ...]) -> int | list[int]:
    return list(value) if isinstance(value, tuple) else value


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple) and all(map(_is_count, value))
