"""A network that people write to us on: asked for updates or posting them, each stored before it is confirmed."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Protocol

from bot.channels.channel import Channel, Misconfigured, SendError
from bot.inbound import Inbound
from bot.messages import Incoming
from bot.storage.delivery.account_states import AccountState
from bot.storage.errors import StorageError

FIRST_PAUSE, LONGEST_PAUSE = 2.0, 60.0  # seconds between tries to reach a network that is away at the start
LOG = logging.getLogger(__name__)


class Poller(Protocol):
    """What fetches updates for ever."""

    async def run(self) -> None:
        """Raises Misconfigured where there is no use in going on, having logged why."""


class Listener(Channel, Protocol):
    """A channel that has to be listened to."""

    async def listen(self, url: str = "") -> None:
        """Let the network post to `url`, or leave updates for the poller; raises a SendError."""

    def poller(self, take: Callable[[Sequence[Incoming]], Awaitable[None]]) -> Poller:
        """What fetches updates and hands them over."""

    async def introduce(self) -> None:
        """Say on the network who this is; a failure does not matter."""

    async def tend(self) -> None:
        """Once an hour: whatever keeps the account alive; never raises a SendError."""

    async def acknowledge(self, incoming: Incoming) -> None:
        """Let a pressed button stop waiting; a failure does not matter."""


Tell = Callable[[str, AccountState, str], Awaitable[None]]


async def _nobody(channel: str, state: AccountState, why: str) -> None:
    """Nobody wants to know."""


class Listening:
    """One listener with the inbound door behind it. `tell` hears how the account is, whenever that changes."""

    def __init__(
        self,
        channel: Listener,
        inbound: Inbound,
        webhook_url: str = "",
        wait: Callable[[float], Awaitable[object]] = asyncio.sleep,
        tell: Tell = _nobody,
    ) -> None:
        """With a `webhook_url` the network posts there, else it is asked."""
        self.channel, self._inbound, self._url, self._wait = channel, inbound, webhook_url, wait
        self._tell = tell
        self._acknowledging: set[asyncio.Task[None]] = set()

    async def webhook(self, headers: Mapping[str, str], body: bytes) -> None:
        """Store what was posted; raises BadSignature or Unreadable. The answers follow by themselves."""
        await self.take(self.channel.parse(headers, body))

    async def take(self, incomings: Sequence[Incoming]) -> None:
        """Store all; once this returns the network may forget them."""
        await self._inbound.take(incomings)
        for incoming in incomings:
            acknowledging = asyncio.create_task(self.channel.acknowledge(incoming))
            self._acknowledging.add(acknowledging)
            acknowledging.add_done_callback(self._acknowledging.discard)

    async def finish(self) -> None:
        """Let go of what is still being acknowledged, before the channel is closed."""
        for acknowledging in tuple(self._acknowledging):
            acknowledging.cancel()
        await asyncio.gather(*self._acknowledging, return_exceptions=True)

    async def run(self) -> None:
        """Listen until cancelled; a refused token ends it with one clear line, and the rest of the bot goes on."""
        try:
            await self._begin()
            await self._tell(self.channel.name, AccountState.CONNECTED, "")
            await self.channel.introduce()
            while not self._url:
                await self._poll()
        except Misconfigured as failure:
            await self._tell(self.channel.name, AccountState.REFUSED, str(failure))

    async def _poll(self) -> None:
        """Fetch until the database is away: what was not stored is not confirmed, and is fetched again."""
        try:
            await self.channel.poller(self.take).run()
        except StorageError as failure:
            LOG.error("%s rests, the database is away: %s", self.channel.name, failure)
            await self._wait(FIRST_PAUSE)

    async def _begin(self) -> None:
        """Reach the network, however long it is away."""
        pause = FIRST_PAUSE
        while True:
            try:
                return await self.channel.listen(self._url)
            except Misconfigured as failure:
                LOG.error("%s is off: %s", self.channel.name, failure)
                raise
            except SendError as failure:
                LOG.warning("%s is not reached, next try in %g s: %s", self.channel.name, pause, failure)
                await self._tell(self.channel.name, AccountState.AWAY, str(failure))
            await self._wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
