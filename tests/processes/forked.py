"""Processes of the bot forked from one that has loaded the program: a start after a kill costs no second of importing.

Everything else is as at the command line: a process of its own with its own settings, that signals reach and kill.
"""

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import Mapping
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from threading import Lock

# What a bot imports sooner or later. It starts no thread and reads no data: each process does that itself.
LOADED = (
    "uvicorn",
    "bot.cli.serve",
    "bot.cli.deliver",
    "bot.web.from_app",
    "bot.web.server",
    "bot.web.console.app",
    "bot.channels.telegram.send",
    "bot.storage.migrations",
    "bot.shelves",
    "alembic.command",
    "sqlalchemy.dialects.sqlite.aiosqlite",
    "sqlalchemy.dialects.postgresql.asyncpg",
)
_NURSERY = multiprocessing.get_context("forkserver")
_NURSERY.set_forkserver_preload(list(LOADED))
_ONE_AT_A_TIME = Lock()


class Forked:
    """One process that has been started so."""

    def __init__(self, process: ForkServerProcess, hears: Connection) -> None:
        self._process, self._hears = process, hears
        self._code: int | None = None

    @classmethod
    async def start(cls, command: str, settings: Mapping[str, str], log: Path) -> "Forked":
        """Its errors go to the log. While the first start waits until everything is loaded, the test goes on."""
        return cls(*await asyncio.to_thread(_forked, command, dict(settings), str(log)))

    async def first_line(self) -> bytes:
        """What it says first; empty where it has ended without a word."""
        with os.fdopen(os.dup(self._hears.fileno()), "rb") as said:
            return await asyncio.to_thread(said.readline)

    def signal(self, how: signal.Signals) -> None:
        """Send it a signal."""
        assert self._process.pid is not None
        os.kill(self._process.pid, how)

    async def gone(self) -> None:
        """Wait until it has ended."""
        await asyncio.to_thread(self._process.join)
        self._code = self._process.exitcode
        self._process.close()
        self._hears.close()

    @property
    def code(self) -> int | None:
        """How it ended; None while it runs."""
        return self._code


def _forked(command: str, settings: dict[str, str], log: str) -> tuple[ForkServerProcess, Connection]:
    hears, says = _NURSERY.Pipe(duplex=False)
    process = _NURSERY.Process(target=_be, args=(command, settings, says, log), daemon=True)
    with _ONE_AT_A_TIME:
        process.start()
    says.close()
    return process, hears


def _be(command: str, settings: Mapping[str, str], says: Connection, log: str) -> None:
    """Become this command, as `python -m bot` would."""
    os.environ.clear()
    os.environ.update(settings)
    os.dup2(says.fileno(), sys.__stdout__.fileno() if sys.__stdout__ else 1)
    says.close()
    with Path(log).open("ab") as kept:
        os.dup2(kept.fileno(), 2)
    from bot.cli import main

    main([command], prog_name="camtay")
