"""What the writer of a message wants, told by all its words together: for what no pattern foresees."""

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from bot.advice.pieces import Said, heard_in
from bot.advice.softmax import likely, table

TABLE = Path(__file__).with_name("wants.csv")  # "piece" and each want, written by `python -m bench.wants`
EMERGENCIES = Path(__file__).with_name("urgency.csv")  # the same of each emergency, among all of them


class Want(StrEnum):
    """What a person may want here."""

    ANSWER = "answer"  # to an ordinary question
    URGENT = "urgent"  # help at once
    CHECK = "check"  # to know whether something is a trick
    SHOW = "show"  # a message of somebody else, and nothing about it
    PERSON = "person"
    OUT = "out"  # no more messages
    MENU = "menu"
    LESSON = "lesson"
    REFUSED = "refuse"  # what is never answered here


class _Bar(NamedTuple):
    """How likely a want has to be: `rise` more for each point by which an answer is nearer than `near`."""

    least: float
    near: float = 0.35  # the score of an answer
    rise: float = 1.0
    denied: float = 0.03  # below it not even a pattern that finds the want is believed


_BARS: Mapping[Want, _Bar] = {  # fitted on what was not learned from
    Want.URGENT: _Bar(0.28, rise=1.5, denied=0.05),  # where nothing else is known, to miss one costs most
    Want.CHECK: _Bar(0.17),
    Want.PERSON: _Bar(0.2, rise=2.0),
    Want.OUT: _Bar(0.2, near=0.4, rise=2.0),
    Want.MENU: _Bar(0.25, rise=2.0),
    Want.LESSON: _Bar(0.25, rise=2.0),
    Want.REFUSED: _Bar(0.22, near=0.4),
}
_SURELY = 0.7  # a message that is shown, in which "I have sent" is not said by who shows it


@lru_cache(maxsize=1)
def said(plain: str) -> Said:
    """The message, in folded words as the book of answers reads it, as the tables know it."""
    return heard_in(plain)


@lru_cache(maxsize=1)
def shares(plain: str) -> Mapping[str, float]:
    """How likely each want is, all together 1."""
    return likely(said(plain), table(TABLE))


def wanted(plain: str) -> tuple[Want, float]:
    """What is most likely wanted other than an answer, and how likely, from 0 to 1."""
    of = shares(plain)
    if only_shows(plain):
        return Want.CHECK, of[Want.SHOW]
    best = max(_BARS, key=lambda want: of[want])
    return best, of[best]


def only_shows(plain: str) -> bool:
    """Whether the words are surely those of somebody else."""
    return shares(plain)[Want.SHOW] >= _SURELY


def look(plain: str) -> float:
    """How likely it is that a message is to be looked at: that it is somebody else's, or tells of one."""
    of = shares(plain)
    return of[Want.CHECK] + of[Want.SHOW]


def is_heard(want: Want, share: float, score: float) -> bool:
    """Whether that is likely enough, where an approved answer is as near to the message as `score`."""
    bar = _BARS[want]
    return share >= bar.least + bar.rise * max(0.0, score - bar.near)


def denied(want: Want, plain: str) -> bool:
    """Whether all the words together tell of anything but that, whatever some of them say."""
    return shares(plain)[want] < _BARS[want].denied


def emergency(plain: str) -> str:
    """Which emergency a message that tells of one tells of, by its name in the table."""
    of = likely(said(plain), table(EMERGENCIES))
    return max(of, key=lambda what: (of[what], what))
