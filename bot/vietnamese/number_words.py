"""Whole numbers written in words, in any region's: what `in_words` says, read back."""

from functools import cache

from bot.vietnamese.fold import fold, has_tone_marks, nfc
from bot.vietnamese.numerals import in_words

HIGHEST = 999  # more is typed in digits
_SAME = {"lẻ": "linh", "ngàn": "nghìn", "tư": "bốn", "nhăm": "lăm", "bẩy": "bảy"}
_SAME_UNMARKED = {fold(word): fold(same) for word, same in _SAME.items()}


def from_words(text: str) -> int | None:
    """The number from 0 to 999 that the whole text is: "hai mươi tư", "mot tram le nam"; None for anything else."""
    words = nfc(text).lower().split()
    if has_tone_marks(text):  # then they must be the right ones: "hải" is no number
        return _written().get(" ".join(_SAME.get(word, word) for word in words))
    return _unmarked().get(" ".join(_SAME_UNMARKED.get(word, word) for word in words))


@cache
def _written() -> dict[str, int]:
    return {in_words(number): number for number in range(HIGHEST + 1)}


@cache
def _unmarked() -> dict[str, int]:
    return {fold(word): number for word, number in _written().items()}
