"""A notice on its way: how it goes, stopping and correcting it, the all-clear, the report."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.conversation.notice_facts import NoticeMoved, Seen, Tally
from broadcasts.broadcast import Move, State
from broadcasts.officer import Action, Officer
from tests.conversation.office import ADMINISTRATOR, AUDITOR, BINH, DUNG, LAN, TINH, Office, Seat
from tests.conversation.test_officer_review import reading, waiting

TALLY = Tally(meant=1248, sent=640, waiting=402, held=180, uncertain=3, failed=23, read=310, help=2)


def sending() -> Office:
    """An office whose flash flood is on its way."""
    office = waiting()
    reading(office).say("1", "1248")
    office.tally = TALLY
    return office


def watching(office: Office, who: Officer = DUNG) -> Seat:
    """An officer who looks how it goes."""
    return office.seat(who).press(f"go:live?{office.only.id}")


def test_progress_is_told_in_plain_words() -> None:
    text = watching(sending()).text
    for words in (
        *(
            "■■■■■□□□□□ 51%",
            "Đã gửi tới 640 trên 1.248 người.",
            "Còn chờ gửi: 402",
            "Nằm sẵn, chờ người nhận mở ra: 180",
        ),
        *("Chưa rõ đã tới chưa: 3", "Không gửi được: 23", "Đã bấm “Tôi đã đọc”: 310", "Đã bấm “Tôi cần giúp”: 2"),
    ):
        assert words in text
    assert "Thôi không gửi nữa" not in text


def test_looking_again_shows_the_newest_figures() -> None:
    office = sending()
    seat = watching(office)
    office.tally = replace(TALLY, sent=1248, waiting=0)
    assert "■■■■■■■■■■ 100%" in seat.choose("Xem số mới nhất").text


WRITER = {"Xem số mới nhất", "Viết tin cập nhật", "Báo cáo", "Về bàn làm việc"}
APPROVER = {"Xem số mới nhất", "DỪNG và đính chính", "Báo cáo", "Về bàn làm việc"}
BOTH = WRITER | APPROVER | {"Báo hết nguy hiểm"}
READER = {"Xem số mới nhất", "Báo cáo", "Về bàn làm việc"}
NOTHING = {"Về bàn làm việc"}


@pytest.mark.parametrize(
    ("who", "offered"),
    [
        (LAN, WRITER),
        (BINH, APPROVER),
        (DUNG, BOTH),
        (TINH, BOTH),
        (AUDITOR, READER),
        (ADMINISTRATOR, NOTHING),
    ],
    ids=lambda one: one.name if isinstance(one, Officer) else "",
)
def test_everybody_is_offered_what_their_roles_allow(who: Officer, offered: set[str]) -> None:
    office = sending()
    assert set(watching(office, who).labels) == offered


def test_stopping_shows_the_correction_before_it_leaves() -> None:
    office = sending()
    seat = watching(office).choose("DỪNG")
    correction = office.only.correction
    assert correction
    assert correction.headline in seat.text
    assert correction.instruction in seat.text
    assert office.only.state is State.SENDING
    seat.choose("Dừng ngay: sai ngày giờ")
    assert office.only.last(Move.WITHDRAW)
    assert "đã dừng và đính chính" in seat.text


def test_a_reason_in_own_words_is_asked_once_more() -> None:
    office = sending()
    seat = watching(office).choose("DỪNG").say("nhầm tên suối")
    assert not seat.facts
    assert "Lý do: nhầm tên suối" in seat.text
    seat.choose("DỪNG NGAY")
    stopped = office.only.last(Move.WITHDRAW)
    assert stopped
    assert stopped.reason == "nhầm tên suối"


def test_stopping_can_be_left() -> None:
    office = sending()
    seat = watching(office).choose("DỪNG").say("0")
    assert office.only.state is State.SENDING
    assert "Xem số mới nhất" in seat.labels


def test_whoever_stops_second_sees_who_was_first() -> None:
    office = sending()
    first, second = watching(office).choose("DỪNG"), watching(office, BINH).choose("DỪNG")
    first.choose("Dừng ngay: sai nơi nhận")
    second.choose("Dừng ngay: sai nơi nhận")
    assert second.refused
    assert "không làm được nữa" in second.text
    assert "Nông Văn Dũng dừng và đính chính" in second.text


def test_the_all_clear_is_shown_and_sent() -> None:
    office = sending()
    seat = watching(office).choose("Báo hết nguy hiểm")
    assert office.only.all_clear
    assert office.only.all_clear.instruction in seat.text
    seat.choose("Báo hết nguy hiểm ngay")
    assert office.only.state is State.ENDED
    assert "đã báo hết nguy hiểm" in seat.text


def test_a_drill_never_says_that_it_is_real() -> None:
    office = Office()
    seat = office.seat(LAN).say("cán bộ").choose("Diễn tập").say("lũ quét", "suối Nho", "xóm Đáy", "gò Chùa")
    seat.choose("Tôi đã xem", "GỬI DIỄN TẬP")
    reading(office).say("1", "1248")
    seat = watching(office)
    for path in ((), ("Dừng diễn tập",), ("Dừng diễn tập", "lý do riêng"), ("Báo hết nguy hiểm",), ("Báo cáo",)):
        seat = watching(office)
        for step in path:
            _ = seat.say(step) if step == "lý do riêng" else seat.choose(step)
        texts = [paragraph.text for paragraph in seat.screen.paragraphs]
        assert (texts[0], texts[-1]) == ("[DIỄN TẬP]", "[DIỄN TẬP]")
        assert not [words for words in (*texts, *seat.labels) if "THẬT" in words]


def test_the_report_tells_who_when_how_fast_and_why_not() -> None:
    office = sending()
    watching(office).choose("DỪNG", "Dừng ngay: sai nơi nhận")
    minutes = {0: timedelta(seconds=1), 50: timedelta(seconds=20), 99: timedelta(minutes=2)}
    failures = {"đã chặn": 20, "tài khoản không còn": 3}
    names = {one.id: one.name for one in office.officers.values()}
    found = Seen(office.only, TALLY, names, reached_in=minutes, failures=failures)
    office.see = lambda _: found
    text = watching(office).choose("Báo cáo").text
    for words in (
        *("Vàng Thị Lan viết, ", "Vàng Thị Lan đưa đi duyệt, ", "Giàng A Bình duyệt, ", "Nông Văn Dũng dừng"),
        *("ghi lý do: Sai nơi nhận", "Từ lúc viết đến lúc duyệt: ", "Người đầu tiên nhận sau: 1 giây"),
        *("50% người nhận sau: 20 giây", "99% người nhận sau: 2 phút", "– đã chặn: 20 người"),
    ):
        assert words in text


def test_the_report_tells_which_words_were_approved_and_what_was_changed_before() -> None:
    office = sending()
    broadcast = office.only
    before = replace(broadcast.notice, instruction=broadcast.notice.instruction.replace("trên đồi", "ở bờ suối"))
    first = replace(broadcast.moves[0], text_hash="0" * 64)
    changed = replace(broadcast, earlier=(before,), moves=(first, *broadcast.moves))
    office.see = lambda _: Seen(changed, TALLY)
    text = watching(office).choose("Báo cáo").text
    assert f"Lời được duyệt là bản 2 trên 2, dấu {broadcast.text_hash[:12]}." in text
    assert "Câu đã sửa sau khi đưa đi duyệt:" in text
    assert "– việc cần làm: “" in text
    assert "ở bờ suối" in text


def test_what_is_not_approved_yet_leads_to_its_review() -> None:
    office = waiting()
    seat = watching(office)
    assert seat.labels == ["Mở bản này", "Về bàn làm việc"]
    assert "Chờ duyệt" in seat.choose("Mở bản này").text


@pytest.mark.parametrize("scene", ["live", "review", "write?draft"])
def test_nobody_outside_sees_it(scene: str) -> None:
    office = sending()
    way = f"go:write?draft={office.only.id}" if "write" in scene else f"go:{scene}?{office.only.id}"
    stranger = Seat(office, "stranger").press(way)
    assert office.only.notice.headline not in stranger.text
    assert "dành cho cán bộ" in stranger.text
    away = replace(DUNG, id="away", areas=frozenset({"00733"}))
    office.officers["away"] = away
    other = office.seat(away).press(way)
    assert office.only.notice.headline not in other.text


def test_stopping_names_the_text_that_was_stopped() -> None:
    office = sending()
    read = office.only.text_hash
    seat = watching(office).choose("DỪNG", "Dừng ngay: sai nơi nhận")
    [fact] = seat.facts
    assert isinstance(fact, NoticeMoved)
    assert (fact.action, fact.text_hash, fact.reason) == (Action.WITHDRAW, read, "Sai nơi nhận")
