"""The editor in a real browser: a wrong lesson is put right and seen in the chat, with script and without."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from bot.app import clock, open_app
from bot.settings import Settings
from bot.storage.database import Transaction
from bot.storage.offices import accounts, logins
from bot.storage.offices.accounts import Appointment
from bot.storage.offices.logins import Browser as Device
from bot.web.console.door import DEVICE, LOGIN
from bot.web.from_app import ports_of
from bot.web.server import create_web
from tests.browser.console.serving import Serving
from tests.browser.console.sounds import SILENCE
from tests.web.console.conftest import LESSONS, OFFICE, OFFICERS
from tests.web.console.content_desk import EDIT, LESSON, ROOM, edited

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
SHIPPED = Path(__file__).parents[3] / "lessons"
SCAM, ANSWER = "lua-dao/bao-cap-cuu.md", "hoi-dap/dat-mat-khau.md"
OLD, NEW = "Bác gọi số đã lưu trong máy.", "Bác bấm số đã lưu trong máy."
PLAYS = """audio => new Promise((good, bad) => {
    audio.onloadedmetadata = () => good(audio.duration)
    audio.onerror = () => bad(audio.error.message)
    audio.load()
})"""
Enter = Callable[..., Awaitable[Page]]


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A copy that may be edited, with a file of every kind."""
    folder = Path(shutil.copytree(LESSONS, tmp_path / "lessons"))
    for path in (SCAM, ANSWER, "dang-lua-dao.csv"):
        (folder / path).parent.mkdir(exist_ok=True)
        shutil.copyfile(SHIPPED / path, folder / path)
    return folder


@pytest_asyncio.fixture(loop_scope="session")
async def enter(chromium: Browser, tmp_path: Path, lessons: Path) -> AsyncIterator[Enter]:
    """Opens a page as an officer, or with "" as a citizen; whatever the page complains of fails the test."""
    errors: list[str] = []
    settings = Settings(data_dir=tmp_path / "data", lessons_dir=lessons)
    async with open_app(settings) as app, AsyncExitStack() as left:
        tokens = await app.database.write(_appoint)
        address = await left.enter_async_context(Serving(create_web(ports_of(app))))

        async def enter_(name: str, path: str, width: int = 1280, height: int = 900, **options: object) -> Page:
            size = {"width": width, "height": height}
            context = await chromium.new_context(viewport=size, base_url=address, **options)  # type: ignore[arg-type]
            left.push_async_callback(context.close)
            context.set_default_timeout(30_000)  # the first page waits for every check of the folder
            cookies = {LOGIN: tokens[name], DEVICE: name.ljust(22, "x")} if name else {}
            await context.add_cookies([{"name": key, "value": value, "url": address} for key, value in cookies.items()])
            page = await context.new_page()
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("console", lambda said: errors.append(said.text) if "Content Security" in said.text else None)
            await page.goto(path)
            return page

        yield enter_
    assert not errors


def _appoint(tx: Transaction) -> dict[str, str]:
    """The secret of a login of each officer."""
    tokens = {}
    for short, (name, roles, areas) in OFFICERS.items():
        id, _ = accounts.add(tx, Appointment(name, OFFICE, frozenset(roles), areas), clock())
        tokens[short] = logins.begin(tx, id, Device(short.ljust(22, "x"), "test"), clock())
    return tokens


async def _in_the_chat(page: Page) -> None:
    """Until the lesson's first screen."""
    for said in ("4", "hoc", "goi lai so quen"):
        await page.get_by_role("textbox").fill(said)
        await page.get_by_role("button", name="Gửi").click()
        await page.get_by_text(said, exact=True).first.wait_for()
    await page.get_by_text("Gọi số đã lưu").first.wait_for()


async def test_a_wrong_lesson_is_put_right_and_seen_in_the_chat(enter: Enter, lessons: Path) -> None:
    page = await enter("bien", ROOM)
    await page.get_by_label("Tìm theo chữ hoặc mã").fill("gọi lại")
    await page.get_by_role("button", name="Tìm").click()
    await page.get_by_role("link", name="Gọi lại số quen").click()
    await page.get_by_label("Nội dung tệp").fill(edited(lessons, "- [x]", "- [ ]"))
    line = page.locator("a[data-line]").first
    await line.wait_for()
    await line.click()
    assert await page.evaluate("document.activeElement.id") == "van-ban"
    await page.get_by_label("Nội dung tệp").fill(edited(lessons, OLD, NEW))
    await expect(page.locator("a[data-line]")).to_have_count(0)
    await expect(page.locator("#xem .way-telegram").get_by_text(NEW)).to_be_visible()
    await page.get_by_label("Sửa gì").fill("bấm, không phải gọi")
    await page.get_by_role("button", name="Đăng bản này").click()
    await expect(page.get_by_text("Đã đăng.")).to_be_visible()
    chat = await enter("", "/")
    await _in_the_chat(chat)
    await expect(chat.get_by_text(NEW)).to_be_visible()


async def test_the_same_without_script(enter: Enter, lessons: Path) -> None:
    page = await enter("bien", f"{EDIT}/{LESSON}", java_script_enabled=False)
    await page.get_by_label("Nội dung tệp").fill(edited(lessons, OLD, NEW))
    await page.get_by_role("button", name="Xem thử").click()
    await page.get_by_text("Zalo, tin nhắn chữ").click()
    await expect(page.locator("#xem .way-zalo").get_by_text(NEW)).to_be_visible()
    await expect(page.locator("#xem .way-telegram").first).to_be_hidden()
    await page.get_by_label("Sửa gì").fill("bấm, không phải gọi")
    await page.get_by_role("button", name="Đăng bản này").click()
    await expect(page.get_by_text("Đã đăng.")).to_be_visible()
    assert NEW in (lessons / LESSON).read_text("utf-8")


async def test_a_recording_is_sent_and_heard_in_the_chat(enter: Enter, lessons: Path, pictures: Path) -> None:
    page = await enter("bien", f"{ROOM}/tieng")
    await page.get_by_label("Tệp ghi âm mới").set_input_files(
        {"name": "Ghi âm (1).mp3", "mimeType": "audio/mpeg", "buffer": SILENCE}
    )
    await page.get_by_label("Đọc thẻ nào").fill("gọi lại thẻ 1")
    await page.get_by_role("button", name="Gửi bản đọc").click()
    line = await page.get_by_label("Dòng để chép vào bài").first.input_value()
    assert line.startswith("[Nghe](tieng/goi-lai-the-1-")
    await page.screenshot(path=pictures / "recording-sent.png", full_page=True)
    await page.goto(f"{EDIT}/{LESSON}")
    await page.get_by_label("Nội dung tệp").fill(edited(lessons, OLD, f"{OLD}\n\n{line}"))
    await expect(page.locator("#xem audio")).to_have_count(1)
    assert await page.locator("#xem audio").evaluate(PLAYS) > 1
    await page.screenshot(path=pictures / "recording-preview.png", full_page=True)
    await page.get_by_label("Sửa gì").fill("có bản đọc")
    await page.get_by_role("button", name="Đăng bản này").click()
    await expect(page.get_by_text("Đã đăng.")).to_be_visible()
    chat = await enter("", "/")
    await _in_the_chat(chat)
    await chat.get_by_role("button", name="Nghe").click()
    await chat.locator("audio").wait_for()
    assert await chat.locator("audio").evaluate(PLAYS) > 1
    await chat.screenshot(path=pictures / "recording-chat.png")
    await chat.goto("/bai/nguoi-cao-tuoi/goi-lai")
    assert await chat.locator("audio").evaluate(PLAYS) > 1
    await chat.screenshot(path=pictures / "recording-page.png")
    assert not (await Axe().run(chat)).violations_count


async def test_what_is_typed_is_kept_when_the_page_is_left(enter: Enter, lessons: Path) -> None:
    page = await enter("bien", f"{EDIT}/{LESSON}")
    await page.get_by_label("Nội dung tệp").fill(edited(lessons, OLD, NEW))
    await page.evaluate("keep()")
    await expect(page.locator("#da-giu")).to_contain_text("Đã giữ bản nháp")
    await page.reload()
    await expect(page.get_by_label("Nội dung tệp")).to_have_value(edited(lessons, OLD, NEW))
    assert OLD in (lessons / LESSON).read_text("utf-8")
