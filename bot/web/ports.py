"""What the web needs from the rest of the house; `bot.app` fills it, tests fill it with fakes."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.channels.channel import Mailbox
from bot.messages import Incoming
from bot.translations import Words


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


Picture = Callable[[str], bytes | None]
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
