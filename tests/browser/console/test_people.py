"""The queues in a real browser: whole tasks without a script."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Page, expect

from bot.app import App, clock, open_app
from bot.settings import Settings
from bot.storage.database import Transaction
from bot.storage.offices import accounts, logins
from bot.storage.offices.accounts import Appointment
from bot.storage.offices.logins import Browser as Login
from bot.web.console.door import DEVICE, LOGIN
from bot.web.from_app import ports_of
from bot.web.server import create_web
from broadcasts.officer import Role
from tests.browser.console.neighbours import neighbours
from tests.browser.console.serving import Serving
from tests.guards.sources import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
COMMUNE = "00721"
OFFICE = "Ủy ban nhân dân xã Đồng Văn, tỉnh Tuyên Quang"
OFFICERS = {"lan": ("Chị Lan", Role.WRITER), "bien": ("Chị Biên", Role.CONTENT)}
Enter = Callable[..., Awaitable[Page]]


def _is_error(said: ConsoleMessage) -> bool:
    """Not that a form came back with its mistakes."""
    return said.type == "error" and "422" not in said.text


def _village(tx: Transaction) -> dict[str, str]:
    """What people have asked and need, and a login of each officer."""
    tokens, ids, now = {}, {}, clock()
    for short, (name, role) in OFFICERS.items():
        id, _ = accounts.add(tx, Appointment(name, OFFICE, frozenset({role}), (COMMUNE,)), now)
        ids[short] = id
        tokens[short] = logins.begin(tx, id, Login(short.ljust(22, "x"), "test"), now)
    neighbours(tx, ids)
    return tokens


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def village(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[App, dict[str, str]]]:
    async with open_app(Settings(data_dir=tmp_path_factory.mktemp("people"), lessons_dir=ROOT / "lessons")) as app:
        yield app, await app.database.write(_village)


@pytest_asyncio.fixture(loop_scope="session")
async def enter(chromium: Browser, village: tuple[App, dict[str, str]]) -> AsyncIterator[Enter]:
    """Opens a page as an officer; whatever the page complains of fails the test."""
    app, tokens = village
    errors: list[str] = []
    async with Serving(create_web(ports_of(app))) as address, AsyncExitStack() as left:

        async def enter_(name: str, path: str, **options: object) -> Page:
            context = await chromium.new_context(base_url=address, **options)  # type: ignore[arg-type]
            left.push_async_callback(context.close)
            context.set_default_timeout(30_000)
            cookies = {LOGIN: tokens[name], DEVICE: name.ljust(22, "x")}
            await context.add_cookies([{"name": key, "value": value, "url": address} for key, value in cookies.items()])
            page = await context.new_page()
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("console", lambda said: errors.append(said.text) if _is_error(said) else None)
            await page.goto(path)
            return page

        yield enter_
    assert not errors


async def test_an_officer_answers_without_script(enter: Enter) -> None:
    page = await enter("lan", "/can-bo/can-giup", java_script_enabled=False)
    await page.get_by_role("navigation").get_by_role("link", name="Câu hỏi").click()
    await page.locator(".card", has_text="sổ hộ nghèo").get_by_role("link").click()
    await page.get_by_role("button", name="Tôi trả lời câu này").click()
    await page.get_by_label("Câu trả lời của anh chị").fill("ngắn")
    await page.get_by_role("button", name="Gửi câu trả lời").click()
    await expect(page.get_by_role("alert")).to_contain_text("Có 1 lỗi cần sửa")
    await page.get_by_label("Câu trả lời của anh chị").fill("Bác mang căn cước đến bộ phận một cửa của xã.")
    await page.get_by_role("button", name="Gửi câu trả lời").click()
    await expect(page.get_by_role("region", name="Đã gửi câu trả lời.")).to_be_visible()
    await expect(page.get_by_text("bộ phận một cửa của xã")).to_be_visible()


async def test_an_answer_goes_into_the_book_without_script(enter: Enter) -> None:
    page = await enter("bien", "/can-bo/cau-hoi", java_script_enabled=False)
    await page.locator(".card", has_text="chợ phiên tháng này").get_by_role("link").click()
    await page.get_by_role("button", name="Soạn thành câu hỏi đáp").click()
    await expect(page.get_by_label("Nội dung tệp")).to_have_value(re.compile("Chợ phiên họp sáng chủ nhật hằng tuần"))
    await page.goto("/can-bo/cau-hoi")
    await expect(page.get_by_text("chợ phiên tháng này")).to_have_count(0)


async def test_an_officer_helps_somebody_without_script(enter: Enter) -> None:
    page = await enter("lan", "/can-bo", java_script_enabled=False)
    await page.get_by_role("link", name="người cần giúp, chưa ai nhận").click()
    await page.get_by_role("link", name="cuối thôn Bản Mới").click()
    await page.get_by_role("button", name="Tôi nhận việc này").click()
    await page.get_by_label("Nhắn cho người cần giúp").fill("Xuồng tới trong nửa giờ, bác lên gác trước.")
    await page.get_by_role("button", name="Gửi lời nhắn").click()
    await expect(page.get_by_role("region", name="Đã chuyển lời.")).to_be_visible()
    await expect(page.get_by_role("listitem").filter(has_text="Xuồng tới trong nửa giờ")).to_be_visible()
    await page.get_by_role("button", name="Đã xong, đóng lại").click()
    await expect(page.get_by_role("region", name="Đã đóng. Người cần giúp được báo là việc đã xong.")).to_be_visible()
