"""One page with every card and question of the lessons as each channel shows it, and what the check found above."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.channels.channel import Capabilities, Part
from bot.channels.layout import lay_out
from bot.channels.telegram import payloads as telegram
from bot.channels.terminal import TerminalChannel, wrapped
from bot.channels.webchat.send import WebChatChannel
from bot.conversation.facts import Person
from bot.conversation.state import ConversationState
from bot.conversation.visit import Visit, World
from bot.conversation.walk import walk
from bot.directory import read_directory
from bot.learning.check import CheckReport
from bot.learning.collection import Entry
from bot.learning.lesson import Audience, Lesson, Question
from bot.learning.library import read_library
from bot.learning.reading_level import ReadingLevel
from bot.messages import Media, Screen
from bot.pictures import PictureError, png_of
from bot.translations import SOURCE, Words
from bot.web.assets import assets
from bot.web.pages import html

# The poorest networks, Zalo's bots and text messages, carry words and numbers only.
CHANNELS: Mapping[str, Capabilities] = {
    "web": WebChatChannel.capabilities,
    "telegram": telegram.CAPABILITIES,
    "zalo": Capabilities(longest_text=2000),
    "terminal": TerminalChannel.capabilities,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One screen on every channel; `asked` is the question that it explains, with the reasons for wrong answers.

    `recording` is what 7 plays there, "" for nothing.
    """

    parts: Mapping[str, Sequence[Part]]
    terminal: str
    asked: Question | None
    recording: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One lesson with all its screens."""

    anchor: str
    file: str
    lesson: Lesson
    level: ReadingLevel | None
    screens: Sequence[Shown]

    @property
    def harmless(self) -> str:
        """The numbers of the questions whose example is harmless."""
        return ", ".join(str(index + 1) for index in sorted(self.lesson.harmless))


def preview_page(folder: Path, report: CheckReport, only: Path | None = None) -> str:
    """The whole page as HTML that needs no other file but the drawings; `only` is one file or one course."""
    library = read_library(folder)
    world = World(library, read_directory(folder / "danh-ba"), "…")
    levels = dict(report.levels)
    wanted = (entry for entry in library.entries if _below(folder / entry.file, only))
    shelves = [_shelf(world, entry, levels.get(entry.file)) for entry in wanted]
    return html(
        "preview.html",
        Words(),
        css=_style(),
        report=report,
        shelves=shelves,
        titles={course.id: course.title for course in library.courses},
        drawing=lambda media: (folder / media.source).resolve().as_uri(),
        spoken=lambda source: (folder / source).resolve().as_uri(),
        png=lambda media: _png(folder, media),
        number=lambda value: f"{value:.1f}".replace(".", ","),
    )


def _below(file: Path, only: Path | None) -> bool:
    return only is None or file.resolve().is_relative_to(only.resolve())


def _shelf(world: World, entry: Entry, level: ReadingLevel | None) -> Shelf:
    lesson = entry.lesson
    anchor = lesson.id if lesson.language == SOURCE else f"{lesson.id}.{lesson.language}"
    return Shelf(anchor, entry.file, lesson, level, tuple(screens_of(world, lesson)))


def screens_of(world: World, lesson: Lesson) -> Iterator[Shown]:
    """Every screen of the lesson, which the world's library holds, as its first reader meets it on each channel."""
    audience = next(one for one in Audience if one in lesson.audiences)
    state = ConversationState(audience=audience, language=lesson.language)
    asked, spoken = _asked(lesson), _spoken(lesson)
    for screen in walk(Visit(datetime.now(UTC), state, Person(), world), lesson):
        yield _shown(screen, next(asked, None), next(spoken, ""))


def _asked(lesson: Lesson) -> Iterator[Question | None]:
    """What each screen of the walk explains: nothing while reading and asking."""
    yield from [None] * len(lesson.cards)
    for question in lesson.questions:
        yield None
        yield question


def _spoken(lesson: Lesson) -> Iterator[str]:
    """What can be heard on each screen of the walk: on cards and on questions that are asked."""
    yield from (card.recording for card in lesson.cards)
    for question in lesson.questions:
        yield question.recording
        yield ""


def _shown(screen: Screen, asked: Question | None, recording: str) -> Shown:
    parts = {name: lay_out(screen, capabilities) for name, capabilities in CHANNELS.items()}
    return Shown(parts, "\n\n".join(wrapped(part.text) for part in parts["terminal"]), asked, recording)


def _png(folder: Path, media: Media) -> str:
    """The picture as the networks get it, inside an address; empty where it cannot be drawn."""
    try:
        return _data("image/png", png_of(folder / media.source))
    except PictureError:
        return ""


def _style() -> str:
    """The style sheet of the web chat, its fonts inside."""
    found = assets().by_name
    css = "".join(found[name].content.decode() for name in ("tokens.css", "chat.css"))
    for name, asset in found.items():
        if name.endswith(".woff2"):
            css = css.replace(asset.url, _data(asset.type, asset.content))
    return css


def _data(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{b64encode(content).decode()}"
