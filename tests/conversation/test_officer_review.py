"""Approving, returning, and sending alone where nobody answers."""

from dataclasses import replace

import pytest

from bot.conversation.notice_facts import Group, NoticeMoved
from bot.messages import MediaKind
from broadcasts.broadcast import Move, State
from broadcasts.governance import Denial
from broadcasts.notice import Level
from broadcasts.officer import Action
from tests.conversation.office import BINH, COMMUNE, DUNG, FACTOR, LAN, TINH, WORLD, Office, Seat, officer
from tests.conversation.test_officer_write import submitted


def waiting(writer: object = LAN, **changes: object) -> Office:
    """An office where a flash flood waits for an approver."""
    office = Office(**changes)  # type: ignore[arg-type]
    submitted(office.seat(writer))  # type: ignore[arg-type]
    return office


def reading(office: Office, who: object = BINH, account: str = "") -> Seat:
    """An officer who has opened the call."""
    return office.seat(who, account).press(f"go:review?{office.only.id}")  # type: ignore[arg-type]


def test_a_recording_is_heard_before_it_is_approved() -> None:
    office = waiting()
    office.broadcasts[office.only.id] = replace(office.only, recording="ghi-am/x.ogg")
    [media] = reading(office).screen.media
    assert (media.kind, media.source) == (MediaKind.VOICE, "ghi-am/x.ogg")


def test_an_approver_reads_everything_first() -> None:
    office = waiting()
    seat = reading(office)
    notice = office.only.notice
    for words in ("Chờ duyệt để GỬI THẬT", "Vàng Thị Lan đưa đi duyệt", notice.headline, notice.instruction):
        assert words in seat.text
    assert "Nơi nhận: xã Đồng Văn" in seat.text
    assert "Sẽ tới 1.248 người: Telegram 1.000, trang trò chuyện 248." in seat.text
    assert "cần xem lại" in seat.text
    assert seat.labels[:2] == ["Đã xem các điều trên. Duyệt: GỬI THẬT", "Trả lại, nêu lý do"]


def test_the_ready_texts_can_be_read() -> None:
    office = waiting()
    seat = reading(office).choose("Xem lời đính chính")
    assert office.only.correction
    assert office.only.all_clear
    assert office.only.correction.headline in seat.text
    assert office.only.all_clear.instruction in seat.text
    assert "Chờ duyệt" in seat.say("0").text


@pytest.mark.parametrize("typed", ["1248", "1.248", "1 248", "1.248 ", "1250"])
def test_the_head_count_that_is_typed_sends(typed: str) -> None:
    office = waiting()
    seat = reading(office).say("1")
    assert "GỬI THẬT cho 1.248 người ở xã Đồng Văn" in seat.text
    seat.say(typed)
    assert office.only.state is State.SENDING
    assert "đang gửi" in seat.text
    assert office.notes[-1].to is Group.WRITERS


@pytest.mark.parametrize("typed", ["1", "248", "1284", "124", "đồng ý", "có", "12480", "1,5"])
def test_any_other_number_sends_nothing(typed: str) -> None:
    office = waiting()
    seat = reading(office).say("1", typed)
    assert office.only.state is State.SUBMITTED
    assert seat.facts == ()
    assert "1.248" in seat.text


@pytest.mark.parametrize("count", [1, 7, 8, 9, 20])
def test_a_small_head_count_is_no_choice(count: int) -> None:
    office = waiting(reach={"web": count})
    reading(office).say("1", str(count))
    assert office.only.state is State.SENDING


def test_nought_leads_back_and_sends_nothing() -> None:
    office = waiting()
    seat = reading(office).say("1", "0")
    assert "Trả lại, nêu lý do" in seat.labels
    assert office.only.state is State.SUBMITTED


def test_where_nobody_is_reached_it_is_a_choice() -> None:
    office = waiting(reach={})
    seat = reading(office).say("1").choose("Vẫn duyệt")
    assert office.only.state is State.SENDING
    assert not seat.refused


def test_nobody_forges_that_choice() -> None:
    office = waiting()
    reading(office).say("1").press("anyhow")
    assert office.only.state is State.SUBMITTED


def test_a_drill_asks_in_other_words() -> None:
    office = Office()
    seat = office.seat(LAN).say("cán bộ").choose("Diễn tập").say("lũ quét", "suối Nho", "xóm Đáy", "gò Chùa")
    seat.choose("Tôi đã xem", "GỬI DIỄN TẬP")
    seat = reading(office).say("1")
    assert "GỬI DIỄN TẬP cho 1.248 người ở xã Đồng Văn" in seat.text
    assert "THẬT" not in seat.text
    texts = [paragraph.text for paragraph in seat.screen.paragraphs]
    assert (texts[0], texts[-1]) == ("[DIỄN TẬP]", "[DIỄN TẬP]")
    seat.say("1248")
    assert office.only.state is State.SENDING


@pytest.mark.parametrize(("answer", "reason"), [("1", "Nơi nhận chưa đúng"), ("thiếu tên thôn", "thiếu tên thôn")])
def test_it_is_returned_with_a_reason_that_its_writers_read(answer: str, reason: str) -> None:
    office = waiting()
    reading(office).choose("Trả lại").say(answer)
    assert office.only.state is State.DRAFT
    returned = office.only.last(Move.RETURN)
    assert returned
    assert returned.reason == reason
    call = office.notes[-1]
    assert call.to is Group.WRITERS
    assert any(reason in paragraph.text for paragraph in call.screen.paragraphs)
    writer = office.seat(LAN).press(call.screen.choices[0].id)
    assert f"Bản này bị trả lại: {reason}" in writer.text


def test_a_returned_text_is_mended_and_approved() -> None:
    office = waiting()
    reading(office).choose("Trả lại").say("1")
    seat = office.seat(LAN).press(office.notes[-1].screen.choices[0].id).choose("Sửa bản này", "Sửa")
    seat.say("3", "gò Chùa").choose("Tôi đã xem", "GỬI THẬT")
    assert [call.to for call in office.notes] == [Group.APPROVERS, Group.WRITERS, Group.APPROVERS]
    assert len({call.key for call in office.notes}) == 3
    reading(office).say("1", "1248")
    assert office.only.state is State.SENDING
    assert "gò Chùa" in office.only.notice.instruction


def test_a_text_that_changed_while_it_was_read_is_shown_anew() -> None:
    office = waiting()
    seat = reading(office)
    writer = office.seat(LAN).press(f"go:write?draft={office.only.id}").choose("Sửa bản này", "Sửa").say("3", "gò Chùa")
    writer.choose("Tôi đã xem", "GỬI THẬT")
    seat.say("1")
    assert "vừa được sửa" in seat.text
    assert "gò Chùa" in seat.text
    assert seat.facts == ()
    seat.say("1", "1248")
    assert office.only.state is State.SENDING


def test_a_text_that_changed_while_the_number_was_typed_is_not_sent() -> None:
    office = waiting()
    seat = reading(office).say("1")
    office.seat(LAN).press(f"go:write?draft={office.only.id}").choose("Sửa bản này", "Sửa").say("3", "gò Chùa").choose(
        "Tôi đã xem", "GỬI THẬT"
    )
    seat.say("1248")
    assert office.only.state is State.SUBMITTED
    assert "vừa được sửa" in seat.text


def test_whoever_comes_second_sees_who_was_first() -> None:
    office = waiting()
    first, second = reading(office).say("1"), reading(office, DUNG).say("1")
    first.say("1248")
    second.say("1248")
    assert second.facts == ()
    assert "Giàng A Bình duyệt" in second.text
    assert "ngày 21/11/2026" in second.text
    assert [call.to for call in office.notes] == [Group.APPROVERS, Group.WRITERS]


@pytest.mark.parametrize("who", [LAN, DUNG])
def test_a_writer_is_not_offered_to_approve(who: object) -> None:
    office = waiting(who)
    seat = reading(office, who)
    assert not [label for label in seat.labels if "Duyệt" in label]
    assert "phải người khác duyệt" in seat.text


def test_the_own_telephone_of_the_writer_does_not_approve() -> None:
    office = waiting()
    seat = reading(office, BINH, account=LAN.id).say("1", "1248")
    assert [refusal.why for refusal in seat.refused] == [Denial.SAME_PHONE]
    assert "trên chính máy này" in seat.text
    assert office.only.state is State.SUBMITTED
    assert "Mở bản này" in seat.labels


def test_no_drill_in_ninety_days_closes_approval_and_says_so() -> None:
    office = waiting(last_drill=None)
    seat = reading(office).say("1", "1248")
    assert "diễn tập" in seat.text
    assert office.only.state is State.SUBMITTED


def alone(office: Office, account: str = "") -> Seat:
    """The duty officer who wrote it looks at it again."""
    return reading(office, DUNG, account)


def test_the_urgent_path_opens_after_three_minutes() -> None:
    office = waiting(DUNG)
    seat = alone(office)
    assert "mà chưa ai duyệt thì anh chị gửi một mình được" in seat.text
    assert "Không ai duyệt, tôi gửi một mình" not in seat.labels
    office.wait(minutes=3)
    seat.choose("Xem đã ai duyệt chưa")
    assert "Không ai duyệt, tôi gửi một mình" in seat.labels


def test_sending_alone_takes_a_reason_and_six_digits_and_everybody_is_told() -> None:
    office = waiting(DUNG, last_drill=None)
    office.wait(minutes=3)
    seat = alone(office).choose("Không ai duyệt")
    seat.say("gấp")
    assert "Lý do ngắn quá" in seat.text
    seat.say("nước lên nhanh, không ai nghe máy")
    assert "sáu số" in seat.text
    seat.say("12345")
    assert "đúng sáu chữ số" in seat.text
    seat.say("111111")
    assert "Sáu số đó chưa đúng" in seat.text
    assert not office.only.last(Move.APPROVE_ALONE)
    seat.say("246 810")
    assert office.only.state is State.SENDING
    assert office.only.sent_unseen
    call = office.notes[-1]
    assert (call.to, call.level) == (Group.RESPONSIBLE, Level.URGENT)
    assert any("không ai nghe máy" in paragraph.text for paragraph in call.screen.paragraphs)
    assert "Nông Văn Dũng gửi một mình" in seat.text


def test_the_digits_are_kept_nowhere() -> None:
    office = waiting(DUNG)
    office.wait(minutes=3)
    seat = alone(office).choose("Không ai duyệt").say("nước lên nhanh, không ai nghe máy", "111111")
    assert "111111" not in str(seat.state.to_json())
    seat.say(FACTOR)
    assert FACTOR not in str(seat.state.to_json())


@pytest.mark.parametrize("what", ["level", "template", "drill", "areas", "writer"])
def test_the_urgent_path_is_for_what_is_urgent_from_a_template_in_one_commune(what: str) -> None:
    office, who = Office(), DUNG
    if what == "writer":
        who = officer("Sùng A Viết", *LAN.roles)
        office.officers[who.id] = who
    if what == "areas":
        who = officer("Trực hai xã", *DUNG.roles, areas=(COMMUNE, "00733"))
        office.officers[who.id] = who
    if what == "template":
        entries = tuple(
            replace(entry, template=replace(entry.template, reviewer="")) for entry in WORLD.templates.entries
        )
        office.world = replace(WORLD, shelf=lambda: replace(WORLD.templates, entries=entries))
    seat = office.seat(who).say("cán bộ")
    seat.choose(*(("Việc khác", "Diễn tập") if what == "drill" else ("Viết thông báo",))).say("lũ quét")
    if what == "areas":
        seat.choose("Tất cả")
    seat.say("suối Nho", "xóm Đáy", "gò Chùa")
    if what == "level":
        seat.choose("Sửa", "Mức", "Ưu tiên")
    seat.choose("Tôi đã xem", "GỬI")
    office.wait(minutes=5)
    assert "Không ai duyệt, tôi gửi một mình" not in reading(office, who).labels


def test_a_second_person_marks_it_as_looked_at() -> None:
    office = waiting(DUNG)
    office.wait(minutes=3)
    alone(office).choose("Không ai duyệt").say("nước lên nhanh, không ai nghe máy", FACTOR)
    own = office.seat(DUNG).press(f"go:live?{office.only.id}")
    assert "phải có một người khác xem lại" in own.text
    assert not [label for label in own.labels if label.startswith("Tôi đã xem lại")]
    seat = office.seat(BINH).say("cán bộ")
    assert "Gửi một mình, chờ xem lại: 1" in seat.text
    seat.choose("Đang phát").say("1").choose("Tôi đã xem lại")
    assert not office.only.sent_unseen
    assert "Giàng A Bình đã xem lại" in seat.text


def test_a_province_approves_for_its_communes() -> None:
    office = waiting()
    reading(office, TINH).say("1", "1248")
    assert office.only.state is State.SENDING


def test_what_is_approved_is_what_was_read() -> None:
    office = waiting()
    seat = reading(office).say("1")
    read = office.only.text_hash
    seat.say("1248")
    [fact] = [fact for fact in seat.facts if isinstance(fact, NoticeMoved)]
    assert (fact.action, fact.text_hash) == (Action.APPROVE, read)
