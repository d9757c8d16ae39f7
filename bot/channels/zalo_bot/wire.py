"""Messages of one bot to one person: each in its turn, within the plan, under one chat's id."""

import logging

from bot.channels.channel import MessageId, Refused, Still, Throttled, Uncertain, Unwanted, always
from bot.channels.zalo_bot.payloads import Body
from bot.channels.zalo_bot.plan import Plan
from bot.channels.zalo_bot.request import READ, Api
from bot.channels.zalo_bot.turns import Turns
from bot.messages import Priority

TRIES = 3  # of an answer that meets a 429
PATIENCE = 10.0  # seconds that an answer waits for the gate to open; a longer wait is its caller's
FETCHED = 150.0  # seconds for the answer to a picture or voice, which the network first fetches itself
LOG = logging.getLogger(__name__)


class Wire:
    """`api` is the way to the bot, `turns` its pace and `plan` what it may send in a month."""

    def __init__(self, api: Api, turns: Turns, plan: Plan) -> None:
        self._api, self._turns, self._plan = api, turns, plan

    async def post(self, chat: str, body: Body, priority: Priority, still: Still = always) -> MessageId:
        """The id of the message that a body became; raises a SendError. A file that is refused gives way to words."""
        try:
            return await self._in_turn(chat, body, priority, still)
        except Refused as refusal:
            if "instead" not in body:
                raise
            LOG.warning("a file is said in words, Zalo refused it: %s", refusal)
        return await self._in_turn(chat, {"method": "sendMessage", "text": body["instead"]}, priority, still)

    async def _in_turn(self, chat: str, body: Body, priority: Priority, still: Still) -> MessageId:
        """An answer that meets a 429 waits with everybody else for the gate to open; all others are given back."""
        for tries_left in reversed(range(TRIES)):
            leave = await self._turns.take(chat, priority)
            await self._plan.admit()
            if not still():
                raise Unwanted
            try:
                return await self._send(chat, body)
            except Throttled as refusal:
                self.throttled(refusal.retry_after)
                if priority is not Priority.REPLY or not tries_left or refusal.retry_after > PATIENCE:
                    raise
            finally:
                self._turns.budget.answered(leave)
        raise AssertionError("the last try returns or raises")

    def throttled(self, retry_after: float) -> None:
        """Zalo has said 429: the whole bot waits."""
        self._turns.budget.refused(retry_after)

    async def _send(self, chat: str, body: Body) -> MessageId:
        method = str(body["method"])
        fields = {"chat_id": chat, **body}
        del fields["method"]
        fields.pop("instead", None)
        try:
            sent = await self._api.ask(method, fields, READ if method == "sendMessage" else FETCHED)
        except Uncertain:
            self._plan.spend()
            raise
        self._plan.spend()
        return _message_id(sent)


def _message_id(sent: object) -> MessageId:
    found = sent.get("message_id") if isinstance(sent, dict) else None
    if not isinstance(found, str) or not found:
        raise Uncertain("what came back is no message")
    return found
