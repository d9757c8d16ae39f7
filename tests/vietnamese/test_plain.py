"""What people write, habit by habit, and the plain words that come of it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.vietnamese.fold import nfc
from bot.vietnamese.plain import LONGEST, plain, plain_words
from bot.vietnamese.slips import Expected

EXPECTED = Expected(["chuyen", "khoan", "vietcombank", "nghin", "ngat", "hoay", "biet", "alo"])


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Tài khoản bị khóa", "tai khoan bi khoa"),
        ("tai khoan bi khoa", "tai khoan bi khoa"),
        ("E sưa song đô cho c", "e sua song do cho c"),  # half the marks
        ("hoà hòa thuỷ thủy", "hoa hoa thuy thuy"),  # two ways to place a tone
        ("to\u0301an tie\u0302\u0300n", "toan tien"),  # marks apart
        ("tooi bij luwaf ddaor", "toi bi lua dao"),  # telex
        ("toi61 bi5 lu7a2 d9ao3", "toi bi lua dao"),  # VNI
        ("k bik j, dc hok", "khong biet gi duoc khong"),  # teencode
        ("gửi stk qua zl", "gui so tai khoan qua zalo"),
        ("doi mk", "doi mat khau"),
        ("mk di choi", "minh di choi"),
        ("ck em di lam", "chong em di lam"),
        ("ck 500k vao stk", "chuyen khoan 500k vao so tai khoan"),
        ("cá nhân", "ca nhan"),  # a word with its mark is no short form
        ("mần răng hổng dzô được", "lam sao khong vao duoc"),  # words of the regions
        ("má ơi", "me oi"),
        ("mã số", "ma so"),
        ("h0 tro d!eu k!en", "ho tro dieu kien"),  # digits and signs for letters
        ("NHAN'TIEN QUA-HAN'", "nhan tien qua han"),
        ("t.h.u.o.n.g g.o.o.g.l.e", "thuong google"),  # dots in words
        ("T h u o n g", "thuong"),
        ("chuyenkhoan nganhang", "chuyen khoan ngan hang"),  # blanks lost
        ("chuyrn khaon", "chuyen khoan"),  # slips
        ("viectombank", "vietcombank"),
        ("Viеtсоmbаnk", "vietcombank"),  # Cyrillic letters among ours
        ("Ｖｉｅｔｃｏｍｂａｎｋ", "vietcombank"),
        ("Døn Giäng Sinh", "don giang sinh"),
        ("ma\u200b o\u00adtp", "ma otp"),
        ("tjen fai", "tien phai"),
        ("online.Neu khong", "online neu khong"),
        ("TP.HCM 24/24", "tp hcm 24 24"),
        ("500k 2tr5 24h", "500k 2tr5 24h"),
        ("nghìiiiin", "nghin"),
        ("alooooo", "alo"),  # letters held down
        ("zalooo", "zalo"),
        ("kkkk hmmm www", "kkkk hmmm www"),  # nothing that was meant shorter
        ("ngta", "nguoi ta"),  # a short form is no slip, not of "ngat"
        ("ngtaaa kbiet hnay", "nguoi ta khong biet hom nay"),
        ("thik nguoj mjnh", "thich nguoi minh"),
        ("ok okie", "ok ok"),
        ("as you see, I love new games", "as you see i love new games"),  # nor is a foreign word
        ("", ""),
    ],
)
def test_habits(written: str, said: str) -> None:
    assert plain(written, EXPECTED) == said


def test_a_word_knows_its_place_and_whether_it_was_hidden() -> None:
    text = "Vui lòng kh0ng gọi. Bấm ck"
    words = plain_words(text)
    hidden = next(word for word in words if word.plain == "khong")
    assert (text[hidden.at : hidden.end], hidden.tricked) == ("kh0ng", True)
    assert [word.plain for word in words if word.ends] == ["goi"]
    assert not any(word.tricked for word in words if word is not hidden)


@pytest.mark.parametrize("written", ["N'ha'nL,jen:Qu.a;HangN,gay", "Gu.i_C:OT~6OKa"])
def test_noise_is_seen_as_a_trick(written: str) -> None:
    assert any(word.tricked for word in plain_words(written))


@pytest.mark.parametrize(
    "written", ["hot!", "(trong)", "v.v.", "1.Thẻ", "https://a.b-c.d.vn/e.f,g:h", "T2 S1: H+V+T;C1"]
)
def test_ordinary_signs_are_no_trick(written: str) -> None:
    assert not any(word.tricked for word in plain_words(written))


@given(st.text(max_size=20_000))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    words = plain_words(text, EXPECTED)
    whole = nfc(text[:LONGEST])
    assert all(0 <= word.at < word.end <= len(whole) and word.plain and " " not in word.plain for word in words)


@pytest.mark.parametrize(
    "piece",
    [
        "h0 ",
        "a.b ",
        "x",
        "0",
        "k ",
        "t h u o n g ",
        "nganhangchuyen ",
        "chuyrnnn ",
        "ằ",
        "a\u0301",
        "l0!1|l0! ",
        "tooi ",
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    plain_words(text, EXPECTED)
    taken = []
    for _ in range(5):
        begun = time.process_time()
        plain_words(text, EXPECTED)
        taken.append(time.process_time() - begun)
    assert min(taken) < 0.05
