"""Somebody who has never seen the desk: reads what is written, presses it, and is counted while doing so."""

import re
from dataclasses import dataclass
from datetime import timedelta

import pyotp
from playwright.async_api import Page, expect

from bot.app import clock

PASSWORD = "ba con trâu gặm cỏ"


@dataclass
class Newcomer:
    """One person at one browser. `pressed` counts clicks, `opened` pages, `written` fields filled."""

    page: Page
    secret: str = ""  # of the second factor
    pressed: int = 0
    opened: int = 0
    written: int = 0

    def __post_init__(self) -> None:
        self.page.on("framenavigated", self._count)

    def _count(self, _frame: object) -> None:
        self.opened += 1

    async def press(self, name: str, role: str = "button") -> None:
        """Press what carries this name, from its beginning or its number on; the first one of several."""
        named = re.compile(rf"^(\d+\. )?{re.escape(name)}")
        await self.page.get_by_role(role, name=named).first.click()  # type: ignore[arg-type]
        self.pressed += 1

    async def follow(self, name: str) -> None:
        """A link."""
        await self.press(name, "link")

    async def choose(self, name: str) -> None:
        """One of several to choose from."""
        await self.press(name, "radio")

    async def write(self, label: str, words: str) -> None:
        """Fill the field whose label begins like this."""
        await self.page.get_by_label(re.compile(f"^{re.escape(label)}")).first.fill(words)
        self.written += 1

    async def reads(self, words: str) -> None:
        """What must stand on the page."""
        await expect(self.page.get_by_text(words).first).to_be_visible()

    async def sign_in(self, name: str) -> None:
        """With a password and the code that the telephone shows."""
        await self.page.goto("/can-bo")
        await self.write("Tên đăng nhập", name)
        await self.write("Mật khẩu", PASSWORD)
        await self.press("Tiếp tục đăng nhập")
        await self.write("Mã sáu số", digits(self.secret))
        await self.press("Vào bàn làm việc")
        await expect(self.page.get_by_role("heading", level=1)).to_be_visible()


def digits(secret: str, later: int = 0) -> str:
    """What the authenticator shows, `later` steps of half a minute from now: each code works once."""
    return pyotp.TOTP(secret).at(clock() + timedelta(seconds=30 * later))
