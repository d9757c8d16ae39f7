"""The web chat as a channel: sending appends to the person's mailbox, which the page reads when it is open."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from bot.channels.budget import Budget
from bot.channels.channel import (
    BadSignature,
    Capabilities,
    Mailbox,
    MessageId,
    NotSupported,
    Part,
    Prepared,
    Still,
    Unwanted,
    always,
)
from bot.channels.webchat import payloads
from bot.channels.webchat.receive import LONGEST_TEXT, NAME, receive
from bot.messages import Address, Incoming, Priority

AccountOf = Callable[[Mapping[str, str]], str | None]


def _nobody(headers: Mapping[str, str]) -> str | None:
    return None


class WebChatChannel:
    """`account_of` tells from headers (names in small letters) whose page it is, None where that is not proved."""

    name = NAME
    capabilities = Capabilities(
        longest_text=LONGEST_TEXT,
        buttons=10,
        longest_label=120,
        pictures=True,
        voice=True,
        files=True,
        tones=True,
        mailbox=True,
    )

    def __init__(
        self,
        mailbox: Mailbox,
        account_of: AccountOf = _nobody,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._mailbox = mailbox
        self.budget = Budget()
        self._account_of = account_of
        self._clock = clock

    def parse(self, headers: Mapping[str, str], body: bytes) -> list[Incoming]:
        """The message of one form; raises BadSignature, Unreadable, TooLong or Empty."""
        lower = {name.lower(): value for name, value in headers.items()}
        account = self._account_of(lower)
        if not account:
            raise BadSignature("the request does not prove whose page it comes from")
        return [receive(account, lower.get("content-type", ""), body, self._clock())]

    def prepare(self, parts: Sequence[Part]) -> Prepared:
        """One body for each part, as the page draws it; raises Refused for a file that is too large."""
        return payloads.prepare(parts)

    async def send(
        self, address: Address, prepared: Prepared, priority: Priority, key: str = "", still: Still = always
    ) -> tuple[MessageId, ...]:
        """The ids in the mailbox; a key that was sent before gives the same ids and shows nothing twice."""
        if not still():
            raise Unwanted
        letters = await self._mailbox.put(address.account, prepared.bodies, key)
        return tuple(map(str, letters))

    async def edit(self, address: Address, message: MessageId, prepared: Prepared) -> None:
        """Raises NotSupported: a page may already have shown the letter."""
        raise NotSupported

    async def withdraw(self, address: Address, message: MessageId) -> None:
        """Raises NotSupported: a page may already have shown the letter."""
        raise NotSupported

    async def close(self) -> None:
        """Nothing to let go of: the mailbox belongs to whoever gave it."""
