"""The other side of a story about a notice: two officers of the commune, and the engine that delivers."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import httpx
from sqlalchemy import func, select

from bot.channels.channel import Channel
from bot.conversation import calls
from bot.conversation.facts import Fact
from bot.conversation.notice_facts import (
    CaseMove,
    CaseMoved,
    CaseSaid,
    Group,
    Note,
    NoticeMoved,
    NoticeWritten,
)
from bot.messages import Address, Incoming
from bot.notices.public import PublicNotice
from bot.notices.screens import EVERYBODY, notice_screen
from bot.outbound import Outbound, Texts, said
from bot.storage.broadcasting import cases, notices
from bot.storage.broadcasting.broadcast_rows import load
from bot.storage.database import Database, Transaction
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.delivery.mailings import body_of
from bot.storage.notice_tables import deliveries, mailings
from bot.storage.offices import accounts, binding
from bot.storage.offices.accounts import Appointment
from bot.storage.offices.officers import officer_at
from bot.storage.people.facts import write_facts
from bot.translations import SOURCE, Words
from bot.vietnamese.moments import VIETNAM
from bot.web.ports import Ports
from bot.web.server import create_web
from broadcasts.broadcast import Broadcast
from broadcasts.code import shown
from broadcasts.notice import Kind, Level, Notice
from broadcasts.officer import Action, Role
from broadcasts.worker import Worker
from tests.fakes import MemoryMailbox
from tests.web.page import Page

if TYPE_CHECKING:
    from tests.stories.teller import Stage

COMMUNE = "00721"
LAN, MINH = Address("office", "lan"), Address("office", "minh")
NAMES = {LAN: "Chị Lan", MINH: "Anh Minh"}
OFFICE = "Ủy ban nhân dân xã Đồng Văn, tỉnh Tuyên Quang"
STORM = Notice(
    kind=Kind.ACTUAL,
    level=Level.URGENT,
    office=OFFICE,
    event="Lũ quét",
    headline="Nguy cơ lũ quét tối 21/11",
    description="Mưa 200 mm từ sáng. Nước suối đã đục.",
    instruction="Bà con thôn Má Lủ rời nhà trước 19 giờ, lên Trường Tiểu học Đồng Văn.\nKhông đi qua ngầm tràn.",
    place="xã Đồng Văn, tỉnh Tuyên Quang",
    areas=(COMMUNE,),
    starts=datetime(2026, 11, 21, 17, 0, tzinfo=VIETNAM),
    ends=datetime(2026, 11, 22, 8, 0, tzinfo=VIETNAM),
    contact="0207 3000 115",
)
ALL_CLEAR = replace(
    STORM,
    kind=Kind.ALL_CLEAR,
    headline="Lũ quét đã qua",
    description="Nước suối đã rút.",
    instruction="Bà con về nhà, xem lại mái nhà và đường điện.",
)
CORRECTION = replace(
    STORM,
    kind=Kind.CANCEL,
    headline="Tin lũ quét gửi nhầm",
    description="Tin này gửi nhầm xã.",
    instruction="Bà con ở nhà, không cần đi đâu.",
)
WRITTEN = {
    "storm": STORM,
    "drill": replace(STORM, drill=True),
    "update": replace(
        STORM, kind=Kind.UPDATE, ends=STORM.ends and STORM.ends + timedelta(hours=4), description="Mưa 300 mm từ sáng."
    ),
}


class Office:
    """Lan writes, Minh approves, whoever is free takes what people ask for."""

    def __init__(self, stage: "Stage") -> None:
        self._stage = stage
        self._opened = False
        self.sent: list[str] = []  # ids of broadcasts
        self.codes: list[str] = []  # of all of them, corrections too

    async def send(self, what: str) -> None:
        """Write, submit and approve a notice."""
        await self.write(what)
        await self._move(LAN, Action.SUBMIT)
        await self._move(MINH, Action.APPROVE)

    async def write(self, what: str) -> None:
        """Make a draft."""
        await self._open()
        notice, id = WRITTEN[what], f"b{len(self.sent) + 1}"
        later = [replace(one, drill=notice.drill) for one in (CORRECTION, ALL_CLEAR)]
        refers_to = self.sent[-1] if notice.kind is Kind.UPDATE else ""
        await self._act(LAN, NoticeWritten(id, notice, later[0], later[1], refers_to=refers_to))
        self.sent.append(id)

    async def withdraw(self) -> None:
        """Take the last one back."""
        await self._move(MINH, Action.WITHDRAW, "gửi nhầm xã, phải thu hồi")

    async def end(self) -> None:
        """The danger is over."""
        await self._move(MINH, Action.ALL_CLEAR, "nước đã rút, hết nguy hiểm")

    async def take(self) -> None:
        """Lan takes the request that waits."""
        case = await self._case()
        note = Note(Group.PERSON, case, calls.taken(NAMES[LAN]), f"{case}:taken")
        await self._act(LAN, CaseMoved(case, CaseMove.TAKE, (note,)))

    async def say(self, words: str) -> None:
        """Lan writes to whoever asked."""
        case = await self._case()
        note = Note(Group.PERSON, case, calls.officer_said(NAMES[LAN], words), f"{case}:said:{words}")
        await self._act(LAN, CaseSaid(case, words, (note,)))

    async def close(self) -> None:
        """It is done."""
        case = await self._case()
        note = Note(Group.PERSON, case, calls.closed(NAMES[LAN]), f"{case}:closed")
        await self._act(LAN, CaseMoved(case, CaseMove.CLOSE, (note,)))

    async def card(self) -> str:
        """The text of the last notice, as somebody would copy it."""
        found = await self._stage.database.read(lambda tx: load(tx, self.sent[-1]))
        assert found
        screen = notice_screen(found.notice, found.code, EVERYBODY)
        return "\n\n".join(paragraph.text for paragraph in screen.paragraphs)

    async def page(self, code: str) -> str:
        """What the web says of a code."""
        transport = httpx.ASGITransport(create_web(_ports(self._stage)))
        async with httpx.AsyncClient(transport=transport, base_url="http://xa.test") as browser:
            return Page((await browser.get(f"/k/{code}")).text).text

    def named(self, text: str) -> str:
        """The text with the codes, which are random, in the order in which they were made."""
        for number, code in enumerate(self.codes, start=1):
            text = text.replace(shown(code), f"0000-000{number}")
        return text

    async def deliver(self) -> None:
        """Let everything that waits for this person leave, and everybody know what was sent."""
        database, channels = self._stage.database, self._stage.channels

        async def texts(mailing: int) -> Texts:
            return said(await database.read(lambda tx: body_of(tx, mailing)))

        outbound = Outbound(channels, texts)
        worker = Worker(channels, "story", DatabaseLedger(database), outbound, self._stage.clock)
        database.on_outgoing(worker.ring)
        task = asyncio.create_task(worker.run())
        while await database.read(lambda tx: _left(tx, channels)):  # noqa: ASYNC110 - it tells nobody when it is empty
            await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await self.learn()

    async def learn(self) -> None:
        """Everybody may know what was sent by now."""
        await self._stage.content.refresh()
        self.codes += [one.code for one in reversed(await self.recent()) if one.code not in self.codes]

    async def recent(self) -> tuple[Broadcast, ...]:
        """Everything that was sent, the newest first."""
        return await self._stage.database.read(lambda tx: notices.recent(tx, self._stage.clock()))

    async def _open(self) -> None:
        if not self._opened:
            self._opened = True
            await self._stage.database.write(lambda tx: _appoint(tx, self._stage.clock.now))

    async def _move(self, who: Address, action: Action, reason: str = "") -> None:
        found = await self._stage.database.read(lambda tx: load(tx, self.sent[-1]))
        assert isinstance(found, Broadcast)
        await self._act(who, NoticeMoved(found.id, action, found.text_hash, reason))

    async def _case(self) -> str:
        def waiting(tx: Transaction) -> str:
            officer = officer_at(tx, LAN)
            assert officer
            return cases.on_desk(tx, officer)[0].id

        return await self._stage.database.read(waiting)

    async def _act(self, who: Address, fact: Fact) -> None:
        now = self._stage.clock()
        refused = await self._stage.database.write(lambda tx: write_facts(tx, who, [fact], now))
        assert refused == (), refused


def _appoint(tx: Transaction, now: datetime) -> None:
    for where, name in NAMES.items():
        id, _ = accounts.add(tx, Appointment(name, OFFICE, frozenset({Role.DUTY}), (COMMUNE,)), now)
        binding.bind(tx, where, binding.new_code(tx, id, now), now)


def _left(tx: Transaction, channels: Mapping[str, Channel]) -> int:
    """How much still is to be spelled out, or sent over these channels: the officers' own are not plugged in."""
    waiting = deliveries.c.state.in_(["waiting", "claimed"]) & deliveries.c.channel.in_([*channels])
    rows = tx.execute(select(func.count()).select_from(deliveries).where(waiting)).scalar_one()
    spelling = select(func.count()).select_from(mailings).where(mailings.c.state == "spelling")
    return rows + tx.execute(spelling).scalar_one()


def _ports(stage: "Stage") -> Ports:
    database: Database = stage.database

    async def handle(incoming: Incoming) -> None:
        raise AssertionError("a check opens no conversation")

    async def words(account: str) -> Words:
        return Words(SOURCE, "bác")

    async def notice(code: str) -> PublicNotice | None:
        seen = await database.read(lambda tx: notices.seen(tx, code))
        return PublicNotice.of(seen.broadcast, seen.replaced_by, stage.clock.now) if seen else None

    mailbox = MemoryMailbox()
    return Ports(
        handle=handle,
        mailbox=mailbox,
        bell=mailbox,  # type: ignore[arg-type]
        picture=lambda _: None,
        health=dict,
        words=words,
        stranger=Words(SOURCE, "bác"),
        notices=lambda: stage.content.world.notices,
        notice=notice,
        now=stage.clock,
    )
