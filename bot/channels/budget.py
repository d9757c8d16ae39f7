"""One rate budget per bot account: everybody who sends asks for a turn here, the most pressing goes first."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from heapq import heappop, heappush

from bot.channels.pacer import Pacer
from bot.messages import Priority

REPLY_SHARE = 0.1  # part of the turns that answers are always given; what they leave goes to the others

Turn = asyncio.Future[None]
Later = Callable[[float, Callable[[], None]], object]


class Budget:
    """Turns to send one message each; belongs to one event loop. Without a rate every turn comes at once."""

    def __init__(
        self, rate: float | None = None, *, clock: Callable[[], float] = time.monotonic, later: Later | None = None
    ) -> None:
        self._pacer = None if rate is None else Pacer(rate)
        self._line = _Line(most_credit=max(1.0, (rate or 0) * REPLY_SHARE))
        self._clock = clock
        self._later = later or _call_later
        self._armed = False  # a timer is set, hence somebody may be waiting

    @property
    def rate(self) -> float | None:
        """Messages per second at present, lowered by refusals; None where there is no limit."""
        return self._pacer.rate if self._pacer else None

    async def turn(self, priority: Priority) -> None:
        """Returns when one message of this priority may leave; who is cancelled while waiting takes no turn."""
        if self._pacer is None or self._at_once(self._pacer):
            return
        turn: Turn = asyncio.get_running_loop().create_future()
        self._line.join(priority, turn)
        self._arm(self._pacer)
        await turn

    def refused(self, retry_after: float) -> None:
        """The network has said 429: nobody gets a turn for `retry_after` seconds, and then a little more slowly."""
        if self._pacer:
            self._pacer.refused(self._clock(), retry_after)

    def _at_once(self, pacer: Pacer) -> bool:
        now = self._clock()
        if self._armed or pacer.next_release(now) > now:
            return False
        pacer.released(now)
        self._line.earn()
        return True

    def _arm(self, pacer: Pacer) -> None:
        if not self._armed:
            self._armed = True
            now = self._clock()
            self._later(max(0.0, pacer.next_release(now) - now), partial(self._serve, pacer))

    def _serve(self, pacer: Pacer) -> None:
        self._armed = False
        now = self._clock()
        while pacer.next_release(now) <= now and (turn := self._line.leave()):
            pacer.released(now)
            turn.set_result(None)
        if self._line:
            self._arm(pacer)


def _call_later(delay: float, callback: Callable[[], None]) -> object:
    return asyncio.get_running_loop().call_later(delay, callback)


class _Line:
    """Who waits: answers first as long as they keep within their share, beyond it by arrival among the routine."""

    def __init__(self, most_credit: float) -> None:
        self._answers: deque[tuple[int, Turn]] = deque()
        self._others: list[tuple[Priority, int, Turn]] = []
        self._arrivals = 0
        self._credit = self._most_credit = most_credit  # answers that may overtake everybody

    def __bool__(self) -> bool:
        return bool(self._answers or self._others)

    def join(self, priority: Priority, turn: Turn) -> None:
        """Wait behind those of the same priority."""
        self._arrivals += 1
        if priority is Priority.REPLY:
            self._answers.append((self._arrivals, turn))
        else:
            heappush(self._others, (priority, self._arrivals, turn))

    def earn(self) -> None:
        """A turn was given: the answers' share of it may be used later, up to one second's worth."""
        self._credit = min(self._most_credit, self._credit + REPLY_SHARE)

    def leave(self) -> Turn | None:
        """The turn of whoever is next, None when nobody waits any more; the cancelled are passed over."""
        while self._answers and self._answers[0][1].done():
            self._answers.popleft()
        while self._others and self._others[0][2].done():
            heappop(self._others)
        if not self:
            return None
        self.earn()
        return self._answers.popleft()[1] if self._answer_is_next() else heappop(self._others)[2]

    def _answer_is_next(self) -> bool:
        if not (self._answers and self._others):
            return bool(self._answers)
        if self._credit >= 1:
            self._credit -= 1
            return True
        priority, arrival, _ = self._others[0]
        return priority is Priority.ROUTINE and self._answers[0][0] < arrival
