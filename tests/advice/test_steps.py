"""What is advised fits to who wrote and to what is asked."""

import pytest

from bot.advice.known import Known
from bot.advice.now import NO_CHAT, NO_MONEY, STILL_ASK, STORM, WAIT_AND_CALL
from bot.advice.scam_check import check
from bot.advice.signals import Signal
from bot.advice.verdict import Verdict


@pytest.mark.parametrize(
    "text",
    [
        "http://bit.ly/abcd",
        "http://abc-xyz.top",
        "Chị ơi bên em tuyển nhân viên làm việc tại nhà, ngày 500 nghìn, việc nhẹ, chị làm không",
    ],
)
def test_nobody_is_told_to_call_a_stranger_by_a_saved_number(known: Known, text: str) -> None:
    found = check(text, known)
    assert found.verdict is Verdict.SUSPICIOUS
    assert WAIT_AND_CALL not in found.advice
    assert len(found.advice) > 2


def test_who_speaks_of_a_relative_that_wrote_is_not_told_to_make_no_friends(known: Known) -> None:
    found = check("con rể nhắn zalo mượn 5 triệu", known)
    assert found.verdict is Verdict.SUSPICIOUS
    assert NO_CHAT not in found.advice
    assert WAIT_AND_CALL in found.advice
    assert Signal.MOVE not in [one.signal for one in found.reasons]


def test_who_is_invited_by_a_stranger_still_is(known: Known) -> None:
    found = check("Chị kết bạn zalo với em nhé, em gửi tài liệu, đừng nói với ai trong nhà", known)
    assert found.verdict is not Verdict.NO_SIGN
    assert NO_CHAT in found.advice


def test_steps_are_those_of_the_story_and_general_ones_where_none_is_told(known: Known) -> None:
    told = check("Cán bộ xã đây, chị bấm link cập nhật VNeID rồi đọc mã OTP cho em", known)
    untold = check("UBND xã thông báo bà con chuyển khoản 200 nghìn vào số tài khoản 0123456789 ngay", known)
    own = known.knowledge.scam("N1")
    assert own
    assert (told.kind, untold.kind) == ("N1", None)
    assert own.now[0] in told.advice
    assert (untold.advice[0], NO_MONEY in untold.advice) == (WAIT_AND_CALL, True)


def test_that_no_sign_was_seen_is_left_to_the_verdict(known: Known) -> None:
    assert check("Mai mẹ qua đón cháu nhé", known).advice == (STILL_ASK,)


def test_nobody_is_kept_waiting_by_a_storm_and_nobody_is_hurried_to_give(known: Known) -> None:
    storm = check("Xã báo: bão số 9 vào đêm nay, bà con xóm bãi đi sơ tán trước 16 giờ", known)
    gifts = check("Chi hội vận động ủng hộ bà con vùng bão lũ 20 nghìn hoặc 2 ký gạo, tùy tâm, có ghi sổ", known)
    assert (storm.verdict, storm.advice) == (Verdict.NO_SIGN, (STORM, STILL_ASK))
    assert (gifts.verdict, gifts.advice) == (Verdict.NO_SIGN, (STILL_ASK,))
