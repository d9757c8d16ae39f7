"""Softmax regression over the pieces of a message: how likely each of several things is, by a table once learned.

The weights of a piece are hundredths, all in one large number: each has 32 bits of it for itself, so that one addition
adds forty of them, exactly and in any order.
"""

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from struct import Struct
from typing import NamedTuple

from bot.advice.pieces import Said

USUAL = ""  # in the place of a piece: what holds for every message
_HUNDREDTH = 100
_BITS = 32
_ZERO = 1 << (_BITS - 1)  # what stands for none, as there are no negative numbers in a lane


class Weights(NamedTuple):
    """What is told apart, and how much each piece speaks for each of them, in log-odds, packed."""

    names: tuple[str, ...]
    usual: Sequence[float]  # what holds for every message
    of: Mapping[str, int]


@cache
def table(file: Path) -> Weights:
    """The weights that were learned."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        _, *names = next(rows)
        return weights(names, ((piece, map(_read, own)) for piece, *own in rows))


def weights(names: Iterable[str], of: Iterable[tuple[str, Iterable[float]]]) -> Weights:
    """The weights of each piece, in log-odds, ready to be added."""
    known = tuple(names)
    lanes, none = _lanes(len(known))
    read = {piece: lanes.pack(*map(_in_lane, own)) for piece, own in of}
    usual = [(one - _ZERO) / _HUNDREDTH for one in lanes.unpack(read.pop(USUAL))]
    return Weights(known, usual, {piece: int.from_bytes(own, "little") - none for piece, own in read.items()})


_read = cache(float)  # fifty thousand lines hold a few hundred numbers


@cache
def _in_lane(weight: float) -> int:
    return round(weight * _HUNDREDTH) + _ZERO


@cache
def _lanes(count: int) -> tuple[Struct, int]:
    """How so many numbers lie in one, and that one where each of them is none."""
    lanes = Struct(f"<{count}I")
    return lanes, int.from_bytes(lanes.pack(*[_ZERO] * count), "little")


def odds(told: Said, weights: Weights) -> dict[str, float]:
    """How much speaks for each of them, in log-odds."""
    of, part = weights.of, told.portion / _HUNDREDTH
    lanes, none = _lanes(len(weights.names))
    total = sum([of[piece] for piece in told.pieces if piece in of], none)
    each = zip(lanes.unpack(total.to_bytes(lanes.size, "little")), weights.usual, strict=True)
    return dict(zip(weights.names, [part * (one - _ZERO) + usual for one, usual in each], strict=True))


def likely(told: Said, weights: Weights) -> dict[str, float]:
    """How likely each of them is, all together 1."""
    of = odds(told, weights)
    most = max(of.values())
    powers = [math.exp(one - most) for one in of.values()]
    total = sum(powers)
    return {name: power / total for name, power in zip(of, powers, strict=True)}
