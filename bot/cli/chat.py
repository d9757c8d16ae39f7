"""`camtay chat`: the same bot in the terminal, with numbers only."""

import asyncio
import sys

import click

from bot.app import App, clock, open_app
from bot.channels.terminal import NAME, TerminalChannel
from bot.cli.opening import read_settings
from bot.storage.errors import StorageError


@click.command()
def chat() -> None:
    """Talk with the bot here; leave with Ctrl-D."""
    try:
        asyncio.run(_chat())
    except StorageError as wrong:
        raise click.ClickException(f"The database cannot be used: {wrong}") from wrong
    except KeyboardInterrupt:
        click.echo()


async def _chat() -> None:
    async with open_app(read_settings()) as app:
        channel = TerminalChannel(click.echo, clock=clock)
        app.channels[NAME] = channel
        await _hear(app, channel, "/start")
        while line := await asyncio.to_thread(_ask):
            await _hear(app, channel, line)


async def _hear(app: App, channel: TerminalChannel, line: str) -> None:
    for incoming in channel.parse({}, line.encode(errors="replace")):
        await app.inbound.handle(incoming)


def _ask() -> str:
    """One line with its line feed; empty at the end of the input."""
    click.echo("> ", nl=False)
    return sys.stdin.readline()
