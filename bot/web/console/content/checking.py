"""Counting what is wrong in the whole folder takes seconds: it is done beside the pages, which do not wait for it."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.web.console.content.judge import Stamps, found, stamps

MOMENT = 0.03  # seconds that a page waits: enough for a small folder, and for what is known already

Key = tuple[Stamps, date]


@dataclass(frozen=True, slots=True)
class _Counted:
    """How many mistakes each file had, and what was counted: these files on this day."""

    key: Key
    counts: Mapping[str, int]


class Checking:
    """Remembers the last count of one desk; a count begins where somebody asks and a file, or the day, has changed."""

    def __init__(self) -> None:
        """Nothing has been counted."""
        self._last: _Counted | None = None
        self._task: asyncio.Task[_Counted] | None = None

    async def counts(self, root: Path, today: date) -> Mapping[str, int] | None:
        """How many mistakes the files have, by path; None while that is being found out."""
        key = await asyncio.to_thread(stamps, root), today
        if self._last is None or self._last.key != key:
            await self._further(root, key)
        return self._last.counts if self._last and self._last.key == key else None

    async def _further(self, root: Path, key: Key) -> None:
        """Have it counted, one count at a time; what a count raised is raised to whoever asks next."""
        task = self._task = self._task or asyncio.create_task(asyncio.to_thread(_count, root, key))
        done, _ = await asyncio.wait({task}, timeout=MOMENT)
        if done and self._task is task:
            self._task = None
            self._last = task.result()


def _count(root: Path, key: Key) -> _Counted:
    return _Counted(key, Counter(one.file for one in found(root, key[1])))
