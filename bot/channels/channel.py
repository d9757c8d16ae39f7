"""The contract of every channel: what it can show, how it is spoken to, and the named ways in which sending fails."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from bot.messages import Address, Choice, Incoming, Media, Paragraph, Priority


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a network can carry. Nobody asks a channel for its name; everybody asks this."""

    longest_text: int  # characters in one message
    buttons: int = 0  # most buttons under one message; 0: choices become numbered lines
    longest_label: int = 64  # characters on one button
    pictures: bool = False
    voice: bool = False
    files: bool = False
    edit: bool = False
    withdraw: bool = False
    tones: bool = False  # paragraphs may be drawn by their Tone
    mailbox: bool = False  # what is sent lies ready until the person looks
    window: timedelta | None = None  # how long after a person's message we may write; None: always


@dataclass(frozen=True, slots=True)
class Part:
    """One message as a network will carry it: paragraphs, then buttons, or one file with its words."""

    paragraphs: tuple[Paragraph, ...]
    buttons: tuple[Choice, ...] = ()
    media: Media | None = None
    screen: str = ""  # the Screen.id that its buttons carry

    @property
    def text(self) -> str:
        """The paragraphs as plain text, parted by blank lines."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A screen in a network's own form, built once and sent to any number of people."""

    bodies: tuple[Mapping[str, object], ...]


class ChannelError(Exception):
    """A channel cannot do what was asked."""


class BadSignature(ChannelError):
    """The message does not come from the network it claims to come from."""


class Unreadable(ChannelError):
    """What came in is not in the form this network uses."""


class NotSupported(ChannelError):
    """This network cannot edit or withdraw."""


class SendError(ChannelError):
    """A message was not sent; the class says what may follow."""


class Throttled(SendError):
    """The whole account must wait `retry_after` seconds; the message itself is fine."""

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"wait {retry_after:g} s")
        self.retry_after = retry_after


class Unavailable(SendError):
    """The network is in trouble and has not taken the message; try again later."""


class Uncertain(SendError):
    """No answer came after the message was written: it may have arrived."""


class Held(SendError):
    """Nobody can be written to at this address now; it waits until the person shows up."""


class Later(SendError):
    """This person cannot be written to for `wait` seconds (a night rule, a full quota); the account itself is fine."""

    def __init__(self, wait: float, why: str) -> None:
        super().__init__(why)
        self.wait = wait


class Unreachable(SendError):
    """Not at this address, though the person is still there: a window has closed, a kind of message is not wanted."""


class Gone(SendError):
    """This person has blocked the bot or no longer exists; do not try again."""


class Refused(SendError):
    """The network will never take this message; the fault is ours."""


class Misconfigured(SendError):
    """The account itself is refused (token, quota, rights): stop the channel and tell the operator."""


class Unwanted(SendError):
    """Whoever wanted it sent no longer does: it has not left."""


MessageId = str
Still = Callable[[], bool]


def always() -> bool:
    """It is still wanted."""
    return True


class Pace(Protocol):
    """How fast the account may send."""

    @property
    def rate(self) -> float | None:
        """Messages per second at present; None where there is no limit."""

    def share(self, part: float) -> None:
        """From now on this process uses only this part of what the network permits."""


class Channel(Protocol):
    """One chat network and our account on it."""

    name: str
    capabilities: Capabilities

    @property
    def budget(self) -> Pace:
        """The account's pace, for whoever shares it."""

    def parse(self, headers: Mapping[str, str], body: bytes) -> list[Incoming]:
        """What the network says has happened; raises BadSignature or Unreadable. What is not for us is left out."""

    def prepare(self, parts: Sequence[Part]) -> Prepared:
        """The parts in the network's own form; pure, so that a million sends build it once."""

    async def send(
        self, address: Address, prepared: Prepared, priority: Priority, key: str = "", still: Still = always
    ) -> tuple[MessageId, ...]:
        """Send in order; raises a SendError. The same `key` is never shown twice, where the network can know.

        `still` is asked just before the first message leaves; where it says no, Unwanted is raised.
        """

    async def edit(self, address: Address, message: MessageId, prepared: Prepared) -> None:
        """Replace a message that was sent; raises NotSupported or a SendError."""

    async def withdraw(self, address: Address, message: MessageId) -> None:
        """Take a message back; raises NotSupported or a SendError."""

    async def close(self) -> None:
        """Let go of connections."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One message that waits in a mailbox; `id` grows, so a reader can say what it has seen."""

    id: int
    account: str
    body: Mapping[str, object]


class Mailbox(Protocol):
    """Where a channel without a wire of its own leaves messages, and whoever shows them looks."""

    async def put(self, account: str, bodies: Sequence[Mapping[str, object]], key: str) -> tuple[int, ...]:
        """Append; a key that was put before for this account changes nothing and gives the same ids. "" is no key."""

    async def after(self, account: str, seen: int, most: int = 60) -> Sequence[Letter]:
        """The letters with an id above `seen`, oldest first; with `seen` below zero the newest `most`."""


class MediaCache(Protocol):
    """Which files a network already has, so that each is uploaded once."""

    async def get(self, channel: str, key: str) -> str | None:
        """The network's own id of the file whose content `key` names; None where it has to be uploaded."""

    async def put(self, channel: str, key: str, id: str) -> None:
        """Keep the id of a file that was uploaded; a later one replaces it."""


@dataclass(frozen=True, slots=True)
class TokenPair:
    """What an account signs its calls with, and what it gets the next pair for; each dies at its time."""

    access: str = field(repr=False)
    access_dies: datetime
    refresh: str = field(default="", repr=False)  # good for one use; "" where the network gives none
    refresh_dies: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptTokens:
    """The pair of an account as it is kept."""

    pair: TokenPair
    kept_at: datetime
    asked_at: datetime | None = None  # when somebody began to ask for the next pair; None while nobody does
    lost: str = ""  # why no next pair can be had without a new consent


class TokenStore(Protocol):
    """Where an account's tokens are kept, for all processes: a refresh token that is used twice loses the account."""

    async def kept(self, channel: str) -> KeptTokens | None:
        """The pair in use; None before the first consent."""

    async def claim(self, channel: str, refresh: str) -> bool:
        """Whether the caller, and nobody else for a minute, may hand in this refresh token; kept before it returns.

        A claim of somebody who died over it may be made once more; after that the tokens are lost.
        """

    async def give_back(self, channel: str, refresh: str) -> None:
        """The claim came to nothing and did no harm: anybody may make it anew."""

    async def lose(self, channel: str, refresh: str, why: str) -> None:
        """The network does not take this refresh token any more; changes nothing where another pair is kept by now."""

    async def keep(self, channel: str, pair: TokenPair, instead_of: str | None = None) -> bool:
        """Keep a pair, only `instead_of` a refresh token where one is named; False where that is no longer in use."""


class Usage(Protocol):
    """How many messages have left over each channel, for plans that are counted by the month."""

    async def add(self, channel: str, month: str, messages: int) -> int:
        """Count messages that have left in a month ("2026-11", Vietnam's); gives the month's new total."""
