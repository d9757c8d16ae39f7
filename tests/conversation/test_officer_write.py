"""Writing a notice: from the desk to an approver, at two in the morning, with numbers only."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.conversation.notice_facts import Group, NoticeMoved, NoticeWritten
from bot.conversation.offices.notice_area import spelled
from bot.conversation.offices.notice_draft import Draft
from bot.messages import READ
from bot.notices.template import Template
from bot.vietnamese.moments import VIETNAM
from broadcasts.broadcast import Move, State
from broadcasts.governance import Denial
from broadcasts.notice import Kind, Level
from broadcasts.officer import Action
from tests.conversation.office import BINH, COMMUNE, LAN, NEIGHBOUR, WORLD, Office, Seat

TEMPLATES = [entry.template for entry in WORLD.templates.entries]
FLOOD = ("suối Nậm Mu", "các nhà dọc bờ suối", "sân trường trên đồi")
LEVELS = {Level.URGENT: "Khẩn cấp", Level.FIRST: "Ưu tiên", Level.ROUTINE: "Thông thường"}


def to_preview(seat: Seat) -> Seat:
    """A flash flood, as far as the look at the whole."""
    return seat.say("cán bộ").choose("Viết thông báo").say("lũ quét", *FLOOD)


def submitted(seat: Seat) -> Seat:
    """... and off to an approver."""
    seat = to_preview(seat)
    if any(label.startswith("Tôi đã xem") for label in seat.labels):
        seat.choose("Tôi đã xem")
    return seat.choose("GỬI")


def test_a_commune_needs_no_question_where() -> None:
    seat = to_preview(Office().seat(LAN))
    assert "Xem lại trước khi GỬI THẬT" in seat.text
    assert "Ở đâu: xã Đồng Văn" in seat.text


def test_the_preview_says_whom_it_gets_to_and_how_long_that_takes() -> None:
    seat = to_preview(Office().seat(LAN))
    assert "Sẽ tới 1.248 người: Telegram 1.000, trang trò chuyện 248." in seat.text
    assert "Gửi xong trong khoảng 34 giây." in seat.text
    assert "Giá" not in seat.text


def test_a_price_is_told_where_a_channel_is_paid_for() -> None:
    office = Office(world=replace(WORLD, prices={"telegram": 50}))
    assert "Giá chừng 50.000 đồng." in to_preview(office.seat(LAN)).text


def test_what_is_submitted_is_what_was_shown() -> None:
    office = Office()
    seat = to_preview(office.seat(LAN))
    shown = [line for line in seat.text.splitlines() if line.startswith(("Khi nào", "Lũ quét", "Cần làm"))]
    office.wait(minutes=7)
    seat.choose("Tôi đã xem", "GỬI THẬT")
    assert office.only.state is State.SUBMITTED
    assert all(line in seat.text for line in shown)


def test_the_hash_that_is_submitted_is_the_broadcasts_own() -> None:
    office = Office()
    seat = submitted(office.seat(LAN))
    [fact] = [fact for fact in seat.facts if isinstance(fact, NoticeMoved)]
    assert fact.text_hash == office.only.text_hash
    assert not seat.refused


def test_an_approver_is_called_with_the_whole_text() -> None:
    office = Office()
    seat = submitted(office.seat(LAN))
    [call] = office.notes
    assert (call.to, call.about, call.level) == (Group.APPROVERS, office.only.id, Level.URGENT)
    text = "\n".join(paragraph.text for paragraph in call.screen.paragraphs)
    assert "Vàng Thị Lan xin duyệt để GỬI THẬT." in text
    assert "1.248 người" in text
    assert office.only.notice.instruction in text
    assert [choice.id for choice in call.screen.choices] == [f"go:review?{office.only.id}"]
    assert "Chờ duyệt" in seat.text


def test_what_can_wait_wakes_nobody_as_urgent() -> None:
    office = Office()
    values = ("các xóm phía bắc chợ", "7h ngày 23/11", "17h ngày 23/11", "sửa đường dây")
    seat = office.seat(LAN).say("cán bộ").choose("Viết thông báo").say("cắt điện", *values)
    seat.choose("Tôi đã xem", "GỬI THẬT")
    assert [call.level for call in office.notes] == [Level.FIRST]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
@pytest.mark.parametrize("drill", [False, True], ids=["real", "drill"])
def test_every_template_is_submitted_in_under_twelve_messages(template: Template, drill: bool) -> None:
    """Counted from the desk, with numbers only, warnings and all."""
    office = Office()
    seat = office.seat(LAN).say("cán bộ")
    before = seat.messages
    seat.choose("Diễn tập" if drill else "Viết thông báo", LEVELS[template.level])
    while template.title not in seat.labels:
        seat.choose("Xem thêm")
    seat.choose(template.title)
    for blank in template.blanks:
        seat.say("1" if blank.choices else blank.example)
    if any(label.startswith("Tôi đã xem") for label in seat.labels):
        seat.choose("Tôi đã xem")
    seat.choose("GỬI DIỄN TẬP" if drill else "GỬI THẬT")
    assert office.only.state is State.SUBMITTED
    assert office.only.notice.drill is drill
    assert office.only.template == template.version
    assert template.approved
    assert seat.messages - before < 12


def test_numbers_that_mean_something_elsewhere_are_answers_in_a_blank() -> None:
    office = Office()
    seat = office.seat(LAN).say("cán bộ").choose("Viết thông báo").say("bão", "8", READ, "19h ngày 22/11", "trường học")
    assert "bão số 8 giật cấp 8" in seat.text.lower()


def test_nought_leads_one_question_back() -> None:
    seat = Office().seat(LAN).say("cán bộ").choose("Viết thông báo").say("lũ quét", FLOOD[0])
    assert "ô 2 trên 3" in seat.text
    seat.say("0")
    assert "ô 1 trên 3" in seat.text
    assert f"Đang là: {FLOOD[0]}" in seat.text
    assert "loại việc gì" in seat.say("0").text


@pytest.mark.parametrize(
    ("template", "before", "wrong", "why"),
    [
        ("bão", ("bão số 13",), "mạnh lắm", "con số"),
        ("bão", ("bão số 13", "12"), "tối", "cả giờ lẫn ngày"),
        ("lũ quét", (), "a" * 80, "dài 80 ký tự"),
        ("lừa đảo giả danh công an xã", (), "99", "chọn một trong"),
    ],
)
def test_a_wrong_answer_is_told_kindly_and_asked_again(
    template: str, before: tuple[str, ...], wrong: str, why: str
) -> None:
    seat = Office().seat(LAN).say("cán bộ").choose("Viết thông báo").say(template, *before)
    asked = seat.state.place
    seat.say(wrong)
    assert why in seat.text or "Số đó không có ở đây" in seat.text
    assert seat.state.place == asked


def test_a_drill_is_a_drill_first_and_last() -> None:
    office = Office()
    seat = office.seat(LAN).say("cán bộ").choose("Diễn tập").say("lũ quét", *FLOOD)
    for _ in range(3):
        texts = [paragraph.text for paragraph in seat.screen.paragraphs]
        assert (texts[0], texts[-1]) == ("[DIỄN TẬP]", "[DIỄN TẬP]")
        assert "THẬT" not in seat.text
        seat.say("1")
    assert office.only.notice.drill
    assert office.only.correction
    assert office.only.correction.drill


def test_what_was_typed_waits_for_days() -> None:
    office = Office()
    seat = office.seat(LAN).say("cán bộ").choose("Viết thông báo").say("lũ quét", FLOOD[0])
    office.wait(days=3)
    seat.say(*FLOOD[1:])
    begins = (office.now + timedelta(minutes=-1)).astimezone(VIETNAM)
    assert f"ngày {begins.day}/{begins.month}" in seat.text
    assert FLOOD[0] in seat.text


def test_a_draft_is_kept_and_gone_on_with() -> None:
    office = Office()
    seat = to_preview(office.seat(LAN)).say("0")
    assert [one.state for one in office.broadcasts.values()] == [State.DRAFT]
    seat.say("cán bộ").choose("Viết thông báo", "Bản nháp").say("1").choose("Sửa bản này")
    assert "Xem lại" in seat.text
    seat.choose("Sửa").say("1", "suối Nho").choose("Tôi đã xem", "GỬI THẬT")
    assert office.only.state is State.SUBMITTED
    assert "suối Nho" in office.only.notice.description


def test_it_is_told_that_a_correction_of_own_words_goes_back_to_the_prepared_ones() -> None:
    office = Office()
    to_preview(office.seat(LAN)).say("0")
    again = office.seat(LAN).press(f"go:write?draft={office.only.id}").choose("Sửa bản này")
    assert "trở về lời mẫu" not in again.text
    assert office.only.correction
    own = replace(office.only.correction, instruction="Bà con ở nhà.")
    office.broadcasts[office.only.id] = replace(office.only, correction=own, template="")
    told = office.seat(LAN).press(f"go:write?draft={office.only.id}").choose("Sửa bản này")
    assert "trở về lời mẫu" in told.text
    assert "Xem lại" in told.text


def test_a_text_can_be_dropped() -> None:
    office = Office()
    seat = to_preview(office.seat(LAN)).choose("Bỏ bản này")
    assert office.broadcasts == {}
    assert "chưa gửi cho ai" in seat.text


def test_an_update_begins_from_the_old_words() -> None:
    office = Office()
    submitted(office.seat(LAN))
    old = office.only
    moves = (Move.APPROVE, Move.START)
    for move in moves:
        old = old.moved(move, BINH.id, office.now, "x")
    office.broadcasts[old.id] = old
    seat = office.seat(LAN).press(f"go:live?{old.id}").choose("Viết tin cập nhật")
    assert "Xem lại" in seat.text
    seat.choose("Sửa").say("3", "gò Chùa").choose("Tôi đã xem", "GỬI THẬT")
    [new] = [one for one in office.broadcasts.values() if one.id != old.id]
    assert (new.notice.kind, new.refers_to, new.state) == (Kind.UPDATE, old.id, State.SUBMITTED)
    assert "gò Chùa" in new.notice.instruction
    assert FLOOD[0] in new.notice.description


def test_without_templates_nothing_is_written() -> None:
    seat = Office(world=replace(WORLD, shelf=type(WORLD.templates))).seat(LAN).say("cán bộ").choose("Viết")
    assert "Chưa có mẫu" in seat.text
    assert seat.labels == ["Về bàn làm việc"]


def test_a_text_that_was_sent_meanwhile_is_not_called_for_again() -> None:
    office = Office()
    submitted(office.seat(LAN))
    late = office.seat(LAN).press(f"go:write?draft={office.only.id}").choose("Sửa bản này", "Tôi đã xem")
    sent = office.only.moved(Move.APPROVE, BINH.id, office.now, "x").moved(Move.START, BINH.id, office.now, "x")
    office.broadcasts[sent.id] = sent
    late.choose("GỬI THẬT")
    assert [refusal.why for refusal in late.refused] == [Denial.STATE, Denial.STATE]
    assert late.text.count("không làm được nữa") == 1
    assert "Giàng A Bình duyệt" in late.text
    assert len(office.notes) == 1


def test_a_text_beyond_the_own_area_is_not_submitted() -> None:
    office = Office()
    seat = to_preview(office.seat(LAN)).choose("Tôi đã xem")
    office.officers[LAN.id] = replace(LAN, areas=spelled((NEIGHBOUR,)))
    seat.choose("GỬI THẬT")
    assert "ngoài địa bàn" in seat.text
    assert office.broadcasts == {}


def test_facts_are_kept_in_order() -> None:
    seat = submitted(Office().seat(LAN))
    assert [type(fact) for fact in seat.facts] == [NoticeWritten, NoticeMoved]
    assert isinstance(seat.facts[1], NoticeMoved)
    assert seat.facts[1].action is Action.SUBMIT


def test_what_another_program_left_in_a_draft_does_no_harm() -> None:
    assert Draft.of({"draft": {"template": "bao", "areas": [COMMUNE], "colour": "red"}}) == Draft("bao", (COMMUNE,))


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("lũ", ["Lũ quét", "Lũ, ngập lụt"]),
        ("cháy", ["Cháy rừng", "Cháy nhà, cháy chợ"]),
        ("lừa đảo", ["Lừa đảo mới", "Lừa đảo giả danh công an xã"]),
        ("lua dao", ["Lừa đảo mới", "Lừa đảo giả danh công an xã"]),
    ],
)
def test_words_that_fit_several_templates_are_asked_back(typed: str, titles: list[str]) -> None:
    seat = Office().seat(LAN).say("cán bộ").choose("Viết thông báo").say(typed)
    assert sorted(label for label in seat.labels if label in {one.title for one in TEMPLATES}) == sorted(titles)
    assert "mẫu gần với lời" in seat.text
    assert seat.choose(titles[1]).state.place["step"] in ("area", "blank")


@pytest.mark.parametrize(("typed", "id"), [("bão", "bao"), ("lũ quét", "lu-quet"), ("sat lo", "sat-lo")])
def test_words_that_fit_one_template_lead_there(typed: str, id: str) -> None:
    seat = Office().seat(LAN).say("cán bộ").choose("Viết thông báo").say(typed)
    assert Draft.of(seat.state.place).template == id
