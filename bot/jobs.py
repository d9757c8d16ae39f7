"""Work that is due again and again while the bot runs."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chore:
    """One piece of work, done every `seconds`."""

    name: str
    seconds: float
    work: Callable[[], Awaitable[object]]


async def run(chores: Sequence[Chore]) -> None:
    """Do all of them until cancelled; one that fails is logged and done again the next time."""
    async with asyncio.TaskGroup() as group:
        for chore in chores:
            group.create_task(_repeat(chore), name=chore.name)


async def _repeat(chore: Chore) -> None:
    while True:
        await asyncio.sleep(chore.seconds)
        await _once(chore)


async def _once(chore: Chore) -> None:
    """The job runner's door: nothing that fails in here may stop the rest."""
    try:
        await chore.work()
    except Exception:
        LOG.exception("chore failed: %s", chore.name)
