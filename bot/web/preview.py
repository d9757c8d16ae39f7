"""One page with every card and question of the lessons, as the web chat and a channel without buttons show them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.channels.channel import Capabilities, Part
from bot.channels.layout import lay_out
from bot.channels.webchat.send import WebChatChannel
from bot.conversation.facts import Person
from bot.conversation.state import ConversationState
from bot.conversation.visit import Visit, World
from bot.conversation.walk import walk
from bot.directory import read_directory
from bot.learning.lesson import Audience, Lesson
from bot.learning.library import Library, read_library
from bot.web.pages import templates

NUMBERS = Capabilities(longest_text=2000)


@dataclass(frozen=True, slots=True)
class Shown:
    """One screen in both forms."""

    buttons: Sequence[Part]
    numbers: Sequence[Part]


def preview_page(folder: Path, only: Path | None = None) -> str:
    """The whole page as HTML that needs no other file but the drawings; `only` is one file or one course."""
    library = read_library(folder)
    world = World(library, read_directory(folder / "danh-ba"), "…")
    lessons = [(lesson, tuple(_screens(world, lesson))) for lesson in _wanted(library, folder, only)]
    drawings = (folder / "hinh").resolve().as_uri()
    return templates().get_template("preview.html").render(lessons=lessons, drawings=drawings)


def _wanted(library: Library, folder: Path, only: Path | None) -> Iterator[Lesson]:
    for entry in library.entries:
        if only is None or (folder / entry.file).resolve().is_relative_to(only.resolve()):
            yield entry.lesson


def _screens(world: World, lesson: Lesson) -> Iterator[Shown]:
    audience = next(one for one in Audience if one in lesson.audiences)
    state = ConversationState(audience=audience, language=lesson.language)
    for screen in walk(Visit(datetime.now(UTC), state, Person(), world), lesson):
        yield Shown(lay_out(screen, WebChatChannel.capabilities), lay_out(screen, NUMBERS))
