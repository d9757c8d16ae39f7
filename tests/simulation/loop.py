"""The event loop of the simulated world: its clock leaps, and its callbacks belong to machines."""

import asyncio
import gc
from collections import deque
from collections.abc import Callable, Coroutine
from contextvars import Context, copy_context
from heapq import heappop, heappush
from itertools import count
from typing import Any, TypeVar, TypeVarTuple

from tests.simulation.machines import machine_in

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class _Call(asyncio.TimerHandle):
    """A callback in its context, which waits where its machine has stopped."""

    __slots__ = ("_given", "_machine", "_off", "_what", "_within")

    def __init__(self, what: Callable[..., object], given: tuple[Any, ...], context: Context | None) -> None:
        self._what, self._given, self._off = what, given, False
        self._within = copy_context() if context is None else context
        self._machine = machine_in(self._within)

    def cancel(self) -> None:
        self._off = True

    def cancelled(self) -> bool:
        return self._off

    def __call__(self) -> None:
        if self._off:
            return
        if self._machine is not None and self._machine.stopped:
            self._machine.hold(self)
        else:
            self._within.run(self._what, *self._given)


class _Task(asyncio.Task[Any]):
    """Its place in a set depends on nothing but the order in which tasks were made."""

    __slots__ = ("_number",)
    _numbers = count()

    def __init__(self, *given: Any, **named: Any) -> None:
        self._number = next(self._numbers)
        super().__init__(*given, **named)

    def __hash__(self) -> int:
        return self._number


class MachineLoop(asyncio.SelectorEventLoop):
    """A loop in simulated time, which never looks at a socket and does the same again for the same seed."""

    def __init__(self) -> None:
        super().__init__()
        self._now, self._calls = 0.0, deque[_Call]()
        self._timers: list[tuple[float, int, _Call]] = []
        self._order = count()
        _Task._numbers = count()
        self.set_task_factory(lambda loop, work, **named: _Task(work, loop=loop, **named))

    def time(self) -> float:
        """Seconds since the beginning of the world."""
        return self._now

    def call_at(
        self, when: float, callback: Callable[[*Ts], object], *args: *Ts, context: Context | None = None
    ) -> asyncio.TimerHandle:
        call = _Call(callback, args, context)
        heappush(self._timers, (when, next(self._order), call))
        return call

    def call_later(
        self, delay: float, callback: Callable[[*Ts], object], *args: *Ts, context: Context | None = None
    ) -> asyncio.TimerHandle:
        return self.call_at(self._now + delay, callback, *args, context=context)

    def call_soon(
        self, callback: Callable[[*Ts], object], *args: *Ts, context: Context | None = None
    ) -> asyncio.Handle:
        call = _Call(callback, args, context)
        self._calls.append(call)
        return call

    def _run_once(self) -> None:
        """What can be done at this moment, or else the next one."""
        if not self._calls:
            self._leap()
        for _ in range(len(self._calls)):
            self._calls.popleft()()

    def _leap(self) -> None:
        while self._timers and self._timers[0][2].cancelled():
            heappop(self._timers)
        if not self._timers:
            raise RuntimeError("everybody waits and nobody will ever wake them")
        self._now = max(self._now, self._timers[0][0])
        while self._timers and self._timers[0][0] <= self._now:
            self._calls.append(heappop(self._timers)[2])


def run(main: Coroutine[Any, Any, T]) -> T:
    """The result of `main`, run in simulated time; a world is small enough to be thrown away as a whole."""
    gc.disable()
    try:
        with asyncio.Runner(loop_factory=MachineLoop) as runner:
            return runner.run(_alone(main))
    finally:
        gc.enable()


async def _alone(main: Coroutine[Any, Any, T]) -> T:
    """The result of `main`; whoever is left then is cut off."""
    try:
        return await main
    finally:
        while others := asyncio.all_tasks() - {asyncio.current_task()}:
            for task in others:
                task.cancel()
            await asyncio.wait(others)
