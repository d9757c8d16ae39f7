"""How far the words of a message lean to a scam, learned from our own written cases: for what no phrase foresees."""

import csv
import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

from bot.advice.evidence import Evidence
from bot.advice.families import family_pieces
from bot.advice.reading import Reading
from bot.advice.signals import Signal
from bot.vietnamese.plain import PlainWord

TABLE = Path(__file__).with_name("leanings.csv")  # "piece,weight", written by `python -m bench.leanings`
MOST = 3.0  # points, either way: words alone never make a danger, nor hide a false link
STRENGTH = 1.6  # fitted with the points of the signals, see `signals`
_USUAL = 25  # words of a message; in longer ones the weights of many words add up to more than they are worth
_STRETCH = 7  # words that are quoted
_NEAR, _FEW = 5, 2  # words that may be added to a quote, or left out of it
_NUMBER, _MONEY, _SOMEBODY = "#", "#tien", "ai"
_UNITS = frozenset({"trieu", "tr", "nghin", "ngan", "k", "ty", "cu", "dong", "vnd", "d", "usd", "do", "xu"})
_PEOPLE_WORDS = """
    toi minh tui tao may ban bac em chau con ong ba chu anh chi me bo no ta cau to di ngoai quy khach thim duong
"""
_PEOPLE = frozenset(_PEOPLE_WORDS.split())
_ROUND = 3  # zeros of a number that is money

Place = tuple[int, int]  # from one word to before another


@cache
def table() -> Mapping[str, float]:
    """The weight of each piece that is known, in log-odds."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {piece: float(weight) for piece, weight in csv.reader(file)}


def leaning(reading: Reading) -> Iterator[Evidence]:
    """Which way all the words together lean, with the stretch that leans most to a scam where they do."""
    weights, said = table(), [word.plain for word in reading.words]
    told = {piece: (start, end) for piece, start, end in pieces(said) if piece in weights}
    if told:
        leans = STRENGTH * sum([weights[piece] for piece in told]) * portion(len(reading.words))
        points = max(-MOST, min(MOST, leans))
        start, end = _clauses(reading, _stretch(reading.words, told, weights)) if points > 0 else (0, 1)
        yield Evidence(Signal.LEANING, reading.said(start, end), reading.words[start].at, own=points)


def portion(length: int) -> float:
    """How much each piece of a message of so many words counts."""
    return min(1.0, math.sqrt(_USUAL / length)) if length else 1.0


def pieces(said: Sequence[str]) -> list[tuple[str, int, int]]:
    """What is learned of: words, pairs of words, families of words and pairs of those, each with its place."""
    return [*_words_and_pairs(said), *family_pieces(said)]


def _words_and_pairs(said: Sequence[str]) -> list[tuple[str, int, int]]:
    """Each word and each pair of words, whoever is spoken to and whatever the numbers are."""
    named = _named(said)
    words = [one for one in named if one[0] != _SOMEBODY]
    return words + [(f"{word} {next}", start, end) for (word, start, _), (next, _, end) in pairwise(named)]


def _named(said: Sequence[str]) -> list[tuple[str, int, int]]:
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


def _stretch(words: Sequence[PlainWord], told: Mapping[str, Place], weights: Mapping[str, float]) -> Place:
    """The words in a row that lean most to a scam, of one sentence."""
    change = [0.0] * (len(words) + 1)
    for piece, (start, end) in told.items():
        share = weights[piece] / (end - start)
        change[start] += share
        change[end] -= share
    ends = [at for at, word in enumerate(words, 1) if word.ends] + [len(words)]
    total = list(accumulate(accumulate(change[:-1]), initial=0.0))
    behind = [min(end, at + _STRETCH) for begun, end in pairwise((0, *ends)) for at in range(begun, end)]
    sums = [total[end] - total[at] for at, end in enumerate(behind)]
    start = sums.index(max(sums))
    return start, behind[start]


def _clauses(reading: Reading, stretch: Place) -> Place:
    """The stretch from where its clause begins to where one ends, if that is not far: nobody reads half a word."""
    start, end = stretch
    begins = [at for at in range(start, start - _NEAR - 1, -1) if reading.pauses(at)]
    begins += [at for at in range(start + 1, min(start + _FEW + 1, end - _FEW)) if reading.pauses(at)]
    stops = [at for at in range(end, end + _NEAR + 1) if reading.pauses(at)]
    stops += [end - 1] if end - 1 > start + _FEW and reading.pauses(end - 1) else []
    return begins[0] if begins else start, stops[0] if stops else end
