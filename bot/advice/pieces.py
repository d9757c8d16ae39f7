"""What is learned of in a message: its words, pairs of words and families of words."""

import math
from collections.abc import Iterator, Sequence, Set
from itertools import chain, pairwise
from typing import NamedTuple

from bot.advice.families import Piece, family_pieces

_USUAL = 25  # words of a message; in longer ones the weights of many words add up to more than they are worth
_NUMBER, _MONEY, _SOMEBODY = "#", "#tien", "ai"
_UNITS = frozenset({"trieu", "tr", "nghin", "ngan", "k", "ty", "cu", "dong", "vnd", "d", "usd", "do", "xu"})
_PEOPLE_WORDS = """
    toi minh tui tao may ban bac em chau con ong ba chu anh chi me bo no ta cau to di ngoai quy khach thim duong
"""
_PEOPLE = frozenset(_PEOPLE_WORDS.split())
_ROUND = 3  # zeros of a number that is money


class Said(NamedTuple):
    """The pieces of a message, and how much each of them counts."""

    pieces: Set[str]
    portion: float


def heard_in(plain: str) -> Said:
    """A message in folded words, as the tables know it."""
    return Pieces(plain.split()).said()


class Pieces:
    """What is learned of: words, pairs of words, families of words and pairs of those; whoever is spoken to and
    whatever the numbers are."""

    def __init__(self, words: Sequence[str]) -> None:
        self._length = len(words)
        self._named = _named(words)
        self._families = family_pieces(words)

    def said(self) -> Said:
        """All of them, without places."""
        words = [word for word, _, _ in self._named]
        found = {piece for piece, _, _ in self._families}
        found.update(words, map(" ".join, pairwise(words)))
        found.discard(_SOMEBODY)
        return Said(found, _portion(self._length))

    def placed(self) -> Iterator[Piece]:
        """Each with its place."""
        named = self._named
        pairs = ((f"{word} {next}", start, end) for (word, start, _), (next, _, end) in pairwise(named))
        return chain((one for one in named if one[0] != _SOMEBODY), pairs, self._families)


def _portion(length: int) -> float:
    """How much each piece of a message of so many words counts."""
    return min(1.0, math.sqrt(_USUAL / length)) if length else 1.0


def _named(said: Sequence[str]) -> list[Piece]:
    """The words, whoever is spoken to and all that makes one number being one."""
    named, at = list[Piece](), 0
    while at < len(said):
        word, start = said[at], at
        if word.isalpha() or not _has_digit(word):
            word, at = _SOMEBODY if word in _PEOPLE else word, at + 1
        else:
            word, at = _number(said, at)
        named.append((word, start, at))
    return named


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _number(said: Sequence[str], start: int) -> tuple[str, int]:
    """What stands for the number that begins here, money or not, and behind it."""
    at, money = start, False
    while at < len(said) and _has_digit(word := said[at]):
        unit = word.strip("0123456789")
        money = money or unit in _UNITS or word.count("0") >= _ROUND
        at += 1
    if at < len(said) and said[at] in _UNITS:
        return _MONEY, at + 1
    return _MONEY if money else _NUMBER, at
