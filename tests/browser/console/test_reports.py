"""The overview and a report in a real browser: up and down, taken away, on paper and as a sheet."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from bot.app import App, clock, open_app
from bot.areas import provinces
from bot.reports import making
from bot.reports.period import Kind, Period
from bot.settings import Settings
from bot.storage.counting import kept_reports
from bot.storage.counting.figure_names import COUNTRY
from bot.storage.counting.figure_span import day_of
from bot.storage.database import Transaction
from bot.storage.offices import accounts, logins
from bot.storage.offices.accounts import Appointment
from bot.storage.offices.logins import Browser as Login
from bot.web.console.door import DEVICE, LOGIN
from bot.web.from_app import ports_of
from bot.web.server import create_web
from broadcasts.officer import Role
from tests.browser.console.figured import COMMUNE, PROVINCE, figures
from tests.browser.console.serving import Serving
from tests.guards.sources import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
OFFICERS = {
    "xa": ("Ủy ban nhân dân xã Đồng Văn, tỉnh Tuyên Quang", (COMMUNE,)),
    "tinh": ("Sở Văn hoá, Thể thao và Du lịch tỉnh Tuyên Quang", (PROVINCE,)),
    "nuoc": ("Cục Thông tin cơ sở và Thông tin đối ngoại", tuple(one.code for one in provinces())),
}
Enter = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def app(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[App]:
    """A running app whose figures of two months are written down."""
    folder = tmp_path_factory.mktemp("figures")
    async with open_app(Settings(data_dir=folder, lessons_dir=ROOT / "lessons")) as opened:
        await opened.database.write(figures)
        yield opened


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def tokens(app: App) -> dict[str, str]:
    """Of a login of each officer."""

    def appoint(tx: Transaction, short: str) -> str:
        office, areas = OFFICERS[short]
        id, _ = accounts.add(tx, Appointment("Chị Lan", office, frozenset({Role.PROVINCE}), areas), clock())
        return logins.begin(tx, id, Login(short.ljust(22, "x"), "test"), clock())

    return {short: await app.database.write(lambda tx, s=short: appoint(tx, s)) for short in OFFICERS}  # type: ignore[misc]


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def report(app: App) -> dict[str, str]:
    """The ids of the newest whole month's report, by area."""
    period, found = Period.around(Kind.MONTH, day_of(clock()) - timedelta(days=31)), {}
    for area in (COMMUNE, PROVINCE, COUNTRY):
        await making.make(app.database, [area], period, clock())
        found[area] = (await app.database.read(lambda tx, a=area: kept_reports.listed(tx, a)))[0].id  # type: ignore[misc]
    return found


@pytest_asyncio.fixture(loop_scope="session")
async def enter(chromium: Browser, app: App, tokens: dict[str, str]) -> AsyncIterator[Enter]:
    """Opens a page as an officer; whatever the page complains of fails the test."""
    errors: list[str] = []
    async with Serving(create_web(ports_of(app))) as address, AsyncExitStack() as left:

        async def enter_(name: str, path: str, width: int = 1280, **options: object) -> Page:
            context = await chromium.new_context(
                viewport={"width": width, "height": 900},
                base_url=address,
                **options,  # type: ignore[arg-type]
            )
            left.push_async_callback(context.close)
            context.set_default_timeout(60_000)  # the first page loads the whole desk
            cookies = {LOGIN: tokens[name], DEVICE: name.ljust(22, "x")}
            await context.add_cookies([{"name": key, "value": value, "url": address} for key, value in cookies.items()])
            page = await context.new_page()
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
            await page.goto(path)
            return page

        yield enter_
    assert not errors


async def test_a_province_finds_last_months_report_and_takes_it_away(
    enter: Enter, pictures: Path, report: dict[str, str]
) -> None:
    page = await enter("tinh", "/can-bo/tong-quan", java_script_enabled=False)
    await page.get_by_role("link", name="Báo cáo", exact=True).first.click()
    await page.get_by_role("link", name=re.compile("^Báo cáo tháng")).first.click()
    await page.screenshot(path=pictures / "report-tinh-1280.png", full_page=True)
    async with page.expect_download() as waiting:
        await page.get_by_role("link", name="Tải bảng XLSX").click()
    assert (await (await waiting.value).path()).read_bytes().startswith(b"PK")


async def test_an_overview_goes_down_to_a_commune_and_up_again(enter: Enter) -> None:
    page = await enter("tinh", "/can-bo/tong-quan", java_script_enabled=False)
    await page.locator("summary", has_text="Xem từng xã").click()
    await page.locator("details").get_by_role("link", name="Đồng Văn", exact=True).click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Xã Đồng Văn")
    await page.get_by_label("Xem").select_option("13 tuần")
    await page.get_by_role("button", name="Xem số liệu").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Xã Đồng Văn: 13 tuần qua")
    await page.get_by_role("link", name="Xem cả Tỉnh Tuyên Quang").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Tỉnh Tuyên Quang")


async def test_what_is_printed_has_no_buttons_and_every_line(
    enter: Enter, pictures: Path, report: dict[str, str]
) -> None:
    page = await enter("xa", f"/can-bo/bao-cao/{report[COMMUNE]}")
    await page.emulate_media(media="print")
    await page.screenshot(path=pictures / "report-print.png", full_page=True)
    await expect(page.get_by_role("link", name="Tải bảng XLSX")).to_be_hidden()
    await expect(page.get_by_text("Trả lời đúng ngay lần đầu").first).to_be_visible()


async def test_the_sheet_is_one_page(enter: Enter, pictures: Path, report: dict[str, str]) -> None:
    for name, area in (("xa", COMMUNE), ("nuoc", COUNTRY)):
        page = await enter(name, "/can-bo/bao-cao")
        for form in ("png", "svg"):
            answer = await page.request.get(f"/can-bo/bao-cao/{report[area]}.{form}")
            (pictures / f"sheet-{name}.{form}").write_bytes(await answer.body())
        await page.goto(f"/can-bo/bao-cao/{report[area]}.svg")
        box = await page.evaluate(
            "[document.documentElement.viewBox.baseVal.width, document.querySelectorAll('text').length]"
        )
        assert box[0] == 794
        assert box[1] > 15
