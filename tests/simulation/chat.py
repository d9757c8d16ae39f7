"""One machine's way into the chat network of the simulated world."""

from collections.abc import Callable, Mapping, Sequence

from bot.channels.budget import Budget
from bot.channels.channel import (
    Capabilities,
    MessageId,
    Part,
    Prepared,
    Still,
    Throttled,
    Unwanted,
    always,
)
from bot.messages import Address, Incoming, Priority
from tests.simulation.machines import here
from tests.simulation.network import Network, Request
from tests.simulation.staff import CHAT


class ChatChannel:
    """One machine's way into the network."""

    name = CHAT

    def __init__(self, network: Network, clock: Callable[[], float], buttons: int, rate: float) -> None:
        """Without buttons the choices are lines, and something follows the last line of the notice."""
        self.capabilities = Capabilities(longest_text=4096, buttons=buttons, edit=True, withdraw=True)
        self.budget = Budget(rate, clock=clock)
        self._network = network

    def parse(self, headers: Mapping[str, str], body: bytes) -> list[Incoming]:
        """Nobody writes."""
        return []

    def prepare(self, parts: Sequence[Part]) -> Prepared:
        """One body with all the words."""
        return Prepared(({"text": "\n\n".join(part.text for part in parts)},))

    async def send(
        self, address: Address, prepared: Prepared, priority: Priority, key: str = "", still: Still = always
    ) -> tuple[MessageId, ...]:
        """As every channel."""
        await self.budget.turn(priority)
        if not still():
            raise Unwanted
        try:
            return (await self._network.carry(_request(address, key, prepared)),)
        except Throttled as refusal:
            self.budget.refused(refusal.retry_after)
            raise

    async def edit(self, address: Address, message: MessageId, prepared: Prepared) -> None:
        """As every channel that can."""
        await self.budget.turn(Priority.FIRST)
        await self._network.change(_request(address, message, prepared))

    async def withdraw(self, address: Address, message: MessageId) -> None:
        """As every channel that can."""
        await self.budget.turn(Priority.FIRST)

    async def close(self) -> None:
        """Nothing to let go of."""


def _request(address: Address, key: str, prepared: Prepared) -> Request:
    return Request(here(), address, key, str(prepared.bodies[0]["text"]))
