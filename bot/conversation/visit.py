"""What a scene may look at while it answers, and what it may answer with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bot.conversation.facts import Fact, Given, Person, Refusal
from bot.conversation.state import ConversationState, Place
from bot.directory import Directory
from bot.learning.address import FORM_OF
from bot.learning.hard_words import HardWords
from bot.learning.lesson import Audience, Lesson
from bot.learning.library import Library
from bot.messages import Paragraph, Tone
from bot.notices.estimate import RATES
from bot.notices.public import PublicNotice
from bot.shelves import no_advice, no_templates
from bot.translations import Words

if TYPE_CHECKING:
    from bot.advice.known import Known
    from bot.notices.templates import Templates

VIETNAM = timezone(timedelta(hours=7))  # one zone, no summer time

NOTHING_GIVEN = Given()


@lru_cache(maxsize=64)
def _words(language: str, audience: Audience | None) -> Words:
    return Words(language, FORM_OF[audience])


@dataclass(frozen=True, slots=True)
class World:
    """What is the same for everybody at this moment: the lessons, who is official, who runs the bot, what was sent."""

    library: Library
    directory: Directory
    runner: str
    notices: tuple[PublicNotice, ...] = ()  # everything lately sent, the newest first
    shelf: Callable[[], "Templates"] = no_templates  # of notices; read when an officer first asks
    advice: Callable[[], "Known"] = no_advice  # on scams and questions; read when somebody first asks
    hard_words: HardWords = field(default_factory=HardWords)  # that notices had better not use
    rates: Mapping[str, float] = field(default_factory=lambda: RATES)  # messages a second by channel
    prices: Mapping[str, float] = field(default_factory=dict)  # đồng a message by channel; free where none is named

    @property
    def templates(self) -> "Templates":
        """Of notices, as they are now."""
        return self.shelf()


@dataclass(frozen=True, slots=True)
class Visit:
    """One person at one moment: everything that an answer or a screen may depend on."""

    now: datetime
    state: ConversationState
    person: Person
    world: World
    given: Given = NOTHING_GIVEN
    refused: tuple[Refusal, ...] = ()

    @property
    def words(self) -> Words:
        """The reader's language and forms of address; an officer is spoken to as one, whatever they learn as."""
        officer = self.person.officer or self.given.notices.binding
        return _words(self.state.language, Audience.ADULT if officer else self.state.audience)

    @property
    def local(self) -> datetime:
        """This moment on a clock in Vietnam."""
        return self.now.astimezone(VIETNAM)

    @property
    def place(self) -> Place:
        """Where inside the present scene the person is."""
        return self.state.place

    def say(self, sentence: str, **values: object) -> str:
        """The sentence as this reader should hear it."""
        return self.words.say(sentence, **values)

    def plain(self, sentence: str, tone: Tone = Tone.PLAIN, **values: object) -> Paragraph:
        """The sentence as a paragraph."""
        return Paragraph(self.say(sentence, **values), tone)

    def lesson(self, id: str) -> Lesson | None:
        """The pinned version where one was read, else the lesson as it stands in the library."""
        pinned = self.given.lesson
        return pinned if pinned and pinned.id == id else self.world.library.lesson(id, self.state.language)


@dataclass(frozen=True, slots=True)
class Move:
    """A scene's answer: where to go (None: stay), what to say first, what to keep."""

    scene: str | None = None
    place: Place = field(default_factory=dict)
    said: tuple[Paragraph, ...] = ()
    facts: tuple[Fact, ...] = ()
    changes: Mapping[str, Any] = field(default_factory=dict)  # of the ConversationState's other fields
