"""The door of the desk: finds out who asks, asks the policy, and only then lets an endpoint answer."""

import re
import secrets
from collections.abc import Sequence
from functools import partial
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.storage.offices import logins
from bot.web.console.access import Access, denial_of_page
from bot.web.console.at import HOME, SIGN_IN, At, Endpoint
from bot.web.console.console import Console
from broadcasts.governance import Denial

YEAR = 365 * 24 * 3600
LOGIN, HALF, DEVICE = "can-bo", "can-bo-nua", "can-bo-may"  # cookies
_DEVICE_NAME = re.compile(r"[A-Za-z0-9_-]{22}")


class Door(Route):
    """A route whose endpoint is asked only by whoever has the right; `access` is what it asks for."""

    def __init__(self, path: str, endpoint: Endpoint, access: Access, methods: Sequence[str] = ("GET",)) -> None:
        self.access = access
        super().__init__(HOME + path, partial(_passed, endpoint, access), methods=list(methods), name=_name(endpoint))


async def _passed(endpoint: Endpoint, access: Access, request: Request) -> Response:
    if "\0" in request.url.path or b"%00" in request.scope["query_string"]:
        raise HTTPException(404)  # PostgreSQL keeps no such text: nothing is called so
    at = await arrived(request)
    match denial_of_page(access, at.signed_in):
        case None:
            response = await endpoint(at)
        case Denial.ACCOUNT if request.method == "GET":
            response = RedirectResponse(f"{SIGN_IN}?ve={quote(_here(request))}", 303)
        case Denial.ACCOUNT:
            raise HTTPException(401)
        case _:
            raise HTTPException(403)
    return _with_device(request, response, at.device)


async def arrived(request: Request) -> At:
    """Who asks, found out once for each request; an error page knows them too."""
    if not hasattr(request.state, "at"):
        request.state.at = await _at(request)
    at: At = request.state.at
    return at


async def _at(request: Request) -> At:
    console: Console = request.app.state.console
    now, device = console.now(), request.cookies.get(cookie(request, DEVICE), "")
    if _DEVICE_NAME.fullmatch(device) is None:
        device = secrets.token_urlsafe(16)
    at = At(request, console, now, device)
    token = request.cookies.get(cookie(request, LOGIN), "")
    found = await console.database.read(lambda tx: logins.find(tx, token, now)) if token else None
    if found is None:
        return at
    if logins.stale(found.login, now):
        await console.database.write(lambda tx: logins.seen(tx, found.login.id, now))
    return At(request, console, now, device, found.login, found.officer)


async def still_in(at: At) -> bool:
    """Whether the login that a long answer began with opens anything now."""
    token = at.request.cookies.get(cookie(at.request, LOGIN), "")
    return await at.read(lambda tx: logins.find(tx, token, at.console.now())) is not None


def remember_login(request: Request, response: Response, token: str, name: str = LOGIN) -> None:
    """Give the browser the secret of a login; it is forgotten when the browser closes."""
    response.set_cookie(
        cookie(request, name), token, path="/", httponly=True, samesite="strict", secure=_secure(request)
    )


def forget_login(request: Request, response: Response, name: str = LOGIN) -> None:
    """Take the secret away again."""
    response.delete_cookie(cookie(request, name), path="/", httponly=True, samesite="strict", secure=_secure(request))


def cookie(request: Request, name: str) -> str:
    """The cookie's name; the prefix keeps a page on a neighbouring domain from planting one of its own."""
    return f"__Host-{name}" if _secure(request) else name


def _here(request: Request) -> str:
    return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path


def _with_device(request: Request, response: Response, device: str) -> Response:
    if request.cookies.get(cookie(request, DEVICE)) != device:
        response.set_cookie(
            cookie(request, DEVICE),
            device,
            max_age=YEAR,
            path="/",
            httponly=True,
            samesite="lax",
            secure=_secure(request),
        )
    return response


def _secure(request: Request) -> bool:
    console: Console = request.app.state.console
    return request.url.scheme == "https" or console.public_url.startswith("https:")


def _name(endpoint: Endpoint) -> str:
    return f"{endpoint.__module__.rpartition('.')[2]}.{getattr(endpoint, '__name__', '')}"
