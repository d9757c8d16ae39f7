"""The list of words that are too hard for newcomers, and what to write instead: `lessons/tu-kho.csv`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings
from bot.learning.pair_table import read_pairs

_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word found in a text, where it stands, and what to write instead."""

    at: int
    word: str
    better: str


@dataclass(frozen=True, slots=True)
class HardWords:
    """Hard words in lower case, each with its better one."""

    better: dict[str, str] = field(default_factory=dict)
    _pattern: re.Pattern[str] = field(default=_NOTHING, compare=False, repr=False)

    @classmethod
    def of(cls, better: dict[str, str]) -> "HardWords":
        """The list ready for searching; the longest words win."""
        longest_first = sorted(better, key=len, reverse=True)
        words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
        return cls(better, re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else _NOTHING)

    def find(self, text: str) -> Iterator[HardWord]:
        """Every hard word that stands as a whole word in the text."""
        for found in self._pattern.finditer(_lower(text)):
            word = " ".join(found[0].split())
            yield HardWord(found.start(), text[found.start() : found.end()], self.better.get(word, ""))


def _lower(text: str) -> str:
    """In lower case, which is searched three times faster than any case; as it is where a letter would become two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def read_hard_words(text: str, findings: Findings) -> HardWords:
    """The list in a CSV text with a header line; a row without both words is noted and left out."""
    pairs = read_pairs(text, MistakeCode.BAD_HARD_WORD, findings)
    return HardWords.of({hard.lower(): better for hard, better in pairs})
