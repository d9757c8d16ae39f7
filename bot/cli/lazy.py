"""A group of commands that are read only when they are used, so that each starts fast."""

import importlib
from collections.abc import Mapping
from typing import Any

import click

from bot.cli.loading import loading


class Lazy(click.Group):
    """Knows every command by name and the module that holds it, and imports only the one that is called.

    A command that cannot have its own name in Python stands behind a colon: "bot.cli.module:name_".
    """

    def __init__(self, *args: Any, modules: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._modules)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self._modules:
            return None
        with loading():
            module, _, attribute = self._modules[name].partition(":")
            command: Any = getattr(importlib.import_module(module), attribute or name)
        return command if isinstance(command, click.Command) else None
