"""Where senders run: a server in a process of its own, and a Python with everybody's libraries."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.request import urlopen

from bench.send.senders import Sender

REQUIREMENTS = Path(__file__).with_name("requirements.txt")
VENV = Path(sys.prefix) / "bench"


@dataclass(frozen=True, slots=True)
class Limit:
    """What the server permits: messages in a second (0: everything), and the seconds of a round trip."""

    rate: int = 0
    latency: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """What came of one sender's run; `sent` and `refused` are the server's count, `span` its seconds."""

    people: int
    sent: int
    refused: int
    span: float
    seconds: float
    cpu: float
    megabytes: float


@contextmanager
def server() -> Iterator[str]:
    """The address of a running server."""
    command = [sys.executable, "-m", "bench.send.server"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        yield running.stdout.readline().strip()
        running.communicate()


def told_to(api: str, rate: int, latency: float) -> None:
    """From now on the server permits so many messages in a second, each so many seconds there and back."""
    _asked(f"{api}/rule/{rate}/{latency}")


def refusals(api: str) -> int:
    """How many messages it has refused since."""
    return int(_asked(f"{api}/stats")["refused"])


def run(sender: Sender, api: str, people: int, limit: Limit, most_seconds: float) -> Run:
    """Let a sender send to so many people; raises CalledProcessError where it breaks."""
    told_to(api, limit.rate, limit.latency)
    python = sys.executable if sender.ours else str(_others())
    command = [python, "-m", "bench.send.contender", sender.module, api, *map(str, (people, limit.rate, most_seconds))]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    counted = _asked(f"{api}/stats")
    return Run(people, int(counted["taken"]), int(counted["refused"]), counted["seconds"], **told)


def _asked(url: str) -> dict[str, float]:
    with urlopen(url, timeout=10) as answer:
        read: dict[str, float] = json.load(answer)
        return read


@cache
def _others() -> Path:
    """The Python of .venv/bench, which is made and brought up to date here."""
    python, ready = VENV / "bin" / "python", VENV / "ready"
    if not ready.exists() or ready.read_bytes() != REQUIREMENTS.read_bytes():
        print("Installing the other senders into .venv/bench…", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
        subprocess.run([*pip, "--require-hashes", "--requirement", REQUIREMENTS], check=True)
        ready.write_bytes(REQUIREMENTS.read_bytes())
    return python
