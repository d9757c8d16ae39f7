"""Binding a telephone, the desk, what each role is offered, and cutting off a lost telephone."""

from dataclasses import replace

import pytest

from bot.conversation.notice_facts import Group
from broadcasts.officer import Officer, Role
from tests.conversation.office import (
    ADMINISTRATOR,
    AUDITOR,
    BINH,
    DUNG,
    EVERYBODY,
    LAN,
    TINH,
    Office,
    Seat,
    officer,
)
from tests.conversation.test_officer_review import waiting

CODE = "ma-ABCDEFGH1234"
EDITOR = officer("Mùa Thị Biên", Role.CONTENT)


def with_code(office: Office) -> Seat:
    """A telephone that nobody has used yet, and a code for Lan's account."""
    office.codes[CODE] = LAN.id
    return Seat(office, "new telephone")


def test_a_code_shows_whose_account_it_is_before_it_binds() -> None:
    office = Office()
    seat = with_code(office).press(f"go:bind?{CODE}")
    assert "Vàng Thị Lan, Ủy ban nhân dân xã Đồng Văn" in seat.text
    assert seat.labels == ["Đúng, gắn vào máy này", "Không phải tôi"]
    assert office.bound == {}


def test_a_yes_binds_and_the_colleagues_are_told() -> None:
    office = Office()
    seat = with_code(office).press(f"go:bind?{CODE}").say("1")
    assert office.bound == {"new telephone": LAN.id}
    assert "đã gắn với tài khoản của Vàng Thị Lan" in seat.text
    [call] = office.notes
    assert (call.to, call.about) == (Group.COLLEAGUES, LAN.id)
    assert [choice.id for choice in call.screen.choices] == [f"go:officer?freeze={LAN.id}"]
    assert "Bàn làm việc của Vàng Thị Lan" in seat.choose("Về bàn làm việc").text


def test_a_no_binds_nothing() -> None:
    office = Office()
    seat = with_code(office).press(f"go:bind?{CODE}").say("0")
    assert office.bound == {}
    assert seat.state.scene == "home"


@pytest.mark.parametrize("code", ["ma-UNKNOWN12345", "x", "ma-"])
def test_an_unknown_code_is_told_kindly(code: str) -> None:
    seat = Seat(Office(), "new telephone").press(f"go:bind?{code}")
    assert "xin quản trị viên một mã mới" in seat.text
    assert seat.labels == ["Về trang đầu"]


def test_a_code_that_was_used_meanwhile_binds_nothing() -> None:
    office = Office()
    seat = with_code(office).press(f"go:bind?{CODE}")
    other = Seat(office, "other telephone").press(f"go:bind?{CODE}").say("1")
    seat.say("1")
    assert office.bound == {"other telephone": LAN.id}
    assert "xin quản trị viên một mã mới" in seat.text
    assert "đã gắn" in other.text


def test_a_code_is_typed_too() -> None:
    office = Office()
    office.codes["ABCDEFGH1234"] = LAN.id
    seat = Seat(office, "new telephone").press("go:bind").say("ABCDEFGH1234")
    assert "Vàng Thị Lan" in seat.text


def test_a_citizen_finds_no_desk() -> None:
    office = Office()
    seat = Seat(office, "citizen").say("menu")
    assert "Bàn làm việc" not in seat.labels
    assert "dành cho cán bộ" in seat.say("cán bộ").text


@pytest.mark.parametrize("words", ["cán bộ", "can bo", "Bàn làm việc", "ban lam viec"])
def test_words_lead_to_the_desk_from_anywhere(words: str) -> None:
    seat = Office().seat(LAN).say("giúp", words)
    assert "Bàn làm việc của Vàng Thị Lan" in seat.text


def test_an_officer_is_a_citizen_too() -> None:
    seat = Office().seat(LAN).say("menu")
    assert seat.labels[0] == "Bàn làm việc"
    assert {"Chọn bài học", "Cài đặt", "Tôi cần giúp"} <= set(seat.labels)


WAYS = {
    LAN: {"Viết thông báo", "Đang phát", "Người cần giúp", "Câu hỏi", "Đồng nghiệp", "Diễn tập"},
    BINH: {"Chờ duyệt", "Đang phát", "Người cần giúp", "Câu hỏi", "Đồng nghiệp"},
    DUNG: {"Viết thông báo", "Chờ duyệt", "Đang phát", "Người cần giúp", "Câu hỏi", "Việc khác"},
    TINH: {"Viết thông báo", "Chờ duyệt", "Đang phát", "Người cần giúp", "Câu hỏi", "Việc khác"},
    AUDITOR: {"Đang phát"},
    ADMINISTRATOR: {"Đồng nghiệp"},
    EDITOR: {"Câu hỏi", "Đồng nghiệp"},
}


def test_what_does_not_fit_is_one_tap_further() -> None:
    seat = Office().seat(DUNG).say("cán bộ").choose("Việc khác")
    assert [label.partition(",")[0] for label in seat.labels] == ["Đồng nghiệp", "Diễn tập", "Về bàn làm việc"]
    assert "khóa" in seat.choose("Đồng nghiệp").text


@pytest.mark.parametrize("who", WAYS, ids=lambda who: who.name)
def test_each_role_is_offered_what_it_may(who: Officer) -> None:
    office = Office(officers={one.id: one for one in (*EVERYBODY, EDITOR)})
    labels = {label for label in office.seat(who).say("cán bộ").labels if label != "Về trang đầu"}
    assert len(labels) == len(WAYS[who])
    assert all(any(label.startswith(way) for label in labels) for way in WAYS[who])


@pytest.mark.parametrize("way", ["go:write", "go:write?drill", "go:case"])
@pytest.mark.parametrize("who", [ADMINISTRATOR, AUDITOR, EDITOR], ids=lambda who: who.name)
def test_what_is_not_offered_is_not_forged(who: Officer, way: str) -> None:
    office = Office(officers={one.id: one for one in (*EVERYBODY, EDITOR)})
    assert "không thuộc phần việc" in office.seat(who).press(way).text


def test_what_waits_is_counted_and_found() -> None:
    office = waiting()
    seat = office.seat(BINH).say("cán bộ")
    assert "Chờ anh chị duyệt: 1" in seat.text
    seat.choose("Chờ duyệt (1)")
    seat.say("1")
    assert "Chờ duyệt để GỬI THẬT" in seat.text


def test_a_long_list_has_pages() -> None:
    office = waiting()
    office.broadcasts |= {id: replace(office.only, id=id) for id in map(str, range(12))}
    seat = office.seat(BINH).say("cán bộ").choose("Chờ duyệt")
    assert len(seat.labels) == 7
    ids = [choice.id for choice in seat.screen.choices]
    seat.choose("Xem thêm")
    assert not set(ids) & {choice.id for choice in seat.screen.choices if choice.id.startswith("go:review")}


def test_a_lost_telephone_is_cut_off_after_a_second_yes() -> None:
    office = Office()
    lost = office.seat(LAN)
    seat = office.seat(BINH).say("cán bộ").choose("Đồng nghiệp", "Khóa: Vàng Thị Lan")
    assert "Khóa tài khoản của Vàng Thị Lan?" in seat.text
    assert office.officers[LAN.id].active
    seat.choose("Khóa ngay")
    assert not office.officers[LAN.id].active
    assert "Đã khóa tài khoản của Vàng Thị Lan" in seat.text
    [call] = office.notes
    assert (call.to, call.about) == (Group.COLLEAGUES, LAN.id)
    assert "đang bị khóa" in lost.say("cán bộ").text
    assert "không thuộc" in lost.press("go:write").text


def test_a_call_about_a_new_telephone_leads_to_cutting_it_off() -> None:
    office = Office()
    seat = office.seat(DUNG).press(f"go:officer?freeze={LAN.id}")
    assert "Khóa tài khoản của Vàng Thị Lan?" in seat.text
    seat.choose("Khóa ngay")
    assert not office.officers[LAN.id].active


def test_cutting_off_can_be_left() -> None:
    office = Office()
    office.seat(DUNG).press(f"go:officer?freeze={LAN.id}").say("0")
    assert office.officers[LAN.id].active
    assert office.notes == []


@pytest.mark.parametrize("word", ["freeze=nobody", "freeze=", "nonsense", "drafts", "live", "freeze"])
def test_any_word_opens_the_desk(word: str) -> None:
    seat = Office().seat(DUNG).press(f"go:officer?{word}")
    assert seat.state.scene == "officer"
    assert seat.labels
