"""Who a message says it comes from, and whether such a one ever asks for what it asks."""

from collections.abc import Collection, Iterable, Iterator

from bot.advice.cues import FoundCue
from bot.advice.evidence import Evidence, seen
from bot.advice.reading import Reading
from bot.advice.signals import Signal

_OFFICES = (Signal.SECRET, Signal.MONEY_FIRST, Signal.TRANSFER, Signal.APP, Signal.MOVE, Signal.SECRECY)
_NEVER_ASKED: dict[str, tuple[Signal, ...]] = {  # by the real ones, in a message or a call
    "police": _OFFICES,
    "office": _OFFICES,
    "bank": (Signal.SECRET, Signal.APP, Signal.SECRECY),
    "telecom": (Signal.SECRET, Signal.APP, Signal.SECRECY),
    "power": (Signal.SECRET, Signal.APP, Signal.MOVE, Signal.TRANSFER),
    "delivery": (Signal.SECRET, Signal.APP, Signal.TRANSFER),
    "school": (Signal.SECRET, Signal.TRANSFER, Signal.MONEY_FIRST),
    "platform": (Signal.SECRET,),
}


def claimed(found: Iterable[FoundCue]) -> frozenset[str]:
    """Whom the message names as its sender or on whose behalf it speaks, as in `ask_cues.CLAIMED`."""
    return frozenset(one.name[1] for one in found if one.name[0] == "claim")


def about_claims(reading: Reading, found: Iterable[FoundCue], asked: Collection[Signal]) -> Iterator[Evidence]:
    """The claims, and those that do not fit to what is asked."""
    for name, one in {one.name[1]: one for one in found if one.name[0] == "claim"}.items():
        yield seen(Signal.CLAIM, reading, one.start, one.end)
        if set(asked) & set(_NEVER_ASKED.get(name, ())):
            yield seen(Signal.OFFICE_ASKS, reading, one.start, one.end)
