"""One rate budget per bot account: everybody who sends asks for a turn here, the most pressing goes first."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from math import inf

from bot.channels.pacer import Pacer
from bot.messages import Priority

REPLY_SHARE = 0.1  # part of the turns that answers are always given; what they leave goes to the others
TICK = 0.004  # seconds between two looks at who is due: at full speed a timer for every turn costs a third of a message


class Leave:
    """One message's turn."""

    __slots__ = ("counted",)

    def __init__(self, counted: float) -> None:
        self.counted = counted  # the moment by which the account's rate is kept


Turn = asyncio.Future[Leave]
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
        self._looked = -inf  # when a timer was last served

    @property
    def rate(self) -> float | None:
        """Messages per second at present, lowered by refusals; None where there is no limit."""
        return self._pacer.rate if self._pacer else None

    @property
    def permitted(self) -> float | None:
        """Messages per second that the network grants the account; None where there is no limit."""
        return self._pacer.permitted if self._pacer else None

    async def turn(self, priority: Priority) -> Leave:
        """Returns when one message of this priority may leave; who is cancelled while waiting takes no turn.

        What it returns is for `written` and `answered`, which may be left out where a network takes few messages.
        """
        if self._pacer is None:
            return Leave(0.0)
        if leave := self._at_once(self._pacer):
            return leave
        turn: Turn = asyncio.get_running_loop().create_future()
        self._line.join(priority, turn)
        self._arm(self._pacer)
        return await turn

    def written(self, leave: Leave) -> None:
        """The message is on the wire."""
        if self._pacer:
            leave.counted = self._pacer.written(leave.counted, self._clock())

    def answered(self, leave: Leave) -> None:
        """The network has just answered it."""
        if self._pacer:
            self._pacer.answered(leave.counted, self._clock())

    def share(self, part: float) -> None:
        """From now on this process sends only this part (0 to 1] of the permitted rate; the rest is another's.

        Nobody knows what another process sends: give a part back only when a second has passed without its messages.
        """
        if self._pacer:
            self._pacer.share(part)

    def refused(self, retry_after: float) -> None:
        """The network has said 429: nobody gets a turn for `retry_after` seconds, and then a little more slowly."""
        if self._pacer:
            self._pacer.refused(self._clock(), retry_after)

    def _at_once(self, pacer: Pacer) -> Leave | None:
        """Where nobody has to wait."""
        if self._armed:
            return None
        now = self._clock()
        if pacer.next_release(now) > now:
            return None
        pacer.released(now)
        self._line.earn()
        return Leave(now)

    def _arm(self, pacer: Pacer) -> None:
        if not self._armed:
            self._armed = True
            now = self._clock()
            due = max(pacer.next_release(now), self._looked + TICK)
            self._later(max(0.0, due - now), partial(self._serve, pacer))

    def _serve(self, pacer: Pacer) -> None:
        self._armed = False
        self._looked = now = self._clock()
        while pacer.next_release(now) <= now and (turn := self._line.leave()):
            pacer.released(now)
            turn.set_result(Leave(now))
        if self._line:
            self._arm(pacer)


def _call_later(delay: float, callback: Callable[[], None]) -> object:
    return asyncio.get_running_loop().call_later(delay, callback)


class _Line:
    """Who waits: answers first as long as they keep within their share, beyond it by arrival among the routine."""

    def __init__(self, most_credit: float) -> None:
        self._queues: tuple[deque[tuple[int, Turn]], ...] = tuple(deque() for _ in Priority)  # most pressing first
        self._arrivals = 0
        self._credit = self._most_credit = most_credit  # answers that may overtake everybody

    def __bool__(self) -> bool:
        return any(self._queues)

    def join(self, priority: Priority, turn: Turn) -> None:
        """Wait behind those of the same priority."""
        self._arrivals += 1
        self._queues[priority].append((self._arrivals, turn))

    def earn(self) -> None:
        """A turn was given: the answers' share of it may be used later, up to one second's worth."""
        self._credit = min(self._most_credit, self._credit + REPLY_SHARE)

    def leave(self) -> Turn | None:
        """The turn of whoever is next, None when nobody waits any more; the cancelled are passed over."""
        for queue in self._queues:
            while queue and queue[0][1].done():
                queue.popleft()
        if not self:
            return None
        self.earn()
        answers, *others = self._queues
        pressing = next(filter(None, others), None)
        queue = answers if pressing is None or self._answer_goes_before(pressing[0][0]) else pressing
        return queue.popleft()[1]

    def _answer_goes_before(self, arrival: int) -> bool:
        """Before the first of the others, who came as this number."""
        answers, *_, routine = self._queues
        if answers and self._credit >= 1:
            self._credit -= 1
            return True
        first = routine and routine[0][0] == arrival
        return bool(answers and first and answers[0][0] < arrival)
