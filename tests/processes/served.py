"""A real `camtay serve` or `camtay deliver` that can be killed, paused and started again on the same data."""

import asyncio
import os
import signal
import socket
from asyncio.subprocess import PIPE
from collections.abc import Iterator
from pathlib import Path
from weakref import WeakSet

from tests.processes.commanded import Commanded, command_line
from tests.processes.forked import Forked

LESSONS = Path(__file__).parent.parent / "stories" / "lessons"
LAST = 60  # lines of each log that are told where a test has failed
_STARTED: WeakSet["Served"] = WeakSet()


def logs() -> Iterator[tuple[str, str]]:
    """The end of what each process of the running test has logged, under its name."""
    for served in sorted(_STARTED, key=lambda one: one.port):
        log = served.folder / "log"
        if log.exists() and (said := log.read_text("utf-8", "replace")):
            yield f"log of {served.command} on port {served.port}", "\n".join(said.splitlines()[-LAST:])


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """One data folder, one port, and the process that serves them now."""

    command, ready = "serve", b"http://"  # what it is called, and what its first line tells
    commanded = False  # whether it is started at the command line, which takes longer

    def __init__(
        self, folder: Path, database_url: str = "", lessons: Path = LESSONS, door: int = 0, **more: str
    ) -> None:
        """`door` is where it comes out at a server; `more` are further settings, by their names in the environment."""
        folder.mkdir(exist_ok=True)
        _STARTED.add(self)
        self.folder, self.door, self.port, self.starts = folder, door, free_port(), 0
        self.up = asyncio.Event()
        self._process: Commanded | Forked | None = None
        self._settings = {
            **os.environ,
            "CAMTAY_PORT": str(self.port),
            "CAMTAY_DATA_DIR": str(folder),
            "CAMTAY_LESSONS_DIR": str(lessons),
            "CAMTAY_DATABASE_URL": database_url,
            **more,
        }

    @property
    def url(self) -> str:
        """Where it serves."""
        return f"http://127.0.0.1:{self.port}"

    def set(self, name: str, value: str) -> None:
        """Change a setting for the next start."""
        self._settings[name] = value

    async def start(self) -> None:
        """Start it and return when it listens; AssertionError with its log where it does not."""
        log = self.folder / "log"
        kind = Commanded if self.commanded else Forked
        self._process = await kind.start(self.command, self._settings, log)
        said = await self._process.first_line()
        assert self.ready in said, log.read_text()
        self.starts += 1
        self.up.set()

    @property
    def settings(self) -> dict[str, str]:
        """Its environment."""
        return self._settings

    async def run(self, *command: str) -> str:
        """What another command of the bot says, on the same data; AssertionError where it fails."""
        process = await asyncio.create_subprocess_exec(
            *command_line(*command), env=self._settings, stdout=PIPE, stderr=PIPE
        )
        said, complaint = await process.communicate()
        assert process.returncode == 0, complaint.decode()
        return said.decode()

    async def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        """End it, by default without a word, and wait until it is gone."""
        self.up.clear()
        if self._process is not None and self._process.code is None:
            self._process.signal(how)
            await self._process.gone()

    def signal(self, how: signal.Signals) -> None:
        """Send the process a signal that does not end it."""
        assert self._process is not None
        self._process.signal(how)

    @property
    def code(self) -> int | None:
        """How the process ended; None while it runs."""
        return self._process.code if self._process else None


class Delivering(Served):
    """The same for the process that only sends."""

    command, ready = "deliver", b"delivering"


class CommandedServed(Served):
    """The same as `Served`, started at the command line as everybody starts it."""

    commanded = True
