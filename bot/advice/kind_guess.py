"""Which kind of scam a message tells of, by its phrases and by all its words together."""

import math
from collections.abc import Mapping
from pathlib import Path

from bot.advice.hearing import Heard
from bot.advice.kinds import Weighed, points_of_kinds
from bot.advice.pieces import portion
from bot.advice.signals import Signal
from bot.advice.softmax import Said, likely, shares, table

TABLE = Path(__file__).with_name("kinds.csv")  # "piece" and each kind, written by `python -m bench.kinds`
_OF_PHRASES = 0.3  # log-odds for each point; fitted
_LEAST = 0.15  # how likely a kind has to be; of those that are named 85 of 100 are right then
_LEAST_SEEN = 1e-9
_LINK = "H23"  # what leads to a strange page, whatever is said beside it
_LINKS = frozenset({Signal.LINK_FAKE, Signal.LINK_ENDING, Signal.LINK_IP, Signal.LINK_SHORT, Signal.LINK_UNKNOWN})


def kind_of(heard: Heard, weighed: Weighed) -> str | None:
    """The kind whose story this is; a kind of the administrators' own, which no case tells of, by its phrases."""
    of = _shares(heard)
    if weighed.kind is not None and weighed.kind not in of:
        return weighed.kind
    best = max(of, key=lambda kind: (of[kind], kind))
    if of[best] >= _LEAST:
        return best
    return _LINK if any(one.signal in _LINKS for one in heard.evidence) else None


def _shares(heard: Heard) -> Mapping[str, float]:
    """How likely each kind is, all together 1."""
    reading = heard.reading
    said = Said(frozenset(piece for piece, _, _ in reading.pieces), portion(len(reading.words)))
    words = likely(said, table(TABLE))
    phrases = points_of_kinds(heard)
    odds = {
        kind: math.log(max(share, _LEAST_SEEN)) + _OF_PHRASES * phrases.get(kind, 0.0) for kind, share in words.items()
    }
    return shares(odds)
