"""What is left of a message that is kept."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.advice.redact import redact


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("gọi 0912 345 678 nhé", "gọi [xxx] nhé"),
        ("gọi +84.912.345.678", "gọi +[xxx]"),
        ("thẻ 9704-3600-1234-5678", "thẻ [xxx]"),
        ("CCCD 001099012345", "CCCD [xxx]"),
        ("mã OTP là 482913", "mã OTP là [xxx]"),
        ("mã OTP: 4829", "mã OTP: [xxx]"),
        ("ma xac nhan cua em la 5512", "ma xac nhan cua em la [xxx]"),
        ("mật khẩu là Hoa@123", "mật khẩu là [xxx]"),
        ("Tôi tên là Nguyễn Văn Bình, ở xóm 3", "Tôi tên là [xxx], ở xóm 3"),
        ("ten la nguyen thi hoa", "ten la [xxx]"),
        ("họ tên: Lê Hoa", "họ tên: [xxx]"),
        ("thư hoa.le@example.com", "thư [xxx]"),
        ("xem https://a.vietcombank.vn-abc.top/login?ma=123456&x", "xem vn-abc.top"),
        ("xem bit.ly/abc nhé", "xem bit.ly nhé"),
        ("chuyển 5 triệu trước 17h ngày 20", "chuyển 5 triệu trước 17h ngày 20"),
        ("mã giảm giá rất nhiều", "mã giảm giá rất nhiều"),
        ("", ""),
    ],
)
def test_what_belongs_to_one_person_goes(text: str, kept: str) -> None:
    assert redact(text) == kept


@given(st.text(alphabet=st.sampled_from("0123456789 .-+()٣०abc:/đ\u200b"), max_size=200))
@example("1\u200b2\u200b3\u200b4\u200b5\u200b6")
@example("１２３４５６")
@example("12345[xxx]6")
def test_no_run_of_six_digits_is_left(text: str) -> None:
    assert not re.search(r"\d(?:[\W_]?\d){5,}", redact(text))


@given(st.text(max_size=2_000))
def test_any_text_can_be_redacted(text: str) -> None:
    assert not re.search(r"\d{6}", redact(text))
    assert len(redact(text)) <= 8 * len(text) + 8
