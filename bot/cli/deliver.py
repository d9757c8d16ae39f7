"""`camtay deliver`: sending alone, so that notices leave on the day the conversation is broken."""

import asyncio
import signal

import click

from bot.app import open_delivery
from bot.channels.channel import Misconfigured
from bot.cli.loading import loading
from bot.cli.opening import read_settings
from bot.jobs import run
from bot.logs import set_up
from bot.settings import Settings
from bot.storage.errors import StorageError


@click.command()
def deliver() -> None:
    """Send what the ledger holds, until stopped; beside `serve` or without it, one of them sends at a time."""
    set_up()
    settings = read_settings()
    try:
        asyncio.run(_deliver(settings))
    except Misconfigured as wrong:
        raise click.ClickException(f"{wrong}. See the settings in README and docs/zalo.md.") from wrong
    except StorageError as wrong:
        raise click.ClickException(f"The database cannot be used: {wrong}") from wrong


async def _deliver(settings: Settings) -> None:
    told_to_stop = _hearing_signals()
    with loading():
        pass  # all of it is here already, to stay
    async with open_delivery(settings) as delivery:
        work = [
            asyncio.create_task(delivery.worker.run(), name="delivery"),
            asyncio.create_task(run(delivery.chores()), name="chores"),
        ]
        click.echo("Cầm Tay: delivering")
        await told_to_stop.wait()
        for task in work:
            task.cancel()
        await asyncio.gather(*work, return_exceptions=True)


def _hearing_signals() -> asyncio.Event:
    """Set as soon as the process is told to stop."""
    stop = asyncio.Event()
    for told in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(told, stop.set)
    return stop
