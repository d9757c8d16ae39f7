"""Who is looking at the page: a random secret in a cookie, and an account that does not give the secret away."""

import hashlib
import re
import secrets
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

SECRET = re.compile(r"[A-Za-z0-9_-]{43}")
SIZE_COOKIE = "co-chu"
SIZES = ("100", "120", "140")  # text size in percent
YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Visitor:
    """One browser. `fresh` where it brought no secret, so that the page has to give it one."""

    secret: str
    fresh: bool
    size: str = SIZES[0]

    @property
    def account(self) -> str:
        """The name under which the conversation knows this browser; the secret cannot be won back from it."""
        return hashlib.sha256(f"camtay webchat {self.secret}".encode()).hexdigest()[:40]

    @property
    def next_size(self) -> str:
        """The text size that the next press on A+ gives; after the largest comes the first."""
        return SIZES[(SIZES.index(self.size) + 1) % len(SIZES)]


def visitor(request: Request) -> Visitor:
    """The browser that asks; a missing or malformed secret is replaced by a new one."""
    secret = request.cookies.get(_cookie(_secure(request)), "")
    size = request.cookies.get(SIZE_COOKIE, "")
    known = SECRET.fullmatch(secret) is not None
    return Visitor(
        secret=secret if known else secrets.token_urlsafe(32),
        fresh=not known,
        size=size if size in SIZES else SIZES[0],
    )


def remember(request: Request, response: Response, who: Visitor) -> None:
    """Give the browser its secret, for another year."""
    secure = _secure(request)
    response.set_cookie(
        _cookie(secure), who.secret, max_age=YEAR, path="/", secure=secure, httponly=True, samesite="lax"
    )


def remember_size(request: Request, response: Response, size: str) -> None:
    """Keep a text size for a year; the page's script may change it too, so it is not hidden from it."""
    response.set_cookie(SIZE_COOKIE, size, max_age=YEAR, path="/", secure=_secure(request), samesite="lax")


def _secure(request: Request) -> bool:
    return request.url.scheme == "https" or bool(request.app.state.ports.public_url.startswith("https:"))


def _cookie(secure: bool) -> str:
    # The prefix keeps a page on a neighbouring domain from planting a secret of its own.
    return "__Host-camtay" if secure else "camtay"
