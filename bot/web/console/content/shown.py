"""The screens that come of a text, as each channel lays them out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.advice import scam_names as names
from bot.advice.book.answers import recording_of
from bot.advice.knowledge import Answer
from bot.advice.scam_file import WrittenScam
from bot.channels.channel import Part
from bot.channels.layout import lay_out
from bot.conversation.facts import Person
from bot.conversation.state import ConversationState
from bot.conversation.turn import show
from bot.conversation.visit import Visit, World
from bot.learning.collection import Entry
from bot.learning.lesson import Audience, Lesson, Question
from bot.messages import Paragraph, Screen, Tone
from bot.notices.screens import notice_screen
from bot.notices.template import Template
from bot.notices.template_rules import sample_notices
from bot.translations import Words, mark
from bot.web.console.content.places import Place
from bot.web.console.content.reading import Thing
from bot.web.preview import CHANNELS, screens_of

WAYS: Mapping[str, str] = {
    "telegram": "Telegram",
    "zalo": mark("Zalo, tin nhắn chữ"),
    "web": mark("Trang trò chuyện"),
    "print": mark("Bản in"),
}
SAMPLE_CODE = "ABCD1234"


@dataclass(frozen=True, slots=True)
class Laid:
    """One screen on every channel; `asked` is the question that it explains."""

    parts: Mapping[str, Sequence[Part]]
    asked: Question | None = None
    recording: str = ""  # what 7 plays


def laid_out(thing: Thing, place: Place, text: str, world: World, now: datetime) -> Sequence[Laid]:
    """Everything that people would see of it; nothing for a table or the heading of a course."""
    match thing:
        case Lesson():
            screens = screens_of(_with(world, thing, place, text), thing)
            return [Laid(one.parts, one.asked, one.recording) for one in screens]
        case WrittenScam():
            return [_laid(_scam_screen(thing))]
        case Answer():
            return [_laid(screen, recording) for screen, recording in _answer_screens(thing, world, now)]
        case Template():
            return [_laid(notice_screen(one, SAMPLE_CODE, Words())) for one in sample_notices(thing).values()]
        case _:
            return ()


def _with(world: World, lesson: Lesson, place: Place, text: str) -> World:
    """The world in which this lesson is live already."""
    others = tuple(entry for entry in world.library.entries if entry.file != place.path)
    return replace(world, library=replace(world.library, entries=(*others, Entry(place.path, lesson, text))))


def _laid(screen: Screen, recording: str = "") -> Laid:
    parts = {name: lay_out(screen, capabilities) for name, capabilities in CHANNELS.items()}
    return Laid(parts, recording=recording)


def _answer_screens(answer: Answer, world: World, now: datetime) -> Iterator[tuple[Screen, str]]:
    """The answer for whoever asks, then in the words that elders and children get, each with what plays it."""
    for audience, reply in ((None, answer.reply), (Audience.ELDER, answer.elder), (Audience.CHILD, answer.child)):
        if reply:
            recording = recording_of(answer, audience)
            place = {"reply": reply, "lesson": answer.lesson or "", "recording": recording}
            state = ConversationState("ask", place, audience=audience)
            yield show(Visit(now, state, Person(), world))[0], recording


def _scam_screen(written: WrittenScam) -> Screen:
    scam = written.scam
    why = (Paragraph(scam.why),) if scam.why else ()
    lists = {names.SIGNS: scam.signs, names.NOW: scam.now, names.LOST: scam.lost}
    told = [Paragraph("\n".join((f"{name}:", *(f"– {line}" for line in lines)))) for name, lines in lists.items()]
    return Screen((Paragraph(scam.title, Tone.TITLE), *why, *told))
