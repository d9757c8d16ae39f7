"""A notice from signing in to signing out, without a mouse and without looking at the page."""

import pytest
from playwright.async_api import expect

from broadcasts.officer import Role
from tests.browser.console.conftest import House, OpenDesk
from tests.browser.console.fingers import Fingers
from tests.browser.console.newcomer import PASSWORD, digits

pytestmark = [pytest.mark.browser, pytest.mark.processes, pytest.mark.asyncio(loop_scope="session")]
WHERE = "document.activeElement.closest('main') !== null"
FOCUS = "document.activeElement"


@pytest.mark.parametrize("width", [320, 1280])
async def test_a_notice_is_sent_without_a_mouse_and_without_eyes(width: int, at_desk: OpenDesk, house: House) -> None:
    name, secret = await house.hire(Role.PROVINCE)
    fingers = Fingers((await at_desk(width=width)).page)
    await _sign_in(fingers, name, secret)
    await fingers.press("Viết thông báo", "link")
    await fingers.heard()
    await fingers.choose("Bão", "Lũ quét")
    await fingers.press("Soạn bản này")
    await _choose_a_commune(fingers)
    await _write(fingers)
    await fingers.heard()
    await fingers.press("Gửi duyệt")
    await expect(fingers.page.get_by_text("đang chờ người khác duyệt")).to_be_visible()
    await fingers.press("Đăng xuất")
    await expect(fingers.page.get_by_role("region", name="Đã đăng xuất khỏi máy này.")).to_be_visible()


async def _sign_in(fingers: Fingers, name: str, secret: str) -> None:
    """Past the bar by the first link of the page."""
    await fingers.page.goto("/can-bo")
    await fingers.heard()
    await fingers.tab()
    await expect(fingers.page.get_by_role("link", name="Đến nội dung")).to_be_focused()
    await fingers.page.keyboard.press("Enter")
    await fingers.tab()
    assert await fingers.page.evaluate(WHERE), "the skip link leads nowhere"
    await fingers.write("Tên đăng nhập", name)
    await fingers.write("Mật khẩu", PASSWORD)
    await fingers.page.keyboard.press("Enter")
    await fingers.write("Mã sáu số", digits(secret))
    await fingers.heard()
    await fingers.page.keyboard.press("Enter")
    await expect(fingers.page.get_by_role("heading", level=1, name="Chào")).to_be_visible()
    await fingers.heard()


async def _choose_a_commune(fingers: Fingers) -> None:
    """First none, which is said at once; the map is a list of links."""
    await fingers.heard()
    await fingers.press("Gửi tới những nơi này")
    await _mistakes(fingers, 1)
    await fingers.press("Tuyên Quang", "link")
    await fingers.write("Tìm xã, phường", "dong van")
    await fingers.page.keyboard.press("Enter")
    await expect(fingers.page.get_by_role("checkbox")).to_have_count(1)
    await fingers.tick("Xã Đồng Văn")
    await fingers.press("Gửi tới những nơi này")


async def _write(fingers: Fingers) -> None:
    """First with holes: the list of mistakes is read out, and each of them leads to its field."""
    await fingers.write("Lũ đổ về theo suối nào", "suối Nậm Mu")
    await fingers.write("Nơi nào nguy hiểm nhất", "các nhà dọc bờ suối")
    await fingers.write("Số để bà con hỏi thêm", "0219 3846 123")
    await fingers.press("Xem lại trước khi gửi duyệt")
    said = await _mistakes(fingers, 1)
    await fingers.page.keyboard.press("Tab")
    await fingers.page.keyboard.press("Enter")
    field = fingers.page.get_by_label("Bà con chạy lên đâu")
    await expect(field).to_be_focused()
    await expect(field).to_have_attribute("aria-invalid", "true")
    described = await field.evaluate(
        "one => one.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).innerText).join()"
    )
    assert said in described
    await fingers.page.keyboard.type("sân trường trên đồi")
    await fingers.press("Xem lại trước khi gửi duyệt")
    await expect(fingers.page.get_by_text("Chưa gửi gì cả.")).to_be_visible()


async def _mistakes(fingers: Fingers, count: int) -> str:
    """The first of them; the list has the focus and is an alert, so that it is read out."""
    alert = fingers.page.get_by_role("alert", name=f"Có {count} lỗi cần sửa")
    await expect(alert).to_be_focused()
    await fingers.heard()
    return await alert.get_by_role("link").first.inner_text()
