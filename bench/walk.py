"""Every kind of page, as whoever waits longest for it: found by its links, asked many times."""

import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from statistics import median

import httpx
from sqlalchemy import select
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bench.links import found, routes_of
from bot.app import App, clock
from bot.storage.database import Transaction
from bot.storage.notice_tables import broadcasts
from bot.storage.offices import invitations, logins
from bot.storage.offices.logins import Browser
from bot.web.console.door import LOGIN
from bot.web.from_app import ports_of
from bot.web.server import create_web
from broadcasts.officer import Role

TIMES = 30
BEGINNINGS = ("/can-bo", "/can-bo/dang-nhap", "/", "/k", "/tro-giup", "/mat-mang", "/health", "/metrics")
NOBODY = "nobody"
_BROWSER = Browser("bench".ljust(22, "x"), "bench")


@dataclass(frozen=True, slots=True)
class Timed:
    """One kind of page as the role saw it that waited longest; milliseconds and bytes."""

    path: str
    role: str
    median: float
    p95: float
    first: float  # until something of it came, p95
    cpu: float  # of the whole process, the median: what stays the same on a busy machine
    size: int

    @property
    def streamed(self) -> bool:
        """Whether it comes bit by bit, as downloads do."""
        return self.first < self.p95 / 2


class FirstByte:
    """Around the web: when it last began to answer with anything."""

    def __init__(self, web: ASGIApp) -> None:
        self._web, self.at = web, 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def note(message: Message) -> None:
            nonlocal begun
            if not begun and message.get("body"):
                begun, self.at = True, time.perf_counter()
            await send(message)

        await self._web(scope, receive, note)


@dataclass(frozen=True, slots=True)
class Seen:
    """One page as a role came upon it, and how long it took then."""

    path: str
    role: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Walked:
    """What was measured, what answered with anything but a page, and the kinds that no link led to."""

    pages: tuple[Timed, ...]
    broken: tuple[str, ...]
    unseen: tuple[str, ...]


async def walk(app: App, people: Mapping[str, str], only: str) -> Walked:
    """Follow links as each of these officers and as nobody.

    Then every page that begins with `only` is asked many times, as whoever waited longest for it.
    """
    web, broken = create_web(ports_of(app)), set[str]()
    routes, beginnings = routes_of(web), await app.database.write(lambda tx: _beginnings(tx, people))
    seen, logins_of = dict[str, Seen](), await app.database.write(lambda tx: _sign_in(tx, people))
    for role, cookies in logins_of.items():
        async with _browser(web, cookies) as browser:
            async for kind, path, seconds in found(browser, routes, beginnings, broken):
                before = seen.get(kind)
                if before is None or (before.seconds < seconds and path.startswith("/can-bo")):
                    seen[kind] = Seen(path, role, seconds)
    pages = list[Timed]()
    for one in seen.values():
        if one.path.startswith(only):
            first = FirstByte(web)
            async with _browser(first, logins_of[one.role]) as browser:
                pages.append(await _timed(browser, first, one))
    kinds = {kind.partition("?")[0] for kind in seen}
    unseen = tuple(one.path for one in routes if one.path not in kinds)
    return Walked(tuple(sorted(pages, key=lambda one: -one.p95)), tuple(sorted(broken)), unseen)


def _beginnings(tx: Transaction, people: Mapping[str, str]) -> tuple[str, ...]:
    """Where people come in, by links that stand on no page of ours."""
    code = tx.execute(select(broadcasts.c.code).limit(1)).scalar_one()
    link = invitations.invite(tx, people[Role.WRITER.value], clock())
    return (*BEGINNINGS, f"/k/{code}", f"/can-bo/moi/{link}")


def _sign_in(tx: Transaction, people: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The cookies of each, and none for nobody."""
    return {NOBODY: {}, **{role: {LOGIN: logins.begin(tx, id, _BROWSER, clock())} for role, id in people.items()}}


@asynccontextmanager
async def _browser(web: ASGIApp, cookies: Mapping[str, str]) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(web)
    async with httpx.AsyncClient(transport=transport, base_url="http://xa.test", cookies=dict(cookies)) as browser:
        yield browser


async def _timed(browser: httpx.AsyncClient, first: FirstByte, page: Seen) -> Timed:
    times, begins, busy, size = list[float](), list[float](), list[float](), 0
    for _ in range(TIMES):
        begun, worked = time.perf_counter(), time.process_time()
        size = len((await browser.get(page.path)).content)
        times.append((time.perf_counter() - begun) * 1000)
        begins.append((first.at - begun) * 1000)
        busy.append((time.process_time() - worked) * 1000)
    return Timed(page.path, page.role, median(times), _p95(times), _p95(begins), median(busy), size)


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[len(times) * 95 // 100]
