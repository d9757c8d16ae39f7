"""Telegram as a channel: every message under the account's budget, every failure under its name."""

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from bot.channels.budget import Budget
from bot.channels.channel import (
    MediaCache,
    MessageId,
    NotSupported,
    Part,
    Prepared,
    Refused,
    SendError,
    Still,
    Throttled,
    always,
)
from bot.channels.telegram import payloads
from bot.channels.telegram.account import Account
from bot.channels.telegram.failures import NOT_MODIFIED, NOT_THERE, named
from bot.channels.telegram.introduce import introduce
from bot.channels.telegram.poll import Poller, Take
from bot.channels.telegram.receive import NAME, UPDATES, Press, receive
from bot.channels.telegram.request import AiohttpRequest, bot_over
from bot.channels.telegram.wire import Wire, arguments
from bot.channels.unfinished import Unfinished
from bot.messages import Address, Incoming, Priority

RATE = 30.0  # messages per second over all chats that Telegram grants a bot
LOG = logging.getLogger(__name__)


class TelegramChannel:
    """One bot account. `pictures` gives the content of a Media.source, of a drawing as PNG; `bot` is its client."""

    name = NAME
    capabilities = payloads.CAPABILITIES

    def __init__(
        self,
        account: Account,
        media: MediaCache,
        pictures: payloads.FileOf,
        budget: Budget | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Asks Telegram nothing yet."""
        self._secret = account.secret
        self._request = AiohttpRequest(account)
        self.bot = bot_over(self._request)
        self.budget = budget or Budget(RATE)
        paid = (self.budget.permitted or RATE) > RATE
        self._wire = Wire(self.bot, self._request, self.budget, media, paid)
        self._pictures, self._clock = pictures, clock
        self._unfinished = Unfinished()

    def parse(self, headers: Mapping[str, str], body: bytes) -> list[Incoming]:
        """What a webhook tells; raises BadSignature or Unreadable."""
        return receive(headers, body, self._secret, self._clock())

    def prepare(self, parts: Sequence[Part]) -> Prepared:
        """The calls for the parts, with their pictures; raises Refused for a button whose names are too long."""
        return payloads.prepare(parts, self._pictures)

    async def send(
        self, address: Address, prepared: Prepared, priority: Priority, key: str = "", still: Still = always
    ) -> tuple[MessageId, ...]:
        """The ids of the messages. A key that broke off in this process goes on from there; else it shows twice."""
        chat, bodies = _chat(address), prepared.bodies
        if len(bodies) == 1:  # nothing that could be left unfinished
            return (await self._wire.post(chat, bodies[0], priority, still),)
        ids = [*self._unfinished.take(address, key, bodies)]
        try:
            for body in bodies[len(ids) :]:
                ids.append(await self._wire.post(chat, body, priority, still))
                still = always  # what has begun is finished
        finally:
            self._unfinished.keep(address, key, bodies, ids)
        return tuple(ids)

    async def edit(self, address: Address, message: MessageId, prepared: Prepared) -> None:
        """Put other words and buttons in place; raises NotSupported where these are not one message of words."""
        chat, bodies = _chat(address), prepared.bodies
        if len(bodies) != 1 or "text" not in bodies[0]:
            raise NotSupported("only one message of words can be put in place of another")
        fields = {**arguments(bodies[0]), "chat_id": chat, "message_id": int(message)}
        try:
            await self._wire.in_turn(Priority.FIRST, lambda _: self.bot.edit_message_text(**fields))
        except Refused as refusal:
            if NOT_MODIFIED not in str(refusal).lower():
                raise

    async def withdraw(self, address: Address, message: MessageId) -> None:
        """Delete a message, which Telegram allows for 48 hours; raises Refused after that."""
        chat = _chat(address)
        try:
            await self._wire.in_turn(Priority.FIRST, lambda _: self.bot.delete_message(chat, int(message)))
        except Refused as refusal:
            if NOT_THERE not in str(refusal).lower():
                raise

    async def acknowledge(self, incoming: Incoming) -> None:
        """Let a pressed button stop waiting, and take the row of buttons away in a routine turn.

        Never raises a SendError and does nothing for what is no press. Run it beside the answer, not before it.
        """
        if not isinstance(incoming, Press):
            return
        try:
            await named(self.bot.answer_callback_query(incoming.query))
            if incoming.message:
                await self._take_buttons_away(_chat(incoming.address), incoming.message)
        except Throttled as failure:
            self._wire.throttled(failure.retry_after)
        except SendError as failure:
            LOG.debug("a press was not acknowledged: %s", failure)

    async def _take_buttons_away(self, chat: int, message: int) -> None:
        await self._wire.in_turn(
            Priority.ROUTINE, lambda _: self.bot.edit_message_reply_markup(chat_id=chat, message_id=message)
        )

    async def tend(self) -> None:
        """Nothing: the token holds until somebody revokes it."""

    async def introduce(self) -> None:
        """Set the command menu and what the bot's profile says; a failure is logged and does not matter."""
        await introduce(self.bot)

    async def listen(self, url: str = "") -> None:
        """Let Telegram post updates to `url`; without one, leave them for `poller`. Raises a SendError."""
        if url:
            await named(self.bot.set_webhook(url, secret_token=self._secret, allowed_updates=UPDATES))
        else:
            await named(self.bot.delete_webhook())

    def poller(self, take: Take) -> Poller:
        """What fetches updates and hands them to `take`, after `listen()`."""
        return Poller(self.bot, take, self._clock, self._wire.throttled)

    async def link(self, payload: str = "") -> str:
        """The address that opens a chat with this bot and carries the payload; raises a SendError."""
        user = await named(self.bot.get_me())
        return f"https://t.me/{user.username}" + (f"?start={payload}" if payload else "")

    async def close(self) -> None:
        """Let go of the connections that were opened here."""
        await self._request.shutdown()


def _chat(address: Address) -> int:
    """Only people: a chat's number, never an @name."""
    if not address.account.isdecimal():
        raise Refused("the account of a person on Telegram is a number")
    return int(address.account)
