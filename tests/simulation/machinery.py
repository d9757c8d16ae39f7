"""The bot's own side of a world: processes plugged together as in earnest, over what is simulated."""

import asyncio
import logging
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from random import Random
from unittest.mock import patch

from bot import due, jobs
from bot.channels.channel import Channel
from bot.channels.webchat.send import WebChatChannel
from bot.outbound import Outbound, Texts, said
from bot.storage.broadcasting import notes
from bot.storage.delivery import mailings
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.errors import DatabaseUnavailable
from bot.storage.people.mailbox import DatabaseMailbox
from broadcasts import door, lane, pump, waiting, worker
from tests.channels.simulated_time import now
from tests.simulation.chat import ChatChannel
from tests.simulation.database import SimulatedDatabase
from tests.simulation.machines import Machine
from tests.simulation.staff import CHAT, WEB
from tests.simulation.stage import Stage

SELDOM = 6.0  # seconds between two looks, where a quarter of one would only take the tests longer


def switch_on(stage: Stage, kind: str) -> Machine:
    """A process that delivers, under a name that none had before."""
    machine = Machine(f"{kind}-{next(stage.numbers)}")
    stage.machines[machine] = database = SimulatedDatabase(stage.store, stage.road, stage)
    machine.start(_deliver(stage, machine, database))
    return machine


async def _deliver(stage: Stage, machine: Machine, database: SimulatedDatabase) -> None:
    letters = DatabaseMailbox(database, stage.clock)
    channels: dict[str, Channel] = {
        CHAT: ChatChannel(stage.network, now, stage.buttons, stage.rate),
        WEB: WebChatChannel(letters, clock=stage.clock),
    }

    async def texts(mailing: int) -> Texts:
        return said(await database.read(partial(mailings.body_of, mailing=mailing)))

    outbound = Outbound(channels, texts)
    working = worker.Worker(channels, machine.name, DatabaseLedger(database), outbound, stage.clock)
    database.on_outgoing(working.ring)
    looking = due.Due(database, channels, stage.clock)
    await asyncio.gather(working.run(), jobs.run([jobs.Chore("due", 5, looking.look)]))


class Failures(logging.Handler):
    """Whatever failed behind a door, and not for want of the database."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it, where it is one."""
        failure = record.exc_info[1] if record.exc_info else None
        if isinstance(failure, BaseExceptionGroup):
            failure = failure.split(DatabaseUnavailable)[1]
        if failure is not None and not isinstance(failure, DatabaseUnavailable):
            self.heard.append(f"{record.getMessage()}: {failure!r}")


@contextmanager
def as_simulated(seed: int) -> Iterator[Failures]:
    """Chance from the seed, and looks that are as seldom as they may be: whoever waits is rung. What fails is heard."""
    chance, either = Random(seed), waiting.either
    with ExitStack() as changes:
        changes.enter_context(patch.object(secrets, "token_hex", lambda size=16: chance.randbytes(size).hex()))
        changes.enter_context(patch.object(secrets, "choice", chance.choice))
        changes.enter_context(patch.object(pump, "either", lambda rung, seconds: either(rung, max(seconds, SELDOM))))
        changes.enter_context(patch.object(worker, "LOOK", SELDOM))
        changes.enter_context(patch.object(pump, "LOOK", 0.5))
        changes.enter_context(patch.object(pump, "FLUSH", 0.4))
        changes.enter_context(patch.object(pump, "SIDE_BY_SIDE", 3))
        changes.enter_context(patch.object(pump, "FEWEST", 3))
        changes.enter_context(patch.object(lane, "RENEW", 3.0))
        changes.enter_context(patch.object(lane, "RETRY", 4.0))
        changes.enter_context(patch.object(due, "LOOK_AGAIN", due.LOOK_AGAIN * 10))
        if seed % 4:  # in most worlds officers look for themselves
            changes.enter_context(patch.object(notes, "send", lambda tx, notes, now: None))
        failures = Failures()
        for log in (door.LOG, jobs.LOG):
            changes.enter_context(patch.multiple(log, handlers=[failures], propagate=False))
        for log in (lane.LOG, pump.LOG, due.LOG):
            changes.enter_context(patch.object(log, "disabled", new=True))
        yield failures
