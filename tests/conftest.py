"""`database` comes twice, as SQLite and as PostgreSQL: empty and up to date each time."""

import gc
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.storage.database import Database, open_database
from tests.databases import Server, running_server


def pytest_collection_finish() -> None:
    """What was collected stays: to look through it for garbage again and again takes a tenth of the whole run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server for the whole run."""
    with running_server() as server:
        yield server


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def server(request: pytest.FixtureRequest) -> Server | None:
    """The server to use; None for SQLite, which needs none."""
    found: Server | None = None if request.param == "sqlite" else request.getfixturevalue("postgres")
    return found


@pytest.fixture
async def database_url(server: Server | None, tmp_path: Path) -> AsyncIterator[str]:
    """The address of an empty database."""
    if server is None:
        yield f"sqlite:///{tmp_path}/data/camtay.db"
    else:
        async with server.fresh_database() as url:
            yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database that is up to date."""
    async with await open_database(database_url) as opened:
        yield opened
