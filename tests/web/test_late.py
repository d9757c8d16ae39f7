"""The desk is loaded after the first answer where there are officers, and where there are none only when asked for."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from bot.app import App, clock, open_app
from bot.settings import Settings
from bot.storage.offices import accounts, invitations
from bot.storage.offices.accounts import Appointment
from bot.web.from_app import ports_of
from bot.web.late import LateConsole
from bot.web.server import create_web
from broadcasts.officer import Role
from tests.web.console.conftest import LESSONS, OFFICE


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    """With nobody in it."""
    async with open_app(Settings(data_dir=tmp_path / "data", lessons_dir=LESSONS)) as opened:
        yield opened


def browser(web: Starlette) -> httpx.AsyncClient:
    """Somebody's."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(web), base_url="http://xa.test")


async def first_page(web: Starlette) -> LateConsole:
    """The desk, after a first public page and what follows from it."""
    desk: LateConsole = web.state.desk
    loading = asyncio.create_task(desk.load_beside())
    async with browser(web) as somebody:
        assert (await somebody.get("/tro-giup")).status_code == 200
    await loading
    return desk


async def test_where_there_are_officers_nobody_waits_for_the_desk(app: App) -> None:
    made = Appointment("Chị Lan", OFFICE, frozenset({Role.ADMINISTRATOR}), ())
    await app.database.write(lambda tx: accounts.add(tx, made, clock()))
    assert (await first_page(create_web(ports_of(app)))).loaded


async def test_whoever_makes_the_first_account_does_not_wait_either(app: App) -> None:
    await app.database.write(lambda tx: invitations.invite_first(tx, clock()))
    assert (await first_page(create_web(ports_of(app)))).loaded


async def test_where_nobody_wanted_the_first_account_it_is_not_loaded(app: App) -> None:
    await app.database.write(lambda tx: invitations.invite_first(tx, clock() - timedelta(hours=25)))
    await app.database.write(lambda tx: invitations.invite_first(tx, clock()))
    assert not (await first_page(create_web(ports_of(app)))).loaded


async def test_where_nobody_asks_for_anything_it_is_loaded_meanwhile(app: App) -> None:
    await app.database.write(lambda tx: invitations.invite_first(tx, clock()))
    desk: LateConsole = create_web(ports_of(app)).state.desk
    await desk.load_beside(quiet=0)
    assert desk.loaded


async def test_where_there_are_none_it_comes_with_the_first_request_for_it(app: App) -> None:
    web = create_web(ports_of(app))
    desk = await first_page(web)
    assert not desk.loaded
    async with browser(web) as somebody:
        assert (await somebody.get("/can-bo/dang-nhap")).status_code == 200
    assert desk.loaded


async def test_nothing_is_loaded_before_the_first_answer(app: App) -> None:
    desk: LateConsole = create_web(ports_of(app)).state.desk
    loading = asyncio.create_task(desk.load_beside())
    done, _ = await asyncio.wait({loading}, timeout=0.05)
    assert not done
    assert not desk.loaded
    loading.cancel()
    await asyncio.gather(loading, return_exceptions=True)
