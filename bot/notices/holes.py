"""The blanks as they stand in a text, `{like this}`, and the words put into them."""

import re
from collections.abc import Mapping

from bot.vietnamese.fold import nfc

_HOLE = re.compile(r"(?P<before>\A|[.!?…]\s+|\n)?(?P<hole>\{(?P<name>[^{}]*)\})")


class NotFilled(ValueError):
    """A blank has no value; its name is the argument."""


def plain_name(written: str) -> str:
    """A blank's name as names are compared: lower case, single blanks."""
    return " ".join(nfc(written).lower().split())


def holes(text: str) -> tuple[tuple[int, str], ...]:
    """Every blank in a text, by its place and its name."""
    return tuple((found.start("hole"), plain_name(found["name"])) for found in _HOLE.finditer(text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with a value for each blank, with a capital where it begins a sentence. Raises NotFilled.

    Braces in a value stay what they are.
    """

    def value(found: re.Match[str]) -> str:
        name = plain_name(found["name"])
        if not values.get(name):
            raise NotFilled(name)
        before, words = found["before"], values[name]
        return words if before is None else before + words[0].upper() + words[1:]

    return _HOLE.sub(value, text)
