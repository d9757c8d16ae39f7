"""`database` comes twice, as SQLite and as PostgreSQL: empty and up to date each time."""

import gc
from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer

from bot.storage.database import Database, open_database
from tests.databases import Server, new_file, running_server
from tests.memory import write_in_memory
from tests.processes.served import logs
from tests.shares import Shares, turn_of


def pytest_configure() -> None:
    write_in_memory()
    settings.register_profile("camtay", deadline=None)  # how fast anything is, `bench/` measures
    settings.load_profile("camtay")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Shares:
    """Whole shares, whatever `--dist` says."""
    return Shares(config, log)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection() -> Generator[None, object, object]:
    """What was collected stays: to look through it for garbage again and again takes a tenth of the whole run."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(20_000, 50, 100)
        gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In the random order of each run, but what takes long begins first: else one worker waits for the other."""
    items.sort(key=lambda item: turn_of(item.nodeid.partition("::")[0]))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What real processes have logged stands beside the failure: their folders may be gone when somebody reads it."""
    report = yield
    if report.failed:
        report.sections.extend(logs())
    return report


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
    """The address of a database with tables and nothing in them."""
    if server is None:
        yield new_file(tmp_path / "data" / "camtay.db")
    else:
        async with server.fresh_database() as url:
            yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database that is up to date."""
    async with await open_database(database_url) as opened:
        yield opened
