"""An administrator gives a program its token."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from broadcasts.officer import Role
from tests.browser.console.conftest import House, OpenDesk
from tests.browser.console.newcomer import digits

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
SIDEWAYS = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"


async def seen(page: Page, name: str, pictures: Path) -> None:
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        for width in (320, 768, 1280):
            await page.set_viewport_size({"width": width, "height": 900})
            await page.screenshot(path=pictures / f"{name}-{width}-{scheme}.png", full_page=True)
            assert await page.evaluate(SIDEWAYS) <= 0, (name, width)
        results = await Axe().run(page)
        assert not results.violations_count, results.generate_report()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
async def test_a_token_is_made_and_taken_back(at_desk: OpenDesk, house: House, pictures: Path, script: bool) -> None:
    await house.hire(Role.WRITER)
    quan = await at_desk(Role.ADMINISTRATOR, java_script_enabled=script)
    await quan.follow("Tài khoản")
    await quan.follow("Mã truy cập cho chương trình khác")
    await quan.write("Dùng cho máy nào", "Cổng thông tin xã Đồng Văn")
    await quan.page.get_by_label(re.compile("^Đứng tên cán bộ")).select_option(index=0)
    await quan.page.get_by_label(re.compile("^Xem bài học")).check()
    await quan.page.get_by_label(re.compile("^Tra địa bàn")).check()
    await quan.write("Mã sáu số", digits(quan.secret, 1))
    await quan.press("Tạo mã")
    token = await quan.page.locator(".key code").inner_text()
    if script:
        await seen(quan.page, "token", pictures)
    answer = await quan.page.request.get("/api/v1/lessons", headers={"Authorization": f"Bearer {token}"})
    assert answer.status == 200
    await quan.follow("Đã chép xong, về danh sách")
    await quan.press("Thu hồi mã")
    await quan.reads("Đã thu hồi mã truy cập.")
    await expect(quan.page.get_by_text("đã thu hồi", exact=True).first).to_be_visible()
