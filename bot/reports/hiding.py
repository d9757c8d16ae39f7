"""Small counts of people are not shown, nor what they could be had from by subtraction."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

FEW = 5  # a count below is hidden, unless nobody is in it

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Shown(Generic[K]):
    """What may be seen of parts and their sum; None stands for a hidden number."""

    total: int | None
    parts: dict[K, int | None]


def few(count: int) -> bool:
    """Whether a count stands for people that could be guessed."""
    return 0 < count < FEW


def hide(parts: Mapping[K, int]) -> Shown[K]:
    """Parts and their sum, so that no hidden part can be computed, even by somebody who knows this rule.

    Two hidden parts protect each other unless they can only be all ones or all fours. Where they do not, the smallest
    of the others is hidden too: then nobody knows which of them is which. Where there is no other, the sum is hidden.
    """
    total = sum(parts.values())
    hidden = {key for key, count in parts.items() if few(count)}
    if few(total) or not hidden or _protected([parts[key] for key in hidden]):
        return _shown(None if few(total) else total, parts, hidden)
    others = [(count, str(key), key) for key, count in parts.items() if count >= FEW]
    if not others:
        return _shown(None, parts, hidden)
    return _shown(total, parts, hidden | {min(others, key=lambda other: other[:2])[2]})


def _protected(counts: list[int]) -> bool:
    """Whether a sum of so many counts from 1 to 4 leaves each of them open."""
    return len(counts) < sum(counts) < (FEW - 1) * len(counts) and len(counts) > 1


def _shown(total: int | None, parts: Mapping[K, int], hidden: set[K]) -> Shown[K]:
    return Shown(total, {key: None if key in hidden else count for key, count in parts.items()})
