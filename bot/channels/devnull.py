"""A fake network to rehearse and measure with: chosen delay and faults, the same every time for the same seed."""

import asyncio
import json
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from bot.channels.budget import Budget
from bot.channels.channel import (
    Capabilities,
    Gone,
    MessageId,
    NotSupported,
    Part,
    Prepared,
    SendError,
    Still,
    Throttled,
    Unavailable,
    Uncertain,
    Unreadable,
    Unwanted,
    always,
)
from bot.messages import Address, Incoming, Kind, Priority

NAME = "devnull"


@dataclass(frozen=True, slots=True)
class Faults:
    """How often each failure happens, from 0 to 1 for every send; together at most 1."""

    throttled: float = 0.0
    unavailable: float = 0.0
    uncertain: float = 0.0  # half of these arrive all the same
    gone: float = 0.0
    retry_after: float = 3.0  # seconds that a throttled sender must wait

    def __post_init__(self) -> None:
        rates = (self.throttled, self.unavailable, self.uncertain, self.gone)
        if min(rates) < 0 or sum(rates) > 1:
            raise ValueError(f"rates of faults lie between 0 and 1 and sum up to at most 1, got {rates}")

    def draw(self, chance: Random) -> SendError | None:
        """The failure of one send, None for the most part."""
        faults = (Throttled(self.retry_after), Unavailable(), Uncertain(), Gone())
        rates = (self.throttled, self.unavailable, self.uncertain, self.gone)
        return chance.choices((*faults, None), (*rates, max(0.0, 1 - sum(rates))))[0]


class Delivered(NamedTuple):
    """One screen that reached somebody."""

    account: str
    prepared: Prepared
    priority: Priority
    key: str


class DevnullChannel:
    """Delivers to nobody and remembers it: `delivered` holds the newest `keep`, all of them for None."""

    name = NAME
    capabilities = Capabilities(longest_text=4096, buttons=10, pictures=True, voice=True, files=True)

    def __init__(
        self,
        budget: Budget | None = None,
        faults: Faults | None = None,
        delay: float = 0.0,
        seed: int = 0,
        keep: int | None = None,
    ) -> None:
        self.delivered: deque[Delivered] = deque(maxlen=keep)
        self.budget = budget or Budget()
        self._faults = faults
        self._delay = delay
        self._chance = Random(seed)  # noqa: S311 - chance, not a secret
        self._last = 0

    def parse(self, headers: Mapping[str, str], body: bytes) -> list[Incoming]:
        """One message as {"account", "id", "text", "choice"?, "screen"?}; raises Unreadable."""
        try:
            return [_read(json.loads(body))]
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise Unreadable(f"not a message of the fake network: {type(error).__name__}") from error

    def prepare(self, parts: Sequence[Part]) -> Prepared:
        """One body for each part, which holds the part itself."""
        return Prepared(tuple({"part": part} for part in parts))

    async def send(
        self, address: Address, prepared: Prepared, priority: Priority, key: str = "", still: Still = always
    ) -> tuple[MessageId, ...]:
        """Delivered after the delay, or one of the chosen faults. Like Telegram, it shows a repeated key twice."""
        for _ in prepared.bodies:
            await self.budget.turn(priority)
        if not still():
            raise Unwanted
        if self._delay:
            await asyncio.sleep(self._delay)
        if self._faults and (fault := self._faults.draw(self._chance)):
            self._fail(fault, Delivered(address.account, prepared, priority, key))
        self.delivered.append(Delivered(address.account, prepared, priority, key))
        self._last += len(prepared.bodies)
        return tuple(map(str, range(self._last - len(prepared.bodies) + 1, self._last + 1)))

    async def edit(self, address: Address, message: MessageId, prepared: Prepared) -> None:
        """Raises NotSupported."""
        raise NotSupported

    async def withdraw(self, address: Address, message: MessageId) -> None:
        """Raises NotSupported."""
        raise NotSupported

    async def close(self) -> None:
        """Nothing to let go of."""

    def _fail(self, fault: SendError, delivered: Delivered) -> None:
        if isinstance(fault, Throttled):
            self.budget.refused(fault.retry_after)
        if isinstance(fault, Uncertain) and self._chance.random() < 0.5:
            self.delivered.append(delivered)
        raise fault


def _read(message: object) -> Incoming:
    if not isinstance(message, dict):
        raise TypeError("expected an object")
    choice, screen = (None if message.get(name) is None else _text(message[name]) for name in ("choice", "screen"))
    address = Address.parse(f"{NAME}:{_text(message['account'])}")
    return Incoming(address, _text(message["id"]), Kind.TEXT, _text(message.get("text", "")), choice, screen)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected text, got {type(value).__name__}")
    value.encode()  # raises for half of a surrogate pair, which JSON can hold and no database
    return value.replace("\0", "")
