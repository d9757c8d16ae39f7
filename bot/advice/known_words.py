"""The phrases of `lessons/lua-dao`, found in a message that says nearly the same."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.advice.knowledge import ScamType
from bot.vietnamese.fold import words

_PIECE = 5  # letters and blanks
_SHORTEST = 16  # letters of a phrase; shorter ones are said by anybody
_COMMON = 10  # phrases; a piece that more of them hold tells nothing
_SHARE = 0.5  # of the pieces of a phrase; reached by 8 % of scams and 0.1 % of harmless messages on 22/11/2026
_FEWEST = 10  # pieces of its own that a phrase must have
_FEWEST_SHARED = _SHARE * _FEWEST


@dataclass(frozen=True, slots=True)
class KnownPhrase:
    """A phrase of a kind of scam."""

    code: str
    phrase: str


class KnownWords:
    """Looks for all phrases at once by the pieces they are made of."""

    def __init__(self, scams: Iterable[ScamType]) -> None:
        self._phrases: list[KnownPhrase] = []
        self._sizes: list[int] = []
        self._holders: dict[str, list[int]] = defaultdict(list)
        for scam in scams:
            for phrase in scam.phrases:
                self._add(KnownPhrase(scam.code, phrase))
        for piece in [piece for piece, holders in self._holders.items() if len(holders) > _COMMON]:
            for at in self._holders.pop(piece):
                self._sizes[at] -= 1

    def _add(self, one: KnownPhrase) -> None:
        plain = " ".join(words(one.phrase))
        if len(plain) < _SHORTEST:
            return
        pieces = _pieces(plain)
        for piece in pieces:
            self._holders[piece].append(len(self._phrases))
        self._phrases.append(one)
        self._sizes.append(len(pieces))

    def find(self, said: Sequence[str]) -> Iterator[KnownPhrase]:
        """The phrases that folded words nearly say."""
        pieces = self._holders.keys() & _pieces(" ".join(said))
        shared = Counter(chain.from_iterable([self._holders[piece] for piece in pieces]))
        sizes = self._sizes
        near = [at for at, count in shared.items() if count >= _FEWEST_SHARED and count >= _SHARE * sizes[at]]
        return (self._phrases[at] for at in near if sizes[at] >= _FEWEST)


def _pieces(plain: str) -> set[str]:
    return {plain[at : at + _PIECE] for at in range(max(1, len(plain) - _PIECE + 1))}
