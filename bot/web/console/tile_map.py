"""Maps of tiles: the country with each province among its neighbours (interface.md section 9), a province's communes
in a grid, row by row in the order of their names, because nothing is known of where they lie.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.areas import communes_of, province
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
ACROSS = 6  # tiles in a row of communes
LONGEST_NAME = 11  # characters that fit into one line
STEPS = 5  # of the ramp of colours
_NOTHING: Mapping[str, float] = {}
_NOWHERE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Tile:
    """One area: where its tile stands, what is written on it, how dark it is (0: nothing is known) and a link."""

    code: str
    name: str
    x: int
    y: int
    value: str = ""
    step: int = 0
    href: str = ""

    @property
    def lines(self) -> Sequence[str]:
        """The name in one line, or in two of nearly the same length."""
        words = self.name.split()
        if len(self.name) <= LONGEST_NAME or len(words) < 2:
            return (self.name,)
        halves = ((" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words)))
        return min(halves, key=lambda pair: max(map(len, pair)))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the tile of an area stands."""

    code: str
    name: str
    x: int
    y: int


def tiles(
    values: Mapping[str, float] = _NOTHING,
    hrefs: Mapping[str, str] = _NOWHERE,
    said: Mapping[str, str] = _NOWHERE,
    places: Sequence[Place] = (),
) -> tuple[Tile, ...]:
    """All 34 provinces, or those `places`: shaded by value, with links, and `said` in place of a bare value."""
    most = max(values.values(), default=0.0)
    return tuple(
        Tile(
            one.code,
            one.name,
            one.x,
            one.y,
            said.get(one.code, _number(values.get(one.code))),
            _step(values.get(one.code), most),
            hrefs.get(one.code, ""),
        )
        for one in places or _placed()
    )


def in_grid(province_code: str) -> tuple[Place, ...]:
    """The communes of a province as a dictionary has them; empty for an unknown code."""
    return tuple(
        Place(one.code, one.name, number % ACROSS * WIDTH, number // ACROSS * HEIGHT)
        for number, one in enumerate(communes_of(province_code))
    )


def in_order(found: Sequence[Tile]) -> list[Tile]:
    """For a list in place of the map: those with a link or a value only, as in a dictionary."""
    return sorted((one for one in found if one.href or one.value), key=lambda one: dictionary_order(one.name))


def size(places: Sequence[Place] = ()) -> tuple[int, int]:
    """Of the whole drawing of these, or of the country."""
    shown = places or tuple(_placed())
    return max(one.x for one in shown) + WIDTH, max(one.y for one in shown) + HEIGHT


def _placed() -> Iterator[Place]:
    for row, line in enumerate(ROWS):
        for column, code in enumerate(line.split()):
            if found := province(code):
                yield Place(code, found.name, column * WIDTH, row * HEIGHT)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}".replace(",", ".")


def _step(value: float | None, most: float) -> int:
    """From 1 for the smallest to 5 for the largest, in equal steps from nought."""
    if value is None:
        return 0
    return min(STEPS, 1 + int(STEPS * value / most)) if most else 1
