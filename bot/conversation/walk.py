"""Every screen of a lesson in order, as a reader meets it: for previews and for tests of what is shipped."""

from collections.abc import Iterator
from dataclasses import replace

from bot.conversation.state import ConversationState
from bot.conversation.turn import show
from bot.conversation.visit import Visit
from bot.learning.lesson import Lesson
from bot.learning.quiz import QuizState, mark, start
from bot.messages import Screen


def walk(visit: Visit, lesson: Lesson) -> Iterator[Screen]:
    """The cards, each question with the explanation of a right answer, and the result."""
    place: dict[str, object] = {"lesson": lesson.id, "version": lesson.version, "from": lesson.course}
    for card in range(len(lesson.cards)):
        yield _screen(visit, "lesson", {**place, "card": card})
    yield from _questions(visit, lesson, place)


def _questions(visit: Visit, lesson: Lesson, place: dict[str, object]) -> Iterator[Screen]:
    state = start(lesson)
    while not state.over:
        yield _screen(visit, "quiz", {**place, "quiz": state.to_json()})
        state, told = _right(lesson, state)
        yield _screen(visit, "quiz", {**place, "quiz": state.to_json(), "told": True, **told})
    yield _screen(visit, "quiz", {**place, "quiz": state.to_json()})


def _right(lesson: Lesson, state: QuizState) -> tuple[QuizState, dict[str, int]]:
    answer = lesson.questions[state.question].right
    after, marked = mark(lesson, state, answer)
    return after, {"asked": marked.question, "given": marked.answer}


def _screen(visit: Visit, scene: str, place: dict[str, object]) -> Screen:
    state = ConversationState(scene, place, audience=visit.state.audience, language=visit.state.language)
    return show(replace(visit, state=state))[0]
