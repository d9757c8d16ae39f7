"""The way from a page or a sheet of paper into the chat."""

from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup
from starlette.requests import Request

from bot.web.ports import Ports

QUIET_ZONE = 4  # modules around a QR code


def address_of(request: Request) -> str:
    """Where people reach this site, without a slash at the end."""
    ports: Ports = request.app.state.ports
    return ports.public_url.rstrip("/") or f"{request.url.scheme}://{request.url.netloc}"


def chat_with(address: str, lesson: str) -> str:
    """The chat, opened at this lesson."""
    return f"{address}/?bai={lesson}"


@lru_cache(maxsize=1024)
def drawn(link: str) -> Markup:
    """The QR code of a link as an SVG element without any style of its own."""
    import segno

    return Markup(segno.make(link, error="m").svg_inline(border=QUIET_ZONE, omitsize=True, lineclass=None))  # noqa: S704


def readable(link: str) -> str:
    """The link as people type it."""
    parts = urlsplit(link)
    return link.removeprefix(f"{parts.scheme}://")
