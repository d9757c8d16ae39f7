"""What every command does first: read the settings, and say in one message what is wrong with them."""

from typing import Any

import click

from bot.settings import Settings, SettingsError


def read_settings(**given: Any) -> Settings:
    """The settings; ends the command with one message where any of them is wrong."""
    try:
        return Settings.read(**{name: value for name, value in given.items() if value is not None})
    except SettingsError as wrong:
        raise click.ClickException(str(wrong)) from wrong
