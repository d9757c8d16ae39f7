"""How the page looks and reads: sizes, contrast, screen readers, requests, and what is left without a network."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.network import cut, give_back
from tests.web.fakes import Conversation

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
SCHEMES = ["light", "dark"]
SIDEWAYS = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
# Not `wait_for_function`: what it asks again is an `eval`, which the pages forbid.
CONTROLLED = """new Promise(done => {
    const worker = navigator.serviceWorker;
    worker.controller ? done(true) : worker.addEventListener("controllerchange", () => done(true));
})"""


async def _until_wrong_answer(page: Page) -> None:
    await page.get_by_role("button", name="Học bài ngắn").click()
    await page.get_by_role("button", name="Học tiếp").click()
    await page.get_by_role("button", name="Đọc mã cho họ").click()
    await page.get_by_text("Chưa đúng bác ạ.").wait_for()
    await page.evaluate("document.fonts.ready.then(() => true)")


async def _violations(page: Page) -> str:
    results = await Axe().run(page)
    return str(results.generate_report()) if results.violations_count else ""


@pytest.mark.parametrize("scheme", SCHEMES)
async def test_the_chat_has_no_barrier(scheme: str, open_page: OpenPage) -> None:
    page = await open_page(color_scheme=scheme)
    assert await _violations(page) == ""
    await _until_wrong_answer(page)
    assert await _violations(page) == ""


@pytest.mark.parametrize("scheme", SCHEMES)
async def test_an_unsent_message_has_no_barrier(scheme: str, open_page: OpenPage) -> None:
    page = await open_page(color_scheme=scheme)
    await cut(page.context)
    await page.get_by_role("textbox").fill("xin chào")
    await page.keyboard.press("Enter")
    await page.get_by_text("Chưa gửi").wait_for()
    assert await _violations(page) == ""


@pytest.mark.parametrize("scheme", SCHEMES)
async def test_a_page_that_is_not_there_has_no_barrier(scheme: str, open_page: OpenPage) -> None:
    assert await _violations(await open_page("/khong-co", color_scheme=scheme)) == ""


@pytest.mark.parametrize("path", ["/", "/tro-giup", "/mat-mang", "/khong-co"])
@pytest.mark.parametrize("size", ["100", "140"])
async def test_nothing_scrolls_sideways_on_the_smallest_phone(path: str, size: str, open_page: OpenPage) -> None:
    page = await open_page("/robots.txt", width=320, height=568)
    await page.context.add_cookies([{"name": "co-chu", "value": size, "url": page.url}])
    await page.goto(path)
    if path == "/":
        await _until_wrong_answer(page)
    assert await page.evaluate(SIDEWAYS) <= 0


async def test_everything_to_press_is_large_enough(open_page: OpenPage) -> None:
    page = await open_page(width=320, height=568)
    for button in await page.locator("button:visible, textarea, a.round").all():
        box = await button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 48
    for choice in await page.locator(".choice, .send, textarea").all():
        box = await choice.bounding_box()
        assert box is not None
        assert box["height"] >= 56


async def test_text_size_changes_at_once_and_stays(open_page: OpenPage) -> None:
    page = await open_page()
    size = "parseFloat(getComputedStyle(document.querySelector('.bubble p')).fontSize)"
    assert await page.evaluate(size) == 20
    await page.get_by_role("button", name="Cỡ chữ 100 %").click()
    assert await page.evaluate(size) == 24
    await page.reload()
    assert await page.evaluate(size) == 24
    await expect(page.get_by_role("button", name="Cỡ chữ 120 %")).to_be_visible()


async def test_the_first_visit_needs_few_requests(open_page: OpenPage) -> None:
    page = await open_page("/robots.txt")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.goto("/", wait_until="load")
    assert len(asked) <= 8
    assert all("127.0.0.1" in address for address in asked)


async def test_nothing_moves_while_the_page_loads(open_page: OpenPage) -> None:
    page = await open_page()
    await _until_wrong_answer(page)
    await page.reload()
    shift = """() => new Promise(done => {
        let sum = 0;
        const add = one => { if (!one.hadRecentInput) sum += one.value; };
        new PerformanceObserver(list => list.getEntries().forEach(add))
          .observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
    })"""
    assert await page.evaluate(shift) < 0.05


async def test_without_a_network_the_page_shows_whom_to_call(open_page: OpenPage, site: str) -> None:
    page = await open_page()
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    await page.evaluate(CONTROLLED)
    await cut(page.context)
    await page.goto("/")
    await expect(page.get_by_role("heading", name="Đang mất mạng")).to_be_visible()
    for number in ("111", "113", "114", "115"):
        await expect(page.locator(f'a[href="tel:{number}"]')).to_be_visible()
    await give_back(page.context)
    await page.get_by_role("link", name="Thử lại").click()
    await expect(page.get_by_text("Hôm nay bác muốn làm gì?")).to_be_visible()


async def test_nothing_said_in_the_chat_is_kept_on_the_phone(open_page: OpenPage) -> None:
    page = await open_page()
    await page.evaluate("navigator.serviceWorker.ready")
    await _until_wrong_answer(page)
    kept = await page.evaluate(
        "caches.keys().then(names => Promise.all(names.map(name => caches.open(name).then(c => c.keys()))))"
        ".then(lists => lists.flat().map(request => new URL(request.url).pathname))"
    )
    assert [path for path in kept if not path.startswith("/static/")] == ["/mat-mang"]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [320, 768, 1280])
async def test_pictures_of_a_lesson(width: int, scheme: str, open_page: OpenPage, pictures: Path) -> None:
    page = await open_page(width=width, height=640 if width == 320 else 900, color_scheme=scheme)
    await page.evaluate("document.fonts.ready.then(() => true)")
    await page.screenshot(path=pictures / f"chat-{width}-{scheme}-1.png")
    await page.get_by_role("button", name="Học bài ngắn").click()
    await page.get_by_role("button", name="Học tiếp").wait_for()
    await page.screenshot(path=pictures / f"chat-{width}-{scheme}-2.png")
    await page.get_by_role("button", name="Học tiếp").click()
    await page.get_by_role("button", name="Đọc mã cho họ").click()
    await page.get_by_text("Chưa đúng bác ạ.").wait_for()
    await page.screenshot(path=pictures / f"chat-{width}-{scheme}-3.png")
    await page.get_by_role("button", name="Tắt máy, gọi cho con").click()
    await page.get_by_text("Đúng rồi bác ạ!").wait_for()
    await page.screenshot(path=pictures / f"chat-{width}-{scheme}-4.png")
    assert await page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("large", {"width": 320}),
        ("forced", {"forced_colors": "active"}),
        ("forced-dark", {"forced_colors": "active", "color_scheme": "dark"}),
        ("contrast", {"contrast": "more"}),
        ("contrast-dark", {"contrast": "more", "color_scheme": "dark"}),
    ],
)
async def test_pictures_for_those_who_see_otherwise(
    name: str, options: dict[str, object], open_page: OpenPage, pictures: Path
) -> None:
    page = await open_page(**options)
    if name == "large":
        for _ in range(2):
            await page.get_by_role("button", name=re.compile("Cỡ chữ")).click()
    await _until_wrong_answer(page)
    await page.screenshot(path=pictures / f"chat-{name}.png")
    assert await _violations(page) == ""


async def test_pictures_of_the_other_pages(open_page: OpenPage, pictures: Path, conversation: Conversation) -> None:
    page = await open_page()
    for path, name in (("/tro-giup", "help"), ("/mat-mang", "offline"), ("/khong-co", "missing")):
        await page.goto(path)
        await page.screenshot(path=pictures / f"{name}.png", full_page=True)
    await page.goto("/")
    await cut(page.context)
    await page.get_by_role("textbox").fill("Bác hỏi cái này với")
    await page.keyboard.press("Enter")
    await page.get_by_text("Chưa gửi").wait_for()
    await page.screenshot(path=pictures / "unsent.png")
    await give_back(page.context)
    await page.get_by_text("Cháu chưa hiểu ý bác.").wait_for()
    await page.emulate_media(media="print")
    await page.screenshot(path=pictures / "print.png", full_page=True)
    await expect(page.locator(".compose")).to_be_hidden()
