"""The list of all content in a real browser: there at once, and the states come to it without a touch."""

import pytest
from playwright.async_api import expect

from broadcasts.officer import Role
from tests.browser.console.conftest import OpenDesk

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
ROOM = "/can-bo/noi-dung"


async def test_the_states_come_to_a_page_that_is_read_already(at_desk: OpenDesk) -> None:
    page = (await at_desk(Role.CONTENT)).page
    await page.goto(ROOM)
    await expect(page.get_by_text("đang kiểm", exact=True).first).to_be_visible()
    room = page.locator("details.room").first
    await room.locator("summary").click()
    await expect(page.get_by_role("status")).to_contain_text("Đã kiểm xong", timeout=60_000)
    await expect(page.get_by_text("đang kiểm", exact=True)).to_have_count(0)
    await expect(room.get_by_text("Tốt").first).to_be_visible()  # what was open stays open
