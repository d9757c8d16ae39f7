"""Every shipped lesson from its first card to its result, on every channel, with every answer right."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.channel import Capabilities, Part
from bot.channels.layout import lay_out
from bot.channels.long_text import length
from bot.conversation.facts import Person
from bot.conversation.state import ConversationState
from bot.conversation.visit import Visit, World
from bot.conversation.walk import walk
from bot.directory import read_directory
from bot.learning.lesson import Audience, Course, Lesson, Picture
from bot.learning.library import read_library
from bot.web.preview import CHANNELS
from tests.databases import new_file
from tests.stories.on_page import PageTeller
from tests.stories.teller import Stage, Teller, told

LESSONS = Path(__file__).parents[2] / "lessons"
LIBRARY = read_library(LESSONS)
WORLD = World(LIBRARY, read_directory(LESSONS / "danh-ba"), "Ban thông tin cơ sở")
ALL = [entry.lesson for entry in LIBRARY.entries]
NOW = datetime(2026, 11, 21, 2, tzinfo=UTC)
JOINING = {Audience.ELDER: ["1", "1", "0"], Audience.CHILD: ["2", "1", "1", "0"], Audience.ADULT: ["3", "1", "0"]}
STEP = re.compile(r"^\d+\. ", re.MULTILINE)


def test_there_is_something_to_walk() -> None:
    assert len(ALL) >= 40


def _walked(lesson: Lesson, capabilities: Capabilities) -> list[Sequence[Part]]:
    audience = next(one for one in Audience if one in lesson.audiences)
    visit = Visit(NOW, ConversationState(audience=audience, language=lesson.language), Person(), WORLD)
    return [lay_out(screen, capabilities) for screen in walk(visit, lesson)]


def _words(parts: Sequence[Part]) -> str:
    """Everything that can be read on one screen."""
    labels = [f"{button.key}. {button.label}" for part in parts for button in part.buttons]
    alts = [part.media.alt for part in parts if part.media]
    return "\n".join([*alts, *(part.text for part in parts), *labels])


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("lesson", ALL, ids=lambda lesson: lesson.id)
def test_nothing_of_a_lesson_is_lost_on_any_channel(lesson: Lesson, channel: str) -> None:
    capabilities = CHANNELS[channel]
    screens = _walked(lesson, capabilities)
    cards, questions = screens[: len(lesson.cards)], screens[len(lesson.cards) : -1]
    assert len(questions) == 2 * len(lesson.questions)
    for card, parts in zip(lesson.cards, cards, strict=True):
        assert [line for line in (card.title, *_lines(card.text)) if line not in _words(parts)] == []
    for question, asked, explained in zip(lesson.questions, questions[::2], questions[1::2], strict=True):
        answers = [f"{number}. {answer.text}" for number, answer in enumerate(question.answers, start=1)]
        assert [line for line in (*_lines(question.text), *answers) if line not in _words(asked)] == []
        assert question.explanation in _words(explained)
    assert lesson.title in _words(screens[-1])
    for picture in _pictures(lesson):
        assert any(picture.alt in _words(parts) for parts in screens)


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("lesson", ALL, ids=lambda lesson: lesson.id)
def test_every_screen_of_a_lesson_is_one_message_that_fits(lesson: Lesson, channel: str) -> None:
    capabilities = CHANNELS[channel]
    for parts in _walked(lesson, capabilities):
        texts = [part for part in parts if part.paragraphs]
        assert len(texts) == 1
        assert length(texts[0].text) <= capabilities.longest_text
        assert "{" not in texts[0].text
        assert bool(texts[0].buttons) == bool(capabilities.buttons)
        assert all(length(button.label) <= capabilities.longest_label for button in texts[0].buttons)
        assert all(part.media for part in parts if part not in texts)


def _lines(text: str) -> Iterator[str]:
    """The lines as they are said: the number of a step is a word on the screen."""
    return (STEP.sub("", line) for line in text.split("\n") if line)


def _pictures(lesson: Lesson) -> list[Picture]:
    own = [card.picture for card in lesson.cards[1:]] + [lesson.cards[0].picture or lesson.picture]
    return [picture for picture in (*own, *(question.picture for question in lesson.questions)) if picture]


def _story(course: Course) -> str:
    """Joins as one for whom the course is, then learns lesson after lesson and looks at the progress."""
    audience = next(one for one in Audience if one in course.audiences)
    lines = ["! start", *(f"> {key}" for key in JOINING[audience])]
    for lesson in course.lessons:
        lines += [f"! old 0 go:lesson?{lesson.id}", *["> 1"] * len(lesson.cards)]
        lines += [line for question in lesson.questions for line in (f"> {question.right + 1}", "> 1")]
    return "\n".join([*lines, "> tiến bộ"])


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("course", LIBRARY.courses, ids=lambda course: course.id)
def test_every_lesson_is_learnt_in_a_real_conversation(
    course: Course, channel: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    @asynccontextmanager
    async def way(stage: Stage) -> AsyncIterator[Teller]:
        yield PageTeller(stage, CHANNELS[channel])

    transcript = asyncio.run(told(_story(course), way, LESSONS, new_file(tmp_path / "story.db")))
    for lesson in course.lessons:
        asked = len(lesson.questions)
        results = transcript.split(f"đã học xong bài “{lesson.title}”\n\nĐúng ngay lần đầu {asked} trên {asked} câu.")
        assert len(results) == 2, lesson.id
        assert all(question.explanation in results[0] for question in lesson.questions)
    assert f"đã học xong {len(course.lessons)} bài" in transcript
    assert not [record.message for record in caplog.records if record.levelname == "ERROR"]
