"""Lessons and notices as everybody reads them: on a phone, on a screen, in the dark, on paper."""

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import uvicorn
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import expect

from bot.web.server import create_web
from tests.browser.conftest import OpenPage
from tests.web.published import library, published

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
LESSON = library().courses[0].lessons[1]
IN_FORCE = {"in-force": "/trang-thai", "in-force-unclear": "/trang-thai?xa=Tân Thành"}
PAGES = {"courses": "/bai", "lesson": f"/bai/{LESSON.course}/{LESSON.id}", **IN_FORCE}
SIDEWAYS = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"


@pytest_asyncio.fixture(loop_scope="session")
async def site() -> AsyncIterator[str]:
    """The address of a running site with lessons and notices."""
    listener = socket.create_server(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    config = uvicorn.Config(
        create_web(published(public_url=address)), log_level="warning", lifespan="off", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    yield address
    server.should_exit = True
    await serving
    listener.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
async def test_no_notice_in_any_state_shuts_anybody_out(
    width: int, scheme: str, open_page: OpenPage, pictures: Path
) -> None:
    page = await open_page("/robots.txt", width=width, height=800, color_scheme=scheme)
    for name, path in IN_FORCE.items():
        await page.goto(path)
        await page.evaluate("document.fonts.ready.then(() => true)")
        await page.screenshot(path=pictures / f"{name}-{width}-{scheme}.png", full_page=True)
        assert await page.evaluate(SIDEWAYS) <= 0, path
        results = await Axe().run(page)
        assert not results.violations_count, results.generate_report()


async def test_large_letters_fit_the_smallest_phone(open_page: OpenPage, pictures: Path) -> None:
    page = await open_page("/robots.txt", width=320, height=568)
    await page.context.add_cookies([{"name": "co-chu", "value": "140", "url": page.url}])
    for name, path in PAGES.items():
        await page.goto(path)
        await page.screenshot(path=pictures / f"{name}-large.png", full_page=True)
        assert await page.evaluate(SIDEWAYS) <= 0, path


async def test_on_paper_the_answers_come_last_with_the_way_to_the_chat(open_page: OpenPage, pictures: Path) -> None:
    page = await open_page(PAGES["lesson"], width=794, height=1123)
    await expect(page.locator(".key-of-answers")).to_be_hidden()
    await page.emulate_media(media="print")
    await page.screenshot(path=pictures / "lesson-print.png", full_page=True)
    await expect(page.locator(".key-of-answers")).to_be_visible()
    await expect(page.locator("details").first).to_be_hidden()
    await expect(page.locator(".code svg")).to_be_visible()
    await page.pdf(path=pictures / "lesson.pdf")


async def test_an_answer_is_seen_when_it_is_asked_for(open_page: OpenPage) -> None:
    page = await open_page(PAGES["lesson"])
    right = page.locator("details .right").first
    await expect(right).to_be_hidden()
    await page.locator("summary").first.click()
    await expect(right).to_be_visible()


async def test_a_place_is_found_without_script(open_page: OpenPage) -> None:
    page = await open_page("/trang-thai", java_script_enabled=False)
    await page.get_by_label("Tên xã, phường hoặc tỉnh").fill("Đồng Văn, Tuyên Quang")
    await page.get_by_role("button", name="Xem nơi này").click()
    await expect(page.get_by_text("Cắt điện sáng mai")).to_be_visible()
    await expect(page.get_by_text("Bão số 12 vào tối nay")).to_have_count(0)
