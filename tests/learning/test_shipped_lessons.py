"""Every lesson that is shipped loads, and the list of hard words with it."""

from pathlib import Path

import pytest

from bot.learning.lesson import Audience
from bot.learning.library import Library, read_library, reread

LESSONS = Path(__file__).parents[2] / "lessons"


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
