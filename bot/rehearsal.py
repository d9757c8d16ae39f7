"""Sending to invented people over a fake network: how long a notice would take, before it matters."""

import asyncio
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bot.areas import communes_of, provinces
from bot.channels.budget import Budget
from bot.channels.devnull import NAME, DevnullChannel, Faults
from bot.conversation.notice_facts import Tally
from bot.notices.screens import notice_body
from bot.outbound import Outbound, Texts, said
from bot.storage.database import Database, Transaction, open_database
from bot.storage.delivery import mailings
from bot.storage.delivery.invented import invent
from bot.storage.delivery.ledger import DatabaseLedger
from broadcasts.audience import Audience
from broadcasts.broadcast import Broadcast
from broadcasts.code import new_code
from broadcasts.notice import Kind, Level, Notice
from broadcasts.worker import Worker

AT_ONCE = 20_000  # people invented in one transaction
LOOK = 0.2  # seconds between two looks at how it goes
PERCENT = (50, 90, 99)

Tell = Callable[[str, int, int], object]  # hears of the progress: what is done, how many of how many


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a rehearsal measured; seconds from the moment of approval."""

    people: int
    sent: int
    failed: int
    uncertain: int
    seconds: float
    spelled_after: float  # the whole list was written
    first_after: float
    percent_after: tuple[tuple[int, float], ...]  # when so many percent of the people had it
    memory_mb: float

    @property
    def rate(self) -> float:
        """Messages a second from the first to the last."""
        return self.sent / max(self.seconds - self.first_after, 0.001)


async def rehearse(folder: Path, people: int, rate: float | None, faults: Faults | None, tell: Tell) -> Rehearsed:
    """Invent the people in an empty folder and send a drill to all of them."""
    areas = [commune.code for province in provinces() for commune in communes_of(province.code)]
    async with await open_database(f"sqlite:///{folder / 'rehearsal.db'}", sole=True) as database:
        for first in range(0, people, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, people))
            await database.write(partial(invent, numbers=numbers, areas=areas, channel=NAME, now=_now()))
            tell("invented", numbers.stop, people)
        return await _Sending(database, DevnullChannel(Budget(rate), faults, keep=1)).run(people, areas, tell)


class _Sending:
    def __init__(self, database: Database, channel: DevnullChannel) -> None:
        self._database = database
        outbound = Outbound({NAME: channel}, self._texts)
        self._worker = Worker([NAME], "rehearsal", DatabaseLedger(database), outbound, _now)
        self._begun = 0.0
        self._marks: dict[str, float] = {}  # seconds at which something was so for the first time

    async def run(self, people: int, areas: Sequence[str], tell: Tell) -> Rehearsed:
        self._database.on_outgoing(self._worker.ring)
        working = asyncio.create_task(self._worker.run())
        self._begun = time.monotonic()
        try:
            await self._database.write(partial(_approve, audience=Audience(frozenset(areas))))
            tally = await self._watched(people, tell)
        finally:
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)
        return self._measured(people, tally)

    async def _texts(self, mailing: int) -> Texts:
        return said(await self._database.read(partial(mailings.body_of, mailing=mailing)))

    async def _watched(self, people: int, tell: Tell) -> Tally:
        """How it ended."""
        while True:
            tally = await self._database.read(_look)
            self._mark(tally, people)
            tell("sent", tally.sent + tally.failed + tally.uncertain, people)
            if tally.spelled and not tally.waiting:
                return tally
            await asyncio.sleep(LOOK)

    def _mark(self, tally: Tally, people: int) -> None:
        reached = {"spelled": tally.spelled, "first": tally.sent > 0}
        reached |= {str(percent): tally.sent * 100 >= percent * people for percent in PERCENT}
        for what, so in reached.items():
            if so:
                self._marks.setdefault(what, time.monotonic() - self._begun)

    def _measured(self, people: int, tally: Tally) -> Rehearsed:
        marks = self._marks
        return Rehearsed(
            people,
            tally.sent,
            tally.failed,
            tally.uncertain,
            time.monotonic() - self._begun,
            marks["spelled"],
            marks.get("first", 0.0),
            tuple((percent, marks[str(percent)]) for percent in PERCENT if str(percent) in marks),
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        )


def _now() -> datetime:
    return datetime.now(UTC)


def _approve(tx: Transaction, audience: Audience) -> int:
    broadcast = Broadcast("rehearsal", new_code(), _drill(_now()), audience)
    body = notice_body(broadcast)
    return mailings.open_mailing(tx, broadcast.id, Level.URGENT, body, audience, _now(), broadcast.notice.ends)


def _look(tx: Transaction) -> Tally:
    mailing = mailings.mailing_of(tx, "rehearsal")
    return mailings.tally(tx, mailing) if mailing is not None else Tally(spelled=False)


def _drill(now: datetime) -> Notice:
    return Notice(
        kind=Kind.ACTUAL,
        level=Level.URGENT,
        office="Ban thông tin cơ sở",
        event="bão",
        headline="[DIỄN TẬP] Bão sắp vào",
        description="Đây là buổi diễn tập trên mạng giả.",
        instruction="Bà con ở trong nhà. [DIỄN TẬP]",
        place="cả nước",
        areas=(),
        starts=now,
        ends=now + timedelta(days=1),
        drill=True,
    )
