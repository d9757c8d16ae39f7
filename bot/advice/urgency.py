"""How far all words of a message together tell of an emergency, and of which: for what no pattern foresees."""

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from bot.advice.cues import expected_words
from bot.advice.leanings import pieces, portion
from bot.vietnamese.plain import PlainWord, plain_words

TABLE = Path(__file__).with_name("urgency.csv")  # "what,piece,weight", written by `python -m bench.urgency`
ANY = ""  # in the place of what it is: that it is an emergency at all
_FEWEST = 5  # words: fewer, above all numbers, tell nothing by themselves
LEAST = 0.4  # log-odds; fitted so that hardly any question is taken for an emergency

Table = Mapping[str, Mapping[str, float]]


@cache
def table() -> Table:
    """The weight of each piece that is known for each emergency, in log-odds."""
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    with TABLE.open(encoding="utf-8", newline="") as file:
        for what, piece, weight in csv.reader(file):
            weights[what][piece] = float(weight)
    return weights


def emergency(text: str) -> str | None:
    """Which emergency the words tell of, by its name in the table; None where they tell of none."""
    words = plain_words(text, expected_words())
    weights, told = table(), {piece for piece, _, _ in pieces(words)}
    if len(words) < _FEWEST or _odds(weights[ANY], told, words) < LEAST:
        return None
    return max((what for what in weights if what != ANY), key=lambda what: (_odds(weights[what], told, words), what))


def _odds(weights: Mapping[str, float], told: set[str], words: Sequence[PlainWord]) -> float:
    return portion(len(words)) * sum(weights.get(piece, 0.0) for piece in told)
