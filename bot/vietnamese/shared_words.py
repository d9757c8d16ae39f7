"""How much of a short text stands in another one, in whatever order."""

from collections.abc import Sequence

_FAR_LONGER = 3  # times as many words: then a few common ones are found anywhere


def shared(wanted: Sequence[str], others: Sequence[str]) -> float:
    """From 0 to 1: how alike two lists of folded words are, words that only one of them has weighing little."""
    from rapidfuzz import fuzz  # only whoever compares pays for loading it

    if not wanted or not others:
        return 0.0
    one, other = " ".join(wanted), " ".join(others)
    alike = fuzz.token_sort_ratio(one, other)
    if max(len(wanted), len(others)) <= _FAR_LONGER * min(len(wanted), len(others)):
        alike = (alike + fuzz.token_set_ratio(one, other)) / 2
    return alike / 100
