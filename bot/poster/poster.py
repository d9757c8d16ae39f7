"""A commune's poster as SVG; it holds no reference to anything outside."""

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from bot.areas import Commune, full_name
from bot.poster import sheet
from bot.poster.way import Way
from bot.translations import Words

FAMILY = "'Be Vietnam Pro', Roboto, 'Noto Sans', 'Segoe UI', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Poster:
    """What a poster says. `drawing` is an SVG of 320 × 150, empty for none."""

    commune: Commune
    runner: str
    ways: tuple[Way, ...]  # one or two
    day: date
    drawing: str = ""

    def svg(self) -> str:
        """The sheet, A4."""
        title = escape(Words().say("Áp phích Cầm Tay, {place}", place=full_name(self.commune)))
        parts = (
            sheet.head(self.commune),
            sheet.hero(self.drawing),
            sheet.uses(),
            sheet.one_way(self.ways[0]) if len(self.ways) == 1 else sheet.two_ways(self.ways),
            sheet.warning(self.commune.kind),
            sheet.foot(self.runner, self.day),
        )
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" xml:lang="vi"'
            f' viewBox="0 0 {sheet.WIDE} {sheet.HIGH}" font-family="{FAMILY}"><title>{title}</title>'
            f'<rect width="{sheet.WIDE}" height="{sheet.HIGH}" fill="#FFFFFF"/>{"".join(parts)}</svg>\n'
        )
