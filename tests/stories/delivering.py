"""Letting everything that waits leave, and everybody know what was sent."""

import asyncio
from unittest.mock import patch

from sqlalchemy import func, select

from bot.outbound import Outbound, Texts, said
from bot.storage.database import Transaction
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.delivery.mailings import body_of
from bot.storage.notice_tables import deliveries, mailings
from broadcasts import pump
from broadcasts.worker import Worker
from tests.stories.teller import Stage

TRIES = 1000  # a hundredth of a second each
FLUSH, SIDE_BY_SIDE = 0.01, 4  # of the pump: the few people of a story need no more, and need not wait


async def delivered(stage: Stage) -> None:
    """Until nothing is left that could be sent now; time stands still meanwhile."""
    database, now = stage.database, stage.clock.now

    async def texts(mailing: int) -> Texts:
        return said(await database.read(lambda tx: body_of(tx, mailing)))

    if not await database.read(_left):
        return
    worker = Worker(stage.channels, "story", DatabaseLedger(database), Outbound(stage.channels, texts), lambda: now)
    database.on_outgoing(worker.ring)
    with patch.object(pump, "FLUSH", FLUSH), patch.object(pump, "SIDE_BY_SIDE", SIDE_BY_SIDE):
        task = asyncio.create_task(worker.run())
        await _nothing_left(stage)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await stage.content.refresh()


async def _nothing_left(stage: Stage) -> None:
    for _ in range(TRIES):
        if not await stage.database.read(_left):
            return
        await asyncio.sleep(0.01)
    raise AssertionError("something waits that nobody sends")


def _left(tx: Transaction) -> int:
    """How much still is to be spelled out or sent."""
    waiting = deliveries.c.state.in_(["waiting", "claimed"])
    spelling = select(func.count()).select_from(mailings).where(mailings.c.state == "spelling")
    rows = select(func.count()).select_from(deliveries).where(waiting)
    return tx.execute(rows).scalar_one() + tx.execute(spelling).scalar_one()
