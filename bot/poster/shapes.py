"""Pieces of SVG. Whatever comes from outside passes through `line` or `code`, where it is escaped."""

from dataclasses import dataclass
from importlib.resources import files
from xml.sax.saxutils import escape, quoteattr

import segno

from bot.poster.lettering import REGULAR, Setting, width

INK, MUTED, BRAND, SOFT = "#14201D", "#46544F", "#0B5D4E", "#DCEFE9"
LEADING = 1.35  # "Ẳ" rises 1.22 em and "Ộ" drops 0.25
QUIET = 4  # modules of white around a QR code


@dataclass(frozen=True, slots=True)
class Style:
    """How a line is written."""

    weight: str = REGULAR
    fill: str = INK
    centred: bool = False

    @property
    def attributes(self) -> str:
        """As SVG has them."""
        anchor = ' text-anchor="middle"' if self.centred else ""
        return f'font-weight="{self.weight}" fill="{self.fill}"{anchor}'


PLAIN = Style()


def line(text: str, x: float, baseline: float, size: float, style: Style = PLAIN) -> str:
    """One line; its length is said too, so that it stays in its place when another font has to stand in."""
    length = width(text, size, style.weight)
    return (
        f'<text x="{x:.1f}" y="{baseline:.1f}" font-size="{size:.1f}" textLength="{length:.1f}"'
        f' lengthAdjust="spacingAndGlyphs" {style.attributes}>{escape(text)}</text>'
    )


def block(setting: Setting, x: float, top: float, style: Style = PLAIN) -> tuple[str, float]:
    """Lines one below the other, and where the block ends."""
    step = setting.size * LEADING
    lines = (line(text, x, top + step * (n + 0.76), setting.size, style) for n, text in enumerate(setting.lines))
    return "".join(lines), top + step * len(setting.lines)


def code(address: str, x: float, y: float, side: float) -> str:
    """The QR code of an address with its quiet zone, a quarter of it may be spoilt; `side` counts the zone too."""
    drawn = segno.make(address, error="q", micro=False).svg_inline(
        border=QUIET, omitsize=True, svgclass=None, lineclass=None
    )
    return (
        f'<g role="img" aria-label={quoteattr(address)} shape-rendering="crispEdges">'
        f"{picture(drawn, x, y, side, side)}</g>"
    )


def picture(svg: str, x: float, y: float, wide: float, high: float) -> str:
    """Another drawing, whole, in a rectangle."""
    return f'<svg x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}">{svg}</svg>'


def box(x: float, y: float, wide: float, high: float, look: str) -> str:
    """A rectangle with round corners; `look` holds fill and stroke."""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="12" {look}/>'


def round_corners(x: float, y: float, wide: float, high: float, drawn: str) -> str:
    """What is drawn, cut to a box; once on a sheet."""
    cut = box(x, y, wide, high, "")
    return f'<clipPath id="round">{cut}</clipPath><g clip-path="url(#round)">{drawn}</g>'


def tick(x: float, middle: float) -> str:
    """A tick in a disc 30 wide."""
    return _sign(
        x,
        middle - 15,
        f'<circle cx="15" cy="15" r="15" fill="{BRAND}"/><path d="M8.5 15.5l4.7 4.7 8.6 -9.4" stroke="#FFFFFF"/>',
    )


def shield(x: float, y: float) -> str:
    """A shield with a tick, 52 wide and 60 high."""
    outline = "M26 3C33 9 41 11 49 11V29C49 43 38 52 26 57C14 52 3 43 3 29V11C11 11 19 9 26 3z"
    return _sign(x, y, f'<path d="{outline}" fill="{BRAND}"/><path d="M15 30l8 8 14 -16" stroke="#FFFFFF"/>')


def _sign(x: float, y: float, drawn: str) -> str:
    return (
        f'<g transform="translate({x:.1f} {y:.1f})" fill="none" stroke-width="4" stroke-linecap="round"'
        f' stroke-linejoin="round">{drawn}</g>'
    )


def emblem(x: float, y: float, side: float) -> str:
    """The bot's own sign."""
    return picture((files("bot") / "web" / "static" / "icon.svg").read_text("utf-8"), x, y, side, side)
