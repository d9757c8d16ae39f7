"""Much-alike messages share a short name; what they say is not in it."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.advice.likeness import LEAST, likeness
from bot.vietnamese.fold import fold

BILL = (
    "Điện lực thông báo hộ của bác còn nợ tiền điện tháng này, hai tiếng nữa chúng tôi sẽ cắt điện. "
    "Bác bấm vào đường dẫn dưới đây để thanh toán ngay, chậm là bị phạt thêm."
)
PARCEL = (
    "Em là nhân viên giao hàng, bưu kiện của chị đang nằm ở kho vì thiếu phí. "
    "Chị chuyển trước ba mươi nghìn vào tài khoản này để em giao trong chiều nay nhé."
)
PRIZE = (
    "Chúc mừng quý khách đã trúng thưởng một xe máy trong chương trình tri ân của công ty. "
    "Quý khách nộp trước phí hồ sơ năm triệu đồng để làm thủ tục nhận thưởng."
)
LOTTERY = "Hôm nay cả nhà mình về quê ăn giỗ ông nội, các cháu nhớ mang theo áo ấm vì trời trở rét nhé."
ALL = (BILL, PARCEL, PRIZE, LOTTERY)
WORDS = st.lists(st.text(string.ascii_lowercase, min_size=2, max_size=7), min_size=LEAST, max_size=40)


@pytest.mark.parametrize(
    "changed",
    [
        BILL.upper(),
        fold(BILL),
        f"⚠️⚠️ {BILL.replace('. ', '!!!  ')} 😱",
        BILL.replace(" ", "  \n"),
        f"0912345678 {BILL} 90210034",
    ],
    ids=["capitals", "no marks", "emoji", "spaces", "numbers"],
)
def test_what_is_written_otherwise_is_alike(changed: str) -> None:
    assert likeness(changed) == likeness(BILL) != ""


@pytest.mark.parametrize("text", ALL, ids=["bill", "parcel", "prize", "family"])
def test_one_changed_word_mostly_leaves_it_alike(text: str) -> None:
    words = text.split()
    changed = [" ".join((*words[:at], "khác", *words[at + 1 :])) for at in range(len(words))]
    same = sum(likeness(one) == likeness(text) for one in changed)
    assert same >= 0.75 * len(words)


def test_what_says_something_else_is_not_alike() -> None:
    assert len(set(map(likeness, ALL))) == len(ALL)


@given(st.text(max_size=400))
def test_any_text_gets_twenty_bits_or_nothing(text: str) -> None:
    assert re.fullmatch(r"([0-9a-f]{5})?", likeness(text))


@given(WORDS, st.integers(100_000, 999_999), st.integers(100_000, 999_999))
def test_numbers_never_count(words: list[str], one: int, other: int) -> None:
    text = " ".join(words)
    assert likeness(f"{one} {text}") == likeness(f"{other} {text}")


@given(WORDS)
def test_order_and_number_of_words_are_not_in_it(words: list[str]) -> None:
    """Said twice over, it has nearly the same runs: whoever holds the name cannot tell how long the message was."""
    text = " ".join(words)
    thrice = likeness(f"{text} {text} {text}")
    assert thrice == likeness(f"{text} {text}")


@pytest.mark.parametrize("text", ["", "ok", "mai mẹ đón cháu nhé", "0912345678", "http://evn.top/nop"])
def test_a_short_message_is_like_no_other(text: str) -> None:
    assert likeness(text) == ""


def test_the_longest_message_takes_no_time() -> None:
    assert likeness("nộp tiền ngay kẻo bị cắt điện " * 4_000) == likeness("nộp tiền ngay kẻo bị cắt điện " * 130)
