"""Softmax regression over the pieces of a message: how likely each of several things is, by a table once learned."""

import csv
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bot.advice.pieces import pieces, portion

USUAL = ""  # in the place of a piece: what holds for every message


class Said(NamedTuple):
    """The pieces of a message, and how much each of them counts."""

    pieces: frozenset[str]
    portion: float


def said_of(words: Sequence[str]) -> Said:
    """The message, in folded words, as the tables know it."""
    return Said(frozenset(piece for piece, _, _ in pieces(words)), portion(len(words)))


class Weights(NamedTuple):
    """What is told apart, and how much each piece speaks for each of them, in log-odds."""

    names: tuple[str, ...]
    of: Mapping[str, tuple[float, ...]]


@cache
def table(file: Path) -> Weights:
    """The weights that were learned."""
    number = cache(float)  # twenty thousand lines hold a few hundred numbers
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        _, *names = next(rows)
        return Weights(tuple(names), {piece: tuple(map(number, own)) for piece, *own in rows})


def likely(told: Said, weights: Weights) -> dict[str, float]:
    """How likely each of them is, all together 1."""
    known = [weights.of[piece] for piece in told.pieces if piece in weights.of]
    spoken = [told.portion * sum(own) for own in zip(*known, strict=True)] or [0.0] * len(weights.names)
    odds = [one + usual for one, usual in zip(spoken, weights.of[USUAL], strict=True)]
    return shares(dict(zip(weights.names, odds, strict=True)))


def shares(odds: Mapping[str, float]) -> dict[str, float]:
    """What is how likely, all together 1, from the log-odds of each."""
    most = max(odds.values())
    powers = [math.exp(one - most) for one in odds.values()]
    total = sum(powers)
    return {name: power / total for name, power in zip(odds, powers, strict=True)}
