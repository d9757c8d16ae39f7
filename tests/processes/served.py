"""A real `camtay serve` or `camtay deliver` that can be killed, paused and started again on the same data."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterator
from pathlib import Path
from weakref import WeakSet

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

    def __init__(
        self, folder: Path, database_url: str = "", lessons: Path = LESSONS, door: int = 0, **more: str
    ) -> None:
        """`door` is where it comes out at a server; `more` are further settings, by their names in the environment."""
        folder.mkdir(exist_ok=True)
        _STARTED.add(self)
        self.folder, self.door, self.port, self.starts = folder, door, free_port(), 0
        self.up = asyncio.Event()
        self._process: Process | None = None
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
        with (self.folder / "log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", self.command, env=self._settings, stdout=PIPE, stderr=log
            )
        assert self._process.stdout is not None
        said = await self._process.stdout.readline()
        assert self.ready in said, (self.folder / "log").read_text()
        self.starts += 1
        self.up.set()

    @property
    def settings(self) -> dict[str, str]:
        """Its environment."""
        return self._settings

    def command_line(self, *command: str) -> tuple[str, ...]:
        """How another command of the bot is called."""
        return (sys.executable, "-m", "bot", *command)

    async def run(self, *command: str) -> str:
        """What another command of the bot says, on the same data; AssertionError where it fails."""
        process = await asyncio.create_subprocess_exec(
            *self.command_line(*command), env=self._settings, stdout=PIPE, stderr=PIPE
        )
        said, complaint = await process.communicate()
        assert process.returncode == 0, complaint.decode()
        return said.decode()

    async def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        """End it, by default without a word, and wait until it is gone."""
        self.up.clear()
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(how)
            await self._process.communicate()

    def signal(self, how: signal.Signals) -> None:
        """Send the process a signal that does not end it."""
        assert self._process is not None
        self._process.send_signal(how)

    @property
    def code(self) -> int | None:
        """How the process ended; None while it runs."""
        return self._process.returncode if self._process else None


class Delivering(Served):
    """The same for the process that only sends."""

    command, ready = "deliver", b"delivering"
