"""`camtay pages`: the public pages as files, which a web server shows while the program does not run."""

import asyncio

import click

from bot.app import open_app
from bot.channels.channel import Misconfigured
from bot.cli.opening import read_settings
from bot.settings import Settings
from bot.storage.errors import StorageError
from bot.web.from_app import site_of
from bot.web.static_site import FOLDER


@click.group()
def pages() -> None:
    """Lessons and notices as files."""


@pages.command()
def write() -> None:
    """Write them into the data folder now; `serve` does it by itself whenever something has changed."""
    settings = read_settings()
    try:
        asyncio.run(_write(settings))
    except (Misconfigured, StorageError) as wrong:
        raise click.ClickException(str(wrong)) from wrong
    click.echo(str(settings.data_dir / FOLDER))


async def _write(settings: Settings) -> None:
    async with open_app(settings) as app:
        await site_of(app).refresh()
