from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import open_database
from tests.processes.village import Village
from tests.telegram_server.judge import judged_server


@pytest.fixture
async def village(database_url: str, tmp_path: Path) -> AsyncIterator[Village]:
    """Nobody lives there yet; what is said to the network is judged at the end, and every process is gone."""
    async with await open_database(database_url) as database, judged_server() as server:
        opened = Village(tmp_path, database_url, database, server)
        yield opened
        await opened.end()
