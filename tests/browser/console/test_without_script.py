"""What else there is to do at the desk, by role, in a browser that runs no script.

Notices, questions, people who need help, lessons and the month's report: `test_desk_whole`, `test_notices`,
`test_after_writing`, `test_people`, `test_editor`, `test_teaching`, `test_sign_in`, `test_api`.
"""

import re
from datetime import timedelta

import pytest
from playwright.async_api import expect

from bot.app import clock
from bot.storage.counting.figure_span import day_of
from broadcasts.officer import Role
from tests.browser.console.conftest import House, OpenDesk
from tests.browser.console.newcomer import PASSWORD, digits

pytestmark = [pytest.mark.browser, pytest.mark.processes, pytest.mark.asyncio(loop_scope="session")]
NEW = "Vàng Thị Mỷ"


async def test_an_officer_is_added_cut_off_by_a_colleague_given_back_and_let_go(at_desk: OpenDesk) -> None:
    administrator = await at_desk(Role.ADMINISTRATOR, java_script_enabled=False)
    await administrator.follow("Tài khoản")
    await administrator.follow("Thêm cán bộ")
    await administrator.write("Họ tên", NEW)
    await administrator.write("Cơ quan", "Ủy ban nhân dân xã Đồng Văn, tỉnh Tuyên Quang")
    await administrator.page.get_by_label("soạn thảo").check()
    await administrator.write("Địa bàn", "Đồng Văn, Tuyên Quang")
    if await administrator.page.get_by_label("Mã sáu số").count():
        await administrator.write("Mã sáu số", digits(administrator.secret, 1))
    await administrator.press("Thêm cán bộ và lấy chìa khóa")
    await administrator.reads("/can-bo/moi/")
    colleague = await at_desk(Role.WRITER, java_script_enabled=False)
    await colleague.follow("Tài khoản")
    await colleague.follow(NEW)
    await colleague.press(f"Khóa tài khoản {NEW}")
    await expect(colleague.page.locator("#trang-thai")).to_have_text("đang khóa")
    await administrator.page.goto(colleague.page.url)
    await administrator.press("Mở lại tài khoản")
    await expect(administrator.page.locator("#trang-thai")).to_have_text("đang dùng")
    await administrator.follow("Thu hồi tài khoản")
    await administrator.press("Thu hồi")
    await expect(administrator.page.locator("#trang-thai")).to_have_text("đã thu hồi")


async def test_an_auditor_checks_the_log_and_takes_it_along(at_desk: OpenDesk) -> None:
    auditor = await at_desk(Role.AUDITOR, java_script_enabled=False)
    await auditor.follow("Nhật ký")
    await auditor.press("Kiểm lại từ đầu")
    await auditor.reads("dòng nào cũng khớp với dòng trước")
    async with auditor.page.expect_download() as coming:
        await auditor.press("Tải bảng CSV")
    assert (await (await coming.value).path()).read_text("utf-8-sig").startswith("dòng,")


async def test_a_province_has_a_report_made_for_some_days(at_desk: OpenDesk) -> None:
    officer = await at_desk(Role.PROVINCE, java_script_enabled=False)
    await officer.follow("Báo cáo")
    today = day_of(clock())
    await officer.write("Từ ngày", f"{today - timedelta(days=9)}")
    await officer.write("Đến hết ngày", f"{today - timedelta(days=5)}")
    await officer.press("Lập báo cáo")
    await officer.reads("Báo cáo đột xuất")


async def test_an_editor_begins_a_new_answer(at_desk: OpenDesk) -> None:
    editor = await at_desk(Role.CONTENT, java_script_enabled=False)
    await editor.follow("Bài và nội dung")
    await editor.follow("Viết mới")
    await editor.choose("Câu hỏi đáp")
    await editor.write("Tên", "Chợ phiên họp ngày nào?")
    await editor.press("Tạo khung để viết")
    await expect(editor.page.get_by_label("Nội dung tệp")).to_have_value(re.compile("^# Chợ phiên họp ngày nào"))


async def test_an_officer_looks_after_the_own_account(at_desk: OpenDesk, house: House) -> None:
    name, secret = await house.hire(Role.WRITER)
    officer, elsewhere = [await at_desk(java_script_enabled=False) for _ in range(2)]
    officer.secret = secret
    await officer.sign_in(name)
    await officer.page.goto("/can-bo/toi")
    await officer.write("Mã sáu số", digits(secret, 1))
    await officer.press("Tạo mười mã mới")
    code = await officer.page.locator(".codes code").first.inner_text()
    await officer.follow("Đã cất mã")
    await elsewhere.page.goto("/can-bo")
    await elsewhere.write("Tên đăng nhập", name)
    await elsewhere.write("Mật khẩu", PASSWORD)
    await elsewhere.press("Tiếp tục đăng nhập")
    await elsewhere.page.get_by_text("Không có điện thoại bên cạnh").click()
    await elsewhere.write("Mã dự phòng", code)
    await elsewhere.press("Vào bàn làm việc")
    await officer.page.reload()
    await officer.reads("Đang đăng nhập ở 2 nơi")
    await officer.reads("Còn 9 mã dự phòng")
    await officer.press("Đăng xuất mọi máy khác")
    await officer.reads("Đã đăng xuất 1 máy khác.")
    await elsewhere.page.goto("/can-bo/toi")
    await elsewhere.reads("Tên đăng nhập")
    await officer.write("Mật khẩu đang dùng", PASSWORD)
    await officer.write("Mật khẩu mới", "bốn con bò uống nước")
    await officer.press("Đổi mật khẩu")
    await officer.reads("Đã đổi mật khẩu.")
    await officer.press("English")
    await expect(officer.page.locator("html")).to_have_attribute("lang", "en")
