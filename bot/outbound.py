"""One notice or note to one person: the frozen screen laid out for their channel, and how sending it went."""

import asyncio
import logging
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from bot.channels.channel import (
    Capabilities,
    Channel,
    Gone,
    Held,
    Later,
    Misconfigured,
    NotSupported,
    Prepared,
    Refused,
    SendError,
    Still,
    Throttled,
    Unavailable,
    Uncertain,
    Unreachable,
    Unwanted,
)
from bot.channels.layout import lay_out
from bot.messages import RESERVED_KEYS, Address, Priority, Screen
from bot.notices.screens import INSTEAD, screen_of
from broadcasts.delivery import Attempt, Outcome
from broadcasts.notice import Level
from broadcasts.ports import Parcel

MOST_PREPARED = 256  # texts that are kept ready; the one unused for longest is built anew
PRIORITY: Mapping[Level, Priority] = {
    Level.URGENT: Priority.URGENT,
    Level.FIRST: Priority.FIRST,
    Level.ROUTINE: Priority.ROUTINE,
}
OUTCOMES: Mapping[type[SendError], Outcome] = {
    Throttled: Outcome.THROTTLED,
    Unavailable: Outcome.UNAVAILABLE,
    Uncertain: Outcome.UNCERTAIN,
    Held: Outcome.HELD,
    Later: Outcome.LATER,
    Unreachable: Outcome.UNREACHABLE,
    Gone: Outcome.GONE,
    Refused: Outcome.REFUSED,
    Misconfigured: Outcome.MISCONFIGURED,
    Unwanted: Outcome.UNWANTED,
}
ARRIVED = frozenset({Outcome.SENT, Outcome.HELD, Outcome.UNCERTAIN})  # or may have
LOG = logging.getLogger(__name__)

Texts = tuple[Screen, Screen | None]  # what is sent, and what is put in the place of the message that it replaces
Ready = tuple[Prepared, Prepared | None]


def said(body: Mapping[str, Any]) -> Texts:
    """The texts of a mailing's frozen body."""
    return screen_of(body), screen_of(body[INSTEAD]) if INSTEAD in body else None


class Outbound:
    """The Sender of the delivery engine. `texts` gives what a mailing says."""

    def __init__(self, channels: Mapping[str, Channel], texts: Callable[[int], Awaitable[Texts]]) -> None:
        self._channels, self._texts = channels, texts
        self._ready: OrderedDict[tuple[int, str], asyncio.Future[Ready]] = OrderedDict()
        self.tried: Counter[tuple[str, str]] = Counter()  # attempts of this process, by channel and outcome

    def rate(self, lane: str) -> float | None:
        """Messages per second over this channel at present; None without a limit."""
        return self._channels[lane].budget.rate

    def share(self, lane: str, part: float) -> None:
        """From now on this process uses only this part of what the channel permits."""
        self._channels[lane].budget.share(part)

    async def send(self, parcel: Parcel, still: Still) -> Attempt:
        """How it went; what lies in a mailbox is held until the person looks."""
        attempt = await self._send(parcel, still)
        self.tried[parcel.channel, attempt.outcome.value] += 1
        return attempt

    async def _send(self, parcel: Parcel, still: Still) -> Attempt:
        channel = self._channels[parcel.channel]
        address, priority = Address(parcel.channel, parcel.account), PRIORITY[parcel.level]
        instead = None
        try:
            prepared, instead = await self._prepared(parcel.mailing, channel)
            messages = await channel.send(address, prepared, priority, f"mailing:{parcel.mailing}", still)
            attempt = Attempt(Outcome.HELD if channel.capabilities.mailbox else Outcome.SENT, messages)
        except SendError as failure:
            attempt = _failed(failure)
        if parcel.old and instead and attempt.outcome in ARRIVED:
            await _take_back(channel, address, parcel.old, instead)
        return attempt

    async def _prepared(self, mailing: int, channel: Channel) -> Ready:
        """Built once for a million people, however many of them come first."""
        key = (mailing, channel.name)
        ready = self._ready.get(key)
        if ready is None:
            ready = self._ready[key] = asyncio.ensure_future(self._build(mailing, channel))
            ready.add_done_callback(partial(self._forget_failed, key))
            if len(self._ready) > MOST_PREPARED:
                self._ready.popitem(last=False)
        self._ready.move_to_end(key)
        return ready.result() if ready.done() else await asyncio.shield(ready)

    async def _build(self, mailing: int, channel: Channel) -> Ready:
        said, instead = await self._texts(mailing)
        prepared = channel.prepare(lay_out(_unasked(said, channel.capabilities), channel.capabilities))
        return prepared, channel.prepare(lay_out(instead, channel.capabilities)) if instead else None

    def _forget_failed(self, key: tuple[int, str], ready: asyncio.Future[Ready]) -> None:
        """The next one tries again."""
        if (ready.cancelled() or ready.exception()) and self._ready.get(key) is ready:
            del self._ready[key]


def _unasked(screen: Screen, capabilities: Capabilities) -> Screen:
    """What comes by itself takes no number: where there are no buttons, 1 to 6 mean what the last screen offered."""
    if capabilities.buttons:
        return screen
    return replace(screen, choices=tuple(choice for choice in screen.choices if choice.key in RESERVED_KEYS))


def _failed(failure: SendError) -> Attempt:
    outcome = next(outcome for kind, outcome in OUTCOMES.items() if isinstance(failure, kind))
    return Attempt(outcome, wait=_wait(failure), why=str(failure))


def _wait(failure: SendError) -> float:
    match failure:
        case Throttled():
            return failure.retry_after
        case Later():
            return failure.wait
        case _:
            return 0.0


async def _take_back(channel: Channel, address: Address, old: tuple[str, ...], instead: Prepared) -> None:
    """The old message says in its place that it no longer holds; where the network cannot, the new one stands alone."""
    first, *rest = old
    try:
        await channel.edit(address, first, instead)
        for message in rest:
            await channel.withdraw(address, message)
    except (NotSupported, SendError) as failure:
        LOG.info("an old message stays on %s: %r", channel.name, failure)
