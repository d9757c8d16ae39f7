"""Looking at the whole: what must be mended or ticked, and how each part is changed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.learning.hard_words import HardWords
from broadcasts.notice import Level
from tests.conversation.office import LAN, WORLD, Office
from tests.conversation.talk import BEGINNING
from tests.conversation.test_officer_write import to_preview


def test_each_blank_is_changed_by_its_number_and_leads_back_to_the_whole() -> None:
    seat = to_preview(Office().seat(LAN))
    for number, value in enumerate(("suối Nho", "xóm Đáy", "gò Chùa"), start=1):
        seat.choose("Sửa").say(str(number), value)
        assert "Xem lại" in seat.text
        assert value in seat.text


def test_leaving_a_change_leads_back_to_the_whole() -> None:
    seat = to_preview(Office().seat(LAN))
    assert "Xem lại" in seat.choose("Sửa").say("1", "0").text
    assert "Xem lại" in seat.choose("Sửa").say("0").text


def test_another_level_is_no_longer_the_template() -> None:
    office = Office()
    seat = to_preview(office.seat(LAN)).choose("Sửa", "Mức", "Ưu tiên")
    assert "THÔNG BÁO ƯU TIÊN" in seat.text
    seat.choose("Tôi đã xem", "GỬI THẬT")
    assert (office.only.notice.level, office.only.template) == (Level.FIRST, "")
    assert office.only.correction
    assert office.only.correction.level is Level.FIRST


@pytest.mark.parametrize("answer", ["3", "9h sáng ngày 22/11"])
def test_another_end_is_chosen_or_typed(answer: str) -> None:
    office = Office()
    seat = to_preview(office.seat(LAN)).choose("Sửa")
    seat.choose("Xem thêm", "Hết hiệu lực").say(answer)
    assert "đến 9 giờ ngày 22/11/2026" in seat.text


@pytest.mark.parametrize("answer", ["hôm qua 7 giờ", "7h ngày 30/11", "lúc nào đó"])
def test_an_end_that_will_not_do_is_asked_again(answer: str) -> None:
    seat = to_preview(Office().seat(LAN)).choose("Sửa", "Xem thêm", "Hết hiệu lực").say(answer)
    assert "ba ngày" in seat.text
    assert seat.state.place["step"] == "ends"


def test_the_number_to_call_is_typed_where_the_directory_has_none() -> None:
    office = Office()
    seat = to_preview(office.seat(LAN)).choose("Sửa", "Xem thêm", "Số để hỏi thêm").say("không có", "0219 3846 123")
    assert "Hỏi thêm: 0219 3846 123" in seat.text
    assert "gọi 0219 3846 123" in seat.text
    assert "Chưa có số điện thoại" not in seat.text


def test_an_error_blocks_submitting_and_says_what_to_change() -> None:
    office = Office()
    seat = to_preview(office.seat(LAN)).choose("Sửa").say("1", "suối quatang-evn.xyz")
    assert "Phải sửa" in seat.text
    assert "quatang-evn.xyz" in seat.text
    assert not [label for label in seat.labels if label.startswith(("GỬI", "Tôi đã xem"))]
    seat.press("submit")
    assert office.broadcasts == {}


def test_warnings_must_be_ticked_and_new_ones_again() -> None:
    office = Office()
    seat = to_preview(office.seat(LAN))
    assert not [label for label in seat.labels if label.startswith("GỬI")]
    seat.choose("Tôi đã xem")
    assert "GỬI THẬT: đưa đi duyệt" in seat.labels
    seat.choose("Sửa").say("1", "suối gần trạm PCTT")
    assert not [label for label in seat.labels if label.startswith("GỬI")]


def test_a_warning_that_comes_after_the_tick_must_be_ticked_too() -> None:
    office = Office()
    seat = to_preview(office.seat(LAN)).choose("Tôi đã xem")
    office.world = replace(WORLD, hard_words=HardWords.of({"dọc bờ": "bên bờ"}))
    seat.choose("GỬI THẬT")
    assert office.broadcasts == {}
    assert "Chữ dọc bờ khó" in seat.text


def test_an_end_that_is_over_gives_way_to_the_templates_own() -> None:
    office = Office()
    to_preview(office.seat(LAN)).choose("Sửa", "Xem thêm", "Hết hiệu lực", "Sau 6 giờ").say("0")
    assert office.only.notice.ends == BEGINNING + timedelta(hours=6)
    office.wait(days=2)
    seat = office.seat(LAN).press(f"go:review?{office.only.id}").choose("Sửa bản này")
    assert "từ 9 giờ đến 21 giờ ngày 23/11/2026" in seat.text


def test_a_changed_text_holds_from_the_moment_of_its_change() -> None:
    office = Office()
    seat = to_preview(office.seat(LAN))
    office.wait(minutes=30)
    assert "từ 9 giờ đến" in seat.choose("Tôi đã xem").text
    assert "từ 9 giờ 30 đến" in seat.choose("Sửa").say("3", "gò Chùa").text
