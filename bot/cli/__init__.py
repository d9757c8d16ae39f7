"""The command `camtay`: each group of commands in a module of its own, read only when it is used."""

import click

from bot.cli.lazy import Lazy

_COMMANDS = {
    "serve": "bot.cli.serve",
    "deliver": "bot.cli.deliver",
    "rehearse": "bot.cli.rehearse",
    "chat": "bot.cli.chat",
    "lessons": "bot.cli.lessons",
    "channels": "bot.cli.channels",
    "zalo": "bot.cli.zalo",
    "poster": "bot.cli.poster",
    "pages": "bot.cli.pages",
    "broadcast": "bot.cli.broadcast",
    "scam": "bot.cli.scam",
    "ask": "bot.cli.ask",
    "officer": "bot.cli.officer",
    "token": "bot.cli.token",
    "report": "bot.cli.report",
    "audit": "bot.cli.audit",
}


@click.command(cls=Lazy, modules=_COMMANDS)
@click.version_option(package_name="camtay", prog_name="camtay")
def main() -> None:
    """Cầm Tay: short lessons on digital skills and fraud, in any chat."""
