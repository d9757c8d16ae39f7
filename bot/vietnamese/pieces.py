"""A text in pieces that survive a slip, a lost blank or another order of words."""

from collections.abc import Sequence
from itertools import pairwise

_LETTERS = 4  # blanks among them: shorter pieces stand in nearly every Vietnamese text


def pieces(words: Sequence[str]) -> frozenset[str]:
    """Folded words as they are, each two neighbours, and each run of four letters and blanks."""
    text = f" {' '.join(words)} "
    runs = (text[at : at + _LETTERS] for at in range(len(text) - _LETTERS + 1))
    pairs = (f"{one}+{other}" for one, other in pairwise(words))
    return frozenset((*(f"={word}" for word in words), *pairs, *runs))
