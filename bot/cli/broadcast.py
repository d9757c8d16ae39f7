"""`camtay broadcast`: notices from the wording to the last person."""

import click

from bot.cli.lazy import Lazy

_MODULES = {
    "check": "bot.cli.broadcast_check",
    "new": "bot.cli.broadcast_desk",
    "approve": "bot.cli.broadcast_desk",
    "stop": "bot.cli.broadcast_desk",
    "correct": "bot.cli.broadcast_desk",
    "all-clear": "bot.cli.broadcast_desk:all_clear",
    "status": "bot.cli.broadcast_looks",
    "list": "bot.cli.broadcast_looks:list_",
    "report": "bot.cli.broadcast_looks",
    "deliveries": "bot.cli.broadcast_export",
}


@click.command(cls=Lazy, modules=_MODULES)
def broadcast() -> None:
    """Write, check and send notices."""
