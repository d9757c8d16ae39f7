"""Whether a message itself is to be talked about, or what it asks."""

import pytest

from bot.advice.desk import advise
from bot.advice.response import Route
from bot.advice.verdict import Verdict
from bot.learning.lesson import Audience
from tests.advice.quickness import PIECES, repeated, seconds
from tests.advice.shipped import desk

ASKED = "Thẻ bảo hiểm y tế hết hạn thì gia hạn ở đâu?"
SENT = "Chúc mừng bà trúng xe máy. Bà nộp trước 5 triệu phí hồ sơ vào tài khoản này để nhận, không nói với ai."
_LONGEST = 0.15  # seconds of the processor


def test_a_message_with_signs_is_told_of_with_its_reasons() -> None:
    found = advise(SENT, Audience.ELDER, desk())
    assert found.route is Route.SCAM_HELP
    assert found.verdict
    assert found.verdict.verdict is Verdict.DANGER
    first, *rest = found.reply.splitlines()
    assert first == "NGUY HIỂM"
    assert any(line.startswith("– ") for line in rest)
    assert "Bác đừng làm theo" in found.reply


def test_a_question_with_an_answer_is_answered_though_its_words_sound_like_a_trick() -> None:
    for text in ("tôi quên mật khẩu VssID rồi", "Nào Zalo nào tiền điện, mỗi cái một mật khẩu, chép vào đâu cho ổn?"):
        assert advise(text, None, desk()).route is Route.FAQ


def test_a_harmless_message_of_somebody_else_is_told_to_show_no_sign_and_that_a_machine_may_miss_one() -> None:
    found = advise("Mẹ ơi con vừa chuyển 2 triệu tiền học cho cô rồi nhé, tối con về ăn cơm", None, desk())
    assert found.verdict
    assert found.verdict.verdict is Verdict.NO_SIGN
    assert found.reply.startswith("CHƯA THẤY DẤU HIỆU LỪA ĐẢO")
    assert "có thể sót" in found.reply


@pytest.mark.parametrize("text", ["http://vietcombank-xacthuc.top", "0912 345 678"])
def test_a_link_or_a_number_alone_is_looked_at(text: str) -> None:
    assert advise(text, None, desk()).verdict


@pytest.mark.parametrize(
    ("text", "route"),
    [
        (ASKED, Route.FAQ),
        ("cho bác gặp cán bộ xã", Route.OFFICER),
        ("bác lỡ đọc mã OTP cho nó rồi", Route.URGENT_HELP),
        ("menu", Route.MENU),
        ("cho xin số đề tối nay", Route.UNKNOWN),
    ],
)
def test_whoever_wants_something_else_gets_no_verdict(text: str, route: Route) -> None:
    found = advise(text, None, desk())
    assert found.route is route
    assert found.verdict is None


@pytest.mark.parametrize("piece", PIECES)
def test_no_text_takes_long(piece: str) -> None:
    """All of `respond` and `check`: ordinary words take a tenth of that, what is read in squares takes seconds."""
    text = repeated(piece)
    assert seconds(lambda: advise(text, None, desk())) < _LONGEST
