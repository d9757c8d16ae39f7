"""The preview in a real browser: on a small phone and a wide screen, one channel or all, and without a barrier."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page

from bot.learning.check import check_folder
from bot.web.preview import CHANNELS, preview_page

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
LESSONS = Path(__file__).parents[2] / "lessons"
ONE = LESSONS / "khoa-hoc/nguoi-cao-tuoi/06-dung-hoi-goi-lai.md"
SIDEWAYS = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"


@pytest_asyncio.fixture(loop_scope="session")
async def page(chromium: Browser, tmp_path: Path) -> AsyncIterator[Page]:
    """The preview of one lesson with two drawings."""
    file = tmp_path / "preview.html"
    file.write_text(preview_page(LESSONS, check_folder(ONE, date(2026, 11, 21)), ONE), "utf-8")
    page = await chromium.new_page()
    await page.goto(file.as_uri())
    yield page
    await page.close()


@pytest.mark.parametrize("width", [320, 768, 1280])
async def test_nothing_scrolls_sideways(page: Page, width: int, pictures: Path) -> None:
    await page.set_viewport_size({"width": width, "height": 900})
    assert await page.evaluate(SIDEWAYS) == 0
    await page.screenshot(path=pictures / f"preview-{width}.png")


async def test_one_channel_can_be_looked_at_alone(page: Page) -> None:
    first = page.locator(".screens").first
    assert await first.locator(".way:visible").count() == len(CHANNELS)
    for channel in CHANNELS:
        await page.locator(f"#way-{channel}").check(force=True)
        assert await first.locator(".way:visible").count() == 1
        assert await first.locator(f".way.{channel}").is_visible()


async def test_every_picture_is_there(page: Page) -> None:
    for picture in await page.locator("img").all():
        await picture.scroll_into_view_if_needed()
        assert await picture.evaluate("async image => (await image.decode(), image.naturalWidth)") > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_preview_has_no_barrier(page: Page, scheme: str) -> None:
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await page.reload()  # colours fade when they change under an open page
    results = await Axe().run(page)
    assert not results.violations_count, results.generate_report()
