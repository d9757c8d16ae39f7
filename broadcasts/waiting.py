"""Ways to wait: for a bell, and for the end of what must not be broken off."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")


async def either(rung: asyncio.Event, seconds: float) -> None:
    """Until the bell rings, at the latest after so many seconds."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await rung.wait()


async def carried_through(work: Coroutine[Any, Any, T], seconds: float) -> T:
    """What the work returns. Whoever is cancelled meanwhile waits so long for its end: it may be on disk already."""
    task = asyncio.create_task(work)
    try:
        return await asyncio.shield(task)
    finally:
        if not task.done():
            await asyncio.wait((task,), timeout=seconds)
            task.cancel()
