"""How far the words of a message lean to a scam, learned from our own written cases: for what no phrase foresees."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

from bot.advice.evidence import Evidence
from bot.advice.pieces import portion
from bot.advice.reading import Place, Reading
from bot.advice.signals import Signal
from bot.vietnamese.plain import PlainWord

TABLE = Path(__file__).with_name("leanings.csv")  # "piece,weight", written by `python -m bench.leanings`
MOST = 3.0  # points, either way: words alone never make a danger, nor hide a false link
STRENGTH = 1.6  # fitted with the points of the signals, see `signals`
_STRETCH = 7  # words that are quoted
_NEAR, _FEW = 5, 2  # words that may be added to a quote, or left out of it


@cache
def table() -> Mapping[str, float]:
    """The weight of each piece that is known, in log-odds."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {piece: float(weight) for piece, weight in csv.reader(file)}


def leaning(reading: Reading) -> Iterator[Evidence]:
    """Which way all the words together lean, with the stretch that leans most to a scam where they do."""
    weights = table()
    told = {piece: (start, end) for piece, start, end in reading.pieces if piece in weights}
    if told:
        leans = STRENGTH * sum([weights[piece] for piece in told]) * portion(len(reading.words))
        points = max(-MOST, min(MOST, leans))
        start, end = _clauses(reading, _stretch(reading.words, told, weights)) if points > 0 else (0, 1)
        yield Evidence(Signal.LEANING, reading.said(start, end), reading.words[start].at, own=points)


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
