"""The drawings of lessons as PNG, for networks that cannot show SVG."""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from xml.parsers import expat

WIDTHS = (640, 480, 320)  # pixels, the first at which the picture is small enough; 640 is sharp on a small phone
MOST_BYTES = 40 * 1024
LARGEST = 2_000_000  # bytes of a file that is read at all
TALLEST = 4  # times the width; a picture takes memory for every pixel, and where that is missing the process ends
_GROUND = "#f3f6f5"  # the light ground that drawings are made for
_RASTER = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF", b"GIF8")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LENGTH = re.compile(rf"({_NUMBER.pattern})(px|pt|mm|cm|in|%)?")


class PictureError(Exception):
    """A picture cannot be had as PNG; the class says why."""


class PictureMissing(PictureError):
    """There is no such file, or it cannot be read."""


class NotAPicture(PictureError):
    """The file is neither a picture of another kind nor an SVG that can be drawn from itself alone."""


class PictureTooLarge(PictureError):
    """The file has more than LARGEST bytes, or its PNG more than MOST_BYTES however small it is drawn."""


def drawings(lessons: Path) -> Callable[[str], bytes | None]:
    """A function that gives the picture at a path below the lessons folder; None for what is missing or outside."""
    root = lessons.resolve()

    def picture(source: str) -> bytes | None:
        file = (root / source).resolve()
        try:
            return png_of(file) if file.is_relative_to(root) else None
        except PictureError:
            return None

    return picture


def png_of(path: Path) -> bytes:
    """The drawing as a PNG of at most MOST_BYTES, 640 pixels wide where that fits; PNG, JPEG, WebP, GIF as they are.

    Raises PictureMissing, NotAPicture or PictureTooLarge. A content is drawn once and kept in memory.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise PictureMissing(str(path)) from error
    if len(content) > LARGEST:
        raise PictureTooLarge(f"more than {LARGEST} bytes")
    return content if content.startswith(_RASTER) else _drawn(content)


@lru_cache(maxsize=256)
def _drawn(content: bytes) -> bytes:
    drawing = _text(content)
    _check(drawing)
    for width in WIDTHS:
        png = _render(drawing, width)
        if len(png) <= MOST_BYTES:
            return png
    raise PictureTooLarge(f"more than {MOST_BYTES} bytes even {WIDTHS[-1]} pixels wide")


def _render(drawing: str, width: int) -> bytes:
    import resvg_py  # only whoever has such a network pays for it

    try:
        png = resvg_py.svg_to_bytes(svg_string=drawing, width=width, dpi=96, background=_GROUND, skip_system_fonts=True)
    except ValueError as error:
        raise NotAPicture(f"an SVG that cannot be drawn: {error}") from error
    return bytes(png)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotAPicture("no text in UTF-8") from error


def _check(drawing: str) -> None:
    """Raises NotAPicture for what is no SVG, is very tall, or would show another file."""
    elements: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: elements.append((name.split(" ")[-1], attributes))
    try:
        parser.Parse(drawing, True)
    except expat.ExpatError as error:
        raise NotAPicture(f"no XML: {error}") from error
    root, attributes = elements[0]
    if root != "svg" or _tallness(attributes) > TALLEST:
        raise NotAPicture(f"a drawing at most {TALLEST} times as tall as wide is expected")
    if any(name in ("image", "feImage") for name, _ in elements):
        raise NotAPicture("the drawing shows another file")


def _tallness(attributes: dict[str, str]) -> float:
    """The height over the width, as whoever draws it reckons; more than TALLEST where that cannot be told."""
    box = [float(number) for number in _NUMBER.findall(attributes.get("viewBox", ""))]
    wide, high = box[2:] if len(box) == 4 else (0.0, 0.0)
    wide = _length(attributes.get("width", "100%"), wide)
    high = _length(attributes.get("height", "100%"), high)
    return high / wide if wide > 0 and high > 0 else TALLEST + 1


def _length(written: str, whole: float) -> float:
    """The number of a length, 0 for one that is written in an unusual way."""
    found = _LENGTH.fullmatch(written.strip())
    if found is None:
        return 0.0
    return float(found[1]) / 100 * whole if found[2] == "%" else float(found[1])
