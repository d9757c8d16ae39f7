"""How much the evidence weighs, and which kind of scam it tells of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bot.advice.evidence import Evidence
from bot.advice.hearing import Heard
from bot.advice.reading import Reading
from bot.advice.signals import POINTS, Signal

_NOTHING_EXCUSES = (Signal.LINK_FAKE, Signal.TRICK)
_MOST_HINTS = 2
# The kinds that a claim makes likelier, and by how much.
_CLAIMS = {
    "bank": ("H10", "N8"),
    "police": ("H14", "N1"),
    "power": ("N4",),
    "telecom": ("H3", "N9"),
    "delivery": ("N6",),
}
_CLAIM_POINTS = 0.6


@dataclass(frozen=True, slots=True)
class Weighed:
    """The points of a message, those of each kind that phrases tell of, the likeliest of these, and what was counted,
    the weightiest first."""

    points: float
    of_kinds: Mapping[str, float]
    kind: str | None
    counted: tuple[Evidence, ...]


def weigh(heard: Heard) -> Weighed:
    """Each signal counts once, of the kinds only the likeliest; nothing speaks for false links and disguised words."""
    points = _points_of_kinds(heard)
    kind = max(points, key=points.__getitem__, default=None)
    plain = {one.signal: one for one in reversed(heard.evidence) if not one.code}
    counted = sorted([*plain.values(), *told_of(kind, heard)], key=lambda one: (-one.points, one.at))
    total = sum(one.points for one in counted if one.points > 0 or plain.keys().isdisjoint(_NOTHING_EXCUSES))
    return Weighed(total, points, kind, tuple(counted))


def _points_of_kinds(heard: Heard) -> dict[str, float]:
    """What speaks for each kind that a phrase tells of."""
    likelier = {code for claim in heard.claims for code in _CLAIMS.get(claim, ())}
    codes = dict.fromkeys(one.code for one in heard.evidence if one.code)
    return {
        code: sum(one.points for one in told_of(code, heard)) + _CLAIM_POINTS * (code in likelier) for code in codes
    }


def told_of(kind: str | None, heard: Heard) -> Sequence[Evidence]:
    """The phrases of a kind that count."""
    return _told([one for one in heard.evidence if one.code == kind], heard.reading) if kind else ()


def _told(found: Sequence[Evidence], reading: Reading) -> list[Evidence]:
    """What counts of the phrases of one kind: the surest, one more that stands elsewhere, and two hints."""
    phrases = [one for one in found if one.signal is not Signal.KIND_HINT]
    hints = {one.at: one for one in found if one.signal is Signal.KIND_HINT}
    first = max(phrases, key=lambda one: one.points, default=None)
    if first is None:
        return list(hints.values())[:_MOST_HINTS]
    apart = (one for one in phrases if one.at != first.at and not _same_words(one, first, reading))
    again = [_again(one) for one in islice(apart, 1)]
    return [first, *again, *list(hints.values())[:_MOST_HINTS]]


def _same_words(one: Evidence, other: Evidence, reading: Reading) -> bool:
    """Whether one shows no more than the other."""
    quotes = one.quote(reading), other.quote(reading)
    return quotes[0] in quotes[1] or quotes[1] in quotes[0]


def _again(one: Evidence) -> Evidence:
    """One more phrase of the kind; one of the administrators' list is none of the message's own words, and stays so."""
    return replace(one, signal=Signal.KIND_AGAIN if one.places else one.signal, own=POINTS[Signal.KIND_AGAIN])
