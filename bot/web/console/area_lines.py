"""Areas as they are typed, one a line: codes or names, and what is to be chosen where a name means several."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.areas import commune, find_commune, find_province, full_name, province

MOST_GUESSES = 8
_CODE = re.compile(r"[0-9]{2}|[0-9]{5}")


@dataclass(frozen=True, slots=True)
class Unclear:
    """A line that may mean several places, or none; `guesses` are codes."""

    written: str
    guesses: tuple[str, ...]


def read_lines(text: str) -> tuple[tuple[str, ...], tuple[Unclear, ...]]:
    """The codes that are clear, each once, and the lines that are not: an area is never widened by a guess."""
    meant = [(line, _meant(line)) for line in filter(None, map(str.strip, text.splitlines()))]
    clear = tuple(dict.fromkeys(codes[0] for _, codes in meant if len(codes) == 1))
    return clear, tuple(Unclear(line, _guesses(line)) for line, codes in meant if len(codes) != 1)


def area_name(code: str) -> str:
    """A commune with its province, or a province."""
    one, above = commune(code), province(code)
    return full_name(one) if one else above.titled if above else code


def area_names(codes: Iterable[str]) -> tuple[str, ...]:
    """All of them."""
    return tuple(map(area_name, codes))


def _meant(written: str) -> Sequence[str]:
    if _CODE.fullmatch(written):
        return [written] if commune(written) or province(written) else []
    found = (find_province(written).only, find_commune(written).only)
    return [one.unit.code for one in found if one]


def _guesses(written: str) -> tuple[str, ...]:
    above = [one.unit.code for one in find_province(written).matches[:MOST_GUESSES]]
    below = [one.unit.code for one in find_commune(written).matches[:MOST_GUESSES]]
    return tuple(dict.fromkeys(above + below))
