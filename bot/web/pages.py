"""Templates turned into responses, in the reader's language and text size."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.translations import Words
from bot.web.assets import assets
from bot.web.ports import Ports
from bot.web.visitor import Visitor

TEMPLATES = Path(__file__).parent / "templates"
PATHS = re.compile(
    r"/tro-giup|/trang-thai|/bai(?:/[a-z0-9-]{1,80}/[a-z0-9-]{1,40})?|/k(?:/[0-9A-Za-z-]{1,20})?"
)  # pages where the button A+ may lead back to
_ONE_AT_A_TIME = Lock()
HTMX = "htmx/htmx-4.0.1.min.js"


def templates() -> Environment:
    """The templates of this folder, the same for all threads; everything put into them is escaped."""
    with _ONE_AT_A_TIME:  # the desk is loaded in a thread beside the first request, and adds to their globals
        return _templates()


@cache
def _templates() -> Environment:
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(default=True, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=FileSystemBytecodeCache(),  # in the user's own temporary folder: the first page comes sooner
    )
    found.globals.update(asset=assets().url, htmx_hash=_integrity(assets().by_name[HTMX].content))
    return found


def html(name: str, words: Words, **values: object) -> str:
    """A template filled, as text."""
    return templates().get_template(name).render(words=words, say=words.say, **values)


def page(request: Request, name: str, words: Words, who: Visitor, status: int = 200, **values: object) -> Response:
    """A whole page; never kept by the browser, because a phone may be shared."""
    ports: Ports = request.app.state.ports
    here = request.url.path if PATHS.fullmatch(request.url.path) else "/"
    address = urlsplit(ports.public_url).netloc or request.url.netloc
    base = {"size": who.size, "here": here, "owner": ports.owner, "address": address}
    return HTMLResponse(html(name, words, **{**base, **values}), status, headers={"Cache-Control": "no-store"})


def _integrity(content: bytes) -> str:
    return "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode()
