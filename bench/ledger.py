"""The ledger with one million people: spelled out, claimed and recorded, beside what we aim at.

Each measurement has a process of its own, so that its memory is its own; making the people is not counted.
"""

import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import count
from typing import TypeVar

import asyncpg  # type: ignore[import-untyped]

from bench.crowd import CHANNEL, COMMUNES, move_in
from bot.storage.database import Database, Transaction, open_database
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.delivery.mailings import open_mailing, tally
from broadcasts.audience import Audience
from broadcasts.delivery import Attempt, Outcome, Sent
from broadcasts.notice import Level
from broadcasts.ports import Parcel, Result
from broadcasts.pump import MOST
from tests.databases import Server, running_server

T = TypeVar("T")
PEOPLE, FEW = 1_000_000, 10_000
PORTION = MOST
NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
DURABLE = "-c listen_addresses= -c max_connections=20"


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds for each half of the work, milliseconds of the longest write and of one in a hundred, megabytes."""

    people: int
    spelling: float
    sending: float
    longest_ms: float
    p99_ms: float
    memory_mb: float


class Watched(Database):
    """A database whose writes are timed, one by one."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.times: list[float] = []

    async def write(self, work: Callable[[Transaction], T], patient: bool = False) -> T:
        """As the database does it."""
        begun = time.perf_counter()
        result = await self._database.write(work, patient)
        self.times.append(time.perf_counter() - begun)
        return result

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """As the database does it."""
        return await self._database.read(work)

    async def close(self) -> None:
        """Nothing of its own."""


async def _measure(url: str, level: Level) -> Measured:
    async with await open_database(url) as database:
        watched = Watched(database)
        ledger = DatabaseLedger(watched)
        begun = time.perf_counter()
        whole_country = Audience(frozenset(COMMUNES))
        mailing = await watched.write(partial(_open, level=level, audience=whole_country))
        while await ledger.fan_out(NOW):
            pass
        spelled = time.perf_counter()
        await _send_all(ledger, level)
        sent = time.perf_counter()
        await ledger.tend(NOW)
        people = (await database.read(partial(tally, mailing=mailing))).sent
    times = sorted(watched.times)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Measured(
        people, spelled - begun, sent - spelled, times[-1] * 1000, times[len(times) * 99 // 100] * 1000, memory
    )


def _open(tx: Transaction, level: Level, audience: Audience) -> int:
    return open_mailing(tx, "notice", level, {"screen": "…"}, audience, NOW, None)


async def _send_all(ledger: DatabaseLedger, level: Level) -> None:
    """The next portion is claimed while the last one is recorded, as the pump does it."""
    lease = await ledger.take(CHANNEL, "bench", NOW)
    assert lease is not None
    numbers = count(1_000_000)
    parcels = await ledger.claim(lease, level, PORTION, NOW)
    while parcels:
        results = [_sent(parcel, str(next(numbers))) for parcel in parcels]
        parcels, _ = await asyncio.gather(ledger.claim(lease, level, PORTION, NOW), ledger.record(lease, results))


def _sent(parcel: Parcel, message: str) -> Result:
    return Result(parcel, Sent((message,)), Attempt(Outcome.SENT, (message,)), NOW)


async def _make(url: str, people: int) -> None:
    async with await open_database(url) as database:
        await database.write(partial(move_in, most=people))
    if url.startswith("postgresql:"):
        await _look_around(url)


async def _look_around(url: str) -> None:
    """A server that has had these people for a while has tidied up behind them by itself; SQLite never needs to."""
    connection = await asyncpg.connect(url)
    await connection.execute("VACUUM ANALYZE")
    await connection.close()


def _in_a_process(*arguments: str) -> str:
    command = (sys.executable, "-m", "bench.ledger", *arguments)
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _measured(url: str, people: int, level: Level = Level.URGENT) -> Measured:
    _in_a_process("make", url, str(people))
    return Measured(**json.loads(_in_a_process("measure", url, level.value)))


def on_sqlite(people: int) -> Measured:
    """In a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return _measured(f"sqlite:///{folder}/camtay.db", people)


def on_postgresql(people: int) -> Measured:
    """On a server of its own that waits for the disk."""

    async def measured(server: Server) -> Measured:
        async with server.fresh_database() as url:
            return await asyncio.to_thread(_measured, url, people)

    with running_server(DURABLE) as server:
        return asyncio.run(measured(server))


def report(name: str, few: Measured, many: Measured, seconds: int) -> list[tuple[str, str, str]]:
    """Lines of a table: what, measured, aim."""
    return [
        (f"{name}: {many.people:,} people spelled out into the ledger, s", f"{many.spelling:.1f}", f"{seconds}"),
        ("  and all of them claimed and recorded, s", f"{many.sending:.1f}", ""),
        ("  rows a second, spelled out", f"{many.people / many.spelling:,.0f}", ""),
        ("  rows a second, claimed and recorded", f"{many.people / many.sending:,.0f}", ""),
        ("  longest single write, ms", f"{many.longest_ms:.0f}", "50"),
        ("  one write in a hundred, ms", f"{many.p99_ms:.0f}", ""),
        ("  memory of the process, MB", f"{many.memory_mb:.0f}", "170"),
        (f"  the same with {few.people:,} people, MB", f"{few.memory_mb:.0f}", ""),
    ]


def main(arguments: Sequence[str]) -> None:
    """Both databases, as a table."""
    match arguments:
        case ["make", url, people]:
            asyncio.run(_make(url, int(people)))
        case ["measure", url, level]:
            print(json.dumps(asdict(asyncio.run(_measure(url, Level(level))))))
        case _:
            rows = report("SQLite", on_sqlite(FEW), on_sqlite(PEOPLE), 15)
            rows += report("PostgreSQL", on_postgresql(FEW), on_postgresql(PEOPLE), 30)
            print(f"{'what':<60}{'measured':>10}{'aim':>10}")
            for what, measured, aim in rows:
                print(f"{what:<60}{measured:>10}{aim:>10}")


if __name__ == "__main__":
    main(sys.argv[1:])
