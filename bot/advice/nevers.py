"""What the organisation that a message names never does, as the directory has it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from bot.advice.signals import Signal
from bot.directory.organisations import Never, Organisation
from bot.vietnamese.fold import fold

Nevers = Mapping[str, Collection[Never]]
# What is asked, what says that the real one never asks it, and how that is told.
_TOLD = (
    (Signal.SECRET, Never.ASKS_CODE, Signal.NEVER_CODE),
    (Signal.TRANSFER, Never.ASKS_TRANSFER, Signal.NEVER_TRANSFER),
    (Signal.MONEY_FIRST, Never.ASKS_MONEY_FIRST, Signal.NEVER_MONEY_FIRST),
    (Signal.APP, Never.GIVES_APP, Signal.NEVER_APP),
    (Signal.SECRECY, Never.BIDS_SECRECY, Signal.NEVER_SECRECY),
)


def nevers_of(organisations: Iterable[Organisation]) -> Nevers:
    """What is never done, by each folded name of an organisation and by what sort of thing it is."""
    found: dict[str, set[Never]] = defaultdict(set)
    for each in organisations:
        for name in (each.name, each.kind, *each.called):
            found[fold(name)] |= each.never
    return found


def never_told(named: str, asked: Collection[Signal], nevers: Nevers) -> Signal:
    """How to say that whoever is named never asks for that; OFFICE_ASKS where that is not said of it."""
    never = nevers.get(fold(named), ())
    return next((told for signal, one, told in _TOLD if signal in asked and one in never), Signal.OFFICE_ASKS)
