"""Where a sentence of a copy differs from the true one, in words that a reader can compare."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.vietnamese.edits import edits
from bot.vietnamese.fold import fold

NEGATION = re.compile(r"khong|dung|chua|cam")
_FIGURE = re.compile(r"\d+(?:[.:/]\d+)*")


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the copy and the true ones in their place; either may be missing."""

    copied: str
    true: str


def only_a_slip(written: str, true: str, *, bids: bool) -> bool:
    """Whether folded letters differ by one or two that change neither a number nor what is forbidden."""
    same = _FIGURE.findall(written) == _FIGURE.findall(true)
    forbid = len(NEGATION.findall(written)) == len(NEGATION.findall(true))
    return same and forbid and edits(written, true) <= (1 if bids else max(1, len(true) // 25))


def differing(copied: str, true: str) -> list[Difference]:
    """The words that stand in the place of others; all of them where the blanks between words are lost."""
    one, other = copied.split(), true.split()
    if len(one) * 3 < len(other):
        return _figures(copied, true) or [Difference(copied, true)]
    return [*_words(one, other)] or [Difference(copied, true)]


def _words(one: list[str], other: list[str]) -> Iterator[Difference]:
    plain = [[fold(word).strip(".,;:!?") for word in words] for words in (one, other)]
    for kind, i, j, k, m in SequenceMatcher(None, plain[0], plain[1], autojunk=False).get_opcodes():
        if kind != "equal":
            bare = i == j or k == m or not any(map(str.isalpha, "".join((*one[i:j], *other[k:m]))))
            more = 1 if bare and j < len(one) and m < len(other) else 0  # "5 giờ" says more than "5"
            yield Difference(_plain(one[i : j + more]), _plain(other[k : m + more]))


def _plain(words: list[str]) -> str:
    return " ".join(words).strip(".,;: ")


def _figures(copied: str, true: str) -> list[Difference]:
    """The numbers that differ, one by one."""
    pairs = zip(_FIGURE.findall(copied), _FIGURE.findall(true), strict=False)
    return [Difference(one, other) for one, other in pairs if one != other]
