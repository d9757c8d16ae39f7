"""What becomes of a notice once it is written, in browsers that run no script: given back, replaced, over, alone."""

from datetime import datetime, timedelta

import pytest
from playwright.async_api import expect
from sqlalchemy import update

from bot.app import clock
from bot.storage.notice_tables import broadcast_moves
from bot.vietnamese.moments import VIETNAM
from broadcasts.broadcast import Move
from broadcasts.officer import Role
from tests.browser.console.conftest import House, OpenDesk
from tests.browser.console.newcomer import Newcomer, digits
from tests.browser.console.sounds import SILENCE

pytestmark = [pytest.mark.browser, pytest.mark.processes, pytest.mark.asyncio(loop_scope="session")]
WAITED = timedelta(minutes=4)  # longer than whoever is on duty has to wait for a colleague
FLOOD = "Lũ quét sắp đổ về"


async def test_a_notice_is_given_back_replaced_and_over(at_desk: OpenDesk) -> None:
    writer, approver = await _enter(at_desk, Role.WRITER), await _enter(at_desk, Role.APPROVER)
    await _write(writer, "bờ suối")
    await writer.press("Gửi duyệt")
    await writer.reads("đang chờ người khác duyệt")
    await approver.page.goto(writer.page.url)
    await approver.follow("Trả lại, nêu lý do")
    await approver.write("Lý do khác", "chưa rõ suối nào")
    await approver.press("Trả lại bản này")
    await writer.page.reload()
    await writer.reads("chưa rõ suối nào")
    await writer.follow("Sửa bản này")
    await _finish(writer, "các nhà dọc suối Nậm Mu")
    await approver.page.reload()
    await expect(approver.page.locator("ins").first).to_be_visible()
    await _approve(approver)
    await writer.page.reload()
    await writer.press("Viết tin cập nhật, thay tin này")
    await _finish(writer, "thôn Bản Mới")
    second = await _enter(at_desk, Role.APPROVER)
    await second.page.goto(writer.page.url)
    await _approve(second)
    on_duty = await _enter(at_desk, Role.DUTY)
    await on_duty.page.goto(writer.page.url)
    await on_duty.follow("Báo hết nguy hiểm")
    await on_duty.reads("Lời sẽ gửi")
    await on_duty.write("Mã sáu số", digits(on_duty.secret, 1))
    await on_duty.press("Báo hết nguy hiểm ngay")
    await on_duty.reads("Đã báo hết nguy hiểm.")


async def test_who_is_on_duty_sends_alone_and_a_colleague_looks_at_it(at_desk: OpenDesk, house: House) -> None:
    on_duty = await _enter(at_desk, Role.DUTY)
    await _write(on_duty, "bờ suối")
    await on_duty.press("Gửi duyệt")
    await on_duty.reads("đang chờ người khác duyệt")
    submitted = broadcast_moves.c.move == Move.SUBMIT.value
    earlier = update(broadcast_moves).where(submitted).values(at=clock() - WAITED)
    await house.database.write(lambda tx: tx.execute(earlier).rowcount)
    await on_duty.page.reload()
    await on_duty.follow("Không ai duyệt, tôi phát một mình")
    await on_duty.write("Vì sao không chờ được", "nước lên rất nhanh, không gọi được ai")
    await on_duty.write("Mã sáu số", digits(on_duty.secret, 1))
    await on_duty.press("Phát thật ngay, một mình")
    await on_duty.reads("Mọi người có trách nhiệm vừa được báo.")
    colleague = await _enter(at_desk, Role.APPROVER)
    await colleague.page.goto(on_duty.page.url)
    await colleague.follow("Xem lại bản đã gửi một mình")
    await colleague.write("Mã sáu số", digits(colleague.secret, 1))
    await colleague.press("Ghi nhận: tôi đã xem lại")
    await colleague.reads("xem lại bản này.")


async def test_a_drill_is_read_out_set_for_later_and_dropped(at_desk: OpenDesk) -> None:
    writer = await _enter(at_desk, Role.WRITER)
    await _write(writer, "bờ suối", drill=True)
    await writer.follow("Sửa bản này")
    await writer.press("Thêm bản đọc")
    sound = {"name": "loa.mp3", "mimeType": "audio/mpeg", "buffer": SILENCE}
    await writer.page.get_by_label("Tệp ghi âm mới").set_input_files(sound)  # type: ignore[arg-type]
    await writer.press("Lưu bản đọc")
    await writer.page.get_by_text("Đã có bản ghi âm.").wait_for()
    await writer.choose("ƯU TIÊN")
    await writer.choose("Hẹn giờ gửi")
    await writer.write("Giờ hẹn", f"{datetime.now(VIETNAM) + timedelta(hours=3):%Y-%m-%dT%H:%M}")
    await writer.press("Xem lại trước khi gửi duyệt")
    await writer.reads("[DIỄN TẬP]")
    await writer.press("Gửi duyệt bản diễn tập")
    approver = await _enter(at_desk, Role.APPROVER)
    await approver.page.goto(writer.page.url)
    await expect(approver.page.locator("audio")).to_have_count(1)  # whoever decides may listen first
    await approver.follow("Bỏ bản này")
    await approver.write("Mã sáu số", digits(approver.secret, 1))
    await approver.press("Bỏ bản này")
    await approver.reads("Đã bỏ bản này. Chưa ai nhận được nó.")


async def _enter(at_desk: OpenDesk, role: Role) -> Newcomer:
    return await at_desk(role, java_script_enabled=False)


async def _write(writer: Newcomer, where: str, *, drill: bool = False) -> None:
    """A notice of a flood, looked over, not yet submitted."""
    await writer.follow("Thông báo")
    await writer.follow("Diễn tập" if drill else "Viết thông báo")
    await writer.choose("Lũ quét")
    await writer.press("Soạn bản")
    await writer.write("Lũ đổ về theo suối nào", "suối Nậm Mu")
    await writer.write("Nơi nào nguy hiểm nhất", where)
    await writer.write("Bà con chạy lên đâu", "sân trường trên đồi")
    await writer.write("Số để bà con hỏi thêm", "0219 3846 123")
    await writer.press("Xem lại trước khi gửi duyệt")
    await writer.reads("Chưa gửi gì cả.")


async def _finish(writer: Newcomer, where: str) -> None:
    """With another place in it, submitted."""
    await writer.write("Nơi nào nguy hiểm nhất", where)
    await writer.press("Xem lại trước khi gửi duyệt")
    ticked = writer.page.get_by_label("Tôi đã xem")
    if await ticked.count():
        await ticked.check()
    await writer.press("Gửi duyệt")
    await writer.reads("đang chờ người khác duyệt")


async def _approve(approver: Newcomer) -> None:
    """From the page of the notice until it goes out."""
    await approver.follow("Duyệt và phát thật")
    ticked = approver.page.get_by_label("Tôi đã xem")
    if await ticked.count():
        await ticked.check()
    await approver.write("Gõ số người", await approver.page.locator(".figure").first.inner_text())
    await approver.write("Mã sáu số", digits(approver.secret, 1))
    await approver.press("Phát thật cho")
    await approver.reads("Việc đã làm")
