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


def odds(told: Said, weights: Weights) -> dict[str, float]:
    """How much speaks for each of them, in log-odds."""
    of = weights.of
    known = [own for piece in told.pieces if (own := of.get(piece))]
    spoken = [told.portion * sum(own) for own in zip(*known, strict=True)] or [0.0] * len(weights.names)
    return {name: one + usual for name, one, usual in zip(weights.names, spoken, of[USUAL], strict=True)}


def likely(told: Said, weights: Weights) -> dict[str, float]:
    """How likely each of them is, all together 1."""
    of = odds(told, weights)
    most = max(of.values())
    powers = [math.exp(one - most) for one in of.values()]
    total = sum(powers)
    return {name: power / total for name, power in zip(of, powers, strict=True)}
