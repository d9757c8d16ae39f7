"""From the start of the process to the first answer on the web chat."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

TRIES = 5


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _once(more: Mapping[str, str]) -> tuple[float, float]:
    """Seconds to the first page with its greeting, and the megabytes that `serve` then holds."""
    port = _free_port()
    with tempfile.TemporaryDirectory() as folder:
        settings = {**os.environ, "CAMTAY_PORT": str(port), "CAMTAY_DATA_DIR": folder, **more}
        begun = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-m", "bot", "serve"], env=settings, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        ) as server:
            try:
                _wait(f"http://127.0.0.1:{port}/")
                return time.perf_counter() - begun, _resident(server.pid)
            finally:
                server.terminate()


def _wait(url: str) -> None:
    while True:
        try:
            with urlopen(url, timeout=5) as page:
                page.read()
                return
        except (URLError, ConnectionError):
            time.sleep(0.01)


def _resident(pid: int) -> float:
    with Path(f"/proc/{pid}/status").open() as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def measure(more: Mapping[str, str] | None = None) -> tuple[float, float]:
    """The median of several starts in seconds (each on a new database, with `more` settings), and the megabytes."""
    seconds, memory = zip(*(_once(more or {}) for _ in range(TRIES)), strict=True)
    return sorted(seconds)[TRIES // 2], max(memory)
