"""Requests for help on the officers' side: taken by one, talked over, closed; the person is told of each step."""

from datetime import timedelta

import pytest

from bot.conversation.facts import Why
from bot.conversation.notice_facts import Case, CaseMove, CaseMoved, CaseSaid, Group
from tests.conversation.office import AUDITOR, BINH, COMMUNE, DUNG, LAN, Office, Seat

WHERE = "ấp 3, cạnh cây đa"


def asked(count: int = 1) -> Office:
    """An office whose people wait for help, the first for twelve minutes."""
    office = Office()
    for number in range(count):
        opened = office.now - timedelta(minutes=12 - number)
        case = Case(f"case-{number}", COMMUNE, WHERE, 4, "có bà cụ ốm", "0912345678", "open", None, "", opened)
        office.cases[case.id] = case
    return office


def at_case(office: Office, seat: Seat) -> Seat:
    """An officer who looks at the first."""
    return seat.press("go:case?open=case-0")


def test_the_list_tells_who_waits_how_long_and_where() -> None:
    office = asked(2)
    seat = office.seat(DUNG).say("cán bộ")
    assert "Người cần giúp: 2" in seat.text
    seat.choose("Người cần giúp (2)")
    assert any(label.startswith("12 phút, 4 người, ấp 3") for label in seat.labels)


def test_a_case_shows_everything_that_helps() -> None:
    office = asked()
    text = at_case(office, office.seat(DUNG)).text
    for words in (WHERE, "xã Đồng Văn", "Số người: 4", "có bà cụ ốm", "0912345678", "Chưa ai nhận"):
        assert words.lower() in text.lower()


def test_one_tap_takes_it_and_the_person_is_told() -> None:
    office = asked()
    seat = office.seat(DUNG).press("go:case?take=case-0")
    assert office.cases["case-0"].owner == DUNG.id
    assert "Nông Văn Dũng đang lo" in seat.text
    [told] = office.notes
    assert (told.to, told.about) == (Group.PERSON, "case-0")
    assert any("Nông Văn Dũng" in paragraph.text for paragraph in told.screen.paragraphs)


def test_whoever_comes_second_sees_who_was_first() -> None:
    office = asked()
    office.seat(DUNG).press("go:case?take=case-0")
    late = office.seat(BINH).press("go:case?take=case-0")
    assert [refusal.why for refusal in late.refused] == [Why.ALREADY]
    assert "đã có người làm trước" in late.text
    assert "Nông Văn Dũng đang lo" in late.text
    assert "Tôi nhận việc này" not in late.labels
    assert len(office.notes) == 1


def test_words_go_to_the_person() -> None:
    office = asked()
    seat = office.seat(DUNG).press("go:case?take=case-0").say("Tổ cứu hộ tới trong 10 phút")
    [fact] = seat.facts
    assert fact == CaseSaid("case-0", "Tổ cứu hộ tới trong 10 phút", fact.notes if isinstance(fact, CaseSaid) else ())
    assert "Nông Văn Dũng" in seat.text
    assert "Tổ cứu hộ tới trong 10 phút" in seat.text
    assert office.notes[-1].to is Group.PERSON


def test_nobody_else_speaks_in_it() -> None:
    office = asked()
    office.seat(DUNG).press("go:case?take=case-0")
    other = at_case(office, office.seat(BINH)).say("Tôi cũng đến đây")
    assert other.facts == ()


def test_it_is_closed_after_a_second_yes_and_the_person_is_told() -> None:
    office = asked()
    seat = office.seat(DUNG).press("go:case?take=case-0").choose("Việc này đã xong")
    assert office.cases["case-0"].state == "taken"
    seat.choose("Đã xong, đóng lại")
    assert office.cases["case-0"].state == "closed"
    [fact] = seat.facts
    assert isinstance(fact, CaseMoved)
    assert fact.move is CaseMove.CLOSE
    assert office.notes[-1].to is Group.PERSON
    assert "Đã xong" in seat.text
    assert seat.say("Còn ai không?").facts == ()


def test_closing_can_be_left() -> None:
    office = asked()
    seat = office.seat(DUNG).press("go:case?take=case-0").choose("Việc này đã xong").say("0")
    assert office.cases["case-0"].state == "taken"
    assert "Việc này đã xong" in seat.labels


def test_what_the_person_says_is_read() -> None:
    office = asked()
    seat = office.seat(DUNG).press("go:case?take=case-0")
    case = office.cases["case-0"]
    said = (*case.said, ("", "nước tới cửa rồi", office.now))
    office.cases["case-0"] = Case(
        case.id, COMMUNE, WHERE, 4, "", "", "taken", DUNG.id, DUNG.name, case.opened_at, said=said
    )
    assert "Người cần giúp (1 giây trước): nước tới cửa rồi" in seat.choose("Xem có gì mới").text


def test_writers_help_too_but_auditors_do_not() -> None:
    office = asked()
    assert "Tôi nhận việc này" in at_case(office, office.seat(LAN)).labels
    assert "không thuộc phần việc" in at_case(office, office.seat(AUDITOR)).text


@pytest.mark.parametrize("word", ["take=case-0", "open=case-0", "x", "take=", "take=nothing"])
def test_a_stranger_learns_nothing(word: str) -> None:
    office = asked()
    stranger = Seat(office, "stranger").press(f"go:case?{word}")
    assert WHERE not in stranger.text
    assert stranger.facts == ()
    assert office.cases["case-0"].state == "open"


def test_an_officer_of_elsewhere_learns_nothing() -> None:
    office = asked()
    away = type(DUNG)("away", "Người Khác", "UBND", DUNG.roles, frozenset({"00733"}))
    office.officers["away"] = away
    assert WHERE not in at_case(office, office.seat(away)).text


def test_a_long_list_has_pages() -> None:
    office = asked(13)
    seat = office.seat(DUNG).press("go:case")
    first = {choice.id for choice in seat.screen.choices if choice.id.startswith("case:")}
    seat.choose("Xem thêm")
    assert first.isdisjoint(choice.id for choice in seat.screen.choices)
