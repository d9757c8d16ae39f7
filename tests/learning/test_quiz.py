"""A quiz counts every answer once, asks the missed ones again twice at most, and remembers the first tries."""

import json
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.learning import quiz
from bot.learning.lesson import Answer, Lesson, Question
from bot.learning.quiz import MOST_ROUNDS, BadQuizState, NoSuchAnswer, QuizOver, QuizState, Result
from tests.learning.samples import good

RIGHT, WRONG = 1, 0


def lesson_of(count: int) -> Lesson:
    """A lesson of so many questions, of whose two answers the second is right."""
    answers = (Answer("sai", False, "vì thế"), Answer("đúng", True))
    questions = tuple(Question(f"Câu {n}", "", answers, "giải thích") for n in range(1, count + 1))
    lesson = good()
    values = {name: getattr(lesson, name) for name in Lesson.__slots__}
    return Lesson(**{**values, "questions": questions})


def answered(lesson: Lesson, answers: Sequence[int]) -> QuizState:
    """The state after these answers."""
    state = quiz.start(lesson)
    for answer in answers:
        state, _ = quiz.mark(lesson, state, answer)
    return state


@pytest.mark.parametrize(
    ("answers", "over", "round_", "open_", "result"),
    [
        ([], False, 1, (0, 1, 2), Result(0, 0, ())),
        ([RIGHT], False, 1, (0, 1, 2), Result(1, 1, ())),
        ([RIGHT, RIGHT, RIGHT], True, 1, (0, 1, 2), Result(3, 3, ())),
        ([RIGHT, WRONG, WRONG], False, 2, (1, 2), Result(1, 3, ("Câu 2", "Câu 3"))),
        ([RIGHT, WRONG, WRONG, RIGHT, RIGHT], True, 2, (1, 2), Result(1, 3, ("Câu 2", "Câu 3"))),
        ([RIGHT, WRONG, WRONG, WRONG, RIGHT], False, 3, (1,), Result(1, 3, ("Câu 2", "Câu 3"))),
        ([RIGHT, WRONG, WRONG, WRONG, RIGHT, WRONG], True, 3, (1,), Result(1, 3, ("Câu 2", "Câu 3"))),
    ],
)
def test_the_way_through_a_quiz(
    *, answers: list[int], over: bool, round_: int, open_: tuple[int, ...], result: Result
) -> None:
    lesson = lesson_of(3)
    state = answered(lesson, answers)
    assert (state.over, state.round, state.open) == (over, round_, open_)
    assert quiz.result(lesson, state) == result
    assert state.attempts == len(answers)


def test_an_answer_is_judged_and_explained() -> None:
    lesson = lesson_of(2)
    state, marked = quiz.mark(lesson, quiz.start(lesson), WRONG)
    assert (marked.question, marked.answer, marked.right, marked.first) == (0, WRONG, False, True)
    assert (marked.why, marked.explanation) == ("vì thế", "giải thích")
    assert quiz.question(lesson, state) == lesson.questions[1]
    state, _ = quiz.mark(lesson, state, RIGHT)
    _, again = quiz.mark(lesson, state, RIGHT)
    assert (again.question, again.right, again.first) == (0, True, False)


def test_nothing_is_marked_after_the_end() -> None:
    lesson = lesson_of(1)
    state = answered(lesson, [RIGHT])
    with pytest.raises(QuizOver):
        quiz.mark(lesson, state, RIGHT)
    with pytest.raises(QuizOver):
        quiz.question(lesson, state)


@pytest.mark.parametrize("answer", [-1, 2, 99])
def test_an_answer_that_is_not_there(answer: int) -> None:
    lesson = lesson_of(1)
    with pytest.raises(NoSuchAnswer):
        quiz.mark(lesson, quiz.start(lesson), answer)


def test_the_state_of_another_lesson_is_refused() -> None:
    with pytest.raises(BadQuizState):
        quiz.question(lesson_of(1), QuizState((5,)))


@pytest.mark.parametrize(
    "change",
    [
        {"open": None},
        {"open": "012"},
        {"open": [0, -1]},
        {"open": [True]},
        {"first": [0.5]},
        {"missed": {"0": 1}},
        {"at": "1"},
        {"at": -1},
        {"round": None},
        {"attempts": True},
    ],
)
def test_what_is_not_a_state_is_refused(change: dict[str, object]) -> None:
    written = quiz.start(lesson_of(2)).to_json() | change
    with pytest.raises(BadQuizState):
        QuizState.from_json(written)


def test_an_empty_state_is_refused() -> None:
    with pytest.raises(BadQuizState):
        QuizState.from_json({})


@settings(deadline=None)
@given(count=st.integers(1, 6), data=st.data())
def test_any_answers_lead_to_the_end(count: int, data: st.DataObject) -> None:
    lesson = lesson_of(count)
    state, firsts, asked = quiz.start(lesson), [], [0] * count
    while not state.over:
        answer = data.draw(st.sampled_from([RIGHT, WRONG]))
        state, marked = quiz.mark(lesson, QuizState.from_json(json.loads(json.dumps(state.to_json()))), answer)
        asked[marked.question] += 1
        if marked.first:
            firsts.append(marked.right)
    result = quiz.result(lesson, state)
    assert (result.right, result.asked, len(result.missed)) == (sum(firsts), count, count - sum(firsts))
    assert state.attempts == sum(asked)
    assert all(1 <= times <= MOST_ROUNDS for times in asked)


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["open", "at", "first", "missed", "round", "attempts"]), st.integers() | st.lists(st.integers())
    )
)
def test_anything_written_is_a_state_or_refused(written: dict[str, object]) -> None:
    try:
        state = QuizState.from_json(written)
    except BadQuizState:
        return
    assert state.to_json() == written
