"""The pictures of lessons, from a folder that administrators edit."""

from collections.abc import Callable
from pathlib import Path

LARGEST = 2_000_000  # bytes


def pictures_in(folder: Path) -> Callable[[str], bytes | None]:
    """A function that gives the content of a file below the folder; None for what is missing, outside or too large."""
    root = folder.resolve()

    def picture(name: str) -> bytes | None:
        file = (root / name).resolve()
        if not file.is_relative_to(root) or not file.is_file() or file.stat().st_size > LARGEST:
            return None
        return file.read_bytes()

    return picture
