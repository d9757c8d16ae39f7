"""Many communes in a few folds by their first letters, so that a telephone shows a page and not a mile of boxes."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.areas import Commune
from bot.vietnamese.syllable import part_tone

MOST_UNFOLDED = 24  # boxes that stand open, about four screens of a small telephone
FEWEST = 10  # in one fold, as far as there are


@dataclass(frozen=True, slots=True)
class Fold:
    """Neighbours in the alphabet under the letters they begin with, "" where nothing is folded."""

    letters: str
    communes: Sequence[Commune]
    chosen: int  # how many of them are marked

    @property
    def open(self) -> bool:
        """Whether it has to be seen which ones are: some, and not all."""
        return 0 < self.chosen < len(self.communes)


def folds(listed: Sequence[Commune], chosen: Collection[str]) -> tuple[Fold, ...]:
    """All that are listed, in their order."""
    if len(listed) <= MOST_UNFOLDED:
        return (_fold("", listed, chosen),)
    return tuple(_fold(letters, together, chosen) for letters, together in _gathered(listed))


def _gathered(listed: Sequence[Commune]) -> Iterator[tuple[str, Sequence[Commune]]]:
    """Whole letters, as many as it takes."""
    letters, together = "", list[Commune]()
    for letter, group in groupby(listed, key=_letter):
        letters, together = f"{letters}{letter}", [*together, *group]
        if len(together) >= FEWEST:
            yield _span(letters), together
            letters, together = "", []
    if together:
        yield _span(letters), together


def _letter(one: Commune) -> str:
    return part_tone(one.name)[0][0].upper()


def _span(letters: str) -> str:
    return letters if len(letters) == 1 else f"{letters[0]} – {letters[-1]}"


def _fold(letters: str, communes: Sequence[Commune], chosen: Collection[str]) -> Fold:
    return Fold(letters, communes, len([one for one in communes if one.code in chosen]))
