"""SVG that was sent: taken when it is small, draws from itself alone, and does nothing but be looked at."""

from pathlib import Path
from tempfile import TemporaryDirectory
from xml.parsers import expat

from bot.learning.lesson_rules import MOST_KB
from bot.pictures import PictureError, png_of

_FORBIDDEN = ("script", "foreignobject", "style", "iframe", "object", "embed", "audio", "video", "a", "set", "animate")
_NAMES = ("href", "src")


class NotAPicture(Exception):
    """The content is no PNG, JPEG, WebP or plain SVG, whatever it is called; or it is broken or too large."""


def plain_svg(content: bytes) -> bytes:
    """The drawing as it is, when it can do nothing but be looked at; raises NotAPicture."""
    if len(content) > MOST_KB * 1024:
        raise NotAPicture("an SVG larger than lessons carry")
    _check_elements(content)
    _check_drawable(content)
    return content


def _check_elements(content: bytes) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")

    def refuse(*_what: object) -> None:
        raise NotAPicture("an SVG with more than a drawing in it")

    def element(name: str, attributes: dict[str, str]) -> None:
        if name.rsplit(" ", maxsplit=1)[-1].lower() in _FORBIDDEN or any(_acts(*one) for one in attributes.items()):
            refuse()

    parser.StartElementHandler = element
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = parser.ProcessingInstructionHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise NotAPicture("no XML") from error


def _acts(name: str, value: str) -> bool:
    """Whether an attribute runs something or points out of the drawing."""
    short = name.rsplit(" ", maxsplit=1)[-1].lower()
    points = short in _NAMES and not value.startswith("#")
    return short.startswith("on") or points or "url(" in value.replace("url(#", "").lower()


def _check_drawable(content: bytes) -> None:
    """Whether networks that show no SVG can be given it."""
    with TemporaryDirectory() as scratch:
        file = Path(scratch) / "hinh.svg"
        file.write_bytes(content)
        try:
            png_of(file)
        except PictureError as error:
            raise NotAPicture("an SVG that cannot be drawn") from error
