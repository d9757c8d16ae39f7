"""The phrases of `lessons/lua-dao`, found in a message that says nearly the same."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from bot.advice.knowledge import ScamType
from bot.advice.pieces import Said, heard_in
from bot.vietnamese.plain import plain

_SHORTEST = 16  # letters of a phrase; shorter ones are said by anybody
_COMMON = 10  # phrases; a piece that more of them hold tells nothing
_SHARE = 0.55  # of the pieces of a phrase; reached by 5 % of scams and 0.1 % of harmless messages on 23/11/2026
_FEWEST = 5  # pieces of its own that a phrase must have
_MET = 3  # of its rarest pieces, for it to be looked at


@dataclass(frozen=True, slots=True)
class KnownPhrase:
    """A phrase of a kind of scam."""

    code: str
    phrase: str


@dataclass(frozen=True, slots=True)
class _Telling:
    """A phrase with the pieces that tell something, and how many of them a message must hold."""

    phrase: KnownPhrase
    pieces: frozenset[str]
    least: int


class KnownWords:
    """Looks for all phrases at once by the pieces they are made of.

    A message that holds `least` of the pieces of a phrase holds at least three of any `len(pieces) - least + 3` of them
    (prefix filter, Chaudhuri et al. 2006): the rarest so many are looked for, and only where three are met, all.
    """

    def __init__(self, scams: Iterable[ScamType]) -> None:
        phrases = [KnownPhrase(scam.code, phrase) for scam in scams for phrase in scam.phrases]
        held = [(one, heard_in(said).pieces) for one in phrases if len(said := plain(one.phrase)) >= _SHORTEST]
        holders = Counter(piece for _, pieces in held for piece in pieces)
        self._telling: list[_Telling] = []
        self._by_piece: dict[str, list[int]] = defaultdict(list)
        for one, pieces in held:
            telling = (piece for piece in pieces if holders[piece] <= _COMMON)
            self._add(one, sorted(telling, key=lambda piece: (holders[piece], piece)))

    def _add(self, one: KnownPhrase, rarest: list[str]) -> None:
        if len(rarest) < _FEWEST:
            return
        least = max(_MET, math.ceil(_SHARE * len(rarest)))
        for piece in rarest[: len(rarest) - least + _MET]:
            self._by_piece[piece].append(len(self._telling))
        self._telling.append(_Telling(one, frozenset(rarest), least))

    def find(self, said: Said) -> Iterator[KnownPhrase]:
        """The phrases that a message nearly says."""
        by_piece = self._by_piece
        met = Counter(chain.from_iterable([by_piece[piece] for piece in said.pieces if piece in by_piece]))
        found = (self._telling[at] for at in sorted([at for at, times in met.items() if times >= _MET]))
        return (one.phrase for one in found if len(one.pieces & said.pieces) >= one.least)
