"""When the next message of one account may leave: a strict rolling window, even spacing, and learning from refusals."""

from collections import deque
from math import ceil, floor, inf

GUARD = 0.01  # seconds added to the window, because messages do not all travel equally fast
WIDEST_GUARD = 0.1
GUARD_MENDS = 0.0001  # seconds of guard given back per second without a refusal
SLOWER = 0.9  # what one episode of refusals leaves of the rate
RATE_MENDS = 1 / 3000  # part of the permitted rate given back per second: one episode is forgotten in five minutes
SLOWEST = 0.1  # part of the permitted rate that is never given up
LEAST_CATCH_UP = 0.015  # seconds of lateness that may be made good by going faster; more where slots are short
LONGEST_GAP = 0.05  # seconds: what is made good leaves a gap of as much, in which answers wait besides for their slot
OPENING = 1.05  # how much wider slots are for one window after a pause: messages that open connections arrive late
ROUNDING = 1e-9


class Pacer:
    """Pure bookkeeping; every time is a number of seconds that the caller reads from one clock that never goes back."""

    def __init__(self, rate: float) -> None:
        if not 0 < rate < inf:
            raise ValueError(f"a rate is messages per second above zero, got {rate}")
        self._whole = self.permitted = self._rate = rate
        self._guard = GUARD
        self._mended = -inf  # until when rate and guard have been given back
        self._releases: deque[float] = deque(maxlen=ceil(rate))
        self._slot = -inf  # the next slot of the even spacing
        self._opened = -inf  # when the last pause ended
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
        held = len(self._releases)
        window_ends = self._releases[held - self._count] + self._window if held >= self._count else -inf
        return max(self._gate, self._slot, window_ends)

    def released(self, now: float) -> None:
        """One message leaves now, which `next_release` has just allowed."""
        if not self._releases or now - self._releases[-1] > 2 * self._window:
            self._opened = self._slot = now
        self._releases.append(now)
        opening = now - self._opened < self._window
        self._slot = max(self._slot, now - self._catch_up) + (self._spacing * OPENING if opening else self._spacing)

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
        return self._episode == inf or bool(self._releases and self._releases[-1] > self._episode)

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
