"""A notice that waits for an hour of its own: chosen by the writer, seen by the approver, stopped before it begins."""

from datetime import datetime, timedelta

import pytest

from bot.vietnamese.moments import VIETNAM
from broadcasts.broadcast import State
from tests.conversation.office import BINH, LAN, Office, Seat
from tests.conversation.test_officer_write import to_preview

MEETING = ("họp xóm bàn việc sửa đường", "họp ở nhà văn hóa", "mỗi nhà đến dự một người")
HOUR = "19h ngày 22/11"
AT = datetime(2026, 11, 22, 19, tzinfo=VIETNAM)


def writing(office: Office) -> Seat:
    """A notice that can wait, at the look at the whole."""
    return office.seat(LAN).say("cán bộ").choose("Viết thông báo").say("thông báo chung", *MEETING)


def submitted(office: Office) -> Seat:
    seat = writing(office).choose("Hẹn giờ gửi").say(HOUR)
    if any(label.startswith("Tôi đã xem") for label in seat.labels):
        seat.choose("Tôi đã xem")
    return seat.choose("GỬI THẬT")


def test_the_writer_chooses_an_hour_and_the_text_holds_from_then() -> None:
    office = Office()
    seat = writing(office).choose("Hẹn giờ gửi").say(HOUR)
    assert "Hẹn giờ: gửi lúc 19 giờ ngày 22/11/2026" in seat.text
    assert "từ 19 giờ ngày 22/11" in seat.text
    assert "Đổi giờ gửi, hoặc gửi ngay" in seat.labels


def test_an_hour_is_changed_back_to_at_once() -> None:
    seat = writing(Office()).choose("Hẹn giờ gửi").say(HOUR).choose("Đổi giờ gửi").choose("Gửi ngay")
    assert "Hẹn giờ:" not in seat.text
    assert "Hẹn giờ gửi" in seat.labels


@pytest.mark.parametrize("typed", ["hôm qua", "7h ngày 20/11", "8h ngày 1/12", "sáng mai", "ba giờ"])
def test_an_hour_that_is_none_is_asked_again(typed: str) -> None:
    seat = writing(Office()).choose("Hẹn giờ gửi").say(typed)
    assert seat.state.place["step"] == "begins"


def test_an_hour_that_has_passed_at_the_desk_is_forgotten() -> None:
    office = Office()
    seat = writing(office).choose("Hẹn giờ gửi").say(HOUR)
    office.now = AT + timedelta(minutes=1)
    assert "Hẹn giờ:" not in seat.choose("Sửa", "Quay lại").text


def test_what_is_urgent_leaves_at_once() -> None:
    seat = to_preview(Office().seat(LAN))
    assert "Hẹn giờ gửi" not in seat.labels
    seat = writing(Office()).choose("Hẹn giờ gửi").say(HOUR).choose("Sửa", "Mức:", "Khẩn cấp")
    assert "Hẹn giờ" not in seat.text


def test_the_approver_sees_the_hour_and_it_waits_for_it() -> None:
    office = Office()
    submitted(office)
    assert office.only.begins == AT
    [call] = office.notes
    assert "Hẹn gửi lúc 19 giờ ngày 22/11/2026." in [paragraph.text for paragraph in call.screen.paragraphs]
    seat = office.seat(BINH).press(f"go:review?{office.only.id}")
    assert "Hẹn giờ: gửi lúc 19 giờ ngày 22/11/2026, còn" in seat.text
    seat.choose(next(label for label in seat.labels if "Duyệt" in label))
    assert "Hẹn giờ: gửi lúc 19 giờ ngày 22/11/2026, còn" in seat.text
    seat.say("1248")
    assert office.only.state is State.APPROVED
    assert "đã duyệt, chờ đến giờ gửi" in seat.text
    assert "Hẹn giờ: gửi lúc 19 giờ ngày 22/11/2026, còn" in seat.text
    assert "sẽ gửi đúng giờ hẹn" in office.notes[-1].screen.paragraphs[0].text


def test_an_approver_who_comes_too_late_for_the_hour_is_told_so() -> None:
    office = Office()
    submitted(office)
    office.now = AT + timedelta(minutes=5)
    seat = office.seat(BINH).press(f"go:review?{office.only.id}")
    assert "đã qua: duyệt là gửi ngay" in seat.text


def test_it_is_stopped_before_it_begins() -> None:
    office = Office()
    submitted(office)
    seat = office.seat(BINH).press(f"go:review?{office.only.id}")
    seat.choose(next(label for label in seat.labels if "Duyệt" in label)).say("1248")
    seat.choose("Dừng lại, không gửi nữa")
    assert "Chưa ai nhận bản này" in seat.text
    seat.choose("Dừng ngay: sai ngày giờ")
    assert office.only.state is State.CANCELLED


def test_a_returned_text_keeps_its_hour() -> None:
    office = Office()
    submitted(office)
    seat = office.seat(BINH).press(f"go:review?{office.only.id}").choose("Trả lại").say("Ghi rõ giờ họp")
    assert office.only.state is State.DRAFT
    assert "Hẹn giờ: gửi lúc 19 giờ" in office.seat(LAN).press(f"go:write?draft={office.only.id}").choose("Sửa").text
    assert seat.office is office
