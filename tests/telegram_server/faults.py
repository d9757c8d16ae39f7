"""Trouble to order: a strict rate limit, and faults that strike one request in N."""

import asyncio
import math
import random
from collections import defaultdict, deque
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import Enum, auto

from tests.telegram_server.calls import Call, Refused

RECEIVING = frozenset({"getMe", "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo", "getFile"})


@dataclass(slots=True)
class RateLimit:
    """A strict rolling window over everything that is sent or edited; 0 is no limit. Seconds as the clock has them."""

    per_second: int = 0
    per_chat: int = 0  # a second, in one chat
    per_group: int = 0  # a minute, in one group or channel
    penalty: float = 3  # for the whole token, after it went over the limit
    refused: int = 0  # how many requests were answered with 429
    _windows: defaultdict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _closed_until: float = 0

    def admit(self, call: Call) -> None:
        """Count a request; raises 429 beyond the limit and until the penalty is over."""
        if call.method in RECEIVING:
            return
        if call.at >= self._closed_until and self._count(call):
            self._closed_until = call.at + self.penalty
        if call.at < self._closed_until:
            self.refused += 1
            raise too_many(self._closed_until - call.at)

    def _count(self, call: Call) -> bool:
        """Whether this is one too many; only then it is not counted."""
        if not call.method.startswith(("send", "edit")) or call.method == "sendChatAction":
            return False
        chat = call.text("chat_id")
        windows = [("", self.per_second, 1), (chat, self.per_chat, 1)]
        if chat.startswith("-"):
            windows.append((f"group {chat}", self.per_group, 60))
        kept = [self._window(name, call.at - seconds) for name, most, seconds in windows]
        if any(most and len(window) >= most for window, (_, most, _) in zip(kept, windows, strict=True)):
            return True
        for window in kept:
            window.append(call.at)
        return False

    def _window(self, name: str, since: float) -> deque[float]:
        window = self._windows[name]
        while window and window[0] <= since:
            window.popleft()
        return window


def too_many(seconds: float) -> Refused:
    """The 429 that asks to wait so long, in whole seconds."""
    whole = max(1, math.ceil(seconds))
    return Refused(429, f"Too Many Requests: retry after {whole}", retry_after=whole)


class Trouble(Enum):
    """What can go wrong with one request."""

    REFUSE = auto()  # 429 with `seconds` to wait, for this request only
    DROP_BEFORE = auto()  # the connection breaks, nothing was done
    DROP_AFTER = auto()  # the connection breaks, but the work was done
    ERROR = auto()  # 500 in the Bot API's own form
    HTML = auto()  # 502 with the page of a proxy
    SLOW = auto()  # the answer comes after `seconds`, or as soon as the server is told to release it


@dataclass(slots=True)
class Fault:
    """Strikes exactly one of every `one_in` requests, at a place that the seed decides, `times` times at most."""

    trouble: Trouble
    one_in: int = 1
    methods: Collection[str] = ()  # none named: all
    seconds: float = 1
    times: float = math.inf
    seed: int = 0
    struck: int = 0
    _seen: int = 0
    _place: int = 0

    def strikes(self, call: Call) -> bool:
        """Whether this request is hit."""
        if self.struck >= self.times or (self.methods and call.method not in self.methods):
            return False
        block, position = divmod(self._seen, self.one_in)
        if position == 0:
            self._place = random.Random(f"{self.seed} {self.trouble} {block}").randrange(self.one_in)
        self._seen += 1
        self.struck += position == self._place
        return position == self._place


class Held:
    """Answers that wait until they are released or their time is up."""

    def __init__(self) -> None:
        self._released = asyncio.Event()

    def release(self) -> None:
        """Let all slow answers go, now and later."""
        self._released.set()

    async def wait(self, seconds: float) -> None:
        """Return after so many seconds at the latest."""
        try:
            async with asyncio.timeout(seconds):
                await self._released.wait()
        except TimeoutError:
            return
