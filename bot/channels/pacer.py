"""When the next message of one account may leave: a strict rolling window, even spacing, and learning from refusals."""

from bisect import bisect_left, insort
from math import ceil, floor, inf

GUARD = 0.004  # seconds added to the window, because messages do not all travel equally fast
WIDEST_GUARD = 0.1
GUARD_MENDS = 0.0001  # seconds of guard given back per second without a refusal
SLOWER = 0.9  # what one episode of refusals leaves of the rate
RATE_MENDS = 1 / 3000  # part of the permitted rate given back per second: one episode is forgotten in five minutes
SLOWEST = 0.1  # part of the permitted rate that is never given up
LEAST_CATCH_UP = 0.015  # seconds of lateness that may be made good by going faster; more where slots are short
LONGEST_GAP = 0.05  # seconds: what is made good leaves a gap of as much, in which answers wait besides for their slot
JOURNEYS = (16, 1.0)  # answers and seconds, at least, in which the shortest journey is looked for
ROUNDING = 1e-9


class Pacer:
    """Pure bookkeeping; every time is a number of seconds that the caller reads from one clock that never goes back."""

    def __init__(self, rate: float) -> None:
        if not 0 < rate < inf:
            raise ValueError(f"a rate is messages per second above zero, got {rate}")
        self._whole = self.permitted = self._rate = rate
        self._most = ceil(rate)  # moments that can matter
        self._guard = GUARD
        self._mended = -inf  # until when rate and guard have been given back
        self._moments: list[float] = []  # in order: when the last ones left or, as far as is known, arrived
        self._left = -inf  # when the newest one left
        self._journey = _Journey()
        self._slot = -inf  # the next slot of the even spacing
        self._gate = -inf  # nothing leaves before
        self._episode = inf  # when the last episode of refusals began; inf: there was none
        self._measure()

    @property
    def rate(self) -> float:
        """Messages per second at present; at most the permitted rate."""
        return self._rate

    def share(self, part: float) -> None:
        """From now on only this part (0 to 1] of the rate is permitted, in whole messages so that parts add up."""
        if not 0 < part <= 1:
            raise ValueError(f"a part lies above 0 and at most at 1, got {part}")
        wear = self._rate / self.permitted
        share = self._whole * part
        self.permitted = self._whole if part == 1 else floor(share + ROUNDING) or share
        self._rate = self.permitted * wear
        self._measure()

    def next_release(self, now: float) -> float:
        """The earliest time at which one message may leave; not after `now` when that is at once."""
        if self._rate < self.permitted or self._guard > GUARD:
            self._mend(now)
        held = len(self._moments)
        window_ends = self._moments[held - self._count] + self._window if held >= self._count else -inf
        return max(self._gate, self._slot, window_ends)

    def released(self, now: float) -> None:
        """One message leaves now, which `next_release` has just allowed."""
        if now - self._left > 2 * self._window:
            self._slot = now
        self._left = now
        self._keep(now)
        self._slot = max(self._slot, now - self._catch_up) + self._spacing

    def written(self, left: float, now: float) -> float:
        """The message that was allowed to leave then is on the wire only now; the moment by which it counts."""
        self._move(left, now)
        return now

    def answered(self, counted: float, now: float) -> None:
        """The network has answered the message that counted by that moment.

        The network counts arrivals: what took longer than others may have arrived as much later, perhaps in a heap.
        """
        arrived = now - self._journey.shortest
        self._journey.took(now - counted, now)
        if arrived > counted:
            self._move(counted, arrived)

    def _move(self, counted: float, moment: float) -> None:
        place = bisect_left(self._moments, counted)
        if place < len(self._moments) and self._moments[place] == counted:
            del self._moments[place]
            self._keep(moment)

    def _keep(self, moment: float) -> None:
        insort(self._moments, moment)
        if len(self._moments) > self._most:
            del self._moments[0]

    def refused(self, now: float, retry_after: float) -> None:
        """The network has said 429: close the gate for the whole account; once per episode also go slower."""
        self._mend(now)
        self._gate = max(self._gate, now + retry_after)
        self._mended = max(self._mended, self._gate)
        if self._tells_news():
            self._episode = now
            self._rate = max(self._rate * SLOWER, self.permitted * SLOWEST)
            self._guard = min(self._guard * 2, WIDEST_GUARD)
            self._measure()

    def _tells_news(self) -> bool:
        """Whether anything has left since the episode began; else this refusal was on its way already."""
        return self._episode == inf or self._left > self._episode

    def _mend(self, now: float) -> None:
        quiet = now - self._mended
        if quiet > 0:
            self._mended = now
            self._rate = min(self.permitted, self._rate + quiet * RATE_MENDS * self.permitted)
            self._guard = max(GUARD, self._guard - quiet * GUARD_MENDS)
            self._measure()

    def _measure(self) -> None:
        """A window is a second or a little longer and holds a whole number of messages: so no second holds more."""
        self._count = ceil(self._rate)
        self._window = self._count / self._rate + self._guard
        self._spacing = self._window / self._count
        self._catch_up = max(LEAST_CATCH_UP, LONGEST_GAP - self._spacing)


class _Journey:
    """The shortest time from the wire to the answer, lately."""

    def __init__(self) -> None:
        self.shortest = 0.0  # seconds; as long as nothing is known, all may be late
        self._answers, self._since, self._least = 0, -inf, inf

    def took(self, seconds: float, now: float) -> None:
        """A message was answered now, this long after it was on the wire."""
        if not self._answers:
            self._since = now
        self._answers += 1
        self._least = min(self._least, seconds)
        answers, time = JOURNEYS
        if self._answers >= answers and now - self._since >= time:
            self.shortest, self._least, self._answers = self._least, inf, 0
