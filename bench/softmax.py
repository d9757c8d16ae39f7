"""Learns the tables of `bot.advice.softmax`: softmax regression (AdaGrad, L2) on pieces that at least three cases hold.

The same cases always give the same table.
"""

import csv
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bot.advice.pieces import heard_in
from bot.advice.softmax import USUAL, Weights, weights

_FEWEST = 3  # cases
_ROUNDS, _STEP, _SHRINK = 12, 0.1, 0.01
_LEAST = 0.3  # between the weights of a piece that is worth a line


class Case(NamedTuple):
    """A message in folded words, what it is, and how much it counts."""

    plain: str
    name: str
    times: float = 1.0
    way: bool = False  # to ask for an answer of the book


class Row(NamedTuple):
    """A case as it is learned from: its pieces, the number of its name, how much each piece and the case count."""

    pieces: Sequence[str]
    name: int
    portion: float
    times: float


class Learned(NamedTuple):
    """The names, and the weights of each piece for each of them, in log-odds; USUAL is a piece of every case."""

    names: Sequence[str]
    of: Mapping[str, Sequence[float]]

    def ready(self) -> Weights:
        """As they are used."""
        return weights(self.names, self.of.items())


def learn(told: Iterable[Case], rounds: int = _ROUNDS) -> Learned:
    """The weight of each piece for each name."""
    known = list(told)
    names = sorted({case.name for case in known})
    rows = _rows(known, names)
    of: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(names))
    squares: dict[str, list[float]] = defaultdict(lambda: [1e-6] * len(names))
    chance = random.Random(1)
    for _ in range(rounds):
        chance.shuffle(rows)
        for row in rows:
            wrong = _wrong(row, of, len(names))
            for piece in row.pieces:
                _correct(of[piece], squares[piece], wrong)
    return Learned(names, of)


def _rows(told: Sequence[Case], names: Sequence[str]) -> list[Row]:
    heard = [heard_in(case.plain) for case in told]
    counts = Counter(piece for one in heard for piece in one.pieces)
    kept = [sorted(piece for piece in one.pieces if counts[piece] >= _FEWEST) for one in heard]
    return [
        Row((USUAL, *own), names.index(case.name), one.portion, case.times)
        for case, one, own in zip(told, heard, kept, strict=True)
    ]


def _wrong(row: Row, of: Mapping[str, Sequence[float]], count: int) -> list[float]:
    """How far the likelihood of each name is from the truth, as much as each piece counts for it."""
    odds = [row.portion * sum(own) for own in zip(*(of[piece] for piece in row.pieces), strict=True)]
    powers = [math.exp(one - max(odds)) for one in odds]
    share = row.portion * row.times / sum(powers)
    return [share * powers[name] - row.portion * row.times * (name == row.name) for name in range(count)]


def _correct(own: list[float], squares: list[float], wrong: Sequence[float]) -> None:
    for name, slope in enumerate(wrong):
        pull = slope + _SHRINK * own[name]
        squares[name] += pull * pull
        own[name] -= _STEP * pull / math.sqrt(squares[name])


def write(learned: Learned, file: Path) -> None:
    """The table in the order of the alphabet."""
    with file.open("w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(("piece", *learned.names))
        for piece, own in sorted(learned.of.items()):
            if piece == USUAL or max(own) - min(own) >= _LEAST:
                lines.writerow((piece, *(f"{weight:.2f}" for weight in own)))
