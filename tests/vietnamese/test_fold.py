import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.vietnamese.fold import collapse_repeats, fold, has_tone_marks, nfc, squash, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đường dẫn", "duong dan"),
        ("  Tài\tkhoản\n bị   khóa ", "tai khoan bi khoa"),
        ("ĐÃ, ĐẶT!", "da, dat!"),
        ("Ｖ𝗢𝗧𝗣①", "votp1"),
        ("ho\u00adtro\u200b\u2060\ufeff", "hotro"),
        ("\u202ekhóa\u202c", "khoa"),
        ("2\ufe0f\u20e3", "2"),
        ("Ðắk Lắk ð", "dak lak d"),
        ("hoà hòa", "hoa hoa"),
        ("plain  ASCII", "plain ascii"),
        ("", ""),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@settings(deadline=None)
@given(st.text())
@example("İI\u0307")
@example("ℌ\u0301K")
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.text())
def test_composed_and_decomposed_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@settings(deadline=None)
@given(st.text(alphabet="aăâeêoôơuưyđĐÂẾỢúỹ\u0300\u0301\u0302\u0306\u031b\u0323 \tkz1.,“", max_size=30))
def test_the_quick_way_for_our_letters_folds_as_the_thorough_one(text: str) -> None:
    assert fold(text) == fold(text + "\u200b")


def test_a_long_row_of_marks_is_dropped_before_it_is_sorted() -> None:
    assert fold("a" + "\u0323\u0301" * 100_000) == "a"


def test_words_have_no_punctuation() -> None:
    assert words("Dừng lại – Hỏi – Gọi_lại!") == ("dung", "lai", "hoi", "goi", "lai")


def test_squash_is_blind_to_blanks() -> None:
    assert squash("Hà Nội") == squash("hanoi") == "hanoi"


@pytest.mark.parametrize(
    ("text", "marked"), [("bão", True), ("di", False), ("đi", True), ("Đ", True), ("cafe 5€", False)]
)
def test_has_tone_marks(text: str, marked: bool) -> None:
    assert has_tone_marks(text) is marked
    assert has_tone_marks(unicodedata.normalize("NFD", text)) is marked


@pytest.mark.parametrize(
    ("dressed_up", "plain"),
    [("𝐓𝐚̀𝐢 𝐤𝐡𝐨𝐚̉𝐧", "Tài khoản"), ("Ⓣⓐⓘ", "Tai"), ("ᴛᴀ̀ɪ ᴋʜᴏᴀ̉ɴ", "tài khoản"), ("𝟭𝟬𝟬𝗸", "100k"), ("😀 ⭐", "😀 ⭐")],
)
def test_letters_that_are_dressed_up_become_plain(dressed_up: str, plain: str) -> None:
    assert nfc(dressed_up) == plain


def test_nfc_composes() -> None:
    assert nfc(unicodedata.normalize("NFD", "đường")) == "đường"


@pytest.mark.parametrize(
    ("text", "short"), [("alooo", "alo"), ("xoong", "xoong"), ("đươơơợc", "đươợc"), ("1000", "1000")]
)
def test_repeats_collapse(text: str, short: str) -> None:
    assert collapse_repeats(text) == short
