"""`camtay chat`: the same bot in the terminal, with numbers only."""

import asyncio
import sys
from contextlib import AsyncExitStack

import click

from bot.app import App, clock, open_app
from bot.channels.terminal import NAME, TerminalChannel
from bot.cli.opening import read_settings
from bot.recordings import finder
from bot.settings import Settings
from bot.storage.errors import StorageError


@click.command()
def chat() -> None:
    """Talk with the bot here; leave with Ctrl-D."""
    settings = read_settings()
    try:
        with asyncio.Runner() as runner:
            _chat(settings, runner)
    except StorageError as wrong:
        raise click.ClickException(f"The database cannot be used: {wrong}") from wrong
    except KeyboardInterrupt:
        click.echo()


def _chat(settings: Settings, runner: asyncio.Runner) -> None:
    """Lines are read outside of the event loop, so that Ctrl-C ends the command at once."""
    closing = AsyncExitStack()
    app = runner.run(closing.enter_async_context(open_app(settings)))
    try:
        find = finder(settings.data_dir, settings.lessons_dir)
        channel = TerminalChannel(click.echo, clock=clock, find=find)
        app.channels[NAME] = channel
        runner.run(_hear(app, channel, "/start"))
        while line := _ask():
            runner.run(_hear(app, channel, line))
    finally:
        runner.run(closing.aclose())


async def _hear(app: App, channel: TerminalChannel, line: str) -> None:
    for incoming in channel.parse({}, line.encode(errors="replace")):
        await app.inbound.handle(incoming)


def _ask() -> str:
    """One line with its line feed; empty at the end of the input."""
    click.echo("> ", nl=False)
    return sys.stdin.readline()
