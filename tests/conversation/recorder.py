"""A channel that remembers what it was given to send, and fails as it is told to."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.channels.budget import Budget
from bot.channels.channel import Capabilities, MessageId, NotSupported, Part, Prepared, Still, always
from bot.messages import Address, Incoming, Priority


@dataclass(frozen=True)
class Sent:
    """One screen that somebody was sent."""

    account: str
    parts: tuple[Part, ...]
    key: str

    @property
    def text(self) -> str:
        """All its words."""
        return "\n".join(part.text for part in self.parts)

    @property
    def screen(self) -> str:
        """The id that its buttons carry."""
        return self.parts[-1].screen


@dataclass
class Recorder:
    """`troubles` are raised one after the other before anything is sent; those in `broken` always fail."""

    name: str = "test"
    capabilities: Capabilities = field(default_factory=lambda: Capabilities(longest_text=4000, buttons=10, files=True))
    budget: Budget = field(default_factory=Budget)
    sent: list[Sent] = field(default_factory=list)
    troubles: deque[Exception] = field(default_factory=deque)
    broken: Mapping[str, Exception] = field(default_factory=dict)

    def parse(self, headers: Mapping[str, str], body: bytes) -> list[Incoming]:
        return []

    def prepare(self, parts: Sequence[Part]) -> Prepared:
        return Prepared(tuple({"part": part} for part in parts))

    async def send(
        self, address: Address, prepared: Prepared, priority: Priority, key: str = "", still: Still = always
    ) -> tuple[MessageId, ...]:
        if address.account in self.broken:
            raise self.broken[address.account]
        if self.troubles:
            raise self.troubles.popleft()
        parts = tuple(body["part"] for body in prepared.bodies)
        self.sent.append(Sent(address.account, tuple(part for part in parts if isinstance(part, Part)), key))
        return (key,)

    async def edit(self, address: Address, message: MessageId, prepared: Prepared) -> None:
        raise NotSupported

    async def withdraw(self, address: Address, message: MessageId) -> None:
        raise NotSupported

    async def close(self) -> None:
        """Nothing is open."""
