"""Calls to the OpenAPI for one account: each in its turn, signed with a token that lives, every failure by its name."""

from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

import aiohttp

from bot.channels.budget import Budget
from bot.channels.channel import MessageId, Still, Throttled, Uncertain, Unwanted, always
from bot.channels.zalo_oa.account import Account
from bot.channels.zalo_oa.answer import data_of
from bot.channels.zalo_oa.failures import DEAD_TOKEN, Refusal, named_failure
from bot.channels.zalo_oa.http import Http
from bot.channels.zalo_oa.payloads import File
from bot.channels.zalo_oa.tokens import Tokens
from bot.messages import Priority

CONSULTATION = "/v3.0/oa/message/cs"
TRANSACTION = "/v3.0/oa/message/transaction"
TRIES = 3  # of an answer that meets -32
PATIENCE = 20.0  # seconds that an answer waits for the gate to open; a longer wait is its caller's


class Wire:
    """`budget` counts every call, uploads too, because Zalo does."""

    def __init__(
        self, account: Account, http: Http, tokens: Tokens, budget: Budget, clock: Callable[[], datetime]
    ) -> None:
        self._api, self._http, self._tokens = account.api.rstrip("/"), http, tokens
        self._budget, self._clock = budget, clock

    async def say(self, path: str, user: str, message: object, priority: Priority, still: Still = always) -> MessageId:
        """The id of the message that was sent; raises a SendError."""
        body = {"recipient": {"user_id": user}, "message": message}
        id = (await self._in_turn(path, lambda: {"json": body}, priority, still)).get("message_id")
        if not (isinstance(id, str) and id):
            raise Uncertain("what came back names no message")
        return id

    async def upload(self, path: str, file: File, priority: Priority) -> dict[str, Any]:
        """What Zalo calls the file now; raises a SendError."""
        return await self._in_turn(path, lambda: {"data": _form(file)}, priority, always)

    async def _in_turn(
        self, path: str, body: Callable[[], Mapping[str, Any]], priority: Priority, still: Still
    ) -> dict[str, Any]:
        """What the call brings. An answer waits with everybody else where Zalo is asked too often."""
        for tries_left in reversed(range(TRIES)):
            leave = await self._budget.turn(priority)
            if not still():
                raise Unwanted
            try:
                return await self._named(path, body)
            except Throttled as refusal:
                self._budget.refused(refusal.retry_after)
                if priority is not Priority.REPLY or not tries_left or refusal.retry_after > PATIENCE:
                    raise
            finally:
                self._budget.answered(leave)
        raise AssertionError("the last try returns or raises")

    async def _named(self, path: str, body: Callable[[], Mapping[str, Any]]) -> dict[str, Any]:
        try:
            return await self._signed(path, body)
        except Refusal as refusal:
            failure = named_failure(refusal.code, self._clock())
        raise failure

    async def _signed(self, path: str, body: Callable[[], Mapping[str, Any]]) -> dict[str, Any]:
        """With a token; one that is refused is renewed once."""
        access = await self._tokens.access()
        try:
            return await self._post(path, access, body())
        except Refusal as refusal:
            code = refusal.code
        if code not in DEAD_TOKEN:
            raise Refusal(code)
        return await self._post(path, await self._tokens.instead_of(access), body())

    async def _post(self, path: str, access: str, body: Mapping[str, Any]) -> dict[str, Any]:
        return data_of(await self._http.post(self._api + path, {"access_token": access}, **body))


def _form(file: File) -> aiohttp.FormData:
    form = aiohttp.FormData()
    form.add_field("file", BytesIO(file.data), filename=file.name, content_type=file.mime)
    return form
