"""Pictures for lessons: whatever is sent is drawn anew under a name of ours, small enough for a weak network."""

import io
import struct
import warnings
import zlib
from hashlib import sha256
from pathlib import Path

from PIL import Image, ImageOps

from bot.learning.lesson_rules import MOST_KB
from bot.learning.lesson_rules import PICTURES as FOLDER
from bot.web.console.content.files import add
from bot.web.console.content.plain_svg import NotAPicture, plain_svg

LARGEST = 2 * 1024 * 1024  # bytes of what is sent
LONGEST_SIDE = 4000  # pixels of what is sent
WIDTHS = (960, 640, 480, 320)  # pixels, the first that is small enough
QUALITIES = (82, 70, 55)
GROUND = "#f3f6f5"  # behind what is transparent, as behind drawings
_FORMATS = ("PNG", "JPEG", "WEBP")
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    MemoryError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


def keep(root: Path, content: bytes) -> str:
    """The path below the lessons folder of a picture that is kept from now on. NotAPicture, NotWritable."""
    if len(content) > LARGEST:
        raise NotAPicture("more bytes than are taken")
    ending, drawn = _drawn(content)
    path = f"{FOLDER}/anh-{sha256(drawn).hexdigest()[:12]}.{ending}"
    add(root, path, drawn)
    return path


def _drawn(content: bytes) -> tuple[str, bytes]:
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return "svg", plain_svg(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
                return _smaller(_upright(opened))
    except _BROKEN as error:
        raise NotAPicture("cannot be drawn") from error


def _upright(opened: Image.Image) -> Image.Image:
    """The first frame, turned as the camera was held, its size asked before anything is unpacked."""
    if max(opened.size) > LONGEST_SIDE:
        raise NotAPicture("more pixels than are taken")
    picture = ImageOps.exif_transpose(opened) or opened
    clear = picture.convert("RGBA")
    ground = Image.new("RGBA", clear.size, GROUND)
    return Image.alpha_composite(ground, clear).convert("RGB")


def _smaller(picture: Image.Image) -> tuple[str, bytes]:
    """As PNG where that is small, else as JPEG; nothing of the sent file's own data is taken over."""
    for width in WIDTHS:
        sized = picture.copy()
        sized.thumbnail((width, width * 2))
        for ending, content in _written(sized):
            if len(content) <= MOST_KB * 1024:
                return ending, content
    raise NotAPicture("too much detail")


def _written(picture: Image.Image) -> list[tuple[str, bytes]]:
    few = picture.quantize(64) if picture.width * picture.height <= WIDTHS[0] ** 2 else picture
    found = [("png", _saved(few, "PNG", optimize=True))]
    return found + [("jpg", _saved(picture, "JPEG", quality=quality, optimize=True)) for quality in QUALITIES]


def _saved(picture: Image.Image, format: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, format, **options)
    return out.getvalue()
