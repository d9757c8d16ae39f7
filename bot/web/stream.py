"""New letters as they come (server-sent events), and the files that lie in letters."""

import asyncio
import base64
import binascii
import re
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.channels.channel import Letter
from bot.web.chat import letter_number, new_id
from bot.web.letters import bubble
from bot.web.pages import html
from bot.web.ports import Ports
from bot.web.visitor import Visitor, visitor

BEAT = 15.0  # seconds of silence after which a stream says that it is alive
RETRY = 3000  # milliseconds that a page waits before it asks again
MOST_STREAMS = 8  # open pages of one account
_LINE_END = re.compile(r"\r\n|\r|\n")
FILE_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
}


async def events(request: Request) -> Response:
    """The stream of new letters; 401 for a stranger, 429 with too many pages open."""
    who, streams = visitor(request), request.app.state.streams
    if who.fresh:
        raise HTTPException(401)
    if streams[who.account] >= MOST_STREAMS:
        raise HTTPException(429)
    asked, last = request.query_params.get("sau", ""), request.headers.get("last-event-id", "")
    seen = max(letter_number(asked), letter_number(last))
    return _Stream(_events(request.app.state.ports, who, seen), streams, who.account)


class _Stream(StreamingResponse):
    """Counted among the open pages of its account until it ends."""

    media_type = "text/event-stream"

    def __init__(self, events: AsyncIterator[str], streams: Counter[str], account: str) -> None:
        super().__init__(events, headers={"Cache-Control": "no-cache", "X-Accel-Buffering": "no"})
        self.streams, self.account = streams, account

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.streams[self.account] += 1
        try:
            await super().__call__(scope, receive, send)
        finally:
            self.streams[self.account] -= 1
            if not self.streams[self.account]:
                del self.streams[self.account]


async def _events(ports: Ports, who: Visitor, seen: int) -> AsyncIterator[str]:
    """Each new letter as a piece of HTML under its id, from the last one that the page has seen."""
    words = await ports.words(who.account)
    yield _event("1", event="nhip", retry=RETRY)
    while True:
        letters = await _next_letters(ports, who.account, seen)
        for letter in letters:
            shown = html("_letters.html", words, bubbles=[bubble(letter)], form_id=new_id())
            yield _event(shown, id=letter.id)
            seen = letter.id
        if not letters:
            yield _event("1", event="nhip")


def _event(data: str, **fields: object) -> str:
    """One event as it goes over the wire."""
    lines = [f"{name}: {value}" for name, value in fields.items()]
    lines += [f"data: {line}" for line in _LINE_END.split(data)]
    return "\n".join((*lines, "", ""))


async def _next_letters(ports: Ports, account: str, seen: int) -> Sequence[Letter]:
    """The letters after `seen`, waited for if need be; empty after one beat of silence."""
    bell = asyncio.create_task(ports.bell.wait(account, BEAT))
    await asyncio.sleep(0)  # listen before looking, so that nothing slips in between
    try:
        letters = await ports.mailbox.after(account, seen)
        if not letters:
            await bell
            letters = await ports.mailbox.after(account, seen)
    finally:
        bell.cancel()
    return letters


async def letter_file(request: Request) -> Response:
    """The file that lies in a letter, for its owner only."""
    ports: Ports = request.app.state.ports
    who, number = visitor(request), letter_number(request.path_params["number"])
    letters = [] if who.fresh or number < 1 else await ports.mailbox.after(who.account, number - 1, 1)
    content = _content(letters[0]) if letters and letters[0].id == number else None
    file = bubble(letters[0]).file if content is not None else None
    if content is None or file is None:
        raise HTTPException(404)
    kind = FILE_TYPES.get(file.name.rpartition(".")[2].lower(), "application/octet-stream")
    place = "inline" if kind.startswith(("image/", "audio/")) else "attachment"
    disposition = f"{place}; filename*=UTF-8''{quote(file.name, safe='')}"
    return Response(content, media_type=kind, headers={"Cache-Control": "no-store", "Content-Disposition": disposition})


def _content(letter: Letter) -> bytes | None:
    media = letter.body.get("media")
    data = media.get("data") if isinstance(media, dict) else None
    with suppress(binascii.Error, ValueError):
        return base64.b64decode(data, validate=True) if isinstance(data, str) else None
    return None


ROUTES = (Route("/chat/events", events), Route("/chat/file/{number}", letter_file))
