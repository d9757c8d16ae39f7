"""What cannot wait: somebody in danger, or money, a code or a phone just given away."""

import re
from collections.abc import Mapping
from typing import TypeVar

from bot.advice import distress, urgent, wants
from bot.advice import emergency_cues as cues
from bot.advice.bodily_cues import SPEAKS_ONLY
from bot.advice.distress import Distress
from bot.advice.emergency import ANOTHER_CHILD, GAME, KIDNAP, KIDNAPPED, NAMED, Emergency, emergency_of
from bot.advice.gone import is_gone, is_regretted
from bot.advice.urgent import Lost
from bot.advice.wants import Want

What = TypeVar("What")
_LIKELY = 0.5  # that help is wanted at once


def danger(text: str, plain: str) -> Emergency | None:
    """Whether a message, also as folded words, tells of danger to somebody, and does not only speak of it."""
    heard = distress.comfort(text) if cues.TELLS_OF_HARM.search(plain) else None
    found = heard.distress if heard else _first(cues.DANGERS, plain)
    if found is None or (found is not Distress.SELF_HARM and _is_only_spoken_of(plain)):
        return None
    return _for_whom(found, plain)


def _for_whom(found: Emergency | Distress | Lost, plain: str) -> Emergency:
    """The emergency; of a harmed child another one where a grown-up tells of it, of a hidden one where he writes."""
    if found is KIDNAP and cues.IN_THE_ROOM.search(plain) and not cues.NOT_IN_THE_ROOM.search(plain):
        return KIDNAPPED
    if found is Distress.CHILD_HARM and cues.OF_ANOTHER_CHILD.search(plain):
        return ANOTHER_CHILD
    return emergency_of(found)


def _is_only_spoken_of(plain: str) -> bool:
    """Whether a number is asked for, or all the words together tell of anything but an emergency; where it is over, or
    taught, they have to tell of one."""
    if cues.ASKS_FOR_NUMBER.search(plain) or wants.denied(Want.URGENT, plain):
        return True
    return SPEAKS_ONLY.search(plain) is not None and wants.shares(plain)[Want.URGENT] < _LIKELY


def loss(text: str, plain: str) -> Emergency | None:
    """What a message tells was just given away; none for who only shows the message of somebody else, or asks."""
    lost = None if cues.SHOWS.match(text) else tells_of_loss(text, plain)
    if lost is None or not _is_believed(plain):
        return None
    return GAME if lost is Lost.CODE and wants.emergency(plain) == GAME.what else emergency_of(lost)


def _is_believed(plain: str) -> bool:
    """Whether all the words together may tell of a loss; where none regrets or blames, they have to speak for one."""
    if cues.REGRETS.search(plain) and cues.ASKS_FOR_HELP.search(plain):
        return True
    if is_regretted(plain):
        return True
    shares = wants.shares(plain)
    if wants.only_shows(plain) or wants.denied(Want.URGENT, plain):
        return False
    return bool(cues.REGRETS.search(plain)) or shares[Want.URGENT] >= shares[Want.ANSWER]


def tells_of_loss(text: str, plain: str) -> Lost | None:
    """What was given away, by its patterns; none for who asks what if, or sent something by mistake."""
    if is_settled(plain):
        return None
    heard = urgent.first_minutes(text) if cues.TELLS_OF_LOSS.search(plain) else None
    return heard.lost if heard else _first(cues.LOSSES, plain) or _gone(plain)


def _gone(plain: str) -> Lost | None:
    """Money, where a story tells of it."""
    return Lost.MONEY if is_gone(plain) else None


def is_settled(plain: str) -> bool:
    """Whether what was sent or told went where it should, or is only asked about."""
    if is_gone(plain):
        return False
    if cues.TO_FAMILY.search(plain) and not cues.REGRETS.search(plain):
        return True
    return bool(cues.NOT_LOST.search(plain)) and not cues.DONE_ANYWAY.search(plain)


def told(plain: str) -> Emergency:
    """Which emergency all the words of a message together tell of, where they tell of one (see `wants`)."""
    return _for_whom(NAMED[wants.emergency(plain)], plain)


def _first(patterns: Mapping[What, re.Pattern[str]], plain: str) -> What | None:
    """The first of them that is told of."""
    return next((what for what, pattern in patterns.items() if pattern.search(plain)), None)
