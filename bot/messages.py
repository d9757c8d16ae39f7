"""The vocabulary that crosses every border: what comes in from a chat network and what goes out to it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, IntEnum
from typing import Self

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Priority(IntEnum):
    """Who goes first when a channel's rate is scarce; the smallest number is served first."""

    REPLY = 0  # an answer to somebody who has just written
    URGENT = 1  # khẩn cấp
    FIRST = 2  # ưu tiên
    ROUTINE = 3  # thông thường, lessons, reminders


class Kind(Enum):
    """What sort of thing a person sent; the value is what is stored."""

    TEXT = "text"  # typed, or a press (then `choice` is set)
    START = "start"  # the chat was opened; `text` holds the payload, for example "xa-26734"
    FORWARD = "forward"  # somebody else's words, passed on
    PICTURE = "picture"
    VOICE = "voice"
    OTHER = "other"  # sticker, file, place, contact card: nothing the bot can read yet
    LEFT = "left"  # the person has blocked the bot; nothing can be answered
    RETURNED = "returned"  # the person has let the bot in again and has not said anything yet


@dataclass(frozen=True, slots=True)
class Address:
    """One account on one channel, written `telegram:123`."""

    channel: str
    account: str

    def __str__(self) -> str:
        return f"{self.channel}:{self.account}"

    @classmethod
    def parse(cls, written: str) -> Self:
        """The address written as `channel:account`; ValueError where either part is missing."""
        channel, colon, account = written.partition(":")
        if not (channel and colon and account):
            raise ValueError(f"not an address, expected channel:account, got {written!r}")
        return cls(channel, account)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing a person sent. `id` is the network's own name for it, so that a repeat is recognised."""

    address: Address
    id: str
    kind: Kind = Kind.TEXT
    text: str = ""
    choice: str | None = None  # the id of the Choice that was pressed
    screen: str | None = None  # the screen that the pressed button stood on, see Screen.id
    at: datetime = EPOCH


class Tone(Enum):
    """How a paragraph is meant, for channels that can show it; the words alone must always do."""

    PLAIN = "plain"
    TITLE = "title"
    RIGHT = "right"  # the answer was right
    WRONG = "wrong"  # the answer was not right
    STEP = "step"  # where the reader is: "Thẻ 2 trên 4"
    ACTION = "action"  # what to do now
    LEVEL = "level"  # how urgent a notice is, in capitals


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text without markup; line feeds are kept."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing a person can choose. `key` is the number to type: "1" to "6" are given by `numbered`."""

    id: str
    label: str
    key: str = ""


HEAR, READ, HELP, BACK = "7", "8", "9", "0"
RESERVED_KEYS = frozenset({HEAR, READ, HELP, BACK})
MOST_CHOICES = 6
_FREE_KEYS = tuple(str(number) for number in range(1, MOST_CHOICES + 1))


class MediaKind(Enum):
    """What a file is, for channels that treat them differently."""

    PICTURE = "picture"
    VOICE = "voice"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Media:
    """A file to show. `source` is a path below the lessons folder, or the name of `data`; `alt` tells what matters."""

    kind: MediaKind
    source: str
    alt: str
    data: bytes | None = None  # the content where it was made for this person only

    @property
    def words(self) -> str | None:
        """What a text file says; None for everything else."""
        return (
            self.data.decode() if self.kind is MediaKind.FILE and self.data and self.source.endswith(".txt") else None
        )


@dataclass(frozen=True, slots=True)
class Screen:
    """What a person sees next, before any channel has laid it out."""

    paragraphs: tuple[Paragraph, ...]
    choices: tuple[Choice, ...] = ()
    media: tuple[Media, ...] = ()
    hint: str = ""  # how to choose by number, shown where there are no buttons
    exact: bool = False  # True for a quiz: an answer is never guessed from a near miss
    id: str = ""  # a short name of this showing, carried by its buttons

    def __post_init__(self) -> None:
        free = [choice for choice in self.choices if choice.key not in RESERVED_KEYS]
        if len(free) > MOST_CHOICES:
            raise ValueError(f"a screen offers at most {MOST_CHOICES} choices, this one has {len(free)}")


def numbered(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices with keys "1", "2"… given in order to those that have no reserved one."""
    keys = iter(_FREE_KEYS)
    return tuple(c if c.key in RESERVED_KEYS else _with_key(c, next(keys)) for c in choices)


def _with_key(choice: Choice, key: str) -> Choice:
    return choice if choice.key == key else Choice(choice.id, choice.label, key)
