"""Every lesson that is shipped loads, and the list of hard words with it."""

from pathlib import Path

import pytest

from bot.directory import read_directory
from bot.learning.doubled import doubled
from bot.learning.lesson import Audience, Lesson
from bot.learning.lesson_file import Place, read_lesson
from bot.learning.lesson_passages import spoken
from bot.learning.lesson_rules import Known
from bot.learning.library import Library, read_library, reread

LESSONS = Path(__file__).parents[2] / "lessons"
ONE_MINUTE = "tro-lua-mot-phut"
MOST_WORDS = 190  # three in a second


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped lessons."""
    return read_library(LESSONS)


def test_no_shipped_lesson_has_a_mistake(library: Library) -> None:
    assert [f"{one.file}:{one.line}: {one.message}" for one in library.mistakes] == []


def test_every_file_is_a_lesson(library: Library) -> None:
    files = {path.relative_to(LESSONS).as_posix() for path in LESSONS.glob("khoa-hoc/*/[0-9]*.md")}
    assert files
    assert {entry.file for entry in library.entries} == files


@pytest.mark.parametrize("audience", Audience)
def test_everybody_finds_something_to_learn(library: Library, audience: Audience) -> None:
    assert library.courses_for(audience, "vi")


def test_every_version_can_be_read_again(library: Library) -> None:
    for one in library.sources():
        assert reread(one.source, one.file, one.course, one.language) == library.version(one.version)


def test_the_sample_for_administrators_is_a_lesson(library: Library) -> None:
    sample = (LESSONS / "README.md").read_text("utf-8").split("```")[1].strip()
    pictures = {path.relative_to(LESSONS).as_posix(): 1 for path in LESSONS.glob("hinh/*")}
    known = Known(read_directory(LESSONS / "danh-ba"), library.hard_words, pictures, library.scam_types)
    assert isinstance(read_lesson(sample, Place("03-goi-lai.md", "nguoi-cao-tuoi", "vi"), known), Lesson)


def test_the_lessons_do_not_repeat_one_another(library: Library) -> None:
    assert [f"{one.file}:{one.line}: {one.message}" for one in doubled(library.entries)] == []


def test_every_kind_of_scam_that_a_lesson_names_has_a_name(library: Library) -> None:
    assert len(library.scam_types) == 24 + 18
    assert {code for entry in library.entries for code in entry.lesson.scams} <= set(library.scam_types)


@pytest.mark.parametrize("audience", Audience)
def test_the_course_of_short_lessons_comes_last(library: Library, audience: Audience) -> None:
    assert [course.id for course in library.courses_for(audience, "vi")].index(ONE_MINUTE) >= 1
    assert library.courses_for(audience, "vi")[-1].id == ONE_MINUTE


def test_a_lesson_of_one_minute_is_read_in_one(library: Library) -> None:
    short = [entry.lesson for entry in library.entries if entry.lesson.course == ONE_MINUTE]
    assert {lesson.minutes for lesson in short} == {1}
    assert [lesson.id for lesson in short if len(lesson.cards) > 3 or len(lesson.questions) > 2] == []
    assert [lesson.id for lesson in short if len(spoken(_read(lesson))) > MOST_WORDS] == []


def _read(lesson: Lesson) -> str:
    """What somebody reads who answers everything right at once."""
    cards = [f"{card.title}\n{card.text}" for card in lesson.cards]
    answers = [answer.text for question in lesson.questions for answer in question.answers]
    return "\n".join([*cards, *answers, *(f"{one.text}\n{one.explanation}" for one in lesson.questions)])
