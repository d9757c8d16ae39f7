"""What our connections ask of PostgreSQL, so that no write makes anybody wait."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from bot.storage.database import Transaction, open_database
from bot.storage.delivery.fan_out import fan_out
from tests.databases import Server

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


def _shown(tx: Transaction, setting: str) -> str:
    return str(tx.execute(text(f"SHOW {setting}")).scalar_one())


def _shown_while_listing(tx: Transaction) -> str:
    fan_out(tx, NOW)
    return _shown(tx, "synchronous_commit")


@pytest.mark.postgres
async def test_statements_are_not_compiled(postgres: Server) -> None:
    """Compiling one that looked expensive took 0.4 to 0.7 s, once in two runs of a million people."""
    async with postgres.fresh_database() as url, await open_database(url) as database:
        assert await database.read(lambda tx: _shown(tx, "jit")) == "off"


@pytest.mark.postgres
async def test_only_pieces_of_a_list_do_not_wait_for_the_disk(postgres: Server) -> None:
    async with postgres.fresh_database() as url, await open_database(url) as database:
        assert await database.write(_shown_while_listing) == "off"
        assert await database.write(lambda tx: _shown(tx, "synchronous_commit")) == "on"
