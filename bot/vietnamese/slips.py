"""Slips on a small keyboard: a word that is none, and is nearly one of those that were to be expected."""

from collections.abc import Iterable
from functools import cached_property

from bot.vietnamese.syllable import could_be_syllable

_SHORT, _LONG = 4, 8  # letters; from these on one letter, or two, may be wrong
_LONGEST = 20


class Expected:
    """The words that somebody could have meant."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word for word in words if len(word) >= _SHORT)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def meant(self, word: str) -> str:
        """The expected word that a folded word is a slip of; the word itself where it is sound or near to none."""
        if word in self._words or not _SHORT <= len(word) <= _LONGEST or not word.isascii() or not word.isalpha():
            return word
        return word if could_be_syllable(word) else self._nearest(word)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._words)

    def _nearest(self, word: str) -> str:
        from rapidfuzz import process  # only whoever meets a slip pays for loading it
        from rapidfuzz.distance import OSA

        most = 1 if len(word) < _LONG else 2
        found = process.extractOne(word, self._sorted, scorer=OSA.distance, score_cutoff=most)
        return found[0] if found else word
