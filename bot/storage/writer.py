"""The one writer of a SQLite file: all units of a moment share one transaction, and so one wait for the disk."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from sys import setswitchinterval
from typing import Any, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from bot.storage.database import Transaction
from bot.storage.errors import DatabaseUnavailable
from bot.storage.outgoing import announced

T = TypeVar("T")
BEGIN = "BEGIN IMMEDIATE"  # takes the file at once; a reader that turns writer could lose it to another process
SWITCH = 0.0001  # seconds after which a busy thread lets the others run: at Python's 0.005 the event loop, which
# gives way at every send, would wait for as long each time that the writer is at work (an answer 20 ms later, not 3)
HEED = 0.004  # seconds in which whoever was rung for comes before the patient
MOST = 256  # units in one transaction: bounds how long the first of them waits for the last


@dataclass(frozen=True, slots=True)
class _Unit:
    work: Callable[[Transaction], Any]
    done: asyncio.Future[Any]
    patient: bool


class Writer:
    """Gathers units while a transaction is under way. When one raises, halves run again until it stands alone."""

    def __init__(self, engine: Engine, ring: Callable[[], None] = lambda: None) -> None:
        """`ring` is called after each transaction that has put something there to be sent."""
        setswitchinterval(SWITCH)
        self._engine, self._ring = engine, ring
        self._thread = ThreadPoolExecutor(1, "sqlite-writer")
        self._waiting: deque[_Unit] = deque()
        self._patient: deque[_Unit] = deque()
        self._patients_turn = False
        self._again: deque[list[_Unit]] = deque()
        self._busy = False
        self._idle: asyncio.Future[None] | None = None
        self._closed = False

    async def write(self, work: Callable[[Transaction], T], patient: bool = False) -> T:
        """What the unit returns, once its transaction is on disk; DatabaseUnavailable when that cannot be.

        A `patient` one lets whoever is waiting go first, once, and shares its transaction with nobody.
        """
        if self._closed:
            raise DatabaseUnavailable("the database is closed")
        unit = _Unit(work, asyncio.get_running_loop().create_future(), patient)
        (self._patient if patient else self._waiting).append(unit)
        if not self._busy:
            self._next()
        result: T = await unit.done
        return result

    async def close(self) -> None:
        """Wait for the units that were handed in, then end the thread."""
        self._closed = True
        if self._busy:
            self._idle = asyncio.get_running_loop().create_future()
            await self._idle
        self._thread.submit(self._engine.dispose).result()
        self._thread.shutdown()

    def _next(self) -> None:
        units = self._gather()
        self._busy = bool(units)
        if units:
            works = [unit.work for unit in units]
            batch = asyncio.get_running_loop().run_in_executor(self._thread, self._together, works)
            batch.add_done_callback(partial(self._settle, units))
        elif self._idle:
            self._idle.set_result(None)

    def _ring_and_go_on(self) -> None:
        """The patient let those come first who act on the ring, within HEED."""
        self._ring()
        self._patients_turn = False
        if self._patient and not self._waiting:
            asyncio.get_running_loop().call_later(HEED, self._next)
        else:
            self._next()

    def _gather(self) -> list[_Unit]:
        units: list[_Unit] = []
        if self._again:
            units = self._again.popleft()
        while not units and (self._waiting or self._patient):
            units = [unit for unit in self._taken() if not unit.done.cancelled()]
        return units

    def _taken(self) -> list[_Unit]:
        """All who wait, or one that is patient; by turns where there are both."""
        patient = bool(self._patient) and (self._patients_turn or not self._waiting)
        self._patients_turn = not patient
        if patient:
            return [self._patient.popleft()]
        return [self._waiting.popleft() for _ in range(min(MOST, len(self._waiting)))]

    def _together(self, works: Sequence[Callable[[Transaction], Any]]) -> tuple[list[Any], bool]:
        """What the units return, and whether there is something to send now."""
        with closing(self._engine.connect()) as transaction:
            self._named(partial(transaction.exec_driver_sql, BEGIN))
            announced(transaction)  # by units that came to nothing
            results = [work(transaction) for work in works]
            self._named(transaction.commit)
            return results, announced(transaction)

    def _named(self, step: Callable[[], object]) -> None:
        try:
            step()
        except DatabaseError as error:
            raise DatabaseUnavailable(str(error.orig)) from error

    def _settle(self, units: list[_Unit], batch: asyncio.Future[tuple[list[Any], bool]]) -> None:
        error = batch.exception()
        if error is None:
            results, outgoing = batch.result()
            for unit, result in zip(units, results, strict=True):
                if not unit.done.done():
                    unit.done.set_result(result)
            if outgoing:
                self._ring_and_go_on()
                return
        elif len(units) == 1 or isinstance(error, DatabaseUnavailable):
            for unit in units:
                if not unit.done.done():
                    unit.done.set_exception(error)
        else:
            middle = len(units) // 2
            self._again.extendleft([units[middle:], units[:middle]])
        self._next()
