"""How far one person is, and what is asked again when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.learning.lesson import Audience, Course
from bot.learning.progress import LessonProgress, Progress
from bot.learning.review import due, next_review
from tests.learning.samples import good

START = datetime(2026, 11, 1, 7, tzinfo=UTC)
DAY = timedelta(days=1)

BEGUN = LessonProgress("a", "v", 2, START)
DONE = LessonProgress("b", "v", 0, START, START + DAY, 3, 4)
DONE_LATER = LessonProgress("c", "v", 0, START - DAY, START + 2 * DAY, 4, 4)
BEGUN_LATER = LessonProgress("d", "v", 0, START + DAY)
ALL = Progress((BEGUN, DONE, DONE_LATER, BEGUN_LATER))


def test_finished_lessons_come_newest_first() -> None:
    assert ALL.finished == (DONE_LATER, DONE)
    assert (ALL.right, ALL.asked) == (7, 8)


def test_lessons_to_go_on_with_come_newest_first() -> None:
    assert ALL.unfinished == (BEGUN_LATER, BEGUN)


def test_one_lesson_is_found_by_its_id() -> None:
    assert ALL.of("b") == DONE
    assert ALL.of("khong") is None


def test_two_lessons_finished_at_the_same_moment() -> None:
    assert len(Progress((DONE, replace(DONE, lesson="e"))).finished) == 2


def test_nothing_is_begun_at_first() -> None:
    nothing = Progress()
    assert (nothing.lessons, nothing.finished, nothing.unfinished) == ((), (), ())
    assert (nothing.right, nothing.asked) == (0, 0)


@pytest.mark.parametrize(
    ("done", "suggested"), [((), "a"), (("a",), "b"), (("b",), "a"), (("a", "b"), "c"), (("a", "b", "c"), None)]
)
def test_the_next_lesson_is_the_first_that_is_not_finished(done: tuple[str, ...], suggested: str | None) -> None:
    one, two, three = (replace(good(), id=id) for id in "abc")
    everybody = frozenset(Audience)
    courses = (Course("x", "X", everybody, (one, two)), Course("y", "Y", everybody, (three,)))
    progress = Progress(tuple(replace(DONE, lesson=id) for id in done))
    lesson = progress.next_lesson(courses)
    assert (lesson.id if lesson else None) == suggested


@pytest.mark.parametrize(
    ("reviews_done", "days", "is_due"),
    [
        (0, 0.9, False),
        (0, 1, True),
        (0, 30, True),
        (1, 6.9, False),
        (1, 7, True),
        (2, 20, False),
        (2, 21, True),
        (3, 99, False),
    ],
)
def test_reviews_come_after_one_seven_and_twenty_one_days(reviews_done: int, days: float, *, is_due: bool) -> None:
    assert due(START, reviews_done, START + days * DAY) is is_due


def test_after_three_reviews_it_is_learnt() -> None:
    assert [next_review(START, done) for done in range(4)] == [START + DAY, START + 7 * DAY, START + 21 * DAY, None]
