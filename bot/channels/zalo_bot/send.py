"""Zalo's Bot Platform as a channel: every message in its turn and within the plan, every failure under its name."""

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from bot.channels.budget import Budget
from bot.channels.channel import (
    Capabilities,
    MessageId,
    Misconfigured,
    NotSupported,
    Part,
    Prepared,
    Refused,
    SendError,
    Still,
    Throttled,
    always,
)
from bot.channels.unfinished import Unfinished
from bot.channels.zalo_bot import payloads
from bot.channels.zalo_bot.account import Account
from bot.channels.zalo_bot.failures import NotFound
from bot.channels.zalo_bot.payloads import Look
from bot.channels.zalo_bot.plan import Plan
from bot.channels.zalo_bot.poll import Poller, Take
from bot.channels.zalo_bot.receive import NAME, receive
from bot.channels.zalo_bot.request import Api
from bot.channels.zalo_bot.turns import RATE, Turns
from bot.channels.zalo_bot.wire import Wire
from bot.messages import Address, Incoming, Priority

LOG = logging.getLogger(__name__)
_CHAT = re.compile(r"[!-~]{1,128}")


class ZaloBotChannel:
    """One bot. It can only write to people who have written to it, and cannot change what it has sent."""

    name = NAME

    def __init__(
        self,
        account: Account,
        plan: Plan,
        turns: Turns | None = None,
        look: Look | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Asks Zalo nothing yet."""
        self._secret, self._clock = account.secret, clock
        self._api, self.plan, self._look = Api(account), plan, look or Look()
        turns = turns or Turns(Budget(RATE))
        self.budget = turns.budget
        self._wire = Wire(self._api, turns, plan)
        self._unfinished = Unfinished()
        self._unstored: list[Incoming] = []
        shows = bool(self._look.files_url)
        self.capabilities = Capabilities(payloads.LONGEST_TEXT, pictures=shows, voice=shows, tones=True)

    def parse(self, headers: Mapping[str, str], body: bytes) -> list[Incoming]:
        """What a webhook tells; raises BadSignature or Unreadable."""
        return receive(headers, body, self._secret, self._clock())

    def prepare(self, parts: Sequence[Part]) -> Prepared:
        """The calls for the parts; files without a public address become their words."""
        return payloads.prepare(parts, self._look)

    async def send(
        self, address: Address, prepared: Prepared, priority: Priority, key: str = "", still: Still = always
    ) -> tuple[MessageId, ...]:
        """The ids of the messages. A key that broke off in this process goes on from there; else it shows twice."""
        chat, bodies = _chat(address), prepared.bodies
        ids = [*self._unfinished.take(address, key, bodies)]
        try:
            for body in bodies[len(ids) :]:
                ids.append(await self._wire.post(chat, body, priority, still))
                still = always  # what has begun is finished
        finally:
            self._unfinished.keep(address, key, bodies, ids)
        return tuple(ids)

    async def edit(self, address: Address, message: MessageId, prepared: Prepared) -> None:
        """Raises NotSupported: what a bot has said on Zalo stays as it is."""
        raise NotSupported

    async def withdraw(self, address: Address, message: MessageId) -> None:
        """Raises NotSupported: what a bot has said on Zalo stays where it is."""
        raise NotSupported

    async def acknowledge(self, incoming: Incoming) -> None:
        """Show the person that an answer is being written; never raises a SendError. Run it beside the answer."""
        try:
            await self.typing(incoming.address)
        except Throttled as failure:
            self._wire.throttled(failure.retry_after)
        except SendError as failure:
            LOG.debug("typing was not shown: %s", failure)

    async def typing(self, address: Address) -> None:
        """Show the person for a moment that somebody writes; raises a SendError."""
        await self._api.ask("sendChatAction", {"chat_id": _chat(address), "action": "typing"})

    async def tend(self) -> None:
        """Nothing: the token holds until somebody makes a new one."""

    async def introduce(self) -> None:
        """Nothing to say: a bot's name and picture are set by hand, and there is no menu of commands."""

    async def listen(self, url: str = "") -> None:
        """Let Zalo post events to `url`; without one, leave them for `poller`: one excludes the other.

        Raises a SendError, among them Misconfigured for an address that is not https.
        """
        if url and not url.startswith("https://"):
            raise Misconfigured("Zalo posts events to addresses that begin with https:// only")
        if url:
            await self._api.ask("setWebhook", {"url": url, "secret_token": self._secret})
        elif await self.webhook():
            await self._api.ask("deleteWebhook")

    async def webhook(self) -> str:
        """The address that Zalo posts events to, "" where it posts none; raises a SendError."""
        try:
            told = await self._api.ask("getWebhookInfo")
        except NotFound:
            return ""
        url = told.get("url") if isinstance(told, dict) else ""
        return url if isinstance(url, str) else ""

    def poller(self, take: Take) -> Poller:
        """What fetches events and hands them to `take`, after `listen()`; what `take` could not store is not lost."""
        return Poller(self._api, take, self._unstored, self._clock, self._wire.throttled)

    async def close(self) -> None:
        """Keep the count of the month and let go of the connections that were opened here."""
        try:
            await self.plan.close()
        finally:
            await self._api.close()


def _chat(address: Address) -> str:
    """The id of a person's chat, which is never read as a number."""
    if not _CHAT.fullmatch(address.account):
        raise Refused("the account of a person on Zalo is an id without spaces")
    return address.account
