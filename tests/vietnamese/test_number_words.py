"""Numbers in words are read back, in any region's words, with tone marks or without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vietnamese.fold import fold
from bot.vietnamese.number_words import HIGHEST, from_words
from bot.vietnamese.numerals import in_words

NUMBERS = st.integers(0, HIGHEST)


@given(NUMBERS)
def test_what_in_words_says_is_read_back(number: int) -> None:
    assert from_words(in_words(number)) == number
    assert from_words(fold(in_words(number)).upper()) == number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Hai mươi", 20),
        ("hai mươi tư", 24),
        ("hai mươi bốn", 24),
        ("một trăm lẻ năm", 105),
        ("mot tram le nam", 105),
        ("hai mươi nhăm", 25),
        ("bẩy", 7),
        ("tư", 4),
        ("hải", None),
        ("hai mười", None),
        ("mươi hai", None),
        ("một nghìn", None),
        ("20", None),
        ("", None),
    ],
)
def test_words_of_all_regions(written: str, number: int | None) -> None:
    assert from_words(written) == number


@given(st.text())
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert from_words(text) in (None, *range(HIGHEST + 1))
