"""One slip of the finger undone, also in a short word: two letters swapped, one doubled, lost or another one."""

from collections.abc import Iterator, Mapping

from bot.vietnamese.foreign import FOREIGN
from bot.vietnamese.syllable import could_be_syllable

_LETTERS = "abcdeghiklmnopqrstuvxyfjwz"
_SHORTEST, _LONGEST = 3, 12  # letters


class Respelling:
    """Words that may be meant, each with how often it is."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts

    def meant(self, word: str) -> str:
        """The most usual word that is one slip away from one that is none; the word itself where there is none."""
        if word in self._counts or word in FOREIGN or could_be_syllable(word) or not self._may_be_slip(word):
            return word
        for near in (_swapped(word), _shorter(word), _other(word)):
            known = [one for one in near if one in self._counts]
            if known:
                return max(known, key=lambda one: (self._counts[one], one))
        return word

    def _may_be_slip(self, word: str) -> bool:
        return _SHORTEST <= len(word) <= _LONGEST and word.isascii() and word.isalpha()


def _swapped(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))


def _shorter(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _other(word: str) -> Iterator[str]:
    """One letter changed, or one put in."""
    for at in range(len(word) + 1):
        yield from (word[:at] + letter + word[at:] for letter in _LETTERS)
        yield from (word[:at] + letter + word[at + 1 :] for letter in _LETTERS if at < len(word))
