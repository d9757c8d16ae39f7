"""How much the evidence weighs, and which kind of scam it tells of."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.advice.evidence import Evidence
from bot.advice.hearing import Heard
from bot.advice.signals import Signal

_LINKS = (Signal.LINK_FAKE, Signal.LINK_ENDING, Signal.LINK_IP, Signal.LINK_SHORT, Signal.LINK_UNKNOWN)
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
# Where no phrase tells the kind: who is claimed, by what the message asks.
_BY_LINK = {
    "bank": "H10",
    "office": "H9",
    "police": "H9",
    "telecom": "H3",
    "power": "N4",
    "delivery": "N6",
    "platform": "H13",
}
_BY_CALL = {
    "bank": "N8",
    "office": "N1",
    "police": "H14",
    "telecom": "H3",
    "power": "N4",
    "delivery": "N6",
    "school": "H5",
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """The points of a message, the likeliest kind, and the evidence that was counted, the weightiest first."""

    points: float
    kind: str | None
    counted: tuple[Evidence, ...]


def weigh(heard: Heard) -> Weighed:
    """Each signal counts once, of the kinds only the likeliest; nothing speaks for false links and disguised words."""
    kind, told = _likeliest(heard)
    plain = {one.signal: one for one in reversed(heard.evidence) if not one.code}
    counted = sorted([*plain.values(), *told], key=lambda one: (-one.points, one.at))
    points = sum(one.points for one in counted if one.points > 0 or plain.keys().isdisjoint(_NOTHING_EXCUSES))
    return Weighed(points, kind or _by_claim(heard, set(plain)), tuple(counted))


def _likeliest(heard: Heard) -> tuple[str | None, list[Evidence]]:
    kinds: dict[str, list[Evidence]] = defaultdict(list)
    for one in heard.evidence:
        if one.code:
            kinds[one.code].append(one)
    weighed = {code: _told(found) for code, found in kinds.items()}
    likelier = {code for claim in heard.claims for code in _CLAIMS.get(claim, ())}

    def points(code: str) -> float:
        return sum(one.points for one in weighed[code]) + _CLAIM_POINTS * (code in likelier)

    best = max(weighed, key=points, default=None)
    return best, weighed[best] if best else []


def _told(found: Sequence[Evidence]) -> list[Evidence]:
    """What counts of the phrases of one kind: the surest, one more that stands elsewhere, and two hints."""
    phrases = [one for one in found if one.signal is not Signal.KIND_HINT]
    hints = {one.at: one for one in found if one.signal is Signal.KIND_HINT}
    first = max(phrases, key=lambda one: one.points, default=None)
    if first is None:
        return list(hints.values())[:_MOST_HINTS]
    apart = [
        one for one in phrases if one.at != first.at and one.words not in first.words and first.words not in one.words
    ]
    again = [Evidence(Signal.KIND_AGAIN, one.words, one.at, one.code) for one in apart[:1]]
    return [first, *again, *list(hints.values())[:_MOST_HINTS]]


def _by_claim(heard: Heard, signals: set[Signal]) -> str | None:
    """The kind by who is claimed, where the words tell none."""
    if signals & set(_LINKS):
        return next((code for claim, code in _BY_LINK.items() if claim in heard.claims), "H23")
    if found := next((code for claim, code in _BY_CALL.items() if claim in heard.claims), None):
        return found
    if Signal.SECRET in signals:
        return "H19"
    return "N18" if signals & {Signal.TRICK, Signal.TAIL} else None
