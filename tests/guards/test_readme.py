"""The README names every setting, command and target."""

import re
from collections.abc import Iterator

import click
import pytest

from bot.cli import main
from bot.settings import PREFIX, SETTINGS
from tests.guards.sources import ROOT

README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)
LISTED = ["setup", "run", "test", "check", "chat", "preview", "stories", "bench", "translations"]


def _commands(command: click.Command, name: str) -> Iterator[str]:
    if not isinstance(command, click.Group):
        yield name
        return
    context = click.Context(command)
    for below in command.list_commands(context):
        part = command.get_command(context, below)
        assert part is not None
        yield from _commands(part, f"{name} {below}")


@pytest.mark.parametrize("field", SETTINGS)
def test_setting_is_in_the_readme(field: str) -> None:
    assert re.search(rf"`{PREFIX}{field.upper()}`", README)


def test_the_readme_names_no_setting_that_is_gone() -> None:
    named = re.findall(rf"{PREFIX}(?!TEST_)[A-Z_]+\b", README)
    assert {name.removeprefix(PREFIX).lower() for name in named} <= set(SETTINGS)


def test_every_command_is_in_the_readme() -> None:
    assert not [command for command in _commands(main, "camtay") if not re.search(rf"`{command}[ `]", README)]


@pytest.mark.parametrize("target", [target for target in TARGETS if target != "help"])
def test_target_is_in_the_readme(target: str) -> None:
    assert f"`make {target}`" in README


def test_make_alone_lists_the_targets() -> None:
    assert re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE) == LISTED
