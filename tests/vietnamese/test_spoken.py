import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.vietnamese.fold import fold
from bot.vietnamese.numerals import in_words
from bot.vietnamese.spoken import number_of, read_aloud


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *[
            (written, 2)
            for written in ("2", "hai", "số 2", "câu 2", "2.", "(2)", "②", "so hai", "Câu số 2", " 2 ", "02", "2)")
        ],
        *[
            (written, 2)
            for written in ("２", "2\ufe0f\u20e3", "⑵", "HAI!", "chọn 2", "em chọn câu 2", "dạ 2 ạ", "ý hai", "[2]")
        ],
        *[
            ("một", 1),
            ("mot", 1),
            ("bảy", 7),
            ("bẩy", 7),
            ("bay", 7),
            ("không", 0),
            ("khong", 0),
            ("0", 0),
            ("số không", 0),
        ],
        *[
            ("năm", 5),
            ("na\u0306m", 5),
            ("Mười lăm", 15),
            ("muoi lam", 15),
            ("hai mươi", 20),
            ("20", 20),
            ("thứ ba", 3),
        ],
    ],
)
def test_number_of(text: str, number: int) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "bà",
        "hải",
        "bạy",
        "nắm",
        "21",
        "-1",
        "2.5",
        "2/3",
        "2 người",
        "tôi có 2 con",
        "hai con",
        "①②",
        "1²",
        "xã 2 đâu",
        "chọn không",
        "dạ không",
        "không biết",
        "113",
        "năm nay",
        "ba ơi",
        "câu",
        "số",
        "hai ba",
    ],
)
def test_what_is_no_number_alone(text: str) -> None:
    assert number_of(text) is None


@settings(deadline=None)
@given(st.text())
def test_any_text_is_no_number_or_one_up_to_twenty(text: str) -> None:
    assert number_of(text) in (None, *range(21))


@settings(deadline=None)
@given(st.integers(0, 20))
def test_a_number_is_understood_in_digits_in_words_and_without_marks(number: int) -> None:
    assert number_of(str(number)) == number_of(in_words(number)) == number_of(fold(in_words(number))) == number
    assert number_of(unicodedata.normalize("NFD", in_words(number))) == number


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (105, "một trăm linh năm"),
        (1005, "một nghìn không trăm linh năm"),
        (2026, "hai nghìn không trăm hai mươi sáu"),
        (1_250_000, "một triệu hai trăm năm mươi nghìn"),
        (1_000_001, "một triệu không trăm linh một"),
        (10**9, "một tỷ"),
    ],
)
def test_in_words(number: int, said: str) -> None:
    assert in_words(number) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Gọi 113, 156 hoặc 5656.", "Gọi một một ba, một năm sáu hoặc năm sáu năm sáu."),
        ("113 người", "một trăm mười ba người"),
        ("ngày 21/11/2026", "ngày hai mươi mốt tháng mười một năm hai nghìn không trăm hai mươi sáu"),
        ("từ 4/4/2026", "từ ngày bốn tháng tư năm hai nghìn không trăm hai mươi sáu"),
        ("tối 20/11", "tối ngày hai mươi tháng mười một"),
        ("tháng 4/2026", "tháng tư năm hai nghìn không trăm hai mươi sáu"),
        ("lúc 18h30", "lúc mười tám giờ ba mươi phút"),
        ("19:30", "mười chín giờ ba mươi phút"),
        ("18h-20h", "mười tám giờ đến hai mươi giờ"),
        ("1.250.000 đồng", "một triệu hai trăm năm mươi nghìn đồng"),
        ("500k và 5tr", "năm trăm nghìn đồng và năm triệu đồng"),
        ("2,5 triệu đồng", "hai phẩy năm triệu đồng"),
        ("100.000VNĐ", "một trăm nghìn đồng"),
        ("mã OTP, mã QR", "mã ô tê pê, mã quy-a"),
        ("Zalo hoặc VNeID", "da-lô hoặc vê-nê-i-đê"),
        ("UBND TP.Huế, TP.HCM", "ủy ban nhân dân thành phố Huế, thành phố Hồ Chí Minh"),
        ("+84 912 345 678", "không chín một hai ba bốn năm sáu bảy tám"),
        ("18001567", "một tám không không một năm sáu bảy"),
        (
            "mưa 150mm, 38,5°C, 60 KM/H",
            "mưa một trăm năm mươi mi-li-mét, ba mươi tám phẩy năm độ xê, sáu mươi ki-lô-mét một giờ",
        ),
        ("đúng 8/10 câu", "đúng tám trên mười câu"),
        ("10-15 phút", "mười đến mười lăm phút"),
        ("dichvucong.gov.vn, facebook.com, H5N1", "dichvucong.gov.vn, facebook.com, H5N1"),
        ("Bác ơi, ai gọi?", "Bác ơi, ai gọi?"),
        (unicodedata.normalize("NFD", "đường"), "đường"),
    ],
)
def test_read_aloud(text: str, said: str) -> None:
    assert read_aloud(text) == said


@settings(deadline=None)
@given(st.text(alphabet="0123456789.,:/-+%hkmđ° trgiờngàySMOTPố\u212aſİ"))
def test_any_text_can_be_read_aloud(text: str) -> None:
    assert unicodedata.is_normalized("NFC", read_aloud(text))


@settings(deadline=None)
@given(st.integers(0, 10**12 - 1))
def test_a_number_is_read_without_digits(number: int) -> None:
    assert not any(char.isdigit() for char in read_aloud(f"có {number} việc"))
