"""What a command does with the database: one unit of work, and a clear message where it cannot be done."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

import click

from bot.cli.opening import read_settings
from bot.storage.database import Transaction, open_database
from bot.storage.errors import StorageError

T = TypeVar("T")


def kept(work: Callable[[Transaction, datetime], T]) -> T:
    """What the unit returns, given this moment; ends the command where the database cannot be used."""
    try:
        return asyncio.run(_once(read_settings().database, work))
    except StorageError as wrong:
        raise click.ClickException(f"The database cannot be used: {wrong}") from wrong


async def _once(url: str, work: Callable[[Transaction, datetime], T]) -> T:
    async with await open_database(url) as database:
        return await database.write(lambda tx: work(tx, datetime.now(UTC)))
