"""The command `camtay`: each group of commands in a module of its own, read only when it is used."""

import importlib
from typing import Any

import click

from bot.cli.loading import loading

_COMMANDS = {
    "serve": "bot.cli.serve",
    "chat": "bot.cli.chat",
    "lessons": "bot.cli.lessons",
    "poster": "bot.cli.poster",
}


class _Lazy(click.Group):
    """Knows every command by name and imports only the one that is called, so that each starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        with loading():
            command: Any = getattr(importlib.import_module(_COMMANDS[name]), name)
        return command if isinstance(command, click.Command) else None


@click.command(cls=_Lazy)
@click.version_option(package_name="camtay", prog_name="camtay")
def main() -> None:
    """Cầm Tay: short lessons on digital skills and fraud, in any chat."""
