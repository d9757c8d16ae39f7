"""The real program with officers who have passwords, for whole tasks at the desk."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage

from bot.app import clock
from bot.storage.database import Database, Transaction, open_database
from bot.storage.offices import accounts, invitations
from bot.storage.offices.accounts import Appointment
from bot.web.console.password import hashed
from broadcasts.officer import Role
from tests.browser.console import furnished
from tests.browser.console.newcomer import PASSWORD, Newcomer, digits
from tests.processes.served import Served

SHIPPED = Path(__file__).parents[3] / "lessons"
COMMUNE, PROVINCE = "00721", "08"
OFFICES = {
    COMMUNE: "Ủy ban nhân dân xã Đồng Văn, tỉnh Tuyên Quang",
    PROVINCE: "Ủy ban nhân dân tỉnh Tuyên Quang",
}


@dataclass(frozen=True, slots=True)
class House:
    """The running program, its folder of lessons, and its database as seen from beside it."""

    served: Served
    lessons: Path
    database: Database
    hash: str  # of everybody's password

    async def hire(self, role: Role) -> tuple[str, str]:
        """The name to sign in with and the secret of the second factor of a new officer: each code works once."""
        return await self.database.write(lambda tx: _join(tx, role, self.hash))


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """With the lessons that are shipped, in a copy that may be edited."""
    folder = tmp_path_factory.mktemp("desk")
    lessons = folder / "lessons"
    shutil.copytree(SHIPPED, lessons)
    served = Served(folder / "data", lessons=lessons)
    await served.start()
    async with await open_database(f"sqlite:///{folder / 'data' / 'camtay.db'}") as database:
        yield House(served, lessons, database, await hashed(PASSWORD))
    await served.kill()


def _join(tx: Transaction, role: Role, hash: str) -> tuple[str, str]:
    area = PROVINCE if role is Role.PROVINCE else COMMUNE
    areas = () if role is Role.ADMINISTRATOR else (area,)
    officer, secret = accounts.add(tx, Appointment("Chị Lan", OFFICES[area], frozenset({role}), areas), clock())
    link, name = invitations.invite(tx, officer, clock()), f"{role.value}.{officer}"
    assert link is not None
    assert invitations.choose(tx, link, invitations.Chosen(name, hash), clock())
    assert invitations.accept(tx, link, digits(secret, -1), clock()) is not None
    return name, secret


OpenDesk = Callable[..., Awaitable[Newcomer]]


@pytest_asyncio.fixture(loop_scope="session")
async def at_desk(chromium: Browser, house: House) -> AsyncIterator[OpenDesk]:
    """Signs a new officer in, each in a browser of their own; without a role somebody who is no officer.

    An error of a page fails the test.
    """
    contexts, errors = [], list[str]()

    async def open_(role: Role | None = None, width: int = 1280, height: int = 900, **options: object) -> Newcomer:
        size = {"width": width, "height": height}
        context = await chromium.new_context(viewport=size, base_url=house.served.url, locale="vi-VN", **options)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(60_000)  # the desk is loaded with the first request
        page = await context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if _is_error(said) else None)
        name, secret = await house.hire(role) if role else ("", "")
        somebody = Newcomer(page, secret)
        if name:
            await somebody.sign_in(name)
        return somebody

    yield open_
    for context in contexts:
        await context.close()
    assert not errors


def _is_error(said: ConsoleMessage) -> bool:
    """Not that a form came back with its mistakes."""
    return said.type == "error" and "422" not in said.text


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def furnished_house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[furnished.House]:
    """One for all who only look; nobody changes anything in it."""
    async with furnished.furnished(tmp_path_factory.mktemp("furnished")) as stands:
        yield stands
