"""The drawings of lessons as PNG, for networks that cannot show SVG."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

WIDTH = 640  # pixels: sharp on a small phone, well under 40 KB for a flat drawing
LARGEST = 2_000_000  # bytes of a file that is read at all


class NotADrawing(ValueError):
    """The file cannot be drawn."""


def drawings(lessons: Path) -> Callable[[str], bytes | None]:
    """A function that gives the picture at a path below the lessons folder; None for what is missing or outside."""
    root = lessons.resolve()

    def picture(source: str) -> bytes | None:
        file = (root / source).resolve()
        if not file.is_relative_to(root) or not file.is_file() or file.stat().st_size > LARGEST:
            return None
        content = file.read_bytes()
        return _drawn(content) if file.suffix == ".svg" else content

    return picture


def _drawn(svg: bytes) -> bytes | None:
    try:
        return png_of(svg)
    except NotADrawing:
        return None


@lru_cache(maxsize=128)
def png_of(svg: bytes) -> bytes:
    """An SVG drawn as PNG, 640 pixels wide; raises NotADrawing."""
    import resvg_py  # only whoever has such a network pays for it

    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg.decode(), width=WIDTH, dpi=96, skip_system_fonts=True))
    except (ValueError, UnicodeDecodeError) as wrong:
        raise NotADrawing(str(wrong)) from wrong
