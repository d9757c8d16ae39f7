"""One request at the desk: who asks, when, and the ways to answer."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import quote, unquote, urlsplit

from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.storage.database import Transaction
from bot.storage.offices.logins import IDLE, Login
from bot.translations import LANGUAGES, SOURCE, Words
from bot.web.console.console import Console
from bot.web.pages import html
from broadcasts.officer import Action, Officer

HOME = "/can-bo"
SIGN_IN = f"{HOME}/dang-nhap"
BANNER = "can-bo-tin"  # the cookie that carries one sentence to the next page
LANGUAGE, SIZE = "ngon-ngu", "co-chu"
SIZES = ("120", "140")
LARGEST_FORM = 200_000  # bytes; pages that take files say so themselves
MOST_FIELDS = 300
_UTF_8 = b"utf-8"
WARNING = timedelta(minutes=2)  # before a login that nobody uses ends

T = TypeVar("T")


@dataclass(frozen=True)
class At:
    """Whoever has passed the door has an officer and a login, see `access`; before it both may be None."""

    request: Request
    console: Console
    now: datetime
    device: str  # a random name of this browser, which outlives logins
    login: Login | None = None
    signed_in: Officer | None = None

    @property
    def officer(self) -> Officer:
        """Who is signed in; 403 where nobody is."""
        if self.signed_in is None:
            raise HTTPException(403)
        return self.signed_in

    @property
    def where(self) -> str:
        """The place that a deed is kept with: two accounts in one browser are one place."""
        return f"console:{self.device}"

    @cached_property
    def words(self) -> Words:
        """The language that the reader has chosen."""
        language = self.request.cookies.get(LANGUAGE, SOURCE)
        return Words(language if language in LANGUAGES else SOURCE, "anh chị")

    @property
    def other_languages(self) -> Mapping[str, str]:
        """The languages that this page is not in, by their codes, as they call themselves."""
        return {code: name for code, name in LANGUAGES.items() if code != self.words.language}

    @property
    def size(self) -> str:
        """The size of text that the reader has chosen, in percent; "" for the usual one."""
        size = self.request.cookies.get(SIZE, "")
        return size if size in SIZES else ""

    @property
    def warned_after(self) -> int:
        """Seconds until a page that lies unused says that the login ends soon."""
        return int((IDLE - WARNING).total_seconds())

    def say(self, sentence: str, **values: object) -> str:
        """The sentence as this reader should read it."""
        return self.words.say(sentence, **values)

    def may(self, *actions: Action) -> bool:
        """Whether the officer may do one of these anywhere: for what a page offers, never for what it does."""
        return self.signed_in is not None and any(self.signed_in.may(action) for action in actions)

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """What the unit of reading returns."""
        return await self.console.database.read(work)

    async def write(self, work: Callable[[Transaction], T]) -> T:
        """What the unit of work returns, once it is kept."""
        return await self.console.database.write(work)

    async def form(self, largest: int = LARGEST_FORM, files: int = 0) -> FormData:
        """What was sent, with at most so many files; 413 above so many bytes altogether, 400 for strange letters."""
        if int(self.request.headers.get("content-length") or largest + 1) > largest:
            raise HTTPException(413)
        _, options = parse_options_header(self.request.headers.get("content-type"))
        if options.get(b"charset", _UTF_8).lower() != _UTF_8:
            raise HTTPException(400)  # no browser names another: Python's slowest takes half a minute for one form
        return await self.request.form(max_files=files, max_fields=MOST_FIELDS, max_part_size=largest)

    def page(self, name: str, status: int = 200, **values: object) -> Response:
        """A page of templates/console/, never kept by the browser."""
        banner = unquote(self.request.cookies.get(BANNER, ""))
        given: Mapping[str, Any] = {
            "at": self,
            "officer": self.signed_in,
            "here": self.request.url.path,
            "owner": self.console.owner,
            "banner": banner,
            **values,
        }
        response = HTMLResponse(html(f"console/{name}", self.words, **given), status, {"Cache-Control": "no-store"})
        if banner:
            response.delete_cookie(BANNER, path=HOME)
        return response

    def go(self, path: str, banner: str = "") -> Response:
        """To another page of the desk (303), where `banner` is said once above everything."""
        response = RedirectResponse(path if _own(path) else HOME, 303, {"Cache-Control": "no-store"})
        if banner:
            secure = self.request.url.scheme == "https"
            response.set_cookie(
                BANNER, quote(banner), max_age=60, path=HOME, httponly=True, samesite="strict", secure=secure
            )
        return response


Endpoint = Callable[[At], Awaitable[Response]]


def field(form: FormData, name: str, longest: int = 4000) -> str:
    """One field's text without what no text holds; "" where it is missing or a file."""
    value = form.get(name)
    return value.replace("\0", "").replace("\r\n", "\n").strip()[:longest] if isinstance(value, str) else ""


def _own(path: str) -> bool:
    """Whether it leads into this desk and to no other site."""
    parts = urlsplit(path)
    inside = parts.path == HOME or parts.path.startswith(f"{HOME}/")
    plain = path.isprintable() and "\\" not in path and ".." not in parts.path
    return inside and plain and not parts.scheme and not parts.netloc
