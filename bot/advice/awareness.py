"""Whether a message warns people in general of a trick, instead of being one."""

from collections.abc import Sequence

from bot.advice.cues import FoundCue
from bot.advice.denials import is_denied
from bot.vietnamese.plain import PlainWord

_ENOUGH = 3  # things that only those say who warn
_BEFORE = 5  # words before a demand in which the reader is told to do it
_TOLD_TO = frozenset({"vui", "hay", "phai", "can", "nghi", "moi"})  # vui lòng, hãy, phải, cần, đề nghị, mời


def warns_others(words: Sequence[PlainWord], found: Sequence[FoundCue]) -> bool:
    """Whether the message tells what others do and what to beware of, and demands nothing of its reader itself."""
    advice, others, public = (_places(found, name) for name in ("advice", "others", "public"))
    if not advice or not (others or public) or len(advice) + len(others) + bool(public) < _ENOUGH:
        return False
    return not any(_is_demanded(words, one.start, others) for one in found if one.name[0] == "asked")


def _places(found: Sequence[FoundCue], name: str) -> set[int]:
    return {one.start for one in found if one.name == ("warning", name)}


def _is_demanded(words: Sequence[PlainWord], start: int, others: set[int]) -> bool:
    """Whether a demand is made of the reader, in a sentence that does not speak of what others do."""
    first = next((at for at in range(start, 0, -1) if words[at - 1].ends), 0)
    last = next((at for at in range(start, len(words)) if words[at].ends), len(words))
    if any(first <= at <= last for at in others) or is_denied(words, start):
        return False
    return any(word.plain in _TOLD_TO for word in words[max(first, start - _BEFORE) : start])
