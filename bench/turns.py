"""Turns through `inbound` with the fake network and an SQLite file: many people at once, and one person alone."""

import asyncio
import resource
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median, quantiles

from bot.app import App, open_app
from bot.channels.devnull import DevnullChannel
from bot.messages import Address, Incoming, Kind
from bot.settings import Settings

SCRIPT = ("1", "1", "0", "1", "1", "1", "1", "1", "menu", "2", "0", "học tiếp", "1", "giup", "0", "trời đẹp quá")
ALONE = 400  # turns
CROWD = 400  # people at once


@dataclass(frozen=True, slots=True)
class Measured:
    """Turns a second, and how long one takes: median and 99th percentile, milliseconds."""

    turns_per_second: float
    median_ms: float
    p99_ms: float


@asynccontextmanager
async def _opened() -> AsyncIterator[App]:
    with tempfile.TemporaryDirectory() as folder:
        async with open_app(Settings(data_dir=Path(folder)), sole=True) as app:
            app.channels["devnull"] = DevnullChannel()
            yield app


async def _person(app: App, name: str, turns: int, times: list[float]) -> None:
    address, ids = Address("devnull", name), count()
    for number in range(turns):
        text = SCRIPT[(number - 1) % len(SCRIPT)]
        message = Incoming(address, str(next(ids)), Kind.TEXT if number else Kind.START, text if number else "")
        begun = time.perf_counter()
        await app.inbound.handle(message)
        times.append(time.perf_counter() - begun)


async def _measure(people: int, turns: int) -> Measured:
    times: list[float] = []
    async with _opened() as app:
        await _person(app, "warm-up", len(SCRIPT), [])
        begun = time.perf_counter()
        await asyncio.gather(*(_person(app, str(name), turns, times) for name in range(people)))
        taken = time.perf_counter() - begun
    return _measured(times, taken)


def _measured(times: Sequence[float], taken: float) -> Measured:
    return Measured(len(times) / taken, median(times) * 1000, quantiles(times, n=100)[98] * 1000)


def crowd() -> Measured:
    """Many people, each sending the next message as soon as the last was answered."""
    return asyncio.run(_measure(CROWD, len(SCRIPT) + 1))


def alone() -> Measured:
    """One person, one message after another: each turn commits for itself."""
    return asyncio.run(_measure(1, ALONE))


def memory_mb() -> float:
    """The most memory this process has had, megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
