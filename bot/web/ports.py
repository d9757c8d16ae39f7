"""What the web needs from the rest of the house; `bot.app` fills it, tests fill it with fakes."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.channels.channel import Mailbox
from bot.learning.library import Library
from bot.messages import Incoming
from bot.notices.public import PublicNotice
from bot.translations import Words

if TYPE_CHECKING:
    from bot.web.console.console import Console


class Mailbell(Protocol):
    """Says that something may have been put into a mailbox."""

    async def wait(self, account: str, seconds: float) -> None:
        """Return when there may be a new letter for the account, at the latest after `seconds`."""


class Handle(Protocol):
    """Gives a message to the conversation."""

    async def __call__(self, incoming: Incoming) -> None:
        """Return when the message is stored and answered into the mailbox; the same id again changes nothing."""


class Speak(Protocol):
    """Knows how a reader is spoken to."""

    async def __call__(self, account: str) -> Words:
        """The language and forms of address for an account, also for one never seen before."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing. `values` by the labels' values; `grows` is True for what is only ever counted up."""

    name: str
    help: str
    labels: tuple[str, ...]
    values: Mapping[tuple[str, ...], float]
    grows: bool = False


Figures = Callable[[], Awaitable[Sequence[Figure]]]
Picture = Callable[[str], bytes | None]
Recording = Callable[[str], Path | None]
Notices = Callable[[], Sequence[PublicNotice]]
Lessons = Callable[[], Library]


class FindNotice(Protocol):
    """Knows every notice that was ever sent."""

    async def __call__(self, code: str) -> PublicNotice | None:
        """The one with this code."""


def utc_now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


async def no_notice(code: str) -> PublicNotice | None:
    """Where none was ever sent."""
    return None


def no_recording(source: str) -> Path | None:
    """Where none was ever kept."""
    return None


Webhook = Callable[[Mapping[str, str], bytes], Awaitable[None]]  # headers and body; BadSignature or Unreadable
Health = Callable[[], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything `create_web` is given."""

    handle: Handle
    mailbox: Mailbox
    bell: Mailbell
    picture: Picture  # the content of lessons/hinh/<name>, None where there is none
    health: Health  # `ready` is True once people can be served; the rest is shown as it is
    words: Speak
    stranger: Words  # how somebody is spoken to of whom nothing is known yet
    owner: str = ""  # who runs the assistant, for example "UBND xã Quản Bạ"; empty while nobody is named
    webhooks: Mapping[str, Webhook] = field(default_factory=dict)  # by the channel's name, for those that are open
    public_url: str = ""  # where people reach the page from outside; empty: whatever host they asked for
    now: Callable[[], datetime] = utc_now
    notices: Notices = tuple  # everything lately sent, the newest first
    notice: FindNotice = no_notice
    lessons: Lessons = Library  # as they are taught now
    recording: Recording = no_recording  # where it lies, None where there is none
    figures: Figures | None = None  # for Prometheus; None: there is no such page
    console: "Console | None" = None  # behind the desk; None: there is no such page
