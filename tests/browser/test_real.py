"""The real program with the shipped lessons, from the first visit to a finished quiz, as `--screenshots DIR` shows."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Page, expect

from tests.browser.network import cut, give_back
from tests.processes.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.processes, pytest.mark.asyncio(loop_scope="session")]
LESSONS = Path(__file__).parent.parent.parent / "lessons"


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def served(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    served = Served(tmp_path_factory.mktemp("data"), lessons=LESSONS)
    await served.start()
    yield served
    await served.kill()


@pytest_asyncio.fixture(loop_scope="session")
async def context(chromium: Browser, served: Served, request: pytest.FixtureRequest) -> AsyncIterator[BrowserContext]:
    options: dict[str, Any] = {
        "viewport": {"width": 320, "height": 640},
        "base_url": served.url,
        **getattr(request, "param", {}),
    }
    context = await chromium.new_context(**options)
    context.set_default_timeout(60_000)
    yield context
    await context.close()


async def _press(page: Page, label: str) -> None:
    await page.get_by_role("button", name=re.compile(label)).last.click()


async def _say(page: Page, words: str) -> None:
    await page.get_by_role("textbox").fill(words)
    await page.get_by_role("button", name="Gửi", exact=True).click()


async def _join_as_an_elder(page: Page) -> None:
    await page.goto("/")
    await _press(page, "Người cao tuổi")
    await _press(page, "Tôi đồng ý")
    await _say(page, "tuyen quang")
    await expect(page.get_by_text("tỉnh Tuyên Quang")).to_be_visible()
    await _say(page, "dong van")
    await expect(page.get_by_text("Xã Đồng Văn, Tỉnh Tuyên Quang")).to_be_visible()


async def _picture(page: Page, pictures: Path, name: str) -> None:
    await page.evaluate("document.fonts.ready.then(() => true)")
    await page.evaluate("Promise.allSettled(document.getAnimations().map(one => one.finished)).then(() => true)")
    await page.screenshot(path=pictures / f"{name}.png")


async def _accessible(page: Page) -> None:
    found = await Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


async def _to_the_quiz(page: Page) -> None:
    while await page.get_by_role("button", name=re.compile("Thẻ tiếp theo")).count():
        shown = await page.locator("#letters > *").count()
        await _press(page, "Thẻ tiếp theo")
        await expect(page.locator("#letters > *")).not_to_have_count(shown)
        await expect(page.get_by_role("button", name=re.compile("Thẻ tiếp theo|Làm câu hỏi")).last).to_be_enabled()
    await _press(page, "Làm câu hỏi")


async def test_from_the_first_visit_to_a_finished_quiz(context: BrowserContext, pictures: Path) -> None:
    page = await context.new_page()
    await _join_as_an_elder(page)
    await _picture(page, pictures, "chat-home-320")
    await _press(page, "Chọn bài học")
    await _say(page, "dung hoi goi lai")
    await expect(page.get_by_text("Chuyện của ông Tám")).to_be_visible()
    await _picture(page, pictures, "chat-320")
    await _accessible(page)
    await page.reload()
    await _to_the_quiz(page)
    await _press(page, "Chuyển trước 1 triệu")
    await expect(page.get_by_text("Chưa đúng, không sao cả")).to_be_visible()
    await _picture(page, pictures, "chat-quiz-320")
    await _accessible(page)
    await _finish(page)
    await expect(page.get_by_text("Bác đã học xong bài “Dừng – Hỏi – Gọi lại”")).to_be_visible()
    await expect(page.get_by_text("Đúng ngay lần đầu 3 trên 4 câu.")).to_be_visible()
    await _picture(page, pictures, "chat-result-320")


RIGHT = ("Tin bình thường, thứ Năm ra trạm", "Cúp máy, đến công an xã hỏi", "Chuyện bình thường, cảm ơn con")


async def _finish(page: Page) -> None:
    for answer in (*RIGHT, "Cúp máy, gọi số cũ của Tí"):
        await _press(page, "Câu tiếp theo")
        await _press(page, re.escape(answer))
        await expect(page.get_by_text(f"Đúng rồi: {answer}")).to_be_visible()
    await _press(page, "Xem kết quả")


async def test_a_cut_connection_loses_and_doubles_nothing(context: BrowserContext) -> None:
    page = await context.new_page()
    await page.goto("/")
    await _press(page, "Chỉ xem thử thôi")
    await expect(page.get_by_text("Bác muốn làm gì ạ?")).to_have_count(1)
    await cut(context)
    await _say(page, "giúp")
    await expect(page.get_by_text("Chưa gửi")).to_be_visible()
    await give_back(context)
    await expect(page.get_by_text("Bác cần giúp việc gì ạ?")).to_have_count(1)
    await page.reload()
    await expect(page.get_by_text("Bác cần giúp việc gì ạ?")).to_have_count(1)
    await expect(page.locator("#letters > .own")).to_have_count(2)


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
async def test_without_script(context: BrowserContext, pictures: Path) -> None:
    page = await context.new_page()
    await _join_as_an_elder(page)
    await _press(page, "Chọn bài học")
    await _say(page, "dung hoi goi lai")
    await expect(page.get_by_text("Chuyện của ông Tám")).to_be_visible()  # else the page before it may be looked at
    await _to_the_quiz_without_script(page)
    await _press(page, "Cúp máy, gọi số cũ của Tí")
    await expect(page.get_by_text("Đúng rồi: Cúp máy, gọi số cũ của Tí")).to_be_visible()
    await _picture(page, pictures, "chat-no-script-320")


async def _to_the_quiz_without_script(page: Page) -> None:
    while await page.get_by_role("button", name=re.compile("Thẻ tiếp theo")).count():
        async with page.expect_navigation():  # else the old page is looked at once more
            await _press(page, "Thẻ tiếp theo")
    await _press(page, "Làm câu hỏi")


@pytest.mark.parametrize("context", [{"color_scheme": "dark"}], indirect=True)
async def test_dark_and_a_childs_first_lesson(context: BrowserContext, pictures: Path) -> None:
    page = await context.new_page()
    await page.goto("/?xa=00004")
    await _press(page, "Trẻ em, học cùng bố mẹ")
    await _press(page, "Tôi đồng ý")
    await _press(page, "Tôi là phụ huynh, tôi đồng ý")
    await expect(page.get_by_text("Em muốn làm gì?")).to_be_visible()
    await _say(page, "học bài")
    await expect(page.get_by_text("Em chọn một nhóm bài")).to_be_visible()
    await _press(page, "1\\.")
    await _press(page, "1\\.")
    await expect(page.get_by_text("Thẻ 1 trên")).to_be_visible()
    await _picture(page, pictures, "chat-dark-320")
    await _accessible(page)


@pytest.mark.parametrize(
    "context", [{"viewport": {"width": width, "height": 900}} for width in (768, 1280)], indirect=True
)
async def test_wider_screens(context: BrowserContext, pictures: Path) -> None:
    page = await context.new_page()
    await _join_as_an_elder(page)
    await _accessible(page)
    await _picture(page, pictures, f"chat-{page.viewport_size['width'] if page.viewport_size else 0}")
