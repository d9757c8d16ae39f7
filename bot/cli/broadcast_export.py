"""`camtay broadcast deliveries`: what happened to every person, as a table for a spreadsheet."""

import asyncio
import csv
from functools import partial
from typing import IO

import click

from bot.cli.acting import say
from bot.cli.opening import read_settings
from bot.storage.broadcasting.broadcast_rows import load_named
from bot.storage.broadcasting.delivery_table import delivery_table
from bot.storage.database import open_database
from bot.storage.errors import StorageError


@click.command()
@click.argument("name")
@click.option(
    "--out", type=click.File("w", encoding="utf-8-sig", lazy=True), default="-", help="The file; - for standard output."
)
def deliveries(name: str, out: IO[str]) -> None:
    """Write what happened to every person of the notice NAME, attempt by attempt, as CSV without names or numbers."""
    try:
        known = asyncio.run(_write(read_settings().database, name, out))
    except StorageError as wrong:
        raise click.ClickException(f"The database cannot be used: {wrong}") from wrong
    if not known:
        raise click.ClickException(
            say("Không có thông báo nào mang mã {name}. Xem danh sách: camtay broadcast list", name=name)
        )


async def _write(url: str, name: str, out: IO[str]) -> bool:
    """Whether there is such a notice."""
    async with await open_database(url) as database:
        found = await database.read(partial(load_named, name=name))
        if found is None:
            return False
        table = csv.writer(out)
        async for rows in delivery_table(database, found.id):
            table.writerows(rows)
    return True
