"""What is answered about a notice, as it stands at that moment."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.messages import Tone
from bot.notices.differences import Difference
from bot.notices.public import PublicNotice, newest_codes
from bot.notices.recognise import Copied, Match
from bot.notices.verdicts import Answer, Verdict, answer_to, answer_to_copy, told
from bot.translations import Words
from broadcasts.audience import Audience
from broadcasts.broadcast import Broadcast, State
from broadcasts.notice import Kind
from tests.notices.storm import CODE, NOW, STORM, known, of

NEWER = "BBBB3333"
WORDS = Words("vi", "bác")
HOLDING = known()
UPDATED = known(state=State.UPDATED, replaced_by=NEWER)
UPDATE = known(of(Kind.UPDATE), NEWER)
CANCELLED = known(state=State.CANCELLED, replaced_by="CCCC4444")
CORRECTION = known(of(Kind.CANCEL), "CCCC4444")
ENDED = known(state=State.ENDED, replaced_by="DDDD5555")
ALL_CLEAR = known(of(Kind.ALL_CLEAR), "DDDD5555")
DRILL = known(replace(STORM, drill=True), "EEEE6666")
EVERY = {one.code: one for one in (HOLDING, UPDATE, CORRECTION, ALL_CLEAR, DRILL)}


def said(answer: Answer) -> str:
    return "\n".join(paragraph.text for paragraph in told(answer, WORDS, NOW))


def answer(one: PublicNotice, more: int = 0) -> Answer:
    return answer_to(one.code, lambda code: one if code == one.code else EVERY.get(code), NOW + timedelta(hours=more))


@pytest.mark.parametrize(
    ("one", "hours", "verdict", "words"),
    [
        (HOLDING, 0, Verdict.HOLDS, "Thông báo thật, đang có hiệu lực."),
        (known(state=State.SENDING), 0, Verdict.HOLDS, "Thông báo thật, đang có hiệu lực."),
        (HOLDING, 24, Verdict.OVER, "đã hết hiệu lực lúc 8 giờ ngày 22/11/2026"),
        (UPDATED, 0, Verdict.REPLACED, "đã có tin mới thay"),
        (CANCELLED, 0, Verdict.WITHDRAWN, "đã được thu hồi. Bác đừng làm theo"),
        (ENDED, 0, Verdict.OVER, "nay đã hết nguy hiểm"),
        (DRILL, 0, Verdict.DRILL, "tin diễn tập"),
    ],
)
def test_the_state_is_said_first(one: PublicNotice, hours: int, verdict: Verdict, words: str) -> None:
    found = answer(one, hours)
    assert found.verdict is verdict
    assert words in told(found, WORDS, NOW)[0].text


@pytest.mark.parametrize(("old", "newer"), [(UPDATED, UPDATE), (CANCELLED, CORRECTION), (ENDED, ALL_CLEAR)])
def test_what_holds_now_is_shown_in_place_of_what_was_replaced(old: PublicNotice, newer: PublicNotice) -> None:
    words = said(answer(old))
    assert newer.notice.instruction in words
    assert f"Mã kiểm tra: {newer.code[:4]}-{newer.code[4:]}" in words
    if old is not UPDATED:
        assert STORM.instruction not in words


def test_the_whole_official_text_is_shown() -> None:
    words = said(answer(HOLDING))
    for part in (STORM.office, STORM.headline, STORM.description, STORM.instruction, STORM.place, "7K2M-9QXA"):
        assert part in words


def test_what_is_over_is_shown_as_what_was_said_then() -> None:
    paragraphs = [paragraph.text for paragraph in told(answer(HOLDING, 24), WORDS, NOW)]
    assert "nay không còn hiệu lực" in paragraphs[1]


def test_nobody_has_sent_it() -> None:
    found = answer_to("ZZZZ0000", EVERY.get, NOW)
    assert found.verdict is Verdict.NONE
    first, action = told(found, WORDS, NOW)
    assert (first.text, first.tone) == ("Không có thông báo này.", Tone.WRONG)
    for what in ("đừng làm theo", "đừng chuyển tiếp", "báo cho xã"):
        assert what in action.text


def test_an_altered_copy_is_told_with_what_differs_and_the_true_text() -> None:
    differences = (Difference("15 giờ", "19 giờ"), Difference("Nộp 200.000 đồng", ""), Difference("", "Không"))
    found = answer_to_copy(Match(Copied.ALTERED, CODE, differences), EVERY.get, NOW)
    words = said(found)
    assert found.verdict is Verdict.ALTERED
    assert words.startswith("Bản này đã bị sửa. Bác đừng làm theo, đừng chuyển tiếp.")
    assert "– Bản này ghi “15 giờ”, bản thật ghi “19 giờ”" in words
    assert "– Bản thật không có: “Nộp 200.000 đồng”" in words
    assert "– Bản này thiếu: “Không”" in words
    assert STORM.instruction in words


def test_an_altered_copy_of_what_was_replaced_shows_what_holds_now() -> None:
    find = {CODE: UPDATED, NEWER: UPDATE}.get
    words = said(answer_to_copy(Match(Copied.ALTERED, CODE, ()), find, NOW))
    assert "đã có tin mới thay" in words
    assert "thay tin 7K2M-9QXA" in words
    assert "Mã kiểm tra: BBBB-3333" in words


def test_a_true_copy_is_answered_like_its_code() -> None:
    assert answer_to_copy(Match(Copied.TRUE, CODE), EVERY.get, NOW) == answer(HOLDING)


def broadcast(id: str, state: State = State.SENT, refers_to: str = "", hours: int = 0) -> Broadcast:
    begins = NOW + timedelta(hours=hours) if hours else None
    return Broadcast(id, id.upper(), STORM, Audience(frozenset()), refers_to=refers_to, begins=begins, state=state)


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.REJECTED, State.EXPIRED])
def test_nobody_learns_of_what_never_left(state: State) -> None:
    assert PublicNotice.of(broadcast("a", state), "", NOW) is None


def test_nobody_learns_of_what_waits_for_its_hour() -> None:
    assert PublicNotice.of(broadcast("a", State.APPROVED, hours=1), "", NOW) is None
    assert PublicNotice.of(broadcast("a", State.APPROVED, hours=-1), "", NOW) is not None


def test_a_correction_holds_longer_than_its_notice_says() -> None:
    late = PublicNotice.of(broadcast("a"), "", NOW, until=NOW + timedelta(days=2))
    assert late
    assert late.holds(NOW + timedelta(days=1))


def test_the_newest_of_a_chain_takes_the_place_of_all_before() -> None:
    chain = [broadcast("c", refers_to="b"), broadcast("b", refers_to="a"), broadcast("a")]
    assert newest_codes(chain) == {"a": "C", "b": "C"}
    knotted = [broadcast("a", refers_to="b"), broadcast("b", refers_to="a")]
    assert set(newest_codes(knotted)) == {"a", "b"}
