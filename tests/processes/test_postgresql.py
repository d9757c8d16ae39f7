"""`camtay serve` on PostgreSQL: people learn over HTTP, the server is killed once in the middle.

Started at the command line both times.
"""

import asyncio
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]
import pytest

from tests.databases import Server
from tests.processes.learner import MESSAGES, Learner, check
from tests.processes.served import CommandedServed, Served

pytestmark = [pytest.mark.processes, pytest.mark.postgres]

PEOPLE = 4


async def test_kill_9_loses_nothing_on_postgresql(postgres: Server, tmp_path: Path) -> None:
    async with postgres.fresh_database() as url:
        served = CommandedServed(tmp_path, url)
        await served.start()
        taken: asyncio.Queue[int] = asyncio.Queue()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(_kill_in_the_middle(served, taken))
                for name in range(PEOPLE):
                    group.create_task(Learner(served, name, taken).learn())
        finally:
            await served.kill()
        assert served.starts == 2
        await _check(url)


async def _kill_in_the_middle(served: Served, taken: asyncio.Queue[int]) -> None:
    for _ in range(PEOPLE * len(MESSAGES) // 2):
        await taken.get()
    await served.kill()
    await served.start()


async def _check(url: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await check(connection.fetch, PEOPLE)
    finally:
        await connection.close()
