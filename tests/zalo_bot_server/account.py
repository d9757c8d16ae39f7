"""One bot as the server knows it: who writes to it, what it has said, what waits for it, and its webhook."""

import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from itertools import count

from tests.telegram_server.news import News
from tests.zalo_bot_server.calls import JSON, Call
from tests.zalo_bot_server.updates import Updates

MONTHS = timezone(timedelta(hours=7))
_CLOCK_AT_START = time.time() - time.monotonic()


def steady_clock() -> float:
    """Seconds since 1970 that never jump."""
    return _CLOCK_AT_START + time.monotonic()


@dataclass(frozen=True, slots=True)
class Seen:
    """One message of the bot as a person sees it; `styled` pairs words with the codes of their style."""

    id: str
    method: str
    text: str
    styled: tuple[tuple[str, tuple[str, ...]], ...] = ()
    url: str = ""


@dataclass(slots=True)
class Chat:
    """A private chat or a group."""

    described: JSON
    sees: list[Seen] = field(default_factory=list)
    typing: int = 0  # how often the bot has shown that it writes


@dataclass(slots=True)
class Rate:
    """A strict rolling window of one second; 0 is no limit. The network publishes no figure."""

    per_second: int = 0
    per_chat: int = 0
    _windows: defaultdict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def too_fast(self, call: Call) -> bool:
        """Whether this message is one too many; only then it is not counted."""
        windows = [(self._window(name, call.at), most) for name, most in self._limits(call) if most]
        if any(len(window) >= most for window, most in windows):
            return True
        for window, _ in windows:
            window.append(call.at)
        return False

    def _limits(self, call: Call) -> tuple[tuple[str, int], ...]:
        return (("", self.per_second), (call.text("chat_id"), self.per_chat))

    def _window(self, name: str, now: float) -> deque[float]:
        window = self._windows[name]
        while window and window[0] <= now - 1:
            window.popleft()
        return window


class Account:
    """Everything that belongs to one token."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.news = News()
        self.updates = Updates(self.news)
        self.chats: dict[str, Chat] = {}
        self.rate = Rate()
        self.sent: Counter[str] = Counter()  # messages of the bot by month
        self.me: JSON = {
            "id": "1459232241454765289",
            "account_name": "bot.camtay",
            "account_type": "BASIC",
            "can_join_groups": False,
            "display_name": "Bot Cầm Tay",
        }
        self._ids = count(0x2D75AA01)

    @property
    def milliseconds(self) -> int:
        """The time as messages carry it."""
        return int(self.clock() * 1000)

    def new_id(self) -> str:
        """The id of a message: a text that looks like a number in hexadecimal."""
        return f"{next(self._ids):x}{'9f3a' * 3}"

    def is_group(self, call: Call) -> bool:
        """Whether a request is about a group."""
        chat = self.chats.get(call.text("chat_id"))
        return chat is not None and chat.described["chat_type"] == "GROUP"

    def month(self) -> str:
        """The month of Vietnam's that it is."""
        return datetime.fromtimestamp(self.clock(), UTC).astimezone(MONTHS).strftime("%Y-%m")

    def sent_this_month(self) -> int:
        """How many messages the bot has sent."""
        return self.sent[self.month()]
