"""That a message was judged, for the commune's figures: once a day for one person and likeness, without its words.

Who has counted already is kept nowhere but in the conversation's own state, for as long as rises look back, as
day, verdict, kind and likeness. So a row of figures knows no person, and a person counts once.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.advice.likeness import likeness
from bot.advice.verdict import Check
from bot.conversation.in_force import followed
from bot.conversation.question_facts import Sighted
from bot.conversation.visit import Visit

LOOKED_BACK = 3  # days, today included; as long as bot.storage.asking.sightings looks back
MOST = 30  # in that time; what somebody has checked beyond it is not counted
ALARMING = frozenset({"danger", "suspicious"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """The fact to keep, None where this was counted already, and what the state remembers from now on."""

    fact: Sighted | None
    remembered: tuple[str, ...]


def sighting(visit: Visit, text: str, found: Check) -> Sighting:
    """What to count for a message that was just judged."""
    verdict, kind, like = found.verdict.value, found.kind or "", likeness(text)
    today = visit.local.date()
    before = [one for one in map(_read, visit.state.sighted) if one and one[0] > today - timedelta(days=LOOKED_BACK)]
    this = (today, verdict, kind, like)
    if this in before or len(before) >= MOST:
        return Sighting(None, tuple(map(_written, before)))
    alarmed = [one for one in before if one[1] in ALARMING]
    fact = Sighted(
        next(iter(followed(visit)), ""),
        verdict,
        kind,
        like,
        new_kind=bool(kind) and all(one[2] != kind for one in alarmed),
        new_likeness=bool(like) and all(one[3] != like for one in alarmed),
    )
    return Sighting(fact, tuple(map(_written, [*before, this])))


_Seen = tuple[date, str, str, str]


def _written(seen: _Seen) -> str:
    return "|".join((seen[0].isoformat(), *seen[1:]))


def _read(written: str) -> _Seen | None:
    """None for what another program has written differently."""
    day, *rest = written.split("|")
    if len(rest) != 3:
        return None
    try:
        return date.fromisoformat(day), rest[0], rest[1], rest[2]
    except ValueError:
        return None
