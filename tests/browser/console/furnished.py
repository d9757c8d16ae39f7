"""A desk where something of everything stands, so that every page of it has something to show."""

import re
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import httpx
from sqlalchemy import update
from starlette.types import ASGIApp

from bot.app import App, clock, open_app
from bot.reports import making
from bot.reports.period import Kind, Period
from bot.settings import Settings
from bot.storage.counting import kept_reports
from bot.storage.counting.figure_names import COUNTRY
from bot.storage.counting.figure_span import day_of
from bot.storage.database import Transaction
from bot.storage.notice_tables import broadcast_moves
from bot.storage.offices import accounts, half_logins, invitations, logins
from bot.storage.offices.accounts import Appointment
from bot.storage.offices.logins import Browser as Device
from bot.web.console.door import DEVICE, HALF, LOGIN
from bot.web.from_app import ports_of
from bot.web.server import create_web
from broadcasts.broadcast import Move
from broadcasts.code import shown
from broadcasts.officer import Role
from tests.browser.console.figured import COMMUNE, PROVINCE, figures
from tests.browser.console.neighbours import neighbours
from tests.browser.console.serving import Serving
from tests.guards.sources import ROOT
from tests.web.console.conftest import OFFICE, OFFICERS, Desk
from tests.web.console.noticed import (
    ROOM,
    approved,
    begun,
    delivered,
    digits,
    hidden,
    kept,
    settle,
    submitted,
    typed,
)

CONTENT = "/can-bo/noi-dung"
LESSON = "khoa-hoc/nguoi-cao-tuoi/01-chu-to-tieng-lon.md"
SAFE = "lua-dao/bao-cap-cuu.md"  # content that needs two people where a province asks for them
WHOLE = {
    **OFFICERS,
    "nga": ("Chị Nga", (Role.CONTENT,), (COMMUNE,)),
    "moi": ("Anh Mới", (Role.WRITER,), (COMMUNE,)),
    "nuoc": ("Anh Nam", (Role.PROVINCE,), ("01", "08")),
}


@dataclass(frozen=True, slots=True)
class House:
    """Where it is served, and the names under which things stand in addresses."""

    desk: Desk
    address: str
    names: Mapping[str, str]

    async def cookies(self, who: str) -> dict[str, str]:
        """What the officer's browser brings after signing in just now; "half" has only given the password."""
        if who == "half":
            return {HALF: await self.desk.app.database.write(lambda tx: _half(tx, self.desk.ids["lan"]))}
        if not who:
            return {}
        token = await self.desk.app.database.write(lambda tx: _login(tx, who, self.desk.ids[who]))
        return {LOGIN: token, DEVICE: who.ljust(22, "x")}


def _half(tx: Transaction, id: str) -> str:
    return half_logins.begin(tx, id, clock())


def _login(tx: Transaction, short: str, id: str) -> str:
    return logins.begin(tx, id, Device(short.ljust(22, "x"), "Firefox/140.0"), clock())


@asynccontextmanager
async def furnished(folder: Path) -> AsyncIterator[House]:
    """Everything real, in a folder of its own, with the lessons that are shipped."""
    lessons = Path(shutil.copytree(ROOT / "lessons", folder / "lessons"))
    settings = Settings(data_dir=folder / "data", lessons_dir=lessons)
    async with open_app(settings) as app, AsyncExitStack() as left:
        web = create_web(ports_of(app))
        desk = await _desk(app, web, left)
        names = {**await _notices(desk), **await _written(desk, lessons), **await _figures(app)}
        await app.database.write(lambda tx: neighbours(tx, {name: desk.ids[name] for name in ("lan", "bien")}))
        invited, halfway = await app.database.write(lambda tx: _coming(tx, desk.ids["moi"]))
        names |= {"invited": invited, "halfway": halfway, "colleague": desk.ids["minh"]}
        yield House(desk, await left.enter_async_context(Serving(web)), names)


async def _desk(app: App, web: ASGIApp, left: AsyncExitStack) -> Desk:
    made = await app.database.write(_appoint)
    tokens = {name: token for name, (_, _, token) in made.items()}

    def client(name: str = "") -> httpx.AsyncClient:
        browser = httpx.AsyncClient(
            transport=httpx.ASGITransport(web),
            base_url="http://xa.test",
            cookies={LOGIN: tokens[name], DEVICE: name.ljust(22, "x")} if name else {},
            headers={"Origin": "http://xa.test"},
        )
        left.push_async_callback(browser.aclose)
        return browser

    ids = {name: id for name, (id, _, _) in made.items()}
    return Desk(app, ids, {name: secret for name, (_, secret, _) in made.items()}, client, tokens)


def _appoint(tx: Transaction) -> dict[str, tuple[str, str, str]]:
    made = {}
    for short, (name, roles, areas) in WHOLE.items():
        id, secret = accounts.add(tx, Appointment(name, OFFICE, frozenset(roles), areas), clock())
        made[short] = (id, secret, _login(tx, short, id))
    return made


def _coming(tx: Transaction, coming: str) -> tuple[str, str]:
    """Links of two who are invited, one of whom has chosen a name."""
    again, _ = accounts.add(tx, Appointment("Bà Tư", OFFICE, frozenset({Role.AUDITOR}), (COMMUNE,)), clock())
    first, second = invitations.invite(tx, coming, clock()), invitations.invite(tx, again, clock())
    assert first
    assert second
    assert invitations.choose(tx, second, invitations.Chosen("tu.dongvan", "x"), clock())
    return first, second


async def _notices(desk: Desk) -> dict[str, str]:
    """One in every state that has a page of its own."""
    database = desk.app.database
    await settle(database, 1248)
    writer, approver, duty = desk.client("lan"), desk.client("minh"), desk.client("truc")
    live, alone = await submitted(writer), await submitted(duty)
    await _long_ago(desk, alone)
    answer = await approved(approver, live, digits(desk, "minh"), "1248")
    assert answer.status_code == 303, answer.text
    page = await duty.get(f"{ROOM}/{alone}/gui-mot-minh")
    why = {**hidden(page), "ly-do-khac": "nước lên rất nhanh", "ma": digits(desk, "truc")}
    answer = await duty.post(f"{ROOM}/{alone}/gui-mot-minh", data=why)
    assert answer.status_code == 303, answer.text
    await delivered(database, 700, missed=26)
    waits_long = await submitted(duty)
    await _long_ago(desk, waits_long)
    draft = await begun(writer)
    await typed(writer, draft)
    free = await begun(writer, "tu-viet")
    return {
        "live": live,
        "code": shown((await kept(desk, live)).code),
        "alone": alone,
        "waits_long": waits_long,
        "waiting": await submitted(writer),
        "drill": await submitted(writer, drill=True),
        "draft": draft,
        "empty": await begun(writer),
        "free": free,
    }


async def _long_ago(desk: Desk, id: str) -> None:
    """As if it had been submitted so long ago that who is on duty may send it alone."""
    here = (broadcast_moves.c.broadcast == id) & (broadcast_moves.c.move == Move.SUBMIT.value)
    before = (await kept(desk, id)).moves[-1].at - timedelta(minutes=4)
    await desk.app.database.write(lambda tx: tx.execute(update(broadcast_moves).where(here).values(at=before)).rowcount)


async def _written(desk: Desk, lessons: Path) -> dict[str, str]:
    """A draft over which a colleague has written, and a text that waits for a second person."""
    editor, own = desk.client("bien"), lessons / LESSON
    text = own.read_text("utf-8")
    sheet = await editor.get(f"{CONTENT}/sua/{LESSON}")
    answer = await editor.post(
        f"{CONTENT}/sua/{LESSON}", data={**hidden(sheet), "van-ban": text.replace("- [x]", "- [ ]"), "viec": "nhap"}
    )
    assert answer.status_code in {200, 303}, answer.text
    own.write_text(text.replace("hình bánh răng", "hình cái bánh răng"), "utf-8")
    await desk.client("tinh").post(f"{CONTENT}/cai-dat", data={"tinh": PROVINCE, "viec": "bat"})
    sheet, safe = await editor.get(f"{CONTENT}/sua/{SAFE}"), (lessons / SAFE).read_text("utf-8")
    text = safe.replace("phải mổ ngay", "cần mổ ngay")
    changed = {**hidden(sheet), "van-ban": text, "ly-do": "nói nhẹ hơn", "viec": "dang"}
    answer = await editor.post(f"{CONTENT}/sua/{SAFE}", data=changed)
    assert answer.status_code == 303, answer.text
    found = re.search(rf"{CONTENT}/cho-duyet/([^\"]+)", (await editor.get(f"{CONTENT}/cho-duyet")).text)
    assert found
    return {"asked": found[1], "lesson": LESSON, "safe": SAFE}


async def _figures(app: App) -> dict[str, str]:
    """Two months of figures, and the newest whole month's report of a commune, its province and the country."""
    await app.database.write(figures)
    period, found = Period.around(Kind.MONTH, day_of(clock()) - timedelta(days=31)), {}
    for name, area in (("commune", COMMUNE), ("province", PROVINCE), ("country", COUNTRY)):
        await making.make(app.database, [area], period, clock())
        found[f"report_{name}"] = (await app.database.read(lambda tx, a=area: kept_reports.listed(tx, a)))[0].id  # type: ignore[misc]
    return found
