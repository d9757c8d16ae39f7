"""Where a notice goes: the own commune, or what an officer of several communes chooses."""

from bot.conversation.offices.notice_area import in_full, in_words, joined, spelled
from broadcasts.officer import Role
from tests.conversation.office import COMMUNE, NEIGHBOUR, PROVINCE, TINH, Office, officer
from tests.conversation.test_officer_write import FLOOD


def test_a_province_chooses_all_or_some_communes() -> None:
    office = Office()
    seat = office.seat(TINH).say("cán bộ").choose("Viết thông báo").say("lũ quét")
    assert "Gửi tới đâu" in seat.text
    seat.say("Đồng Văn", "sa phin")
    assert "xã Đồng Văn và xã Sà Phìn" in seat.text
    seat.choose("Xong").say(*FLOOD)
    assert seat.state.place["draft"]["areas"] == [COMMUNE, NEIGHBOUR]


def test_a_whole_province_is_one_code() -> None:
    office = Office()
    seat = office.seat(TINH).say("cán bộ").choose("Viết thông báo").say("lũ quét").choose("Tất cả").say(*FLOOD)
    assert seat.state.place["draft"]["areas"] == [PROVINCE]
    assert "Ở đâu: tỉnh Tuyên Quang" in seat.text


def test_a_commune_of_somebody_else_is_not_taken() -> None:
    seat = Office().seat(TINH).say("cán bộ").choose("Viết thông báo").say("lũ quét", "Cửa Lò Mới")
    assert "địa bàn" in seat.text
    assert not seat.state.place.get("chosen")


def test_an_officer_of_two_communes_sees_both() -> None:
    both = officer("Sùng Mí", Role.WRITER, areas=(COMMUNE, NEIGHBOUR))
    office = Office()
    office.officers[both.id] = both
    seat = office.seat(both).say("cán bộ").choose("Viết thông báo").say("lũ quét")
    assert seat.labels[:3] == ["Tất cả: xã Đồng Văn và xã Sà Phìn", "xã Đồng Văn", "xã Sà Phìn"]
    seat.choose("xã Sà Phìn", "Xong").say(*FLOOD)
    assert "Ở đâu: xã Sà Phìn" in seat.text


def test_codes_are_as_few_as_can_say_it() -> None:
    whole = spelled((PROVINCE,))
    assert joined(whole) == (PROVINCE,)
    assert joined(whole - {COMMUNE}) == tuple(sorted(whole - {COMMUNE}))
    assert spelled((PROVINCE, COMMUNE, "nowhere")) == whole


def test_few_communes_are_named_and_many_are_counted() -> None:
    some = sorted(spelled((PROVINCE,)))
    assert in_words((COMMUNE, NEIGHBOUR)) == "xã Đồng Văn và xã Sà Phìn"
    assert in_words(some[:5]) == "5 xã, phường của tỉnh Tuyên Quang"
    assert in_full(some[:5]).count(",") == 3
    assert in_full(some[:60]) == "60 xã, phường của tỉnh Tuyên Quang"
    assert in_words((PROVINCE,)) == "tỉnh Tuyên Quang"
