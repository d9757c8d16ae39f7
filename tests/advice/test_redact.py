"""What is left of a message that is kept."""

import re
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.advice.redact import GONE, redact
from bot.vietnamese.fold import fold
from bot.vietnamese.numerals import DIGITS
from tests.advice.quickness import MOST

LONGEST = 20_000  # characters that anybody may send
GAPS = st.sampled_from(["", " ", ".", "-", " - ", " – ", "  ", "\n", "/", "\u00a0", "\u200b"])
CODE_CUES = st.sampled_from(
    ["mã OTP là ", "mã otp ", "OTP: ", "mã PIN của thẻ là ", "ma xac nhan cua em la ", "mật khẩu mới: ", "mk=", "CVV "]
)
NAME_CUES = st.sampled_from(
    ["tên là ", "Tên: ", "tên tôi là: ", "tôi tên ", "họ và tên: ", "ten em la ", "con gái tôi tên "]
)
NAMES = st.sampled_from(
    [
        "Nguyễn Văn An",
        "trần thị bích ngọc",
        "Lê Hoa",
        "LÒ VĂN PÁO",
        "H'Hen Niê",
        "y phôn ksor",
        "Bình",
        "Nguyễn\nVăn An",
    ]
)
BEHIND = st.sampled_from([" bị lừa tiền", ", ở xóm 3", "\nĐịa chỉ: xã Hòa Bình", " muốn hỏi ạ", ". Số nhà 5", ""])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("gọi 0912 345 678 nhé", "gọi [xxx] nhé"),
        ("gọi +84.912.345.678", "gọi +[xxx]"),
        ("thẻ 9704-3600-1234-5678", "thẻ [xxx]"),
        ("thẻ 9704  –  3600  –  1234", "thẻ [xxx]"),
        ("CCCD 001099012345", "CCCD [xxx]"),
        ("mã OTP là 482913", "mã OTP là [xxx]"),
        ("mã OTP: 4829", "mã OTP: [xxx]"),
        ("mã otp 482 913 nhé", "mã otp [xxx] nhé"),
        ("otp: 12 34 56", "otp: [xxx]"),
        ("otp của con trai tôi 48 29 nhé", "otp của con trai tôi [xxx] nhé"),
        ("otp -> (4829)", "otp -> ([xxx])"),
        ("4829 là mã OTP của em", "[xxx] là mã OTP của em"),
        ("ma xac nhan cua em la 5512", "ma xac nhan cua em la [xxx]"),
        ("mã PIN của thẻ là 9876", "mã PIN của thẻ là [xxx]"),
        ("mã xác nhận gửi về máy của bà là 1234", "mã xác nhận gửi về máy của bà là [xxx]"),
        ("mã là bốn tám hai chín một ba", "mã là [xxx]"),
        ("ma pin la bon tam hai chin nhe", "ma pin la [xxx] nhe"),
        ("số em không chín một hai ba bốn năm sáu bảy", "số em [xxx]"),
        ("gọi ①②③④⑤⑥⑦", "gọi [xxx]"),
        ("gọi 1️⃣2️⃣3️⃣ 4️⃣5️⃣6️⃣ nhé", "gọi [xxx] nhé"),
        ("ｏｔｐ：４８２９", "otp:[xxx]"),
        ("mật khẩu là Hoa@123", "mật khẩu là [xxx]"),
        ("mật khẩu wifi nhà em là conmeo", "mật khẩu wifi nhà em là [xxx]"),
        ("mật khẩu zalo hoa2019 đổi được không", "mật khẩu zalo [xxx] đổi được không"),
        ("mk: Abc", "mk: [xxx]"),
        ("Tôi tên là Nguyễn Văn Bình, ở xóm 3", "Tôi tên là [xxx], ở xóm 3"),
        ("ten la nguyen thi hoa", "ten la [xxx]"),
        ("tên là nguyễn văn an bị lừa tiền", "tên là [xxx] bị lừa tiền"),
        ("TÊN LÀ NGUYỄN VĂN AN BỊ LỪA", "TÊN LÀ [xxx] BỊ LỪA"),
        ("tên là: Trần", "tên là: [xxx]"),
        ("tôi tên Nguyễn Văn An", "tôi tên [xxx]"),
        ("Tên: Nguyễn\nVăn An", "Tên: [xxx]"),
        ("Tên: An\nĐịa chỉ: xóm 3", "Tên: [xxx]\nĐịa chỉ: xóm 3"),
        ("t\u200bên là Nguyễn V. An ạ", "tên là [xxx] ạ"),
        ("họ tên: Lê Hoa", "họ tên: [xxx]"),
        ("họ tên tôi Lê Hoa", "họ tên tôi [xxx]"),
        ("Mật khẩu:\nTên: Hoa", "Mật khẩu:\nTên: [xxx]"),
        ("thư hoa.le@example.com", "thư [xxx]"),
        ("xem https://a.vietcombank.vn-abc.top/login?ma=123456&x", "xem vn-abc.top"),
        ("xem bit.ly/abc nhé", "xem bit.ly nhé"),
        ("", ""),
    ],
)
def test_what_belongs_to_one_person_goes(text: str, kept: str) -> None:
    assert redact(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "chuyển 5 triệu trước 17h ngày 20",
        "mã giảm giá rất nhiều",
        "mã giảm giá 500k cho đơn từ 300 nghìn",
        "mã otp là gì vậy",
        "mã otp là 6 số ngân hàng gửi",
        "lộ mật khẩu zalo là mất hết phải không",
        "nó xin mã otp, em gọi 113 được không",
        "mã kiểm tra 7K2M-9QXA có thật không",
        "pin 5000 mAh mua năm 2019",
        "hai trăm năm mươi sáu nghìn ba trăm bốn mươi lăm đồng",
        "em tên gì vậy",
        "tôi tên bị sai trên căn cước",
        "tên ứng dụng là VssID",
    ],
)
def test_what_belongs_to_nobody_stays(text: str) -> None:
    assert redact(text) == text


@given(st.text(alphabet=st.sampled_from("0123456789 .-+()٣०①❷４abc:/đ\u200b"), max_size=200))
@example("1\u200b2\u200b3\u200b4\u200b5\u200b6")
@example("１２３４５６")
@example("12345[xxx]6")
def test_no_run_of_six_digits_is_left(text: str) -> None:
    assert not re.search(r"\d(?:[\W_]?\d){5,}", redact(text))
    assert all(not unicodedata.digit(one, "") or one.isascii() for one in redact(text))


@given(st.lists(st.tuples(st.text("0123456789", min_size=1, max_size=5), GAPS), min_size=6, max_size=12))
def test_of_a_number_in_groups_nothing_is_left(groups: list[tuple[str, str]]) -> None:
    written = "".join(f"{digits}{gap}" for digits, gap in groups)
    assert not re.search(r"\d", redact(f"gọi {written}nhé"))


@given(CODE_CUES, st.lists(st.tuples(st.sampled_from("0123456789"), GAPS), min_size=3, max_size=8), st.booleans())
@example("mã otp ", [("4", ""), ("8", ""), ("2", " "), ("9", ""), ("1", ""), ("3", "")], False)
def test_of_a_code_nothing_is_left(cue: str, digits: list[tuple[str, str]], spoken: bool) -> None:
    parts = (f"{DIGITS[int(one)]} " if spoken else f"{one}{gap}" for one, gap in digits)
    kept = redact(f"{cue}{''.join(parts)} nhé")
    assert kept.startswith(f"{cue}{GONE}".strip())
    assert not set(fold(kept).removeprefix(fold(cue)).split()) & {*"0123456789", *map(fold, DIGITS)}
    assert kept.endswith("nhé")


@given(NAME_CUES, NAMES, BEHIND)
def test_of_a_name_nothing_is_left_and_the_rest_stays(cue: str, name: str, behind: str) -> None:
    assert redact(f"Chào, {cue}{name}{behind}") == f"Chào, {cue}{GONE}{behind}"


@given(st.text(max_size=2_000))
def test_any_text_can_be_redacted(text: str) -> None:
    assert not re.search(r"\d{6}", redact(text))
    assert len(redact(text)) <= 8 * len(text) + 8


@pytest.mark.parametrize(
    "piece",
    [
        *("a.b.", "www.", "a-", "a.vn ", "a", " ", "a@", "://", "1 2 3 4 5 a ", "hai ", "một hai ba bốn năm á "),
        *(
            "otp ",
            "mk: a ",
            "mật khẩu của em ",
            "tên là ",
            "tên là a b ",
            "họ tên ",
            "mk:",
            "/mã",
            "mk,aạ:=",
            "\u0301\u0323",
            "\u200b",
            "①",
        ),
    ],
)
@pytest.mark.parametrize("begun", ["", "mk "])
def test_the_longest_text_takes_no_time(piece: str, begun: str) -> None:
    text = f"{begun}{piece * LONGEST}"[:LONGEST]
    redact(text)  # reads the list of endings once
    assert min(_seconds(text) for _ in range(5)) < MOST


def _seconds(text: str) -> float:
    """Of processor time, which others on the machine do not take away."""
    started = time.process_time()
    redact(text)
    return time.process_time() - started
