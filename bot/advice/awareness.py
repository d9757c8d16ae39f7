"""Whether a message warns people in general of a trick, instead of being one."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.advice.cues import FoundCue
from bot.advice.denials import is_denied
from bot.vietnamese.fold import fold
from bot.vietnamese.plain import PlainWord

_ENOUGH = 2  # things that only those say who warn
_FOR_ALL = 3  # where it is said to everybody, and nobody who cheats is named
_SORTS = ("others", "public", "presses", "never")
_QUESTION = re.compile(
    r"(?:\?|\b(?:dung|phai|that|thiet|duoc|sao|lua) (?:khong|hong|hem|ko)|lam sao|sao day|the nao"
    r"|lam rang|sao gio|hoi (?:lai )?cho chac"
    r"|\b(?:coi|xem|khuyen|mach|cuu|chi)(?: giup| gium| ho| dum)? (?:toi|tui|em|chi|anh|bac|co|chau|con|minh)"
    r"(?: voi| nhe| nha| di| a)?)[\s?.!…]*\Z"
)
_LAST = 40  # characters
_BEFORE = 5  # words before a demand in which the reader is told to do it
_TOLD_TO = frozenset({"vui", "hay", "phai", "can", "nghi", "moi"})  # vui lòng, hãy, phải, cần, đề nghị, mời


def asks_about_itself(text: str) -> bool:
    """Whether a message ends with a question: who tells of a trick and asks whether it is true warns nobody."""
    return _QUESTION.search(fold(text[-_LAST:])) is not None


def warns_others(words: Sequence[PlainWord], found: Sequence[FoundCue]) -> bool:
    """Whether the message tells what others do and what to beware of, and demands nothing of its reader itself.

    An office that says what it never does warns with that alone. A message that presses its reader, or asks to be
    passed on in a hurry, is a threat or a rumour and no warning.
    """
    said = _places(found)
    advice, others, public, presses, never = said["advice"] | said["report"], *map(said.__getitem__, _SORTS)
    enough = _ENOUGH if others else _FOR_ALL
    warned = bool(advice) and bool(others or public) and len(advice | others) + bool(public) >= enough
    if presses or not (warned or (never and any(one.name[0] == "claim" for one in found))):
        return False
    return not any(_is_demanded(words, one.start, others) for one in found if one.name[0] == "asked")


def _places(found: Sequence[FoundCue]) -> Mapping[str, set[int]]:
    """Before which words each thing is said that those say who warn."""
    places = defaultdict[str, set[int]](set)
    for (family, name), start, _ in found:
        if family == "warning":
            places[name].add(start)
    return places


def _is_demanded(words: Sequence[PlainWord], start: int, others: set[int]) -> bool:
    """Whether a demand is made of the reader, in a sentence that does not speak of what others do."""
    first = next((at for at in range(start, 0, -1) if words[at - 1].ends), 0)
    last = next((at for at in range(start, len(words)) if words[at].ends), len(words))
    if any(first <= at <= last for at in others) or is_denied(words, start):
        return False
    return any(word.plain in _TOLD_TO for word in words[max(first, start - _BEFORE) : start])
