"""The poster as pixels."""

import struct
import zlib
from importlib.resources import as_file

import resvg_py

from bot.poster.lettering import BOLD, FONTS, REGULAR

WIDE, HIGH = 1240, 1754  # A4 at 150 dots per inch
_PER_METRE = round(150 / 0.0254)
_HEAD = 33  # bytes before the place where a PNG says how large it is on paper


def as_png(svg: str) -> bytes:
    """An SVG of a poster as PNG, with the letters that the program brings along; prints as A4."""
    with as_file(FONTS) as folder:
        fonts = [str(folder / f"be-vietnam-pro-{weight}.ttf") for weight in (REGULAR, BOLD)]
        png = resvg_py.svg_to_bytes(
            svg_string=svg, width=WIDE, height=HIGH, dpi=96, skip_system_fonts=True, font_files=fonts
        )
    return png[:_HEAD] + _chunk(b"pHYs", struct.pack(">IIB", _PER_METRE, _PER_METRE, 1)) + png[_HEAD:]


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
