"""Letters and digits that survive lost blanks, each with its place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vietnamese.edits import edits, find_near
from bot.vietnamese.traced import traced


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Bà con ấp 3, đi NGAY!", "baconap3dingay"),
        ("1,5 m và 15 m", "1.5mva15m"),
        ("21/11 – 22-11", "21/11/22/11"),
        ("19:30", "19:30"),
        ("ngày 21. 5 người", "ngay21.5nguoi"),
        ("ngày21.5người", "ngay21.5nguoi"),
        ("dongvan.gov.vn", "dongvangovvn"),
        ("⚠️ bão\u200b 🌀", "bao"),
        ("", ""),
    ],
)
def test_what_is_left_of_a_text(text: str, letters: str) -> None:
    assert traced(text).letters == letters
    assert traced(unicodedata.normalize("NFD", text)).letters == letters


def test_words_are_given_back_as_they_were_written() -> None:
    found = traced("Rời nhà trước 19 giờ, lên trường.")
    at = found.letters.index("19gio")
    assert found.words(at, at + 5) == "19 giờ,"
    assert found.between(at, at + 5) == "19 giờ, "
    assert found.words(3, 3) == ""


def test_words_without_blanks_are_given_back_in_part() -> None:
    found = traced("a" * 500)
    assert len(found.words(200, 205)) < 60


@given(st.text(max_size=300))
def test_every_letter_has_a_place_in_order(text: str) -> None:
    found = traced(text)
    assert len(found.places) == len(found.letters)
    assert list(found.places) == sorted(found.places)
    assert all(0 <= place < len(found.text) for place in found.places)


def test_edits_are_counted() -> None:
    assert edits("roinha", "roinhaa") == 1
    assert edits("", "abc") == 3


def test_a_sentence_is_found_where_it_was_changed() -> None:
    found = find_near("roinhatruoc19gio", "chaoroinhatruoc15giolan", 80)
    assert found
    assert "roinhatruoc15gio"[2:12] in "chaoroinhatruoc15giolan"[found.start : found.end]
    assert find_near("roinhatruoc19gio", "hoinghitongketnam", 80) is None
    assert find_near("", "abc", 0) is None
