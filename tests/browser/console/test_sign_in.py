"""From the invitation to the first page and out again, with and without script, and by a passkey."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pyotp
import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, BrowserContext, Page, expect

from bot.app import App, clock, open_app
from bot.settings import Settings
from bot.storage.database import Transaction
from bot.storage.offices import accounts, invitations, logins
from bot.storage.offices.accounts import Appointment
from bot.web.console.door import LOGIN
from bot.web.from_app import ports_of
from bot.web.server import create_web
from broadcasts.officer import Role

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
LESSONS = Path(__file__).parents[2] / "stories" / "lessons"
OFFICE = "Ủy ban nhân dân xã Đồng Văn, tỉnh Tuyên Quang"
STAFF = (
    ("Nguyễn Thị Hương Lan", (Role.WRITER,), ("00721",)),
    ("Trần Văn Minh", (Role.APPROVER, Role.DUTY), ("00721",)),
    ("Hà Thị Ngọc Ánh", (Role.PROVINCE,), ("08",)),
    ("Chị Quản", (Role.ADMINISTRATOR,), ()),
)
PASSWORD = "ba con trâu gặm cỏ"
BROWSER = logins.Browser("x" * 22, "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0")
Open = Callable[..., Awaitable[Page]]


@dataclass(frozen=True, slots=True)
class Desk:
    """A running desk; `links` and `logins` are secrets by the first word of an officer's last name."""

    app: App
    address: str
    links: dict[str, str]
    logins: dict[str, str]


@pytest_asyncio.fixture(loop_scope="session")
async def signing(tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk with four officers who are all invited; passkeys need a name for the host, so it is localhost."""
    listener = socket.create_server(("127.0.0.1", 0))
    async with open_app(Settings(data_dir=tmp_path / "data", lessons_dir=LESSONS)) as app:
        links, secrets = await app.database.write(_appoint)
        config = uvicorn.Config(
            create_web(ports_of(app)), log_level="warning", lifespan="off", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        yield Desk(app, f"http://localhost:{listener.getsockname()[1]}", links, secrets)
        server.should_exit = True
        await serving
    listener.close()


def _appoint(tx: Transaction) -> tuple[dict[str, str], dict[str, str]]:
    links, entered = {}, {}
    for name, roles, areas in STAFF:
        id, _ = accounts.add(tx, Appointment(name, OFFICE, frozenset(roles), areas), clock())
        key = name.rsplit(" ", 1)[-1]
        links[key] = invitations.invite(tx, id, clock()) or ""
        entered[key] = logins.begin(
            tx, id, logins.Browser("x" * 22, "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"), clock()
        )
    return links, entered


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(chromium: Browser, signing: Desk) -> AsyncIterator[Open]:
    """Opens a page of the desk in a new browser; `officer` signs one in. What the policy refuses fails the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    async def open_(path: str, officer: str = "", width: int = 1280, **options: object) -> Page:
        context = await chromium.new_context(
            viewport={"width": width, "height": 900},
            base_url=signing.address,
            **options,  # type: ignore[arg-type]
        )
        contexts.append(context)
        context.set_default_timeout(30_000)
        if officer:
            await context.add_cookies([{"name": LOGIN, "value": signing.logins[officer], "url": signing.address}])
        page = await context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)
        await page.goto(path)
        return page

    yield open_
    for context in contexts:
        await context.close()
    assert not errors


async def _set_up(page: Page) -> str:
    """Through both pages of the invitation; the secret of the second factor."""
    await page.get_by_label("Tên đăng nhập").fill("lan.dongvan")
    await page.get_by_label("Mật khẩu mới").fill(PASSWORD)
    await page.get_by_label("Gõ lại mật khẩu").fill(PASSWORD)
    await page.get_by_role("button", name="Sang bước 2").click()
    await page.get_by_text("Không quét được hình").click()
    secret = (await page.locator("code.key").inner_text()).replace(" ", "")
    picture = page.get_by_role("img", name="Mã QR")
    assert await picture.evaluate("async image => { await image.decode(); return image.naturalWidth > 100 }")
    await page.get_by_label("Mã sáu số").fill(pyotp.TOTP(secret).at(clock().timestamp() - 30))
    await page.get_by_role("button", name="Hoàn tất").click()
    assert len(await page.locator(".codes code").all()) == 10
    await page.get_by_role("link", name="Đã cất mã").click()
    await expect(page.get_by_role("heading", name="Chào Nguyễn Thị Hương Lan")).to_be_visible()
    return secret


@pytest.mark.parametrize("script", [True, False])
async def test_from_the_invitation_to_the_first_page_and_out_again(
    script: bool, open_page: Open, signing: Desk, pictures: Path
) -> None:
    page = await open_page(f"/can-bo/moi/{signing.links['Lan']}", java_script_enabled=script)
    secret = await _set_up(page) if script else await _set_up_without_script(page)
    await page.get_by_role("button", name="Đăng xuất").click()
    await expect(page.get_by_role("region", name="Đã đăng xuất")).to_be_visible()
    await page.goto("/can-bo/toi")
    await page.get_by_label("Tên đăng nhập").fill("Lan.DongVan")
    await page.get_by_label("Mật khẩu").fill(PASSWORD)
    await page.keyboard.press("Enter")
    digits = pyotp.TOTP(secret).at(clock())
    await page.get_by_label("Mã sáu số").fill(f"{digits[:3]} {digits[3:]}")
    await page.screenshot(path=pictures / f"sign-in-code-{script}.png")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Tài khoản của tôi")).to_be_visible()


async def _set_up_without_script(page: Page) -> str:
    await page.get_by_label("Tên đăng nhập").fill("lan.dongvan")
    await page.get_by_label("Mật khẩu mới").fill(PASSWORD)
    await page.get_by_label("Gõ lại mật khẩu").fill(PASSWORD)
    await page.get_by_role("button", name="Sang bước 2").click()
    secret = re.sub(r"\s", "", await page.locator("code.key").text_content() or "")
    await page.get_by_label("Mã sáu số").fill(pyotp.TOTP(secret).at(clock().timestamp() - 30))
    await page.get_by_role("button", name="Hoàn tất").click()
    await page.get_by_role("link", name="Đã cất mã").click()
    return secret


async def test_a_passkey_is_added_and_opens_the_desk(open_page: Open, signing: Desk) -> None:
    page = await open_page(f"/can-bo/moi/{signing.links['Lan']}")
    await _set_up(page)
    wire = await page.context.new_cdp_session(page)
    await wire.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    more = {"isUserVerified": True, "automaticPresenceSimulation": True}
    await wire.send("WebAuthn.addVirtualAuthenticator", {"options": options | more})
    await page.goto("/can-bo/toi")
    await page.get_by_role("button", name="Thêm khóa ở máy này").click()
    await expect(page.get_by_role("button", name="Gỡ khóa")).to_be_visible()
    await page.get_by_role("button", name="Đăng xuất", exact=True).click()
    await page.goto("/can-bo/toi")
    await page.get_by_role("button", name="Đăng nhập bằng khóa").click()
    await expect(page.get_by_role("heading", name="Tài khoản của tôi")).to_be_visible()
    await page.get_by_role("button", name="Gỡ khóa").click()
    await expect(page.get_by_text("Chưa có khóa nào")).to_be_visible()
    await page.get_by_role("button", name="Đăng xuất", exact=True).click()
    await page.get_by_role("button", name="Đăng nhập bằng khóa").click()
    await expect(page.get_by_text("Chưa dùng được khóa này")).to_be_visible()


async def test_a_page_that_is_read_long_says_that_the_login_ends(open_page: Open, pictures: Path) -> None:
    page = await open_page("/can-bo/toi", "Lan", width=320)
    await page.clock.install()
    await page.goto("/can-bo/toi")
    await page.clock.fast_forward("26:00")
    await expect(page.get_by_text("Còn hai phút")).to_be_hidden()
    await page.clock.fast_forward("02:01")
    await expect(page.get_by_text("Còn hai phút")).to_be_visible()
    await page.screenshot(path=pictures / "idle-320.png")
    await page.get_by_role("button", name="Làm tiếp").click()
    await expect(page.get_by_text("Còn hai phút")).to_be_hidden()
    await page.context.clear_cookies()
    await page.clock.fast_forward("28:01")
    await page.get_by_role("button", name="Làm tiếp").click()
    await expect(page.get_by_text("Chữ vừa gõ vẫn còn đây")).to_be_visible()
