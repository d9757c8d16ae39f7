"""How far two texts are from each other, letter by letter, and where one stands in another, more or less."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """Where something stands in a longer text, and how near it is: 100 is the same letters."""

    start: int
    end: int
    score: float


def edits(one: str, other: str) -> int:
    """How many letters must be put in, left out or changed."""
    from rapidfuzz.distance import Levenshtein  # only whoever compares pays for loading it

    return Levenshtein.distance(one, other)


def find_near(part: str, whole: str, least: float) -> Window | None:
    """The stretch of `whole` that is nearest to `part`; None where none is nearer than `least`."""
    from rapidfuzz import fuzz

    if not part or not whole:
        return None
    found = fuzz.partial_ratio_alignment(part, whole, score_cutoff=least)
    if found is None or len(part) > len(whole):
        score = fuzz.ratio(part, whole, score_cutoff=least)
        return Window(0, len(whole), score) if score else None
    return Window(found.dest_start, found.dest_end, found.score)
