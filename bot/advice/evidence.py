"""One thing in a message that speaks for a scam or against one.

It keeps where its words stand; they are quoted where somebody is told of them, which most messages never come to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.advice.reading import Place, Reading
from bot.advice.signals import POINTS, Signal
from bot.vietnamese.fold import fold

APART = " … "  # between words of several places
_ONLY_WRITTEN = re.compile(  # how somebody wrote, which invites nobody there
    r"(?:nhan\b.*|qua) (?:zalo|facebook)(?! (?:cho|voi|so|theo|de|ngay|nhe|nay|rieng)\b)"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A signal with the words that gave it; `code` is the kind of scam where the words tell it."""

    signal: Signal
    words: str = ""  # what gave it, where that is no words of the message, or no whole ones
    at: int = 0  # characters from the beginning
    code: str = ""
    own: float | None = None  # points, where they are not the same for every message
    places: tuple[Place, ...] = ()  # of the plain words that gave it

    @property
    def points(self) -> float:
        """What it is worth, below zero where it speaks for the message."""
        return POINTS[self.signal] if self.own is None else self.own

    def quote(self, reading: Reading) -> str:
        """The words that gave it, as the message says them."""
        quotes = [reading.said(start, end) for start, end in self.places]
        return APART.join(without_parts(quotes)) if quotes else self.words


def seen(signal: Signal, reading: Reading, start: int, end: int, code: str = "") -> Evidence:
    """The evidence that the plain words from `start` to before `end` give."""
    return Evidence(signal, "", reading.words[start].at, code, places=((start, end),))


def halved(one: Evidence) -> Evidence:
    """The evidence at half its worth where it speaks against the message."""
    return one if one.points <= 0 else replace(one, own=one.points / 2)


def is_way_of_writing(one: Evidence, reading: Reading) -> bool:
    """Whether what sounds like an invitation only says by what program somebody wrote."""
    return one.signal is Signal.MOVE and _ONLY_WRITTEN.match(fold(one.quote(reading))) is not None


def without_parts(quotes: Sequence[str]) -> Iterator[str]:
    """Each quote once, and none that another one holds."""
    once = dict.fromkeys(quotes)
    return (one for one in once if not any(one != other and one in other for other in once))
