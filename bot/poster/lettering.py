"""How wide letters of Be Vietnam Pro are, and how a text is broken and sized so that it stays in its place."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

REGULAR, BOLD = "400", "700"
FONTS = files("bot") / "poster" / "fonts"
_UNKNOWN = 1060  # no letter is wider; for what the font does not have
# Where a line may end, by the pieces that stay whole. An address is broken only after signs that are part of it.
WORDS = re.compile(r"\S+ ?")
PHRASES = re.compile(r"[^,?]+[,?]? ?")
ADDRESS = re.compile(r"[^/?&._]*[/?&._]+|.+")


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of one size (pixels) that fit."""

    size: float
    lines: tuple[str, ...]


def clean(text: str) -> str:
    """The text in one line, without anything that cannot be printed."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    return "".join(letter for letter in line if letter.isprintable())


def width(text: str, size: float, weight: str = REGULAR) -> float:
    """How wide a line is, in the unit of the size."""
    known = _widths(weight)
    return sum(known.get(letter, _UNKNOWN) for letter in text) * size / 1000


@dataclass(frozen=True, slots=True)
class Place:
    """Room for so many lines, and how they are broken and written."""

    within: float
    lines: int = 1
    weight: str = REGULAR
    pieces: re.Pattern[str] = WORDS

    def fit(self, text: str, largest: float) -> Setting:
        """The text as large as it fits. It shrinks as far as it must: half a name or address is no use."""
        pieces, size = self.pieces.findall(clean(text)), largest
        while not self._holds(setting := Setting(size, tuple(self._broken(pieces, size)))):
            size *= 0.97
        return setting

    def _holds(self, setting: Setting) -> bool:
        return len(setting.lines) <= self.lines and all(self._fits(line, setting.size) for line in setting.lines)

    def _fits(self, line: str, size: float) -> bool:
        return width(line, size, self.weight) <= self.within

    def _broken(self, pieces: Iterable[str], size: float) -> Iterator[str]:
        line = ""
        for piece in pieces:
            if line and not self._fits((line + piece).rstrip(), size):
                yield line.rstrip()
                line = ""
            line += piece
        yield line.rstrip()


@cache
def _widths(weight: str) -> dict[str, int]:
    """The advance widths in thousandths of the size; taken from the font files beside the table."""
    rows = csv.DictReader((FONTS / "widths.csv").read_text("utf-8").splitlines())
    return {letter: int(row[weight]) for row in rows for letter in row["letters"]}
