"""One message from door to answer: stored, decided, shown, sent, marked as answered."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

from bot.channels.channel import Channel, Gone, Held, Later, Misconfigured, Refused, SendError, Throttled, Unreachable
from bot.channels.layout import lay_out
from bot.messages import Address, Incoming, Priority, Screen
from bot.storage.database import Database
from bot.storage.people import inbox
from bot.turns import Turns

LEASE = timedelta(seconds=60)  # longer than any turn; a row that nobody has answered by then is taken up again
PAUSES = (0.5, 2, 5)  # seconds between tries to send an answer, before it is left for later
LOG = logging.getLogger(__name__)


class Inbound:
    """The door through which every message of every channel comes in."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        turns: Turns,
        clock: Callable[[], datetime],
        wait: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._database, self._channels, self._turns, self._clock = database, channels, turns, clock
        self._wait = wait
        self._busy: WeakValueDictionary[Address, asyncio.Lock] = WeakValueDictionary()
        self._open: set[int] = set()
        self._answering: set[asyncio.Task[None]] = set()

    async def handle(self, incoming: Incoming) -> None:
        """Take in one message and answer it; a repeat changes nothing and sends nothing."""
        row = await self.store(incoming)
        if row is not None:
            await self.answer(row)

    async def take(self, incomings: Sequence[Incoming]) -> None:
        """Store all of them; once this returns the network may forget them. The answers follow by themselves."""
        for row in await asyncio.gather(*map(self.store, incomings)):
            if row is not None:
                answering = asyncio.create_task(self._answer_alone(row))
                self._answering.add(answering)
                answering.add_done_callback(self._answering.discard)

    async def finish(self) -> None:
        """Wait for the answers that `take` has left to themselves."""
        await asyncio.gather(*self._answering)

    async def store(self, incoming: Incoming) -> inbox.Row | None:
        """The row that holds a new message; None for a repeat. Once this returns, the network may forget it."""
        now = self._clock()
        received = await self._database.write(lambda tx: inbox.receive(tx, incoming, now, LEASE))
        return inbox.Row(received.id, incoming.address, received.state, incoming) if received.fresh else None

    async def answer(self, row: inbox.Row) -> None:
        """Decide and send; one message of a person at a time, in the order in which they came."""
        if row.id in self._open:
            return
        self._open.add(row.id)
        lock = self._busy.setdefault(row.address, asyncio.Lock())
        try:
            async with lock:
                await self._answer(row)
        finally:
            self._open.discard(row.id)

    async def rescue(self) -> int:
        """Take up what a crash or a dead network has left unanswered; gives how many rows that were.

        Rows of a channel that is not plugged in here are left alone, and one that fails keeps no other waiting.
        """
        now = self._clock()
        left = await self._database.write(lambda tx: inbox.abandoned(tx, now, LEASE))
        mine = [row for row in left if row.address.channel in self._channels]
        await asyncio.gather(*map(self._answer_alone, mine))
        return len(mine)

    async def _answer_alone(self, row: inbox.Row) -> None:
        """As `answer`, where nobody waits to hear of a failure: it is logged, and `rescue` takes the row up again."""
        try:
            await self.answer(row)
        except Exception:
            LOG.exception("answer failed: inbox row %d, channel %s", row.id, row.address.channel)

    async def _answer(self, row: inbox.Row) -> None:
        screen = await self._take(row)
        if screen is None or await self._send(row, screen):
            await self._database.write(lambda tx: inbox.answered(tx, row.id))

    async def _take(self, row: inbox.Row) -> Screen | None:
        """The screen of the turn; the inbound door: whatever fails inside is logged once and apologised for."""
        now = self._clock()
        try:
            return await self._database.write(lambda tx: self._turns.take(tx, row, now))
        except Exception:
            LOG.exception("turn failed: inbox row %d, channel %s", row.id, row.address.channel)
            return await self._database.write(lambda tx: self._turns.apologise(tx, row, now))

    async def _send(self, row: inbox.Row, screen: Screen) -> bool:
        """Whether the row is done with; a network in trouble leaves it for `rescue`."""
        for pause in (*PAUSES, None):
            try:
                await self._send_once(row, screen)
                return True
            except (Gone, Refused, Unreachable) as failure:
                LOG.warning("answer not wanted: inbox row %d, channel %s: %s", row.id, row.address.channel, failure)
                return True
            except SendError as failure:
                LOG.warning("answer waits: inbox row %d, channel %s: %r", row.id, row.address.channel, failure)
                if pause is None or isinstance(failure, Misconfigured | Held | Later):
                    return False
                await self._wait(failure.retry_after if isinstance(failure, Throttled) else pause)
        return False

    async def _send_once(self, row: inbox.Row, screen: Screen) -> None:
        """A file that the network refuses is left out: the words matter more."""
        channel = self._channels[row.address.channel]
        try:
            prepared = channel.prepare(lay_out(screen, channel.capabilities))
            await channel.send(row.address, prepared, Priority.REPLY, key=f"inbox:{row.id}")
        except Refused:
            if not screen.media:
                raise
            await self._send_once(row, replace(screen, media=()))
