"""The country as a map of tiles, one for each province, where it lies among its neighbours: interface.md section 9."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.areas import province
from bot.vietnamese.spelling import dictionary_order

ROWS = (
    "12 15 08 04 .. ..",
    "11 14 25 19 20 ..",
    ".. .. 01 24 22 ..",
    ".. .. 37 33 31 ..",
    ".. .. 38 .. .. ..",
    ".. .. 40 42 .. ..",
    ".. .. .. 44 46 ..",
    ".. .. .. .. 48 51",
    ".. .. .. .. .. 52",
    ".. .. .. .. .. 66",
    ".. .. 80 75 68 56",
    ".. 91 82 79 .. ..",
    ".. 92 86 .. .. ..",
    ".. 96 .. .. .. ..",
)
WIDTH, HEIGHT = 86, 46  # of one tile
STEPS = 5  # of the ramp of colours
_NOTHING: Mapping[str, float] = {}
_NOWHERE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Tile:
    """One province: where its tile stands, what is written on it, how dark it is (0: nothing is known) and a link."""

    code: str
    name: str
    x: int
    y: int
    value: str = ""
    step: int = 0
    href: str = ""


def tiles(
    values: Mapping[str, float] = _NOTHING, hrefs: Mapping[str, str] = _NOWHERE, said: Mapping[str, str] = _NOWHERE
) -> tuple[Tile, ...]:
    """All 34, by their codes: shaded by value, with links, and `said` in place of a bare value."""
    most = max(values.values(), default=0.0)
    return tuple(
        Tile(
            code,
            name,
            x,
            y,
            said.get(code, _number(values.get(code))),
            _step(values.get(code), most),
            hrefs.get(code, ""),
        )
        for code, name, x, y in _placed()
    )


def in_order(found: Sequence[Tile]) -> list[Tile]:
    """For a list in place of the map: those with a link or a value only, as in a dictionary."""
    return sorted((one for one in found if one.href or one.value), key=lambda one: dictionary_order(one.name))


def size() -> tuple[int, int]:
    """Of the whole drawing."""
    return WIDTH * len(ROWS[0].split()), HEIGHT * len(ROWS)


def _placed() -> Iterator[tuple[str, str, int, int]]:
    for row, line in enumerate(ROWS):
        for column, code in enumerate(line.split()):
            if found := province(code):
                yield code, found.name, column * WIDTH, row * HEIGHT


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}".replace(",", ".")


def _step(value: float | None, most: float) -> int:
    """From 1 for the smallest to 5 for the largest, in equal steps from nought."""
    if value is None:
        return 0
    return min(STEPS, 1 + int(STEPS * value / most)) if most else 1
