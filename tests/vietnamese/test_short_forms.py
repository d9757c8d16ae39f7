"""Short forms, words of the regions, words for kin, lost blanks and slips: the tables one by one."""

import pytest

from bot.vietnamese.fold import fold
from bot.vietnamese.joined import split_syllables
from bot.vietnamese.kin import without_opening
from bot.vietnamese.regional import standard
from bot.vietnamese.slips import Expected
from bot.vietnamese.teencode import meanings, meant
from bot.vietnamese.tricks import has_strange_letters, is_noisy, latin, untricked


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("k", [("khong",)]),
        ("sdt", [("so", "dien", "thoai")]),
        ("cccd", [("can", "cuoc", "cong", "dan")]),
        ("mk", [("minh",), ("mat", "khau")]),
        ("ck", [("chong",), ("chuyen", "khoan")]),
        ("tk", [("cam", "on"), ("tai", "khoan")]),
        ("tjen", [("tien",)]),
        ("zui", [("dui",)]),
        ("tien", []),
        ("roi", []),
    ],
)
def test_doubtful_short_forms_keep_both_meanings(short: str, long: list[tuple[str, ...]]) -> None:
    assert list(meanings(short)) == long


@pytest.mark.parametrize(
    ("text", "word", "long"),
    [
        ("tk vcb bi khoa", "tk", ("tai", "khoan")),
        ("tk ban nhieu", "tk", ("cam", "on")),
        ("quen mk zalo", "mk", ("mat", "khau")),
        ("500 k nha", "k", ("k",)),
        ("anh k biet", "k", ("khong",)),
        ("dk bam link", "dk", ("dang", "ky")),
        ("lam dk roi", "dk", ("duoc",)),
    ],
)
def test_the_words_around_decide(text: str, word: str, long: tuple[str, ...]) -> None:
    words = text.split()
    assert meant(words, words.index(word)) == long


@pytest.mark.parametrize(
    ("here", "usual"),
    [("má", "me"), ("hổng", "khong"), ("dzô", "vao"), ("mần", "lam"), ("răng", "sao"), ("tui", "toi"), ("xài", "dung")],
)
def test_words_of_the_regions(here: str, usual: str) -> None:
    assert standard(here, fold(here)) == usual


@pytest.mark.parametrize("word", ["ma", "rang", "mã", "ảnh", "chỉ", "điện", "vo", "hong"])
def test_a_word_that_may_be_another_is_left(word: str) -> None:
    assert standard(word, fold(word)) is None


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("Cháu ơi, cho bác hỏi một chút: mã OTP là gì?", "mã OTP là gì?"),
        ("dạ thưa cô cho em hỏi với ạ, wifi", "wifi"),
        ("chao chau! cho toi hoi cai nay, may day", "may day"),
        ("con ơi con cho mẹ\nhỏi tí\ncài Zalo", "cài Zalo"),
        ("cho hoi ti vi bi hong", "ti vi bi hong"),
        ("Mẹ ơi con mất ví", "Mẹ ơi con mất ví"),  # the beginning of a message, and of no question
        ("Zalo cho hỏi mật khẩu", "Zalo cho hỏi mật khẩu"),
        ("cháu ơi cho bác hỏi", "cháu ơi cho bác hỏi"),
        ("", ""),
    ],
)
def test_a_polite_beginning_goes_where_a_question_follows(asked: str, left: str) -> None:
    assert without_opening(asked) == left


@pytest.mark.parametrize(
    ("letters", "split"),
    [
        ("chuyenkhoan", ("chuyen", "khoan")),
        ("nganhang", ("ngan", "hang")),
        ("hoadon", ("hoa", "don")),
        ("facebook", ()),
        ("tien", ()),
        ("x" * 41, ()),
        ("", ()),
    ],
)
def test_lost_blanks(letters: str, split: tuple[str, ...]) -> None:
    assert split_syllables(letters) == split


def test_slips_of_long_words_may_be_two() -> None:
    expected = Expected(["vietcombank", "khoan", "momo"])
    assert expected.meant("vietcmbnak") == "vietcombank"
    assert expected.meant("khaon") == "khoan"
    assert expected.meant("khoann") == "khoan"
    assert expected.meant("toan") == "toan"
    assert expected.meant("mom") == "mom"
    assert "khoan" in expected


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("kh0ng", ("khong",)),
        ("d!eu", ("dieu",)),
        ("T1EN", ("tien",)),
        ("DU0C", ("duoc",)),
        ("@nh", ("anh",)),
        ("nạp-tiền", ()),
        ("toi1", ()),  # VNI
        ("a4", ()),
        ("500k", ()),
        ("5G", ()),
        ("24/24", ()),
        ("hot!", ()),
        ("k/hang", ()),
        ("!" * 41, ()),
    ],
)
def test_tricks(written: str, said: tuple[str, ...]) -> None:
    assert untricked(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("0TP", ("otp",)),
        ("O.T.P", ("otp",)),
        ("Zal0", ("zalo",)),
        ("m0m0", ("momo",)),
        ("1ink", ("link",)),
        ("co1", ()),  # VNI, whatever was to be expected
        ("5tr", ()),
    ],
)
def test_tricks_in_words_that_were_to_be_expected(written: str, said: tuple[str, ...]) -> None:
    assert untricked(written, Expected(("otp", "zalo", "momo", "link", "coi"))) == said


def test_letters_of_other_alphabets() -> None:
    assert latin("vіеtсоmbаnk") == "vietcombank"
    assert has_strange_letters("Täng")
    assert not has_strange_letters("Tặng thưởng")
    assert not is_noisy("https://zalo.me/a.b.c")
