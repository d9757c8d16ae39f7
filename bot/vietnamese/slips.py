"""Slips on a small keyboard: a word that is none, and is nearly one of those that were to be expected."""

from collections.abc import Iterable

from bot.vietnamese.foreign import FOREIGN
from bot.vietnamese.syllable import could_be_syllable

_SHORT, _LONG = 4, 8  # letters; from these on one letter, or two, may be wrong
_LONGEST = 20


class Expected:
    """The words that somebody could have meant."""

    def __init__(self, words: Iterable[str]) -> None:
        self._all = frozenset(words)
        self._words = frozenset(word for word in self._all if len(word) >= _SHORT)
        self._by_length: dict[int, list[str]] = {}

    def __contains__(self, word: object) -> bool:
        return word in self._all

    def meant(self, word: str) -> str:
        """The expected word that a folded word is a slip of; the word itself where it is sound or near to none."""
        if word in self._words or not _SHORT <= len(word) <= _LONGEST or not word.isascii() or not word.isalpha():
            return word
        return word if word in FOREIGN or could_be_syllable(word) else self._nearest(word)

    def _nearest(self, word: str) -> str:
        from rapidfuzz import process  # only whoever meets a slip pays for loading it
        from rapidfuzz.distance import OSA

        most = 1 if len(word) < _LONG else 2
        found = process.extractOne(word, self._as_long(len(word), most), scorer=OSA.distance, score_cutoff=most)
        return found[0] if found else word

    def _as_long(self, length: int, most: int) -> list[str]:
        """The words with at most so many letters more or fewer, in order."""
        if length not in self._by_length:
            self._by_length[length] = sorted(one for one in self._words if abs(len(one) - length) <= most)
        return self._by_length[length]
