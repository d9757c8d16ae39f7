"""How alike a text is to the likest of others, word for word."""

from collections.abc import Sequence


def likest(text: str, others: Sequence[str]) -> float:
    """From 0 to 1, whatever the order of the folded words; 0 where there are no others."""
    from rapidfuzz import fuzz, process  # only whoever compares pays for loading it

    found = process.extractOne(text, others, scorer=fuzz.token_sort_ratio)
    return found[1] / 100 if found else 0.0
