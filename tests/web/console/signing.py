"""Helpers for tests of signing in: officers with a password, and a browser that walks through both pages."""

import re
from datetime import datetime, timedelta

import httpx
import pyotp

from bot.app import clock
from bot.storage.database import Transaction
from bot.storage.offices import invitations
from bot.web.console.password import hashed
from tests.web.console.conftest import Desk

NAME, PASSWORD = "lan.dongvan", "ba con trâu gặm cỏ"
SIGN_IN = "/can-bo/dang-nhap"


async def invited(desk: Desk, name: str = "lan") -> str:
    """The secret of a link for this officer."""
    token = await desk.app.database.write(lambda tx: invitations.invite(tx, desk.ids[name], clock()))
    assert token is not None
    return token


async def set_up(desk: Desk, name: str = "lan", sign_in_name: str = NAME) -> tuple[str, ...]:
    """The officer has a name and a password from now on; their recovery codes. The second factor stays what it was."""
    token = await invited(desk, name)
    hash = await hashed(PASSWORD)

    def work(tx: Transaction) -> tuple[str, ...]:
        now = clock()
        assert invitations.choose(tx, token, invitations.Chosen(sign_in_name, hash), now)
        accepted = invitations.accept(tx, token, earlier(desk.secrets[name]), now)
        assert accepted is not None
        return accepted.codes

    return await desk.app.database.write(work)


def digits(secret: str, now: datetime | None = None) -> str:
    """What the authenticator shows."""
    return pyotp.TOTP(secret).at(now or clock())


def earlier(secret: str) -> str:
    """What it has shown half a minute before: right still, and the present ones stay unused."""
    return pyotp.TOTP(secret).at(clock() - timedelta(seconds=30))


async def password(browser: httpx.AsyncClient, name: str = NAME, word: str = PASSWORD, way: str = "") -> httpx.Response:
    """The answer to the first page."""
    return await browser.post(SIGN_IN, data={"ten": name, "mat-khau": word, "ve": way})


async def code(browser: httpx.AsyncClient, written: str, way: str = "") -> httpx.Response:
    """The answer to the second page."""
    return await browser.post(f"{SIGN_IN}/ma", data={"ma": written, "ve": way})


def shown_codes(page: str) -> list[str]:
    """The recovery codes on a page."""
    return re.findall(r"<code>([0-9A-Z-]{14})</code>", page)
