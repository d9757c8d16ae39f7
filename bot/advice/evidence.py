"""One thing in a message that speaks for a scam or against one."""

from dataclasses import dataclass, replace

from bot.advice.reading import Reading
from bot.advice.signals import POINTS, Signal


@dataclass(frozen=True, slots=True)
class Evidence:
    """A signal with the words that gave it; `code` is the kind of scam where the words tell it."""

    signal: Signal
    words: str
    at: int  # characters from the beginning
    code: str = ""
    own: float | None = None  # points, where they are not the same for every message

    @property
    def points(self) -> float:
        """What it is worth, below zero where it speaks for the message."""
        return POINTS[self.signal] if self.own is None else self.own


def seen(signal: Signal, reading: Reading, start: int, end: int, code: str = "") -> Evidence:
    """The evidence that the plain words from `start` to before `end` give."""
    return Evidence(signal, reading.said(start, end), reading.words[start].at, code)


def halved(one: Evidence) -> Evidence:
    """The evidence at half its worth where it speaks against the message."""
    return one if one.points <= 0 else replace(one, own=one.points / 2)
