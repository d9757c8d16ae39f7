"""Many sends at once, as many as a sender likes best."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence


def in_flight(rate: int) -> int:
    """How many sends at once carry a permitted rate (0: none) where each takes up to an eighth of a second."""
    return max(64, rate // 8)


async def crowd(people: Sequence[int], one: Callable[[int], Awaitable[object]], at_once: int) -> None:
    """Run `one` for every person, so many at a time."""
    waiting = iter(people)

    async def work() -> None:
        for person in waiting:
            await one(person)

    async with asyncio.TaskGroup() as workers:
        for _ in range(at_once):
            workers.create_task(work())
