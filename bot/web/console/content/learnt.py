"""How lessons go, as their pages tell it: counted beside the pages, which do not wait once there is an older count."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bot.storage.counting import lesson_figures
from bot.storage.counting.lesson_figures import LessonFigures
from bot.storage.database import Database

MOMENT = 0.03  # seconds that a page waits for a newer count
WORTH = 100  # a count is not made again before so many times what it took have passed
MOST = 200  # lessons in versions whose counts are kept

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Count(Generic[T]):
    """What was counted, and from when on that may be done again."""

    value: T
    good_until: float


class Counting(Generic[T]):
    """One question that may take long: the newest answer there is, at most one being found out at a time."""

    def __init__(self, ask: Callable[[], Coroutine[Any, Any, T]], clock: Callable[[], float] = time.monotonic) -> None:
        self._ask, self._clock = ask, clock
        self._last: _Count[T] | None = None
        self._task: asyncio.Task[_Count[T]] | None = None

    async def newest(self) -> T:
        """The first time it is waited for, later a MOMENT only; what asking raised is raised to whoever comes next."""
        if self._last is None or self._clock() >= self._last.good_until:
            await self._further(None if self._last is None else MOMENT)
        assert self._last is not None  # noqa: S101 - without an answer it was waited for
        return self._last.value

    async def _further(self, most: float | None) -> None:
        task = self._task = self._task or asyncio.create_task(self._count())
        done, _ = await asyncio.wait({task}, timeout=most)
        if done:
            self._task = None if self._task is task else self._task
            self._last = task.result()

    async def _count(self) -> _Count[T]:
        begun = self._clock()
        value = await self._ask()
        ended = self._clock()
        return _Count(value, ended + WORTH * (ended - begun))


class Learnt:
    """The counts of one desk."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._all = Counting(lambda: database.read(lesson_figures.figures))
        self._single: dict[tuple[str, str], Counting[LessonFigures]] = {}

    async def figures(self) -> Mapping[str, LessonFigures]:
        """Begun and finished by the lessons' `mã`."""
        return await self._all.newest()

    async def figures_of(self, lesson: str, version: str) -> LessonFigures:
        """Of one lesson, its questions as this version asks them."""
        if len(self._single) > MOST:
            self._single.clear()
        found = self._single.setdefault((lesson, version), self._counting_of(lesson, version))
        return await found.newest()

    def _counting_of(self, lesson: str, version: str) -> Counting[LessonFigures]:
        return Counting(lambda: self._database.read(lambda tx: lesson_figures.figures_of(tx, lesson, version)))
