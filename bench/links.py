"""Pages found as an officer finds them: by following links, one of each kind."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Sequence
from urllib.parse import parse_qsl, urlsplit

import httpx
from starlette.applications import Starlette
from starlette.routing import Route

from bot.web.console.rooms import ROUTES

LONGEST = 20.0  # seconds until a page is one that does not end
_HREF = re.compile(r'href="(/[^"#]*)"')


def routes_of(web: Starlette) -> list[Route]:
    """Every kind of page, of the desk and around it."""
    public = [one for one in web.routes if isinstance(one, Route) and not one.path.startswith(("/can-bo", "/api"))]
    return [one for one in (*ROUTES, *public) if "GET" in (one.methods or ())]


async def found(
    browser: httpx.AsyncClient, routes: Sequence[Route], beginnings: Sequence[str], broken: set[str]
) -> AsyncIterator[tuple[str, str, float]]:
    """Each kind of page that links lead to, one path of it, and the seconds that it took for the second time."""
    asked, waiting = set[str](), list(beginnings)
    while waiting:
        path = waiting.pop(0)
        kind = _kind(path, routes)
        if kind is None or kind in asked:
            continue
        asked.add(kind)
        answer = await _ask(browser, path)
        if answer is None or answer.status_code >= 400:
            broken.add(f"{path}: {answer.status_code if answer else 'does not end'}")
        elif answer.status_code == 200:
            begun = time.perf_counter()
            await browser.get(path)
            yield kind, path, time.perf_counter() - begun
            waiting += [one.replace("&amp;", "&") for one in _links(answer)]


def _links(answer: httpx.Response) -> list[str]:
    return _HREF.findall(answer.text) if answer.headers.get("content-type", "").startswith("text/html") else []


def _kind(path: str, routes: Sequence[Route]) -> str | None:
    """The route that answers it, with the names of what is asked behind it; None for what is no page."""
    parts = urlsplit(path)
    route = next((one for one in routes if one.path_regex.match(parts.path)), None)
    if route is None or parts.path.startswith(("/static/", "/hinh/")):
        return None
    names = "&".join(sorted({name for name, value in parse_qsl(parts.query) if value}))
    return f"{route.path}?{names}" if names else route.path


async def _ask(browser: httpx.AsyncClient, path: str) -> httpx.Response | None:
    """None where no end of it comes."""
    try:
        return await asyncio.wait_for(browser.get(path), LONGEST)
    except TimeoutError:
        return None
