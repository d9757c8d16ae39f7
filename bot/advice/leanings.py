"""How far the words of a message lean to a scam, learned from our own written cases: for what no phrase foresees."""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

from bot.advice.evidence import Evidence
from bot.advice.reading import Place, Reading
from bot.advice.signals import Signal

TABLE = Path(__file__).with_name("leanings.csv")  # "piece,weight", written by `python -m bench.leanings`
MOST = 3.0  # points, either way: words alone never make a danger, nor hide a false link
STRENGTH = 1.6  # fitted with the points of the signals, see `signals`
_HUNDREDTH = 100
_STRETCH = 7  # words that are quoted
_NEAR, _FEW = 5, 2  # words that may be added to a quote, or left out of it


@cache
def table() -> Mapping[str, int]:
    """The weight of each piece that is known, in hundredths of log-odds, which add up to the same in any order."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {piece: round(float(weight) * _HUNDREDTH) for piece, weight in csv.reader(file)}


def leaning(reading: Reading) -> Iterator[Evidence]:
    """Which way all the words together lean."""
    said, weights = reading.learned, table()
    if known := [weights[piece] for piece in said.pieces if piece in weights]:
        leans = STRENGTH * sum(known) / _HUNDREDTH * said.portion
        yield Evidence(Signal.LEANING, own=max(-MOST, min(MOST, leans)))


def leaning_words(reading: Reading) -> str:
    """The stretch that leans most to a scam, in the message's own words."""
    return reading.said(*_clauses(reading, _stretch(reading)))


def _stretch(reading: Reading) -> Place:
    """The words in a row that lean most to a scam, of one sentence."""
    words, weights = reading.words, table()
    change = [0.0] * (len(words) + 1)  # hundredths
    told = {piece: (start, end) for piece, start, end in reading.pieces.placed() if piece in weights}
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
