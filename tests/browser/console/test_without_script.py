"""What else there is to do at the desk, by role, in a browser that runs no script.

Notices, questions, people who need help, lessons and the month's report: `test_desk_whole`, `test_notices`,
`test_people`, `test_editor`, `test_sign_in`.
"""

import re
from datetime import timedelta

import pytest
from playwright.async_api import expect

from bot.app import clock
from bot.storage.counting.figure_span import day_of
from broadcasts.officer import Role
from tests.browser.console.conftest import OpenDesk
from tests.browser.console.newcomer import digits

pytestmark = [pytest.mark.browser, pytest.mark.processes, pytest.mark.asyncio(loop_scope="session")]
NEW = "Vàng Thị Mỷ"


async def test_an_administrator_adds_an_officer_and_a_colleague_cuts_them_off(at_desk: OpenDesk) -> None:
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
