from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.databases import Server
from tests.processes.village import TIMES, Village
from tests.processes.villages import Both, opened


@pytest.fixture
async def village(database_url: str, tmp_path: Path) -> AsyncIterator[Village]:
    """Nobody lives there yet; what is said to the network is judged at the end, and every process is gone."""
    async with opened(database_url, tmp_path) as village:
        yield village


@pytest.fixture
async def both(postgres: Server, tmp_path: Path) -> AsyncIterator[Both]:
    """A village on each database: what is mostly waiting is done in both at once."""
    async with AsyncExitStack() as stack:
        urls = (f"sqlite:///{tmp_path}/sqlite/camtay.db", await stack.enter_async_context(postgres.fresh_database()))
        folders = (tmp_path / "on-sqlite", tmp_path / "on-postgresql")
        for folder in folders:
            folder.mkdir()
        yield Both([await stack.enter_async_context(opened(*where)) for where in zip(urls, folders, strict=True)])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """They take minutes."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.timeout(1800 * TIMES))
