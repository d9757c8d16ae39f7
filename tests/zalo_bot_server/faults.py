"""Trouble to order: each fault strikes the next requests, `times` of them."""

import math
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto

from tests.zalo_bot_server.calls import Call


class Trouble(Enum):
    """What can go wrong with one request."""

    BUSY = auto()  # 429, with a Retry-After where `seconds` are given
    UNFETCHED = auto()  # 400, the file at an address of ours cannot be fetched
    FORBIDDEN = auto()  # 403, an internal fault of the network
    LATE = auto()  # 408, of any method
    TOKEN = auto()  # 401
    ERROR = auto()  # 500 in the Bot API's own form
    HIDDEN = auto()  # ok: false under HTTP 200
    HTML = auto()  # 502 with the page of a proxy
    DROP_BEFORE = auto()  # the connection breaks, nothing was done
    DROP_AFTER = auto()  # the connection breaks, but the work was done


@dataclass(slots=True)
class Fault:
    """Lets `spare` requests pass and strikes the `times` after them."""

    trouble: Trouble
    methods: Collection[str] = ()  # none named: all
    seconds: int | None = None
    times: float = math.inf
    spare: int = 0

    def strikes(self, call: Call) -> bool:
        """Whether this request is hit."""
        if self.methods and call.method not in self.methods:
            return False
        if self.spare:
            self.spare -= 1
            return False
        self.times -= 1
        return self.times >= 0
