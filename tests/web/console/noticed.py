"""Notices at the desk for tests: written, submitted and approved as a browser does it, and people to read them."""

import re
from datetime import datetime, timedelta

import httpx
import pyotp

from bot.app import clock
from bot.storage.broadcasting import notices
from bot.storage.database import Database
from bot.vietnamese.moments import VIETNAM
from broadcasts.broadcast import Broadcast
from broadcasts.delivery import Outcome
from tests.storage.village import Villager, claim, owner, record, result, settle_in, spell_out
from tests.web.console.conftest import COMMUNE, Desk

ROOM = "/can-bo/thong-bao"
FILLED = {"o-0": "suối Nậm Mu", "o-1": "các nhà dọc bờ suối", "o-2": "sân trường trên đồi"}
_HIDDEN = re.compile(r'<input type="hidden"[^>]* name="(?P<name>[^"]+)" value="(?P<value>[^"]*)"')


async def settle(database: Database, count: int = 3) -> None:
    """So many people of the commune, on Telegram."""
    people = [Villager(f"p{number}", areas=(COMMUNE,)) for number in range(count)]
    await settle_in(database, *people)


def digits(desk: Desk, name: str, later: int = 0) -> str:
    """What the officer's authenticator shows; `later` steps of thirty seconds from now, for another code."""
    return pyotp.TOTP(desk.secrets[name]).at(clock() + timedelta(seconds=30 * later))


def hidden(page: httpx.Response) -> dict[str, str]:
    """The hidden fields of the page's forms."""
    return {found["name"]: found["value"] for found in _HIDDEN.finditer(page.text)}


def times(hours: int = 6) -> dict[str, str]:
    """Fields of a notice that begins now and ends in so many hours."""
    now = datetime.now(VIETNAM)
    form = "%Y-%m-%dT%H:%M"
    return {"tu": now.strftime(form), "den": (now + timedelta(hours=hours)).strftime(form)}


async def begun(writer: httpx.AsyncClient, template: str = "lu-quet", *, drill: bool = False) -> str:
    """The id of a new draft."""
    made = await writer.post(f"{ROOM}/{'dien-tap/moi' if drill else 'moi'}", data={"mau": template})
    assert made.status_code == 303, made.text
    return made.headers["location"].removeprefix(f"{ROOM}/").removesuffix("/sua")


async def typed(writer: httpx.AsyncClient, id: str, what: str = "luu", **changes: str) -> httpx.Response:
    """The answer to the form, filled in as an officer does, and one of its buttons."""
    form = await writer.get(f"{ROOM}/{id}/sua")
    fields = {"muc": "khẩn cấp", "noi": "xã Đồng Văn", "lien-he": "0219 3846 123", "gui": "ngay"}
    return await writer.post(
        f"{ROOM}/{id}/sua", data={**hidden(form), **fields, **FILLED, **times(), "viec": what, **changes}
    )


async def submitted(writer: httpx.AsyncClient, *, drill: bool = False) -> str:
    """The id of a notice that waits for its approver."""
    id = await begun(writer, drill=drill)
    answer = await typed(writer, id, "xem-lai")
    assert answer.status_code == 303, answer.text
    page = await writer.get(f"{ROOM}/{id}")
    sent = await writer.post(f"{ROOM}/{id}/gui-duyet", data={**hidden(page), **ticked(page)})
    assert sent.status_code == 303, sent.text
    return id


def ticked(page: httpx.Response) -> dict[str, str]:
    """The box that says that the warnings were looked at, where there is one."""
    found = re.search(r'name="da-xem" value="([^"]+)"', page.text)
    return {"da-xem": found[1]} if found else {}


async def approved(approver: httpx.AsyncClient, id: str, factor: str, count: str = "3") -> httpx.Response:
    """The answer to the page of approval."""
    page = await approver.get(f"{ROOM}/{id}/duyet")
    return await approver.post(
        f"{ROOM}/{id}/duyet", data={**hidden(page), **ticked(page), "so-nguoi": count, "ma": factor}
    )


async def kept(desk: Desk, id: str) -> Broadcast:
    """The notice as it is kept now."""
    found = await desk.app.database.read(lambda tx: notices.seen(tx, id))
    assert found is not None
    return found.broadcast


async def delivered(database: Database, portion: int = 100, missed: int = 0) -> None:
    """So many have got what is being sent; those who are `missed` have blocked us."""
    now = clock()
    await spell_out(database, now)
    lease = await owner(database, now=now)
    parcels = await claim(database, lease, most=portion, now=now)
    outcomes = [Outcome.GONE] * missed + [Outcome.SENT] * (len(parcels) - missed)
    await record(database, lease, *(result(one, outcome, now) for one, outcome in zip(parcels, outcomes, strict=True)))
