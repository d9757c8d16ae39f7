"""Calls to the Bot API for one account: each message in its turn, words past the library, each file uploaded once."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from telegram import Bot, InputFile, Message

from bot.channels.budget import Budget, Leave
from bot.channels.channel import MediaCache, MessageId, Refused, Still, Throttled, Unwanted, always
from bot.channels.telegram.failures import named
from bot.channels.telegram.payloads import Body, File, Words
from bot.channels.telegram.receive import NAME
from bot.channels.telegram.request import AiohttpRequest
from bot.messages import Priority

TRIES = 3  # of an answer that meets a 429
PATIENCE = 10.0  # seconds that an answer waits for the gate to open; a longer wait is its caller's
LOG = logging.getLogger(__name__)

Result = TypeVar("Result")


class Wire:
    """`bot` is the account's client, and `request` the way that it takes.

    With `paid`, all but answers may leave above the free rate, which costs 0.1 Star each.
    """

    def __init__(
        self, bot: Bot, request: AiohttpRequest, budget: Budget, media: MediaCache, paid: bool = False
    ) -> None:
        self.bot, self._request, self._paid = bot, request, paid
        self._budget, self._media = budget, media

    async def in_turn(
        self, priority: Priority, call: Callable[[Leave], Awaitable[Result]], still: Still = always
    ) -> Result:
        """The call's result, made when it is its turn and `still` says yes; raises a SendError.

        The call is given its leave, so that it can tell when it is on the wire.

        An answer that meets a 429 waits with everybody else for the gate to open; all others are given back.
        """
        for tries_left in reversed(range(TRIES)):
            leave = await self._budget.turn(priority)
            if not still():
                raise Unwanted
            try:
                return await named(call(leave))
            except Throttled as refusal:
                self.throttled(refusal.retry_after)
                if priority is not Priority.REPLY or not tries_left or refusal.retry_after > PATIENCE:
                    raise
            finally:
                self._budget.answered(leave)
        raise AssertionError("the last try returns or raises")

    def throttled(self, retry_after: float) -> None:
        """Telegram has said 429: the whole account waits."""
        self._budget.refused(retry_after)

    async def post(self, chat: int, body: Body, priority: Priority, still: Still = always) -> MessageId:
        """The message that a body became; routine ones arrive without a sound. Raises a SendError."""
        quiet = priority is Priority.ROUTINE
        paid = self._paid and priority is not Priority.REPLY
        if isinstance(file := body.get("file"), File):
            method, fields = (
                str(body["method"]),
                {"chat_id": chat, "disable_notification": quiet or None, "allow_paid_broadcast": paid or None},
            )
            fields |= arguments(body)
            return await self._post_file(
                file, lambda sent: self.in_turn(priority, lambda _: self._call(method, sent, fields), still)
            )
        words = body if isinstance(body, Words) else Words(body)

        def said(leave: Leave) -> Awaitable[int]:
            return self._request.say(words, chat, lambda: self._budget.written(leave), quiet=quiet, paid=paid)

        return str(await self.in_turn(priority, said, still))

    async def _post_file(self, file: File, post: Callable[[str | InputFile], Awaitable[Message]]) -> MessageId:
        """By the id that Telegram gave it, or uploaded: the first time, and where the id no longer holds."""
        known = await self._media.get(NAME, file.key) if file.key else None
        if known:
            try:
                return str((await post(known)).message_id)
            except Refused as refusal:
                LOG.info("%s is uploaded again: %s", file.name, refusal)
        message = await post(InputFile(file.data, filename=file.name))
        if file.key and (id := _file_id(message)):
            await self._media.put(NAME, file.key, id)
        return str(message.message_id)

    def _call(self, method: str, file: str | InputFile, fields: Mapping[str, Any]) -> Awaitable[Message]:
        match method:
            case "sendPhoto":
                return self.bot.send_photo(photo=file, **fields)
            case "sendVoice":
                return self.bot.send_voice(voice=file, **fields)
            case _:
                return self.bot.send_document(document=file, **fields)


def arguments(body: Body) -> dict[str, Any]:
    """A body's fields as the library's methods take them, but for its file."""
    return {name: value for name, value in body.items() if name not in {"method", "file"}}


def _file_id(message: Message) -> str | None:
    held = message.photo[-1] if message.photo else message.voice or message.document
    return held.file_id if held else None
