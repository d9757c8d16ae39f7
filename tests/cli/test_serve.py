"""`camtay serve` says clearly why it does not start."""

import asyncio
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.cli.serve import listening_at
from bot.storage.database import open_database
from tests.cli.conftest import Run
from tests.processes.served import free_port


def test_a_port_that_is_taken(camtay: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = camtay("serve", env={"CAMTAY_PORT": str(port)})
    assert result.exit_code == 1
    assert result.output.splitlines()[-1].startswith(f"Error: Cannot listen on 127.0.0.1:{port}: ")
    assert result.output.endswith("Set CAMTAY_PORT.\n")


def test_an_address_that_is_not_here(camtay: Run) -> None:
    result = camtay("serve", env={"CAMTAY_HOST": "203.0.113.1"})
    assert result.exit_code == 1
    assert "Cannot listen on 203.0.113.1" in result.output


@pytest.mark.parametrize("command", ["serve", "chat"])
def test_every_wrong_setting_is_told_at_once(camtay: Run, command: str) -> None:
    wrong = {"CAMTAY_PORT": "s3cret", "CAMTAY_PUBLIC_URL": "s3cret", "CAMTAY_DATABASE_URL": "s3cret"}
    result = camtay(command, env=wrong)
    assert result.exit_code == 1
    assert [name for name in wrong if name not in result.output] == []
    assert "s3cret" not in result.output


async def test_a_database_that_another_server_uses(tmp_path: Path, camtay: Run) -> None:
    async with await open_database(f"sqlite:///{tmp_path}/data/camtay.db", sole=True):
        result = await asyncio.to_thread(camtay, "serve")
    assert result.exit_code == 1
    assert "Error: The database cannot be used: another process is already running" in result.output


def test_a_server_that_is_away(camtay: Run) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        url = f"postgresql://camtay:s3cret@127.0.0.1:{nobody.getsockname()[1]}/camtay"
        result = camtay("serve", env={"CAMTAY_DATABASE_URL": url})
    assert result.exit_code == 1
    assert "Error: The database cannot be used: " in result.output
    assert "s3cret" not in result.output


@pytest.mark.parametrize("words", [("--help",), ("serve", "--help"), ("lessons", "--help"), ("--version",)])
def test_the_command_explains_itself(words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0
    assert result.output.strip()


def test_an_unknown_command() -> None:
    assert CliRunner().invoke(main, ["dance"]).exit_code == 2


def test_whoever_comes_before_the_server_is_up_waits() -> None:
    """The line with the address is printed before it: nobody who reads it is turned away."""
    port = free_port()
    with listening_at("127.0.0.1", port), socket.create_connection(("127.0.0.1", port), timeout=5) as early:
        early.send(b"GET / HTTP/1.1")
