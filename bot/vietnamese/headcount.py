"""How many people somebody says there are: "5", "năm người", "hai vợ chồng với ba đứa con"."""

import re

from bot.vietnamese.fold import fold, has_tone_marks, nfc
from bot.vietnamese.number_words import from_words

MOST = 9_999
_DIGITS = re.compile(r"(?<![\d.,/])\d{1,4}(?![\d.,/]*\d)")
_ALONE = re.compile(r"\b(?:mot minh|minh toi|chi (?:co )?(?:toi|bac|minh|em|chau)|co minh toi|just me|alone)\b")
_LONGEST_NUMBER = 4  # words


def people_in(text: str) -> int | None:
    """The sum of all numbers in what was said; None where there is none, or more than 9,999."""
    digits = [int(found) for found in _DIGITS.findall(fold(text))]
    total = sum(digits) or sum(_in_words(nfc(text).lower())) or int(bool(_ALONE.search(fold(text))))
    return total if 0 < total <= MOST else None


def _in_words(text: str) -> list[int]:
    """The numbers that are written in words, the longest run of words first; "ba tôi" is a father."""
    words = re.findall(r"[^\W\d_]+", text)
    found, at = [], 0
    while at < len(words):
        size = next((size for size in range(_LONGEST_NUMBER, 0, -1) if _number(words[at : at + size]) is not None), 0)
        if size and words[at + size : at + size + 1] != ["tôi"]:
            found.append(_number(words[at : at + size]) or 0)
        at += size or 1
    return found


def _number(words: list[str]) -> int | None:
    """Marks must be right where there are any: "năm" is five, "nắm" is not."""
    text = " ".join(words)
    return from_words(text if has_tone_marks(text) else fold(text)) if words else None
