"""Processes of the bot as everybody starts them, at the command line."""

import signal
import sys
from asyncio.subprocess import PIPE, Process, create_subprocess_exec
from collections.abc import Mapping
from pathlib import Path


def command_line(*command: str) -> tuple[str, ...]:
    """How a command of the bot is called."""
    return (sys.executable, "-m", "bot", *command)


class Commanded:
    """One process that has been started so."""

    def __init__(self, process: Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, command: str, settings: Mapping[str, str], log: Path) -> "Commanded":
        """Its errors go to the log."""
        with log.open("ab") as kept:
            return cls(await create_subprocess_exec(*command_line(command), env=settings, stdout=PIPE, stderr=kept))

    async def first_line(self) -> bytes:
        """What it says first; empty where it has ended without a word."""
        assert self._process.stdout is not None
        return await self._process.stdout.readline()

    def signal(self, how: signal.Signals) -> None:
        """Send it a signal."""
        self._process.send_signal(how)

    async def gone(self) -> None:
        """Wait until it has ended."""
        await self._process.communicate()

    @property
    def code(self) -> int | None:
        """How it ended; None while it runs."""
        return self._process.returncode
