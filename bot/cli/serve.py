"""`camtay serve`: the bot and its web chat."""

import asyncio
import socket

import click

from bot.app import App, open_app, working
from bot.channels.channel import Misconfigured
from bot.cli.loading import loading
from bot.cli.opening import read_settings
from bot.jobs import Chore, run
from bot.logs import set_up
from bot.settings import Settings
from bot.storage.errors import StorageError

BACKLOG = 2048  # connections that wait, as many as uvicorn takes
SAVED_EVERY = 10  # seconds between two looks whether the public pages on disk are out of date


@click.command()
def serve() -> None:
    """Serve the web chat and every channel that is configured, until stopped."""
    set_up()
    settings = read_settings()
    try:
        asyncio.run(_serve(settings))
    except Misconfigured as wrong:
        raise click.ClickException(f"{wrong}. See the settings in README and docs/zalo.md.") from wrong
    except StorageError as wrong:
        raise click.ClickException(f"The database cannot be used: {wrong}") from wrong


async def _serve(settings: Settings) -> None:
    async with open_app(settings, sole=True) as app, working(app):
        await _listen(app)


async def _listen(app: App) -> None:
    """Answer requests until the process is told to stop."""
    with loading():
        import uvicorn

        from bot.cli.inviting import first_link
        from bot.web.from_app import ports_of, site_of
        from bot.web.server import create_web

    settings = app.settings
    listening = listening_at(settings.host, settings.port)
    web = create_web(ports_of(app))
    config = uvicorn.Config(
        web,
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    click.echo(f"Cầm Tay: http://{host}:{settings.port}")
    if link := await first_link(settings, app.database):
        click.echo(f"There is no officer yet. Make the first administrator within 24 hours: {link}")
    beside = [
        asyncio.create_task(run((Chore("saved pages", SAVED_EVERY, site_of(app).refresh),)), name="saved pages"),
        asyncio.create_task(web.state.desk.load_beside(), name="desk"),
    ]
    try:
        await uvicorn.Server(config).serve(sockets=[listening])
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)


def listening_at(host: str, port: int) -> socket.socket:
    """The listening socket: whoever comes before the server is up waits, and is not turned away.

    Ends the command with a clear sentence where the port is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except OSError as wrong:
        listening.close()
        raise click.ClickException(f"Cannot listen on {host}:{port}: {wrong.strerror}. Set CAMTAY_PORT.") from wrong
    return listening
