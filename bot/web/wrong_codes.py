"""How many codes that no notice has were asked for, by address of the internet: nobody is to guess them."""

import time
from collections.abc import Callable

MOST, MINUTE = 20, 60  # different codes in a minute: hundreds of telephones may share one address of their carrier
_SWEEP_AT = 10_000  # addresses


class WrongCodes:
    """Counts each wrong code once: a forged notice is asked about by a whole village, and all of it gets its answer."""

    def __init__(self, most: int = MOST, seconds: float = MINUTE, clock: Callable[[], float] = time.monotonic) -> None:
        self.most, self.seconds, self.clock = most, seconds, clock
        self._asked: dict[str, dict[str, float]] = {}
        self._sweep_at = _SWEEP_AT

    def allows(self, place: str, code: str) -> bool:
        """Whether a code that no notice has may be answered there; counts it, if it is one more."""
        now = self.clock()
        self._forget(now)
        codes = {known: at for known, at in self._asked.get(place, {}).items() if at > now - self.seconds}
        allowed = code in codes or len(codes) < self.most
        if allowed:
            codes[code] = now
        self._asked[place] = codes
        return allowed

    def _forget(self, now: float) -> None:
        if len(self._asked) < self._sweep_at:
            return
        before = now - self.seconds
        self._asked = {place: codes for place, codes in self._asked.items() if max(codes.values()) > before}
        self._sweep_at = max(_SWEEP_AT, 2 * len(self._asked))
