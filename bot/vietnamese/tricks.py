"""Words written so that a filter does not know them: "kh0ng", "d!eu", "N'ha'n", "t.h.u.o.n.g", Cyrillic letters."""

import re
import unicodedata
from collections.abc import Container, Iterator
from itertools import product

from bot.vietnamese.fold import fold
from bot.vietnamese.joined import split_syllables
from bot.vietnamese.syllable import could_be_syllable

_LONGEST = 40  # characters; no trick is worth more
_MOST_SIGNS = 5  # in one word, each with its readings; more are left alone
_FEWEST_LETTERS = 4  # one by one: "g.o.o.g.l.e"
_READINGS = {
    "0": "o",
    "1": "il",
    "!": "il",
    "|": "il",
    "3": "e",
    "4": "a",
    "@": "a",
    "5": "s",
    "$": "s",
}
_ALWAYS = frozenset("0!|@$")  # nobody types these in a word for another reason
_AMOUNT = re.compile(
    r"[\d.,]+[a-z]{0,4}[\d.,]*|[a-z]{1,4}[\d.,]*[1-9][\d.,]*"
)  # 500k, 2tr5, 24h, 5g; a4, nq116, toi1 (VNI)
_NOISY = 4  # parts of at most as many letters on average
_LISTED = re.compile("[/@+&=]")  # addresses and lists of abbreviations
AROUND = ".,:;?\"'“”‘’()[]{}<>*-–~_+…"  # and "!", which may be an i at the end
_BETWEEN = re.compile(r"[^\w]+|_+")
_ALIKE = str.maketrans(
    {"ø": "o", "Ø": "O"}
    | dict(zip("аеорсухіјѕԁԛԝһкмтвнпιοανρτκυı", "aeopcyxijsdqwhkmtbhnioavptkui", strict=True))
    | dict(zip("АЕОРСУХІЈЅКМТВНΙΟΑΝΡΤΚΥΒΕΗΜΧΖ", "AEOPCYXIJSKMTBHIOANPTKYBEHMXZ", strict=True))
)
# Marks that no Vietnamese letter has: ä, å, ç, ṱ, ẖ.
_FOREIGN = frozenset("\u0308\u030a\u030c\u0304\u0307\u030b\u0311\u0324\u0325\u0327\u0328\u032d\u032e\u0330\u0331\u0338")


def latin(text: str) -> str:
    """The text with the Cyrillic and Greek letters that look like ours turned into ours."""
    return text if text.isascii() else text.translate(_ALIKE)


def has_strange_letters(text: str) -> bool:
    """Whether letters of other alphabets, or with marks that Vietnamese has not, stand among ours."""
    if text.isascii() or not any("a" <= char <= "z" for char in text.lower()):
        return False
    return latin(text) != text or not _FOREIGN.isdisjoint(unicodedata.normalize("NFD", text))


def untricked(written: str, expected: Container[str] = ()) -> tuple[str, ...]:
    """The folded words that were meant by a word, one without blanks; empty where no trick is seen in it.

    They are syllables or, as in "0TP" and "Zal0", words that were to be expected.
    """
    if not 2 <= len(written) <= _LONGEST:
        return ()
    plain = fold(latin(written)).strip(AROUND)
    if plain.strip("!").isalpha():
        return (plain.strip("!"),) if has_strange_letters(written) else ()
    if _AMOUNT.fullmatch(plain):
        return _said_by(plain, expected)
    for way in _ways(plain):
        if found := _closed_up(way, expected):
            return found
    return ()


def is_noisy(written: str) -> bool:
    """Whether signs are strewn over a piece of text until no word is left: "N'ha'nL,jen:Qu.a;"."""
    parts = [part for part in _BETWEEN.split(written[:_LONGEST]) if part]
    letters = sum(part.isalpha() for part in parts)
    return letters >= _NOISY and sum(map(len, parts)) <= _NOISY * len(parts) and not _LISTED.search(written)


def _ways(plain: str) -> Iterator[str]:
    """The word with its signs read as letters, in each way."""
    yield plain
    at = [place for place, char in enumerate(plain) if char in _READINGS]
    if 0 < len(at) <= _MOST_SIGNS and _is_among_letters(plain, at):
        for letters in product(*(_READINGS[plain[place]] for place in at)):
            read = dict(zip(at, letters, strict=True))
            yield "".join(read.get(place, char) for place, char in enumerate(plain))


def _said_by(amount: str, expected: Container[str]) -> tuple[str, ...]:
    """The expected word that no amount would be: "0tp", and never "toi1", which is VNI."""
    for way in _ways(amount):
        if way.isalpha() and way in expected and not could_be_syllable(way):
            return (way,)
    return ()


def _is_among_letters(plain: str, at: list[int]) -> bool:
    """Whether the signs stand for letters: one of those that mean nothing else, or within the word."""
    letters = sum(char.isalpha() for char in plain)
    telling = any(plain[place] in _ALWAYS for place in at) or max(at) < len(plain) - 1
    return telling and letters >= max(1, len(at) - 1)


def _closed_up(way: str, expected: Container[str]) -> tuple[str, ...]:
    parts = [part for part in _BETWEEN.split(way) if part]
    letters = "".join(parts)
    if not letters.isalpha() or not letters.isascii():
        return ()
    if len(parts) == 1:
        return (letters,) if letters in expected or could_be_syllable(letters) else ()
    if len(parts) == len(letters) and (len(letters) >= _FEWEST_LETTERS or letters in expected):
        return (letters,)
    strange = sum(not could_be_syllable(part) for part in parts)
    if 2 * strange < len(parts) or (len(parts) == 2 and 1 in map(len, parts)):  # "Neu.Vui" and "k/h" are no tricks
        return ()
    return (letters,) if could_be_syllable(letters) else split_syllables(letters)
