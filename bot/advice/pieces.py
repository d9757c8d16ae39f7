"""What is learned of in a message: its words, pairs of words and families of words."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.advice.families import family_pieces

_USUAL = 25  # words of a message; in longer ones the weights of many words add up to more than they are worth
_NUMBER, _MONEY, _SOMEBODY = "#", "#tien", "ai"
_UNITS = frozenset({"trieu", "tr", "nghin", "ngan", "k", "ty", "cu", "dong", "vnd", "d", "usd", "do", "xu"})
_PEOPLE_WORDS = """
    toi minh tui tao may ban bac em chau con ong ba chu anh chi me bo no ta cau to di ngoai quy khach thim duong
"""
_PEOPLE = frozenset(_PEOPLE_WORDS.split())
Piece = tuple[str, int, int]  # from one word to before another
_ROUND = 3  # zeros of a number that is money


class Said(NamedTuple):
    """The pieces of a message, and how much each of them counts."""

    pieces: frozenset[str]
    portion: float


def said_of(found: Sequence[Piece], length: int) -> Said:
    """The pieces of a message of so many words, as the tables know them."""
    return Said(frozenset([piece for piece, _, _ in found]), _portion(length))


def heard_in(plain: str) -> Said:
    """The same of a message in folded words."""
    words = plain.split()
    return said_of(pieces(words), len(words))


def _portion(length: int) -> float:
    """How much each piece of a message of so many words counts."""
    return min(1.0, math.sqrt(_USUAL / length)) if length else 1.0


def pieces(said: Sequence[str]) -> list[Piece]:
    """What is learned of: words, pairs of words, families of words and pairs of those, each with its place."""
    return [*_words_and_pairs(said), *family_pieces(said)]


def _words_and_pairs(said: Sequence[str]) -> list[Piece]:
    """Each word and each pair of words, whoever is spoken to and whatever the numbers are."""
    named = _named(said)
    words = [one for one in named if one[0] != _SOMEBODY]
    return words + [(f"{word} {next}", start, end) for (word, start, _), (next, _, end) in pairwise(named)]


def _named(said: Sequence[str]) -> list[Piece]:
    """The words, whoever is spoken to and all that makes one number being one."""
    named, at = [], 0
    while at < len(said):
        word, start = said[at], at
        if word.isalpha() or not _has_digit(word):
            word, at = _SOMEBODY if word in _PEOPLE else word, at + 1
        else:
            at, word = _number(said, at)
        named.append((word, start, at))
    return named


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _number(said: Sequence[str], start: int) -> tuple[int, str]:
    """Behind the number that begins here, and whether it is money."""
    at, money = start, False
    while at < len(said) and _has_digit(word := said[at]):
        unit = word.strip("0123456789")
        money = money or unit in _UNITS or word.count("0") >= _ROUND
        at += 1
    if at < len(said) and said[at] in _UNITS:
        return at + 1, _MONEY
    return at, _MONEY if money else _NUMBER
