"""Machines of the simulated world: what runs on one stops with it at once, wherever it is, and nothing tidies up."""

import asyncio
from collections.abc import Callable, Coroutine
from contextvars import Context, ContextVar, copy_context
from typing import Any, TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class Machine:
    """Stopped, nothing of it moves (SIGSTOP); going again, it finds every timer overdue. Killed, it stays so."""

    def __init__(self, name: str) -> None:
        self.name, self.stopped = name, False
        self.context = copy_context()
        self.context.run(_HERE.set, self)
        self._held: list[Callable[[], object]] = []

    def start(self, program: Coroutine[Any, Any, None]) -> None:
        """Run it here."""
        self._program = asyncio.get_running_loop().create_task(program, context=self.context)

    def call(self, callback: Callable[[], object]) -> None:
        """Something from outside happens on this machine, as soon as it goes."""
        asyncio.get_running_loop().call_soon(callback, context=self.context)

    def stop(self) -> None:
        """From now on nothing of it moves."""
        self.stopped = True

    def go(self) -> None:
        """It moves again, and does first what it has missed."""
        self.stopped = False
        held, self._held = self._held, []
        for call in held:
            asyncio.get_running_loop().call_soon(call)

    def hold(self, call: Callable[[], object]) -> None:
        """To be done when it goes again."""
        self._held.append(call)


_HERE: ContextVar[Machine | None] = ContextVar("machine", default=None)


def here() -> Machine | None:
    """The machine that is running this; None for the world around them."""
    return _HERE.get()


def machine_in(context: Context) -> Machine | None:
    """The machine that runs what has this context."""
    return context.get(_HERE)
