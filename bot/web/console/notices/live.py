"""The stream that keeps a notice's figures fresh while it is sent; all who watch share one look a second."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from bot.conversation.notice_facts import Seen
from bot.web.console.at import At
from bot.web.console.door import still_in
from bot.web.console.notices.looking import look, page_of, seen
from bot.web.console.notices.progress import Progress, progress_of
from bot.web.pages import html

LOOK_EVERY = 1.0  # seconds
TOLD_EVERY = 5.0  # even where nothing has changed, so that a page knows that it is not alone
SAID_EVERY = 15.0  # the sentence that screen readers speak
LONGEST = 600.0  # then a page connects anew, and is asked anew who it is
RETRY = 3000  # milliseconds
MOST = 12  # streams of one officer


@dataclass(frozen=True, slots=True)
class _Look:
    at: float
    found: asyncio.Task[Seen | None]


class Watching:
    """What everybody who watches shares; one for each application."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.listeners: Counter[str] = Counter()
        self._clock = clock
        self._looks: dict[str, _Look] = {}

    async def look(self, id: str, ask: Callable[[], Awaitable[Seen | None]]) -> Seen | None:
        """The notice as it stood at most a second ago."""
        held, now = self._looks.get(id), self._clock()
        if held is None or now - held.at >= LOOK_EVERY:
            self._looks = {key: one for key, one in self._looks.items() if now - one.at < LOOK_EVERY}
            held = self._looks[id] = _Look(now, asyncio.ensure_future(_asked(ask)))
        return await asyncio.shield(held.found)


async def _asked(ask: Callable[[], Awaitable[Seen | None]]) -> Seen | None:
    return await ask()


def watching(request: Request) -> Watching:
    """What the pages of this application share."""
    state = request.app.state
    if not hasattr(state, "watching"):
        state.watching = Watching()
    found: Watching = state.watching
    return found


async def stream(at: At) -> Response:
    """Figures as they change, until everything has left or the login ends; 429 with too many pages open."""
    broadcast, shared = (await seen(at)).broadcast, watching(at.request)
    if shared.listeners[at.officer.id] >= MOST:
        raise HTTPException(429)
    return _Stream(_events(at, broadcast.id, shared), shared.listeners, at.officer.id)


class _Stream(StreamingResponse):
    """Counted among the officer's streams until it ends."""

    media_type = "text/event-stream"

    def __init__(self, events: AsyncIterator[str], listeners: Counter[str], officer: str) -> None:
        super().__init__(events, headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        self.listeners, self.officer = listeners, officer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.listeners[self.officer] += 1
        try:
            await super().__call__(scope, receive, send)
        finally:
            self.listeners[self.officer] -= 1


async def _events(at: At, id: str, shared: Watching) -> AsyncIterator[str]:
    began, told, said, before = time.monotonic(), 0.0, 0.0, ""
    yield f"retry: {RETRY}\n\n"
    while time.monotonic() - began < LONGEST:
        found = await shared.look(id, lambda: at.read(lambda tx: look(tx, at.officer, id)))
        if found is None or not await still_in(at):
            return
        now, progress = time.monotonic(), progress_of(found, at.words, at.console.now())
        if progress.sentence != before or progress.done or now - told >= TOLD_EVERY:
            yield event("so", fragment(at, id, progress))
            told, before = now, progress.sentence
        if progress.done or now - said >= SAID_EVERY:
            yield event("loi", progress.sentence)
            said = now
        if progress.done:
            yield event("xong", progress.state)
            return
        await asyncio.sleep(LOOK_EVERY)


def fragment(at: At, id: str, progress: Progress) -> str:
    """The bar and the counts as they stand on the page."""
    return html("console/_notice_progress.html", at.words, progress=progress, own=page_of(id))


def event(name: str, data: str) -> str:
    """One event as it goes over the wire."""
    return "\n".join((f"event: {name}", *(f"data: {line}" for line in data.splitlines() or [""]), "", ""))
