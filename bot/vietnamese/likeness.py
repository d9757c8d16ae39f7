"""How alike two texts are, whoever retold one of them with other names and other numbers."""

from functools import lru_cache

from bot.vietnamese.fold import words

_PIECE = 5  # letters and blanks; shorter pieces are shared by any two Vietnamese texts


def likeness(one: str, other: str) -> float:
    """From 0 to 1: the share of short pieces that both texts have, marks and punctuation apart; 1 for the same words.

    Two of our stories about different things share less than a quarter, one retold with other names more than a half.
    """
    first, second = _pieces(one), _pieces(other)
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 0.0


@lru_cache(maxsize=1_000)  # each text of a folder is compared with all the others
def _pieces(text: str) -> frozenset[str]:
    plain = " ".join(words(text))
    return frozenset(plain[at : at + _PIECE] for at in range(max(1, len(plain) - _PIECE + 1)) if plain)
