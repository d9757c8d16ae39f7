"""A running app with officers of every role, and browsers in which they are signed in."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from bot.app import App, clock, open_app
from bot.settings import Settings
from bot.storage.database import Transaction
from bot.storage.offices import accounts, logins
from bot.storage.offices.accounts import Appointment
from bot.storage.offices.logins import Browser
from bot.web.console.door import LOGIN
from bot.web.from_app import ports_of
from bot.web.server import create_web
from broadcasts.officer import Role

COMMUNE, PROVINCE = "00721", "08"
OFFICE = "Ủy ban nhân dân xã Đồng Văn, tỉnh Tuyên Quang"
LESSONS = Path(__file__).parents[2] / "stories" / "lessons"
OFFICERS = {
    "lan": ("Chị Lan", (Role.WRITER,), (COMMUNE,)),
    "minh": ("Anh Minh", (Role.APPROVER,), (COMMUNE,)),
    "truc": ("Anh Trúc", (Role.DUTY,), (COMMUNE,)),
    "tinh": ("Chị Hà", (Role.PROVINCE,), (PROVINCE,)),
    "bien": ("Chị Biên", (Role.CONTENT,), (COMMUNE,)),
    "soat": ("Anh Soát", (Role.AUDITOR,), (COMMUNE,)),
    "quan": ("Chị Quản", (Role.ADMINISTRATOR,), ()),
}


@dataclass(frozen=True, slots=True)
class Desk:
    """The app, the officers' ids by their short names, and `client(name)`: a browser of theirs, signed in."""

    app: App
    ids: dict[str, str]
    secrets: dict[str, str]  # of their second factors
    client: Callable[..., httpx.AsyncClient]  # client() is a browser of nobody
    tokens: dict[str, str]  # of a login of each, for a real browser's cookie


@pytest.fixture
def lessons() -> Path:
    """The folder with the content; a test that edits it overrides this with a copy."""
    return LESSONS


@pytest.fixture
async def desk(tmp_path: Path, lessons: Path, database_url: str) -> AsyncIterator[Desk]:
    """Everything real, on both databases, with one officer of each role, each in an own browser."""
    settings = Settings(data_dir=tmp_path / "data", lessons_dir=lessons, database_url=database_url)
    async with open_app(settings) as app, AsyncExitStack() as browsers:
        made = await app.database.write(_appoint)
        web = create_web(ports_of(app))
        tokens = {name: token for name, (_, _, token) in made.items()}

        def client(name: str = "") -> httpx.AsyncClient:
            cookies = {LOGIN: tokens[name], "can-bo-may": name.ljust(22, "x")} if name else {}
            browser = httpx.AsyncClient(
                transport=httpx.ASGITransport(web),
                base_url="http://xa.test",
                cookies=cookies,
                headers={"Origin": "http://xa.test"},
            )
            browsers.push_async_callback(browser.aclose)
            return browser

        ids = {name: id for name, (id, _, _) in made.items()}
        yield Desk(app, ids, {name: secret for name, (_, secret, _) in made.items()}, client, tokens)


def _appoint(tx: Transaction) -> dict[str, tuple[str, str, str]]:
    made = {}
    for short, (name, roles, areas) in OFFICERS.items():
        id, secret = accounts.add(tx, Appointment(name, OFFICE, frozenset(roles), areas), clock())
        made[short] = (id, secret, logins.begin(tx, id, Browser(short.ljust(22, "x"), "test"), clock()))
    return made
