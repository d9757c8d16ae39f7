"""What is said while thinking goes; what has a meaning stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vietnamese.clean import clean_words
from bot.vietnamese.fillers import without_fillers


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("ờ thì quên quên mật khẩu ấy mà", "quên mật khẩu"),
        ("a lô a lô, tôi hỏi", "tôi hỏi"),
        ("mã này gửi đầy máy", "mã này gửi đầy máy"),
        ("o nha ma day qua", "o nha ma day qua"),
        ("à", "à"),
        ("gửi ảnh", "gửi hình"),
    ],
)
def test_fillers_and_repeats_go(said: str, meant: str) -> None:
    assert without_fillers(said) == meant


@given(st.text(max_size=200))
def test_something_is_always_left_of_something(text: str) -> None:
    assert bool(without_fillers(text)) == bool(text)


def test_a_clean_text_is_read_as_it_is_meant() -> None:
    assert clean_words("Má ơi, quên mk fb rồi!") == ("me", "oi", "quen", "mat", "khau", "facebook", "roi")
