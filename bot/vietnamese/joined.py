"""Words whose blanks were lost: "chuyenkhoan", "nganhang"."""

from functools import cache

from bot.vietnamese.fold import fold
from bot.vietnamese.syllable import toneless_syllables

_LONGEST = 40  # letters
_SHORTEST = 4
_VOWELS = frozenset("aeiouy")
_STARTS_WITH_VOWEL = 1.5  # as a share of a syllable: "hoa don", not "ho a don"
_UNEVEN = 0.01  # for each letter: "ngan hang", not "nganh ang"


@cache
def _syllables() -> frozenset[str]:
    return frozenset(map(fold, toneless_syllables()))


@cache
def _longest_syllable() -> int:
    return max(map(len, _syllables()))


def split_syllables(letters: str) -> tuple[str, ...]:
    """The folded syllables that stand in the letters without blanks; empty unless there are two and nothing is left."""
    if not _SHORTEST <= len(letters) <= _LONGEST or not letters.isascii() or not letters.isalpha():
        return ()
    syllables, longest = _syllables(), _longest_syllable()
    best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ())]
    for end in range(1, len(letters) + 1):
        ways = []
        for start in range(max(0, end - longest), end):
            before = best[start]
            if before is not None and (piece := letters[start:end]) in syllables:
                ways.append((before[0] + _cost(piece), (*before[1], piece)))
        best.append(min(ways, default=None))
    found = best[-1]
    return found[1] if found and 1 < len(found[1]) <= max(2, len(letters) // 3) else ()


def _cost(piece: str) -> float:
    lone = _STARTS_WITH_VOWEL if piece[0] in _VOWELS else 0.0
    return 1.0 + lone + _UNEVEN * len(piece) ** 2
