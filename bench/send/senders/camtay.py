"""Ours: the delivery worker with its ledger on SQLite, over the Telegram channel under its budget."""

import asyncio
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial

from bench.send.notice import TEXT, TOKEN
from bot.channels.budget import Budget
from bot.channels.telegram.account import Account
from bot.channels.telegram.send import TelegramChannel
from bot.cli.loading import loading
from bot.messages import Paragraph, Screen
from bot.notices.screens import screen_body
from bot.outbound import Outbound, Texts, said
from bot.storage.database import Database, Transaction, open_database
from bot.storage.delivery import mailings
from bot.storage.delivery.invented import invent
from bot.storage.delivery.ledger import DatabaseLedger
from broadcasts.audience import Audience
from broadcasts.notice import Level
from broadcasts.worker import Worker
from tests.fakes import MemoryMediaCache

COMMUNE = "26734"
LOOK, TRIES = 0.05, 100_000  # seconds between two looks whether everybody has it


async def send(api: str, people: Sequence[int], rate: int) -> None:
    """Everybody."""
    budget = Budget(float(rate)) if rate else Budget()
    channel = TelegramChannel(Account(TOKEN, api), MemoryMediaCache(), lambda source: None, budget)
    with loading():
        pass  # as `serve` and `deliver` begin
    try:
        await channel.introduce()  # as `serve` has done long before anything is sent
        with tempfile.TemporaryDirectory() as folder:
            async with await open_database(f"sqlite:///{folder}/camtay.db", sole=True) as database:
                numbers = range(people[0], people[-1] + 1)
                work = partial(invent, numbers=numbers, areas=[COMMUNE], channel=channel.name, now=_now())
                await database.write(work)
                await deliver(database, channel)
    finally:
        await channel.close()


async def deliver(database: Database, channel: TelegramChannel) -> None:
    """An urgent notice to everybody of the commune, from its approval to the last person."""

    ledger = DatabaseLedger(database)

    async def texts(mailing: int) -> Texts:
        return said(await ledger.body(mailing))

    outbound = Outbound({channel.name: channel}, texts)
    worker = Worker([channel.name], "bench", ledger, outbound, _now)
    database.on_outgoing(worker.ring)
    working = asyncio.create_task(worker.run())
    mailing = await database.write(_open)
    await _done(database, mailing)
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)


async def _done(database: Database, mailing: int) -> None:
    for _ in range(TRIES):
        if await database.read(partial(_is_done, mailing=mailing)):
            return
        await asyncio.sleep(LOOK)


def _open(tx: Transaction) -> int:
    body, audience = screen_body(Screen((Paragraph(TEXT),))), Audience(frozenset([COMMUNE]))
    return mailings.open_mailing(tx, None, Level.URGENT, body, audience, _now(), _now() + timedelta(hours=1))


def _is_done(tx: Transaction, mailing: int) -> bool:
    tally = mailings.tally(tx, mailing)
    return tally.spelled and not tally.waiting


def _now() -> datetime:
    return datetime.now(UTC)
