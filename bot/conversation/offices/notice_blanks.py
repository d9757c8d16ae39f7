"""What an officer types into a blank, read a little more kindly than letter by letter."""

import re

from bot.conversation.visit import Visit
from bot.notices.answers import Answer, Wrong, read_answer
from bot.notices.template import Blank
from bot.notices.template_names import BlankKind

_ONLY_A_NUMBER = re.compile(r"[0-9]{1,3}")
_NUMBERED = re.compile(r"(?P<name>[^0-9]* số )[0-9]+")
_NUMBER_WITH_UNIT = re.compile(r"(?P<number>-?[0-9][0-9.,]*) *[^\W\d_][^\d]*")


def read(visit: Visit, blank: Blank, typed: str) -> Answer | Wrong:
    """What goes into the blank, or why not: "13" where the example is "bão số 13" means just that, "12 độ" is 12."""
    answer = read_answer(blank, _like_example(blank, typed.strip()), visit.now)
    unit = _NUMBER_WITH_UNIT.fullmatch(typed.strip()) if blank.kind is BlankKind.NUMBER else None
    if isinstance(answer, Wrong) and unit:
        return read_answer(blank, unit["number"], visit.now)
    return answer


def _like_example(blank: Blank, typed: str) -> str:
    """A bare number with the words before it, where the example is something that is called by a number."""
    numbered = _NUMBERED.fullmatch(blank.example)
    if blank.kind is not BlankKind.WORDS or not numbered or not _ONLY_A_NUMBER.fullmatch(typed):
        return typed
    return f"{numbered['name']}{typed}"
