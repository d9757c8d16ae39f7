"""Whole tasks at the desk, from signing in to their end, as somebody does them who has never seen it.

What is counted is every click, every page and every field, signing in with its four of them included.
"""

from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.async_api import expect

from bot.app import clock
from bot.reports import making
from bot.reports.period import Kind, Period
from bot.storage.counting import figures
from bot.storage.counting.figure_span import day_of
from broadcasts.officer import Role
from tests.browser.console.conftest import COMMUNE, PROVINCE, House, OpenDesk
from tests.browser.console.newcomer import Newcomer, digits

pytestmark = [pytest.mark.browser, pytest.mark.processes, pytest.mark.asyncio(loop_scope="session")]
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
FLOOD = "Lũ quét sắp đổ về các nhà dọc bờ suối"


@SCRIPT
async def test_a_commune_sends_a_correct_notice(at_desk: OpenDesk, script: bool) -> None:
    citizen = await _neighbour(at_desk)
    writer = await at_desk(Role.WRITER, java_script_enabled=script)
    await _write_and_submit(writer)
    approver = await at_desk(Role.APPROVER, java_script_enabled=script)
    await _approve(approver)
    await expect(citizen.page.get_by_text(FLOOD).last).to_be_visible(timeout=60_000)
    assert (writer.pressed, writer.written) == (8, 7)
    assert (approver.pressed, approver.written) == (5, 5)


async def _write_and_submit(writer: Newcomer) -> None:
    await writer.follow("Thông báo")
    await writer.follow("Viết thông báo")
    await writer.choose("Lũ quét")
    await writer.press("Soạn bản này")
    await writer.write("Lũ đổ về theo suối nào", "suối Nậm Mu")
    await writer.write("Nơi nào nguy hiểm nhất", "các nhà dọc bờ suối")
    await writer.write("Bà con chạy lên đâu", "sân trường trên đồi")
    await writer.write("Số để bà con hỏi thêm", "0219 3846 123")
    await writer.press("Xem lại trước khi gửi duyệt")
    await writer.reads("Chưa gửi gì cả.")
    await writer.press("Gửi duyệt")
    await writer.reads("đang chờ người khác duyệt")


async def _approve(approver: Newcomer) -> None:
    await approver.follow("Thông báo")
    await approver.follow(FLOOD)
    people = await approver.page.locator(".figure").first.inner_text()
    await approver.write("Gõ số người", people)
    await approver.write("Mã sáu số", digits(approver.secret, 1))
    await approver.press("Phát thật cho")
    await approver.reads("Việc đã làm")


async def _neighbour(at_desk: OpenDesk) -> Newcomer:
    """A citizen of the commune, on the web chat."""
    somebody = await at_desk(width=360)
    await somebody.page.goto(f"/?xa={COMMUNE}")
    await somebody.press("Người cao tuổi")
    await somebody.press("Tôi đồng ý")
    await somebody.reads("Bác muốn làm gì ạ?")
    return somebody


WRONG, RIGHT = "hình cái búa", "hình bánh răng"


@SCRIPT
async def test_a_wrong_lesson_is_right_in_the_chat_as_soon_as_it_is_saved(
    at_desk: OpenDesk, house: House, script: bool
) -> None:
    lesson = house.lessons / "khoa-hoc" / "nguoi-cao-tuoi" / "01-chu-to-tieng-lon.md"
    lesson.write_text(lesson.read_text("utf-8").replace(RIGHT, WRONG), "utf-8")
    editor = await at_desk(Role.CONTENT, java_script_enabled=script)
    await _correct(editor)
    citizen = await _neighbour(at_desk)
    await citizen.press("Chọn bài học")
    await citizen.write("Viết tin cho trợ lý", "chu to tieng lon")
    await citizen.press("Gửi")
    await citizen.press("Thẻ tiếp theo")
    await citizen.reads(f"Mở Cài đặt ({RIGHT})")
    assert (editor.pressed, editor.written) == (6, 6)


async def _correct(editor: Newcomer) -> None:
    await editor.follow("Bài và nội dung")
    await editor.write("Tìm theo chữ hoặc mã", "chữ to")
    await editor.press("Tìm")
    await editor.follow("Chữ to, tiếng lớn, vào Wi-Fi")
    text = await editor.page.get_by_label("Nội dung tệp").input_value()
    assert WRONG in text
    await editor.write("Nội dung tệp", text.replace(WRONG, RIGHT))
    await editor.write("Sửa gì, vì sao", "nút Cài đặt là hình bánh răng")
    await editor.press("Đăng bản này")
    await editor.reads("Đã đăng")


@SCRIPT
async def test_the_province_downloads_last_months_report(
    at_desk: OpenDesk, house: House, script: bool, tmp_path: Path
) -> None:
    month = Period.around(Kind.MONTH, day_of(clock())).before
    await _make(house, month)
    officer = await at_desk(Role.PROVINCE, java_script_enabled=script)
    await officer.follow("Báo cáo")
    await officer.follow(f"Báo cáo tháng {month.begins:%-m}")
    async with officer.page.expect_download() as coming:
        await officer.follow("Tải bảng XLSX")
    file = tmp_path / (await coming.value).suggested_filename
    await (await coming.value).save_as(file)
    cells = [str(cell.value) for sheet in load_workbook(file) for row in sheet for cell in row]
    assert any(f"tháng {month.begins:%-m/%Y}" in cell for cell in cells), cells
    assert (officer.pressed, officer.written) == (5, 3)


async def _make(house: House, period: Period) -> None:
    """As the running program makes it when the period has ended."""
    for number in range((period.ends - period.begins).days + 1):
        await figures.keep(house.database, period.begins + timedelta(days=number), clock())
    await making.make(house.database, [PROVINCE], period, clock())
