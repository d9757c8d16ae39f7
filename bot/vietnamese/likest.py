"""How alike a text is to the likest of others, word for word."""

from collections.abc import Iterable, Sequence


def in_order(words: Iterable[str]) -> str:
    """Folded words as `likest` compares them: whatever order they were said in."""
    return " ".join(sorted(words))


def likest(text: str, others: Sequence[str]) -> float:
    """From 0 to 1, all texts being `in_order`; 0 where there are no others."""
    from rapidfuzz import fuzz, process  # only whoever compares pays for loading it

    found = process.extractOne(text, others, scorer=fuzz.ratio)
    return found[1] / 100 if found else 0.0
