"""What editors do beside writing, without script: pictures, recordings, a second person, what is no longer used."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from broadcasts.officer import Role
from tests.browser.console.conftest import COMMUNE, House, OpenDesk
from tests.browser.console.newcomer import Newcomer
from tests.browser.console.sounds import SILENCE
from tests.guards.sources import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.processes, pytest.mark.asyncio(loop_scope="session")]
LESSON, TITLE = "khoa-hoc/nguoi-cao-tuoi/01-chu-to-tieng-lon.md", "Chữ to, tiếng lớn, vào Wi-Fi"
ANSWER = "hoi-dap/dat-mat-khau.md"
SAFE, SAID, BETTER = "lua-dao/bao-cap-cuu.md", "phải mổ ngay", "cần mổ ngay"
DRAWING = ROOT / "docs" / "ban-lam-viec-soan.png"


async def test_a_picture_and_a_recording_go_into_a_lesson(at_desk: OpenDesk, house: House) -> None:
    editor = await at_desk(Role.CONTENT, java_script_enabled=False)
    await editor.follow("Bài và nội dung")
    await editor.follow("Hình của bài")
    await editor.page.get_by_label("Tệp hình").set_input_files(DRAWING)
    await editor.write("Tả hình bằng một câu", "Màn hình điện thoại có chữ to")
    await editor.press("Gửi hình")
    drawn = await editor.page.get_by_label("Dòng để chép vào bài").input_value()
    await editor.follow("Bài và nội dung")
    await editor.follow("Bản đọc của bài")
    file = {"name": "Ghi âm (1).mp3", "mimeType": "audio/mpeg", "buffer": SILENCE}
    await editor.page.get_by_label("Tệp ghi âm mới").set_input_files(file)  # type: ignore[arg-type]
    await editor.write("Đọc thẻ nào", "chữ to thẻ 1")
    await editor.press("Gửi bản đọc")
    read = await editor.page.get_by_label("Dòng để chép vào bài").first.input_value()
    await _paste(editor, house.lessons, drawn, read)
    citizen = await at_desk()
    await citizen.page.goto("/bai/nguoi-cao-tuoi/chu-to-tieng-lon")
    await expect(citizen.page.get_by_role("img", name="Màn hình điện thoại có chữ to")).to_be_visible()
    await expect(citizen.page.locator("audio").first).to_be_visible()


async def _paste(editor: Newcomer, lessons: Path, drawn: str, read: str) -> None:
    """Both lines at the end of the first card, in place of its own picture."""
    await editor.follow("Bài và nội dung")
    await editor.follow(TITLE)
    head, mark, first = (lessons / LESSON).read_text("utf-8").partition("\n## ")
    card, next, rest = first.partition("\n## ")
    kept = "\n".join(line for line in card.splitlines() if not line.startswith(("![", "[Nghe]")))
    await editor.write("Nội dung tệp", f"{head}{mark}{kept.strip()}\n\n{drawn}\n\n{read}\n{next}{rest}")
    await editor.write("Sửa gì, vì sao", "hình và bản đọc của thẻ 1")
    await editor.press("Đăng bản này")
    await editor.reads("Đã đăng")


async def test_an_answer_is_read_aloud_and_heard_in_the_chat(at_desk: OpenDesk, house: House) -> None:
    editor, file = await at_desk(Role.CONTENT, java_script_enabled=False), house.lessons / ANSWER
    await editor.page.goto("/can-bo/noi-dung/tieng")
    sound = {"name": "dap.mp3", "mimeType": "audio/mpeg", "buffer": SILENCE}
    await editor.page.get_by_label("Tệp ghi âm mới").set_input_files(sound)  # type: ignore[arg-type]
    await editor.write("Đọc thẻ nào", "đặt mật khẩu")
    await editor.press("Gửi bản đọc")
    line = await editor.page.get_by_label("Dòng để chép vào bài").first.input_value()
    await editor.page.goto(f"/can-bo/noi-dung/sua/{ANSWER}")
    text = file.read_text("utf-8").replace("## Trả lời\n", f"## Trả lời\n\n{line}\n")
    await editor.write("Nội dung tệp", text)
    await editor.write("Sửa gì, vì sao", "có bản đọc")
    await editor.press("Đăng bản này")
    await editor.reads("Đã đăng")
    await expect(editor.page.locator("#xem audio").first).to_be_attached()
    citizen = await at_desk(width=360)
    await citizen.page.goto(f"/?xa={COMMUNE}")
    await citizen.press("Người lớn")
    await citizen.press("Tôi đồng ý")
    await citizen.write("Viết tin cho trợ lý", "đặt mật khẩu thế nào cho khó đoán")
    await citizen.press("Gửi")
    await citizen.press("7. Nghe")
    await expect(citizen.page.locator("audio").last).to_be_visible()


async def test_what_keeps_people_safe_needs_a_second_person(at_desk: OpenDesk, house: House) -> None:
    province = await at_desk(Role.PROVINCE, java_script_enabled=False)
    await province.follow("Tài khoản")
    await province.follow("Hai người cho bài về an toàn")
    await province.press("Đòi hai người ở")
    await province.reads("Từ nay cần hai người.")
    writer = await at_desk(Role.CONTENT, java_script_enabled=False)
    second = await at_desk(Role.CONTENT, java_script_enabled=False)
    text = (house.lessons / SAFE).read_text("utf-8").replace(SAID, BETTER)
    await _ask(writer, text)
    await _open(second)
    await second.write("Vì sao trả lại", "ghi rõ hơn là mổ gì")
    await second.press("Trả lại, nêu lý do")
    await second.reads("Đã trả lại, có ghi lý do.")
    await writer.page.reload()
    await writer.reads("ghi rõ hơn là mổ gì")
    await _ask(writer, text.replace(BETTER, f"{BETTER} ruột thừa"))
    await _open(second)
    await expect(second.page.locator("ins").first).to_be_visible()
    await second.press("Đồng ý và đăng bản này")
    await second.reads("Bà con thấy bản mới từ bây giờ.")
    assert f"{BETTER} ruột thừa" in (house.lessons / SAFE).read_text("utf-8")
    await province.press("Cho một người đăng ở")
    await province.reads("Từ nay một người đăng được.")


async def _ask(writer: Newcomer, text: str) -> None:
    """Publish a text, which then waits for somebody else."""
    await writer.page.goto(f"/can-bo/noi-dung/sua/{SAFE}")
    await writer.write("Nội dung tệp", text)
    await writer.write("Sửa gì, vì sao", "nói nhẹ hơn")
    await writer.press("Đăng bản này")
    await writer.reads("Đã gửi cho người thứ hai.")


async def _open(second: Newcomer) -> None:
    """From the menu to the one text that waits."""
    await second.follow("Bài và nội dung")
    await second.follow("Chờ người thứ hai")
    await second.follow("Giả thầy cô, bác sĩ báo con cháu cấp cứu")


async def test_what_is_no_longer_used_comes_back(at_desk: OpenDesk, house: House) -> None:
    file = house.lessons / ANSWER
    before = file.read_text("utf-8")
    editor = await at_desk(Role.CONTENT, java_script_enabled=False)
    await editor.follow("Bài và nội dung")
    await editor.write("Tìm theo chữ hoặc mã", "dat-mat-khau")
    await editor.press("Tìm")
    await editor.follow("Đặt mật khẩu thế nào")
    await editor.follow("Xem lịch sử")
    await editor.write("Vì sao ngừng dùng", "chờ sở xem lại")
    await editor.press("Ngừng dùng tệp này")
    await editor.reads("Đã đổi. Bà con thấy ngay từ bây giờ.")
    assert not file.exists()
    await editor.press("Dùng lại bản này")
    await editor.reads("đang dùng")
    assert file.read_text("utf-8") == before
