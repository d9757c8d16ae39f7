"""Letting everything that waits leave, and everybody know what was sent."""

import asyncio

from sqlalchemy import func, select

from bot.outbound import Outbound, Texts, said
from bot.storage.database import Transaction
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.delivery.mailings import body_of
from bot.storage.notice_tables import deliveries, mailings
from broadcasts.worker import Worker
from tests.stories.teller import Stage

TRIES = 1000  # a hundredth of a second each


async def delivered(stage: Stage) -> None:
    """Until nothing is left that could be sent now; time stands still meanwhile."""
    database, now = stage.database, stage.clock.now

    async def texts(mailing: int) -> Texts:
        return said(await database.read(lambda tx: body_of(tx, mailing)))

    if not await database.read(_left):
        return
    worker = Worker(stage.channels, "story", DatabaseLedger(database), Outbound(stage.channels, texts), lambda: now)
    database.on_outgoing(worker.ring)
    task = asyncio.create_task(worker.run())
    for _ in range(TRIES):
        if not await database.read(_left):
            break
        await asyncio.sleep(0.01)
    else:
        raise AssertionError("something waits that nobody sends")
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await stage.content.refresh()


def _left(tx: Transaction) -> int:
    """How much still is to be spelled out or sent."""
    waiting = deliveries.c.state.in_(["waiting", "claimed"])
    spelling = select(func.count()).select_from(mailings).where(mailings.c.state == "spelling")
    rows = select(func.count()).select_from(deliveries).where(waiting)
    return tx.execute(rows).scalar_one() + tx.execute(spelling).scalar_one()
