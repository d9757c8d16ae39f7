"""A notice in a real browser: written, approved, stopped without a script; figures that move, drafts that are kept."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, expect

from bot.app import clock, open_app
from bot.settings import Settings
from bot.storage.database import Transaction
from bot.storage.offices import accounts, logins
from bot.storage.offices.accounts import Appointment
from bot.storage.offices.logins import Browser as Login
from bot.web.console.door import DEVICE, LOGIN
from bot.web.from_app import ports_of
from bot.web.server import create_web
from tests.browser.console.serving import Serving
from tests.web.console.conftest import LESSONS, OFFICE, OFFICERS, Desk
from tests.web.console.noticed import ROOM, delivered, digits, settle

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
Enter = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session")
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A running app with officers of every role; its people read on Telegram."""
    async with open_app(Settings(data_dir=tmp_path / "data", lessons_dir=LESSONS)) as app:
        await settle(app.database, 1248)
        made = await app.database.write(_appoint)
        ids, secrets, tokens = ({name: one[part] for name, one in made.items()} for part in range(3))
        yield Desk(app, ids, secrets, _no_client, tokens)


def _appoint(tx: Transaction) -> Mapping[str, tuple[str, str, str]]:
    """Id, secret of the second factor and token of a login of every officer."""
    made = {}
    for short, (name, roles, areas) in OFFICERS.items():
        id, secret = accounts.add(tx, Appointment(name, OFFICE, frozenset(roles), areas), clock())
        made[short] = id, secret, logins.begin(tx, id, Login(short.ljust(22, "x"), "test"), clock())
    return made


def _no_client(name: str = "") -> httpx.AsyncClient:
    raise NotImplementedError(name)


@pytest_asyncio.fixture(loop_scope="session")
async def address(desk: Desk) -> AsyncIterator[str]:
    """Where the desk is served."""
    async with Serving(create_web(ports_of(desk.app))) as where:
        yield where


@pytest_asyncio.fixture(loop_scope="session")
async def enter(chromium: Browser, address: str, desk: Desk) -> AsyncIterator[Enter]:
    """Opens a page as an officer; whatever the page complains of fails the test."""
    errors: list[str] = []
    async with AsyncExitStack() as left:

        async def enter_(name: str, path: str = ROOM, width: int = 1280, **options: object) -> Page:
            size = {"width": width, "height": 900}
            context: BrowserContext = await chromium.new_context(viewport=size, base_url=address, **options)  # type: ignore[arg-type]
            left.push_async_callback(context.close)
            context.set_default_timeout(60_000)  # the first page loads the whole desk
            cookies = {LOGIN: desk.tokens[name], DEVICE: name.ljust(22, "x")}
            await context.add_cookies([{"name": key, "value": value, "url": address} for key, value in cookies.items()])
            page = await context.new_page()
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("console", lambda said: errors.append(said.text) if "Content Security" in said.text else None)
            await page.goto(path)
            return page

        yield enter_
    assert not errors


async def _written(page: Page, *, drill: bool = False) -> str:
    """The address of a notice that the officer on this page has filled in and looked over."""
    await page.goto(f"{ROOM}/dien-tap/moi" if drill else f"{ROOM}/moi")
    await page.get_by_label("Lũ quét").check()
    await page.get_by_role("button", name="Soạn bản").click()
    await page.get_by_label("Lũ đổ về theo suối nào?").fill("suối Nậm Mu")
    await page.get_by_label("Nơi nào nguy hiểm nhất?").fill("các nhà dọc bờ suối")
    await page.get_by_label("Bà con chạy lên đâu?").fill("sân trường trên đồi")
    await page.get_by_label("Số để bà con hỏi thêm").fill("0219 3846 123")
    await page.get_by_role("button", name="Xem lại trước khi gửi duyệt").click()
    await page.get_by_role("button", name="Gửi duyệt").wait_for()
    return page.url


async def _submitted(page: Page, *, drill: bool = False) -> str:
    path = await _written(page, drill=drill)
    ticked = page.get_by_label("Tôi đã xem")
    if await ticked.count():
        await ticked.check()
    await page.get_by_role("button", name="Gửi duyệt").click()
    await page.get_by_text("Đã gửi duyệt.").wait_for()
    return path


async def _approve(page: Page, factor: str) -> None:
    """From the page of approval, as far as it was opened."""
    ticked = page.get_by_label("Tôi đã xem")
    if await ticked.count():
        await ticked.check()
    await page.get_by_label("Gõ số người").fill("1.248")
    await page.get_by_label("Mã sáu số").fill(factor)
    await page.get_by_role("button", name="cho 1.248 người").click()


@pytest.mark.parametrize("script", [False, True], ids=["no script", "script"])
async def test_two_officers_send_and_stop_a_notice(script: bool, enter: Enter, desk: Desk) -> None:
    writer = await enter("lan", java_script_enabled=script)
    path = await _submitted(writer)
    approver = await enter("minh", path, java_script_enabled=script)
    await approver.get_by_role("link", name="Duyệt và phát thật").click()
    await _approve(approver, digits(desk, "minh"))
    await expect(approver.get_by_text("Đã duyệt. Thông báo đang được phát.")).to_be_visible()
    await approver.get_by_role("link", name="Dừng phát và đính chính").click()
    await approver.get_by_label("Sai nơi nhận").check()
    await approver.get_by_label("Mã sáu số").fill(digits(desk, "minh", later=1))
    await approver.get_by_role("button", name="Dừng phát ngay").click()
    await expect(approver.get_by_text("Đã dừng. Ai đã nhận sẽ nhận lời đính chính.")).to_be_visible()


async def test_the_panel_answers_as_one_types_and_the_draft_keeps_itself(enter: Enter, desk: Desk) -> None:
    page = await enter("lan", f"{ROOM}/moi")
    await page.get_by_label("Lũ quét").check()
    await page.get_by_role("button", name="Soạn bản").click()
    panel = page.get_by_role("region", name="Xem thử")
    await expect(panel.get_by_text("phải sửa trước khi gửi")).to_be_visible()
    await panel.get_by_label("Telegram").check()
    await page.get_by_label("Lũ đổ về theo suối nào?").press_sequentially("suối Nậm Mu")
    await expect(panel.locator(".way-telegram").get_by_text("theo suối Nậm Mu")).to_be_visible()
    await expect(panel.get_by_label("Telegram")).to_be_checked()
    await page.get_by_label("Nơi nào nguy hiểm nhất?").fill("các nhà dọc bờ suối")
    await page.keyboard.press("Tab")
    await expect(page.get_by_text("Đã tự lưu lúc")).to_be_visible()
    await page.get_by_role("button", name="Xem lại trước khi gửi duyệt").click()
    await expect(page.get_by_role("heading", name="lỗi cần sửa")).to_be_visible()
    assert await page.evaluate("document.activeElement.className") == "mistakes"
    await page.reload()
    await expect(page.get_by_label("Nơi nào nguy hiểm nhất?")).to_have_value("các nhà dọc bờ suối")


async def test_the_figures_of_a_live_notice_move_by_themselves(enter: Enter, desk: Desk) -> None:
    path = await _submitted(await enter("lan"))
    approver = await enter("minh", f"{path}/duyet")
    await _approve(approver, digits(desk, "minh"))
    await approver.get_by_text("Đã duyệt.").wait_for()
    await delivered(desk.app.database, 640)
    progress = approver.locator("#tien-do")
    await expect(progress.get_by_text("Đã gửi tới 640 trên 1.248 người.")).to_be_visible()
    await expect(progress.get_by_role("img", name="51 phần trăm đã gửi")).to_be_visible()  # the bar, for ears
    await expect(approver.get_by_role("status")).to_have_count(1)  # where every tenth is said aloud
