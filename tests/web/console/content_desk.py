"""A copy of the content that tests may edit, and what an editor's form sends."""

from pathlib import Path

import httpx

from bot.app import clock
from bot.storage.database import Transaction
from bot.storage.editing.revisions import hash_of
from bot.storage.offices import accounts, logins
from bot.storage.offices.accounts import Appointment
from bot.storage.offices.logins import Browser
from broadcasts.officer import Role
from tests.web.console.conftest import COMMUNE, OFFICE, Desk

LESSON = "khoa-hoc/nguoi-cao-tuoi/02-goi-lai.md"
ROOM = "/can-bo/noi-dung"
EDIT = f"{ROOM}/sua"


def form(lessons: Path, text: str, path: str = LESSON, **more: str) -> dict[str, str]:
    """What the editor sends for a text that was written over the file as it is now."""
    return {"van-ban": text, "goc": base(lessons, path), "ly-do": "sửa cho đúng", "viec": "dang", **more}


def base(lessons: Path, path: str = LESSON) -> str:
    """The hash of the file now; "" where there is none."""
    file = lessons / path
    return hash_of(file.read_text("utf-8")) if file.exists() else ""


def edited(lessons: Path, old: str, new: str, path: str = LESSON) -> str:
    """The file's text with something replaced."""
    text = (lessons / path).read_text("utf-8")
    assert old in text
    return text.replace(old, new)


def everything(folder: Path) -> list[Path]:
    """All that lies in a folder, hidden files too."""
    return sorted(folder.rglob("*"))


def leftovers(lessons: Path) -> list[Path]:
    """Files that were never finished."""
    return [one for one in everything(lessons) if one.name.startswith(".")]


async def colleague(desk: Desk, device: str = "nga") -> httpx.AsyncClient:
    """The browser of a second content editor, "Chị Nga"; `device` is its name."""

    def appoint(tx: Transaction) -> str:
        made = Appointment("Chị Nga", OFFICE, frozenset({Role.CONTENT}), (COMMUNE,))
        id, _ = accounts.add(tx, made, clock())
        return logins.begin(tx, id, Browser(device.ljust(22, "x"), "test"), clock())

    client = desk.client()
    client.cookies.update({"can-bo": await desk.app.database.write(appoint), "can-bo-may": device.ljust(22, "x")})
    return client
