"""How a word that is read by its folded letters was typed: "dung" may be "đừng", "dùng", "đúng" or "Dũng"."""

from collections.abc import Mapping
from typing import Any

from bot.advice.phrases import Found
from bot.advice.reading import Reading

_SIGNS = ".,:;!?\"'“”()"


def is_typed_otherwise(reading: Reading, one: Found[Any], meant: Mapping[str, str], *, bare: bool = False) -> bool:
    """Whether a word was typed with other marks than the one that is meant; without marks it may be either, unless a
    `bare` one is bare on purpose."""
    places = (
        (at, meant[reading.words[at].plain]) for at in range(one.start, one.end) if reading.words[at].plain in meant
    )
    return any(_is_other_word(written(reading, at), word, bare=bare) for at, word in places)


def _is_other_word(written: str, meant: str, *, bare: bool) -> bool:
    if written.isascii() and not bare:
        return False
    return len(written) == len(meant) and written != meant


def written(reading: Reading, at: int) -> str:
    """The word as it was typed, in small letters and without signs around it."""
    word = reading.words[at]
    return reading.text[word.at : word.end].strip(_SIGNS).lower()
