"""A chat network in the simulated world: requests take their time, and some come to grief in every known way."""

import asyncio
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass
from random import Random
from typing import Protocol

from bot.channels.channel import (
    Gone,
    Held,
    MessageId,
    Misconfigured,
    Refused,
    SendError,
    Throttled,
    Unavailable,
    Uncertain,
)
from bot.messages import Address
from tests.simulation.machines import Machine

TIMEOUT = 2.0  # seconds after which whoever asked gives up; by then what arrives has arrived
RETRY_AFTER = (1.0, 3.0, 7.0)


@dataclass(frozen=True, slots=True)
class Weather:
    """How often what goes wrong, from 0 to 1 for every request; together at most 1."""

    throttled: float = 0.0
    unavailable: float = 0.0
    lost: float = 0.0  # no answer, and it has not arrived
    unanswered: float = 0.0  # no answer, though it has arrived
    refused: float = 0.0
    held: float = 0.0
    misconfigured: float = 0.0

    def draw(self, chance: Random) -> SendError | None:
        """The failure of one request; None for the most part."""
        faults = (Throttled(chance.choice(RETRY_AFTER)), Unavailable("5xx"), Uncertain("lost"), Unanswered("timeout"))
        more = (Refused("not like this"), Held("not now"), Misconfigured("no such account"))
        rates = [getattr(self, name) for name in self.__slots__]
        return chance.choices((*faults, *more, None), (*rates, max(0.0, 1 - sum(rates))))[0]


class Unanswered(Uncertain):
    """It has arrived, but whoever sent it is not told."""


CALM = Weather()


@dataclass(frozen=True, slots=True)
class Request:
    """One message on the wire, and which machine has written it."""

    machine: Machine | None
    address: Address
    key: str
    said: str


class Witness(Protocol):
    """Whoever sees everything on the wire."""

    def left(self, request: Request) -> None:
        """It was written to the wire."""

    def arrived(self, request: Request) -> None:
        """The person has it."""

    def failed(self, request: Request, why: SendError) -> None:
        """The network says no, or nothing."""

    def edited(self, request: Request) -> None:
        """A message says something else now."""


class Network:
    """Carries the requests of every machine; what has left arrives, whatever becomes of the machine."""

    def __init__(self, chance: Random, witness: Witness, is_gone: Callable[[Address], bool]) -> None:
        """`is_gone` tells where the bot was blocked."""
        self.weather = CALM
        self._chance, self._witness, self._is_gone = chance, witness, is_gone
        self._outside = copy_context()  # of no machine
        self._last = 0

    async def carry(self, request: Request) -> MessageId:
        """The message's name; raises a SendError."""
        self._witness.left(request)
        fate = Gone("blocked") if self._is_gone(request.address) else self.weather.draw(self._chance)
        delay = self._chance.uniform(0.01, 0.9)
        if fate is None or isinstance(fate, Unanswered):
            self._later(delay * 0.6, lambda: self._witness.arrived(request))
        if fate is None:
            return await self._answer(delay, self._name())
        self._witness.failed(request, fate)
        return await self._answer(TIMEOUT if isinstance(fate, Uncertain) else delay, fate)

    async def change(self, request: Request) -> None:
        """Put other words in the place of a message; raises a SendError."""
        delay = self._chance.uniform(0.01, 0.9)
        if self._chance.random() < 0.2:
            await self._answer(delay, Refused("too old"))
        self._later(delay * 0.6, lambda: self._witness.edited(request))
        await self._answer(delay, self._name())

    def _name(self) -> MessageId:
        self._last += 1
        return str(self._last)

    async def _answer(self, delay: float, answer: MessageId | SendError) -> MessageId:
        coming: asyncio.Future[MessageId] = asyncio.get_running_loop().create_future()
        self._later(delay, lambda: _give(coming, answer))
        return await coming

    def _later(self, delay: float, callback: Callable[[], None]) -> None:
        asyncio.get_running_loop().call_later(delay, callback, context=self._outside)


def _give(coming: "asyncio.Future[MessageId]", answer: MessageId | SendError) -> None:
    if coming.done():
        return
    if isinstance(answer, SendError):
        coming.set_exception(answer)
    else:
        coming.set_result(answer)
