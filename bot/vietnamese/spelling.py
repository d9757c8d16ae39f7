"""Where the tone mark stands, and the order of the Vietnamese dictionary."""

import re
import unicodedata

from bot.vietnamese.fold import nfc
from bot.vietnamese.syllable import LEVEL, TONES, is_syllable, part_tone

_VOWELS = frozenset("aăâeêioôơuưy")
_MARKED = "ăâêôơư"
_LETTERS = {letter: rank for rank, letter in enumerate("0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_BEFORE_ALL, _AFTER_ALL = -1, len(_LETTERS)
_WORD = re.compile(r"[^\W_]+")


def with_tone(toneless: str, tone: str) -> str:
    """The lower-case syllable with its tone where official names have it: hòa, thủy, but hoàn."""
    if tone == LEVEL:
        return toneless
    at = _tone_place(toneless)
    return nfc(toneless[: at + 1] + tone + toneless[at + 1 :])


def _tone_place(toneless: str) -> int:
    start = 2 if toneless.startswith("qu") or (toneless.startswith("gi") and toneless[2:3] in _VOWELS) else 0
    vowels = [at for at in range(start, len(toneless)) if toneless[at] in _VOWELS]
    marked = [at for at in vowels if toneless[at] in _MARKED]
    if marked:
        return marked[-1]
    closed = vowels[-1] < len(toneless) - 1
    return vowels[-1] if closed else vowels[max(0, len(vowels) - 2)]


def official(text: str) -> str:
    """The text in composed form with every tone mark where official names have it: "Thuỷ Hoà" becomes "Thủy Hòa"."""
    return _WORD.sub(lambda match: _official_word(match[0]), nfc(text))


def _official_word(word: str) -> str:
    if word.isascii() or not is_syllable(word):
        return word
    respelled = with_tone(*part_tone(word))
    if len(respelled) != len(word):  # two tones on one letter, an oddity better left as it is
        return word
    return "".join(new.upper() if old.isupper() else new for old, new in zip(word, respelled, strict=True))


def dictionary_order(text: str) -> tuple[tuple[tuple[int, ...], int], ...]:
    """A key that sorts as a Vietnamese dictionary does: syllable by syllable, first the letters, then the tone."""
    return tuple(_syllable_order(word) for word in _WORD.findall(unicodedata.normalize("NFC", text)))


def _syllable_order(word: str) -> tuple[tuple[int, ...], int]:
    if word.isdecimal():
        digits = [int(digit) for digit in word.lstrip("0")]
        return (_BEFORE_ALL, len(digits), *digits), 0
    letters, tone = part_tone(word)
    return tuple(_LETTERS.get(letter, _AFTER_ALL) for letter in letters), TONES.index(tone)
