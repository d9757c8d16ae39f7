"""People of small communes, in the database and at the network; what was meant for them, and what came."""

import asyncio
import os
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import Row, func, select

from bot.conversation.notice_facts import Tally
from bot.messages import Paragraph, Screen
from bot.notices.screens import INSTEAD, screen_body
from bot.storage.database import Database, Transaction
from bot.storage.delivery import mailings
from bot.storage.delivery.invented import invent
from bot.storage.notice_tables import claims, deliveries
from bot.storage.notice_tables import mailings as mailing_table
from broadcasts.audience import Audience
from broadcasts.notice import Level
from tests.processes.said import Said
from tests.processes.served import LESSONS, Served
from tests.telegram_server.calls import Call
from tests.telegram_server.server import TelegramServer

TIMES = 5 if os.environ.get("CAMTAY_ENDURANCE") == "1" else 1  # as many people, kills and stops
PATIENCE = 240.0 * TIMES  # seconds for what the tests wait for, through refusals, torn connections and new starts
LOOK = 0.1  # seconds between two looks into the ledger
ON_POSTGRESQL = pytest.mark.parametrize(
    "server", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
T = TypeVar("T")
STATES = ("waiting", "held", "sent", "uncertain", "failed", "dropped")


@dataclass(frozen=True, slots=True, repr=False)
class Village:
    """What the tests see of it: the ledger through a connection of their own, the network by its own log."""

    folder: Path
    url: str  # of the database
    database: Database
    server: TelegramServer
    said: Said
    started: list[Served] = field(default_factory=list)

    @property
    def on(self) -> str:
        """The database's kind."""
        return self.url.partition(":")[0]

    async def process(self, kind: type[Served] = Served, rate: int = 400, **more: str) -> Served:
        """A process on this database and this account, with a door to the network of its own; it is not started."""
        door = await self.server.door()
        given = {"TOKEN": self.server.token, "API": door, "PAID_RATE": str(rate)}
        settings = {f"CAMTAY_TELEGRAM_{name}": value for name, value in given.items()} | more
        process = kind(self.folder / "data", self.url, LESSONS, int(door.rpartition(":")[2]), **settings)
        self.started.append(process)
        return process

    async def end(self) -> None:
        """Every process is gone, also one that is paused."""
        for process in self.started:
            await process.kill()

    async def settle(self, area: str, people: range, channel: str = "telegram") -> None:
        """These people follow a commune and have started the bot."""
        await self.write(invent, numbers=people, areas=[area], channel=channel)
        for number in people:
            self.server.person(number, started=True)

    async def write(self, work: Callable[..., Any], **given: Any) -> Any:
        """One unit of work at this moment."""
        return await self.database.write(partial(work, now=clock(), **given))

    async def send(self, words: str, level: Level, area: str, **more: Any) -> int:
        """A mailing to everybody in the commune."""
        audience = Audience(frozenset({area}))
        given = {"broadcast": None, "expires_at": None, "body": body(words), **more}
        return int(await self.write(mailings.open_mailing, level=level, audience=audience, **given))

    async def settled(self, *mailings: int) -> None:
        """Wait until nothing can change any more for anybody in these."""
        await until(lambda: self.is_settled(*mailings))

    async def is_settled(self, *mailings: int) -> bool:
        """Whether nothing can change any more for anybody in these."""
        return await self.database.read(partial(_settled, mailings=mailings))

    async def messages(self, more: int) -> None:
        """Wait until so many more have set out."""
        enough = len(self.server.requests) + more

        async def have() -> bool:
            return len(self.server.requests) >= enough

        await until(have, look=0.01)

    async def tried(self, words: str, enough: int) -> None:
        """Wait until a text that begins so has set out so many times since it was first said."""

        async def have() -> bool:
            return len(self.calls(words)) >= enough

        await until(have, look=0.03)

    async def tally(self, mailing: int) -> Tally:
        """What an officer is told."""
        return await self.database.read(partial(mailings.tally, mailing=mailing))

    async def rows(self, mailing: int) -> Sequence[Row[Any]]:
        """The ledger."""
        theirs = select(deliveries).where(deliveries.c.mailing == mailing).order_by(deliveries.c.id)
        return await self.database.read(lambda tx: tx.execute(theirs).all())

    async def in_doubt(self) -> set[str]:
        """Whose rows are claimed now."""
        return await self.database.read(_in_doubt)

    def calls(self, words: str) -> list[Call]:
        """Every request to send the text that begins so, whatever came of it."""
        return self.said.beginning(words)

    def got(self, words: str) -> Counter[str]:
        """How often this text came to each account, by the network's own log."""
        return Counter(call.text("chat_id") for call in self.calls(words) if call.done)

    async def agreed(self, mailing: int, words: str) -> Counter[str]:
        """Assert that network, ledger and tally tell the same of every person; how many rows are in each state."""
        rows, got, tally = await self.rows(mailing), self.got(words), await self.tally(mailing)
        states = Counter(row.state for row in rows)
        assert len(rows) == len({row.contact for row in rows})
        assert set(got) <= {row.account for row in rows}
        assert {state: getattr(tally, state) for state in STATES} == {state: states[state] for state in STATES}
        assert [row for row in rows if not self._fits(row, got[row.account])] == []
        return states

    def _fits(self, row: Row[Any], times: int) -> bool:
        """Whether the ledger's row can be true of somebody who got it so many times."""
        match row.state:
            case "sent":
                arrived = self.server.account.chats[int(row.account)].arrivals
                return times >= 1 and all(int(message) in arrived for message in row.messages)
            case "uncertain":
                return True
            case _:
                return times == 0


def clock() -> datetime:
    """This moment, UTC."""
    return datetime.now(UTC)


def body(words: str, instead: str = "") -> dict[str, Any]:
    """A mailing's body; `instead` is put in the place of what it replaces."""
    said = screen_body(Screen((Paragraph(words),)))
    return said | {INSTEAD: screen_body(Screen((Paragraph(instead),)))} if instead else said


async def until(wish: Callable[[], Awaitable[T | None]], look: float = LOOK) -> T:
    """What a wish about another process gives as soon as it is true; TimeoutError where it does not come true."""
    async with asyncio.timeout(PATIENCE):
        while not (found := await wish()):  # noqa: ASYNC110 -- other processes set no event
            await asyncio.sleep(look)
    return found


def _settled(tx: Transaction, mailings: Sequence[int]) -> bool:
    here = (mailing_table.c.id.in_(mailings), mailing_table.c.settled_at.is_not(None))
    return tx.execute(select(func.count()).where(*here)).scalar_one() == len(mailings)


def _in_doubt(tx: Transaction) -> set[str]:
    claimed = [row for rows in tx.execute(select(claims.c.rows)).scalars() for row in rows]
    return set(tx.execute(select(deliveries.c.account).where(deliveries.c.id.in_(claimed))).scalars())
