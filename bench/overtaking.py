"""What is urgent, and what people are answered, while a notice to a million people is under way at full speed.

One process with its ledger on SQLite sends over Telegram to a strict server of another process, as `serve` would.
"""

import argparse
import asyncio
import random
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from statistics import median, quantiles

from bench.crowd import COMMUNES, move_in
from bench.send.notice import TEXT, TOKEN
from bench.send.place import refusals, server, told_to
from bot.channels.budget import Budget
from bot.channels.channel import MessageId, Prepared, Still, always
from bot.channels.layout import lay_out
from bot.channels.telegram.account import Account
from bot.channels.telegram.send import TelegramChannel
from bot.cli.loading import loading
from bot.messages import Address, Paragraph, Priority, Screen
from bot.notices.screens import screen_body
from bot.outbound import Outbound, Texts, said
from bot.storage.database import Database, Transaction, open_database
from bot.storage.delivery import mailings
from bot.storage.delivery.ledger import DatabaseLedger
from broadcasts.audience import Audience
from broadcasts.notice import Level
from broadcasts.worker import Worker
from tests.fakes import MemoryMediaCache

RATE = 1000
WARM = 3.0  # seconds before anything is measured
EVERY = 0.04  # seconds between two answers
BETWEEN = (0.5, 1.0)  # seconds between two urgent notices
WIDE = 30  # communes of the last one: some ten thousand people, ten seconds
SCREEN = Screen((Paragraph(TEXT),))


class Watched(TelegramChannel):
    """Notes when each urgent message of a mailing was answered by the network."""

    def __init__(self, api: str) -> None:
        super().__init__(Account(TOKEN, api), MemoryMediaCache(), lambda source: None, Budget(float(RATE)))
        self.urgent: dict[str, list[float]] = {}

    async def send(
        self, address: Address, prepared: Prepared, priority: Priority, key: str = "", still: Still = always
    ) -> tuple[MessageId, ...]:
        """As the channel does it."""
        sent = await super().send(address, prepared, priority, key, still)
        if priority is Priority.URGENT:
            self.urgent.setdefault(key, []).append(time.perf_counter())
        return sent


@dataclass(slots=True)
class Measured:
    """Seconds until an answer was sent, alone and beside the notice; for urgent notices until the first one had it,
    and which part of the rate those of one commune (some 360 people) and one of WIDE communes got."""

    alone: list[float] = field(default_factory=list)
    beside: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    share: list[float] = field(default_factory=list)
    wide_share: float = 0.0


@asynccontextmanager
async def _sending(database: Database, channel: Watched) -> AsyncIterator[None]:
    ledger = DatabaseLedger(database)

    async def texts(mailing: int) -> Texts:
        return said(await ledger.body(mailing))

    worker = Worker([channel.name], "bench", ledger, Outbound({channel.name: channel}, texts), _now)
    database.on_outgoing(worker.ring)
    working = asyncio.create_task(worker.run())
    try:
        yield
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)


async def _answers(channel: Watched, count: int) -> list[float]:
    """How long each of so many answers takes to be sent."""
    prepared = channel.prepare(lay_out(SCREEN, channel.capabilities))
    took: list[float] = []

    async def answer(number: int) -> None:
        begun = time.perf_counter()
        await channel.send(Address(channel.name, str(2_000_000_000 + number)), prepared, Priority.REPLY)
        took.append(time.perf_counter() - begun)

    async with asyncio.TaskGroup() as group:
        for number in range(count):
            group.create_task(answer(number))
            await asyncio.sleep(EVERY)
    return took


async def _urgent(database: Database, channel: Watched, areas: Sequence[str]) -> tuple[float, float]:
    """Seconds from the approval's commit to the first person, and the part of the rate that all of them got."""
    mailing = await database.write(partial(_open, level=Level.URGENT, areas=areas))
    begun, sent = time.perf_counter(), channel.urgent.setdefault(f"mailing:{mailing}", [])
    while True:
        tally = await database.read(partial(mailings.tally, mailing=mailing))
        if tally.spelled and not tally.waiting:
            break
        await asyncio.sleep(0.05)
    speed = (len(sent) - 1) / (sent[-1] - sent[0])
    return sent[0] - begun, speed / RATE


async def _measure(api: str, people: int, answers: int, notices: int) -> Measured:
    measured, channel = Measured(), Watched(api)
    with tempfile.TemporaryDirectory() as folder:
        async with await open_database(f"sqlite:///{folder}/camtay.db", sole=True) as database:
            await database.write(partial(move_in, most=people))
            with loading():
                pass  # as `serve` begins
            async with _sending(database, channel):
                await _answers(channel, 50)  # opens connections
                measured.alone = await _answers(channel, answers)
                await database.write(partial(_open, level=Level.ROUTINE, areas=COMMUNES))
                await asyncio.sleep(WARM)
                measured.beside = await _answers(channel, answers)
                for area in random.Random(21).sample(COMMUNES, notices):
                    first, share = await _urgent(database, channel, [area])
                    measured.first.append(first)
                    measured.share.append(share)
                    await asyncio.sleep(random.uniform(*BETWEEN))
                _, measured.wide_share = await _urgent(database, channel, COMMUNES[:WIDE])
    await channel.close()
    return measured


def _open(tx: Transaction, level: Level, areas: Sequence[str]) -> int:
    body, audience = screen_body(SCREEN), Audience(frozenset(areas))
    return mailings.open_mailing(tx, None, level, body, audience, _now(), _now() + timedelta(hours=6))


def _now() -> datetime:
    return datetime.now(UTC)


def main(arguments: Sequence[str]) -> None:
    """Print what was measured beside what we aim at."""
    read = argparse.ArgumentParser(prog="python -m bench overtaking")
    read.add_argument("--people", type=int, default=1_000_000)
    read.add_argument("--answers", type=int, default=750)
    read.add_argument("--notices", type=int, default=40)
    read.add_argument("--latency", type=float, default=0.0, help="seconds of a round trip")
    options = read.parse_args(arguments)
    with server() as api:
        told_to(api, RATE, options.latency)
        found = asyncio.run(_measure(api, options.people, options.answers, options.notices))
        refused = refusals(api)
    alone, beside, first = (_percentiles(times) for times in (found.alone, found.beside, found.first))
    rows = (
        ("first of an urgent notice after its approval, median, ms", first[0], "50"),
        ("  p99, ms", first[1], "250"),
        ("  part of the rate that it got, one commune, %", median(found.share) * 100, ""),
        (f"  the same, {WIDE} communes, %", found.wide_share * 100, "95"),
        ("an answer alone, p99, ms", alone[1], ""),
        ("  beside the notice, median, ms", beside[0], ""),
        ("  beside the notice, p99, ms", beside[1], ""),
        ("  later by, p99, ms", beside[1] - alone[1], "50"),
        ("refusals", refused, "0"),
    )
    print(f"{'what':<60}{'measured':>10}{'aim':>10}")
    for what, number, aim in rows:
        print(f"{what:<60}{number:>10.0f}{aim:>10}")


def _percentiles(times: Sequence[float]) -> tuple[float, float]:
    """Median and p99 in milliseconds."""
    return median(times) * 1000, quantiles(times, n=100)[98] * 1000
