"""Every page there is, by the table of routes: for everybody, at every width, in both themes, without a complaint.

A new route fails here until it stands in PAGES of `sights` with somebody who may open it, or in its NO_PAGES.
"""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Browser, Page
from starlette.routing import Route

from bot.web import chat, check, in_force, lesson_pages, metrics, shell, stream, webhooks
from bot.web.api import docs
from bot.web.api.app import BASE
from bot.web.console.rooms import ROUTES
from tests.browser.console.furnished import House
from tests.browser.console.sights import NO_PAGES, PAGES, sights

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
AT_ONCE = 2  # officers whose pages are looked at side by side
WIDTHS = (1280, 768, 320)  # the narrowest comes last
SIDEWAYS = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
FEWER = """document.querySelectorAll("main, tbody, .options, ol, ul").forEach(
    list => [...list.children].slice(10).forEach(one => one.remove())
)"""
READY = "document.fonts.ready.then(() => true)"
VIOLATIONS = """options => axe.run(document, options).then(found => found.violations.map(
    one => `${one.id}: ${one.nodes.map(node => node.html).join().slice(0, 400)}`
))"""
WHOLE: dict[str, object] = {"resultTypes": ["violations"], "preload": False, "iframes": False}
COLOURS = {**WHOLE, "runOnly": ["color-contrast", "link-in-text-block"]}  # what another theme can change


def _routes() -> set[str]:
    """Every address that a browser may be sent to, as the table of routes writes it."""
    public = (chat, stream, shell, check, lesson_pages, in_force, webhooks, metrics)
    routes = [route for module in public for route in module.ROUTES]
    api = {f"{BASE}{route.path}" for route in docs.ROUTES}
    return api | {one.path for one in (*routes, *ROUTES) if isinstance(one, Route) and "GET" in (one.methods or ())}


async def test_every_route_is_looked_at() -> None:
    assert _routes() - set(PAGES) - NO_PAGES == set(), "name them in PAGES, with somebody who may open them"
    assert (set(PAGES) | NO_PAGES) - _routes() == set(), "these are gone"


@dataclass
class Looking:
    """Browsers of everybody, and what they have complained of so far."""

    chromium: Browser
    house: House
    left: AsyncExitStack
    pictures: Path | None = None  # where they are kept
    complaints: list[str] = field(default_factory=list)
    pages: dict[str, Page] = field(default_factory=dict)

    async def page_of(self, who: str) -> Page:
        """The one page of this officer; "" is anybody."""
        if who not in self.pages:
            context = await self.chromium.new_context(
                base_url=self.house.address, locale="vi-VN", reduced_motion="reduce"
            )
            self.left.push_async_callback(context.close)
            context.set_default_timeout(60_000)  # the desk is loaded with the first request
            brought, address = await self.house.cookies(who), self.house.address
            await context.add_cookies([{"name": name, "value": v, "url": address} for name, v in brought.items()])
            page = self.pages[who] = await context.new_page()
            page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
            page.on("console", lambda said: self._heard(page.url, said.type, said.text))
        return self.pages[who]

    def _heard(self, where: str, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(f"{where}: {text}")


async def test_no_page_shuts_anybody_out(
    chromium: Browser, furnished_house: House, pictures: Path, pytestconfig: pytest.Config
) -> None:
    kept = pictures if pytestconfig.getoption("--screenshots", None) else None
    by_officer: dict[str, list[str]] = {}
    for who, path in sights(furnished_house):
        by_officer.setdefault(who, []).append(path)
    async with AsyncExitStack() as left:
        looking, free = Looking(chromium, furnished_house, left, kept), asyncio.Semaphore(AT_ONCE)
        await asyncio.gather(*(_all_of(looking, who, paths, free) for who, paths in by_officer.items()))
        assert not looking.complaints, "\n".join(looking.complaints)


async def _all_of(looking: Looking, who: str, paths: list[str], free: asyncio.Semaphore) -> None:
    async with free:
        for number, path in enumerate(paths):
            await _look(looking, who, path, f"{who or 'anybody'}-{number:02}-{_name(path, looking.house)}")


async def _look(looking: Looking, who: str, path: str, name: str) -> None:
    """One page is loaded once; the window and the theme change around it."""
    page = await looking.page_of(who)
    answer = await page.goto(path)
    landed = unquote(answer.url).removeprefix(looking.house.address) if answer else ""
    if answer is None or answer.status != 200 or landed != unquote(path):
        looking.complaints.append(f"{who} {path}: {answer and answer.status} at {landed}")
    await page.evaluate(READY)
    await _pictures(page, looking.pictures, name)
    await page.evaluate(AXE_SCRIPT)
    await page.evaluate(OPEN)
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 900})
        sideways = await page.evaluate(SIDEWAYS)
        looking.complaints += [f"{who} {path} at {width}: {sideways} px sideways"] if sideways > 0 else []
    looking.complaints += [f"{who} {path}: {one}" for one in await _barriers(page)]


async def _barriers(page: Page) -> list[str]:
    """All of it on the narrowest screen, where the page stands; elsewhere the first rows of long lists."""
    found: list[str] = await page.evaluate(VIOLATIONS, WHOLE)
    await page.evaluate(FEWER)
    for scheme, widths, options in (("light", WIDTHS[:-1], WHOLE), ("dark", WIDTHS, COLOURS)):
        await page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for width in widths:
            await page.set_viewport_size({"width": width, "height": 900})
            found += [f"{width} {scheme}: {one}" for one in await page.evaluate(VIOLATIONS, options)]
    await page.emulate_media(color_scheme="light")
    return found


async def _pictures(page: Page, folder: Path | None, name: str) -> None:
    """What it looks like, for people to look at."""
    for scheme in ("dark", "light") if folder else ():
        await page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            await page.set_viewport_size({"width": width, "height": 900})
            await page.screenshot(path=f"{folder}/{name}-{width}-{scheme}.png", full_page=True)


def _name(path: str, house: House) -> str:
    for name, value in house.names.items():
        path = path.replace(value, name)
    return path.strip("/").replace("/", "-").replace("?", "-")[:60] or "chat"
