"""An event loop whose clock leaps to the next timer, so that a minute of waiting takes no time."""

import asyncio
import selectors
from bisect import bisect_right
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


class _Leaping(selectors.SelectSelector):
    """Moves `now` forward instead of waiting."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("everybody waits and nobody will ever wake them")
        self.now += max(0.0, timeout)
        return super().select(0)


class SimulatedLoop(asyncio.SelectorEventLoop):
    """Starts at 0 s; `time()` is the only clock that means anything in it."""

    def __init__(self) -> None:
        self._leaping = _Leaping()
        super().__init__(self._leaping)

    def time(self) -> float:
        return self._leaping.now


def run(main: Coroutine[Any, Any, T]) -> T:
    """The result of `main`, run in simulated time."""
    with asyncio.Runner(loop_factory=SimulatedLoop) as runner:
        return runner.run(main)


def now() -> float:
    """The time in the running simulated loop."""
    return asyncio.get_running_loop().time()


def busiest_second(times: Sequence[float]) -> int:
    """The most of these (sorted) moments that lie within any half-open second, as a strict server counts them."""
    return max((bisect_right(times, moment) - bisect_right(times, moment - 1) for moment in times), default=0)
