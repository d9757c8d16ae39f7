"""The pictures of lessons, from a folder that administrators edit."""

from collections.abc import Callable
from pathlib import Path

from bot.pictures import PictureError, png_of

LARGEST = 2_000_000  # bytes


def pictures_in(folder: Path) -> Callable[[str], bytes | None]:
    """A function that gives the content of a file below the folder; None for what is missing, outside or too large."""
    root = folder.resolve()

    def picture(name: str) -> bytes | None:
        file = (root / name).resolve()
        if not file.is_relative_to(root):
            return None
        if file.suffix == ".png" and not file.exists():
            return _drawn(file.with_suffix(".svg"))
        return file.read_bytes() if file.is_file() and file.stat().st_size <= LARGEST else None

    return picture


def _drawn(drawing: Path) -> bytes | None:
    """A drawing as PNG, for networks that fetch it themselves and show no SVG."""
    try:
        return png_of(drawing)
    except PictureError:
        return None
