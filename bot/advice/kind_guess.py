"""Which kind of scam a message tells of, by its phrases and by all its words together."""

import math
from collections.abc import Mapping
from pathlib import Path

from bot.advice.hearing import Heard
from bot.advice.kinds import Weighed
from bot.advice.signals import Signal
from bot.advice.softmax import odds, table

TABLE = Path(__file__).with_name("kinds.csv")  # "piece" and each kind, written by `python -m bench.kinds`
NONE = "-"  # the name in the table of what is none of the kinds
_OF_PHRASES = 0.3  # log-odds for each point; fitted
_LEAST = 0.25  # how likely a kind has to be; a wrong one explains and advises wrongly, none does neither
_LINK = "H23"  # what leads to a strange page, whatever is said beside it
_LINKS = frozenset({Signal.LINK_FAKE, Signal.LINK_ENDING, Signal.LINK_IP, Signal.LINK_SHORT, Signal.LINK_UNKNOWN})


def kind_of(heard: Heard, weighed: Weighed) -> str | None:
    """The kind whose story this is; a kind of the administrators' own, which no case tells of, by its phrases."""
    of = _odds(heard, weighed)
    if weighed.kind is not None and weighed.kind not in of:
        return weighed.kind
    best = max(of, key=of.__getitem__)
    if best != NONE and _share(best, of) >= _LEAST:
        return best
    return _LINK if any(one.signal in _LINKS for one in heard.evidence) else None


def _odds(heard: Heard, weighed: Weighed) -> dict[str, float]:
    """How much speaks for each kind that the table knows."""
    of = odds(heard.reading.learned, table(TABLE))
    for kind, points in weighed.of_kinds.items():
        if kind in of:
            of[kind] += _OF_PHRASES * points
    return of


def _share(kind: str, of: Mapping[str, float]) -> float:
    """How likely the kind is, all together being 1."""
    return 1 / sum([math.exp(one - of[kind]) for one in of.values()])
