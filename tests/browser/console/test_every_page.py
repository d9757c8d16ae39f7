"""Every page there is, by the table of routes: for everybody, at every width, in both themes, without a complaint.

A new route fails here until it stands in PAGES of `sights` with somebody who may open it, or in its NO_PAGES.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
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
EVERYBODY = sorted({sight.partition(" ")[0] for sights in PAGES.values() for sight in sights})  # "" is anybody
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
    """The browser of one officer, and what it has complained of so far."""

    page: Page
    house: House
    pictures: Path | None  # where they are kept
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on("console", lambda said: self._heard(said.type, said.text))

    def _heard(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(f"{self.page.url}: {text}")


@asynccontextmanager
async def _looking(chromium: Browser, house: House, who: str, pictures: Path | None) -> AsyncIterator[Looking]:
    """Signed in as this officer; closed afterwards."""
    context = await chromium.new_context(base_url=house.address, locale="vi-VN", reduced_motion="reduce")
    async with context:
        context.set_default_timeout(60_000)  # the desk is loaded with the first request
        brought = await house.cookies(who)
        await context.add_cookies([{"name": name, "value": v, "url": house.address} for name, v in brought.items()])
        yield Looking(await context.new_page(), house, pictures)


@pytest.mark.parametrize("who", EVERYBODY, ids=lambda who: who or "anybody")
async def test_no_page_shuts_anybody_out(
    who: str, chromium: Browser, furnished_house: House, pictures: Path, pytestconfig: pytest.Config
) -> None:
    kept = pictures if pytestconfig.getoption("--screenshots", None) else None
    theirs = [path for officer, path in sights(furnished_house) if officer == who]
    async with _looking(chromium, furnished_house, who, kept) as looking:
        for number, path in enumerate(theirs):
            await _look(looking, path, f"{who or 'anybody'}-{number:02}-{_name(path, furnished_house)}")
    assert not looking.complaints, "\n".join(looking.complaints)


async def _look(looking: Looking, path: str, name: str) -> None:
    """One page is loaded once; the window and the theme change around it."""
    page = looking.page
    answer = await page.goto(path)
    landed = unquote(answer.url).removeprefix(looking.house.address) if answer else ""
    if answer is None or answer.status != 200 or landed != unquote(path):
        looking.complaints.append(f"{path}: {answer and answer.status} at {landed}")
    await page.evaluate(READY)
    await _pictures(page, looking.pictures, name)
    await page.evaluate(AXE_SCRIPT)
    await page.evaluate(OPEN)
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 900})
        sideways = await page.evaluate(SIDEWAYS)
        looking.complaints += [f"{path} at {width}: {sideways} px sideways"] if sideways > 0 else []
    looking.complaints += [f"{path}: {one}" for one in await _barriers(page)]


async def _barriers(page: Page) -> list[str]:
    """All of it on the narrowest screen, where the page stands; elsewhere the first rows of long lists."""
    found: list[str] = await page.evaluate(VIOLATIONS, WHOLE)
    await page.evaluate(FEWER)
    for width in WIDTHS[:-1]:
        await page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: {one}" for one in await page.evaluate(VIOLATIONS, WHOLE)]
    await page.emulate_media(color_scheme="dark")
    found += [f"dark: {one}" for one in await page.evaluate(VIOLATIONS, COLOURS)]  # whose colours no width changes
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
