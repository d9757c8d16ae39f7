"""A text in the signs that patterns look for: every digit as one of ten, nothing invisible, few marks on a letter."""

import re
import unicodedata

from bot.vietnamese.fold import nfc

_INVISIBLE = frozenset(
    (0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0xE0000, 0xE0080))
)
_FRAMES = frozenset((0x20E3, 0xFE0F))  # what makes a key of a digit: "1️⃣"
_WIDE = range(0xFF01, 0xFF5F)  # "ｏｔｐ：４８２": the signs of a keyboard, as wide as Chinese ones
_NARROWER = 0xFEE0
_REMEMBERED = 0x10000  # codes below it are looked up once
_MOST_MARKS = 4  # on one letter; a Vietnamese one has two at most, and to order many takes the square of their number
_MAYBE_MARKS = re.compile(r"[^\w\s\x00-\x7f]{5,}")


def in_plain_signs(text: str) -> str:
    """The text in composed form: circled, wide and foreign digits as plain ones, wide letters as narrow ones, and
    without what nobody sees."""
    if text.isascii():
        return text
    return nfc(_MAYBE_MARKS.sub(_with_few_marks, text.translate(_PLAIN)))


class _Plain(dict[int, int | str | None]):
    """For `translate`; worked out when a character is first met."""

    def __missing__(self, code: int) -> int | str | None:
        found = _plain(code)
        if code < _REMEMBERED:
            self[code] = found
        return found


_PLAIN = _Plain()


def _plain(code: int) -> int | str | None:
    if code in _INVISIBLE or code in _FRAMES:
        return None
    if code in _WIDE:
        return code - _NARROWER
    character = chr(code)
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    return unicodedata.normalize("NFKC", character) if character.isnumeric() else code


def _with_few_marks(run: re.Match[str]) -> str:
    kept, marks = list[str](), 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)
