"""Each phrase that holds everywhere means one thing, typed in any way."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.always import PHRASES, Always, always_word
from bot.vietnamese.fold import fold

WRITTEN = [(phrase, word) for word, phrases in PHRASES.items() for phrase in phrases]


def test_no_two_mean_different_things_when_marks_are_left_out() -> None:
    meant: dict[str, set[Always]] = {}
    for phrase, word in WRITTEN:
        meant.setdefault(fold(phrase), set()).add(word)
    assert [phrase for phrase, words in meant.items() if len(words) > 1] == []


@pytest.mark.parametrize(("phrase", "word"), WRITTEN)
def test_every_way_of_typing_it(phrase: str, word: Always) -> None:
    for way in (
        phrase,
        phrase.upper(),
        f" {phrase}. ",
        f"{phrase}!",
        unicodedata.normalize("NFD", phrase),
        fold(phrase),
    ):
        assert always_word(way) is word, way


@given(st.text(max_size=200))
def test_never_fails(text: str) -> None:
    found = always_word(text)
    assert found is None or fold(text).strip(" .!?,") in {fold(phrase) for phrase in PHRASES[found]}
