"""New letters as they come (server-sent events), and the files that lie in letters."""

import asyncio
import base64
import binascii
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.sse import EventSourceResponse, ServerSentEvent

from bot.channels.channel import Letter
from bot.web.chat import letter_number, new_id
from bot.web.letters import bubble
from bot.web.pages import html
from bot.web.ports import Ports
from bot.web.visitor import Visitor, visitor

router = APIRouter()
BEAT = 15.0  # seconds of silence after which a stream says that it is alive
RETRY = 3000  # milliseconds that a page waits before it asks again
MOST_STREAMS = 8  # open pages of one account
FILE_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
}


async def listener(request: Request) -> AsyncIterator[Visitor]:
    """The visitor who may listen; 401 for a stranger, 429 with too many pages open."""
    who = visitor(request)
    streams: Counter[str] = request.app.state.streams
    if who.fresh:
        raise HTTPException(401)
    if streams[who.account] >= MOST_STREAMS:
        raise HTTPException(429)
    streams[who.account] += 1
    try:
        yield who
    finally:
        streams[who.account] -= 1
        if not streams[who.account]:
            del streams[who.account]


@router.get("/chat/events", response_class=EventSourceResponse)
async def events(
    request: Request, who: Annotated[Visitor, Depends(listener)], sau: str = ""
) -> AsyncIterator[ServerSentEvent]:
    """Each new letter as a piece of HTML under its id, from the last one that the page has seen."""
    ports: Ports = request.app.state.ports
    words = await ports.words(who.account)
    seen = max(letter_number(sau), letter_number(request.headers.get("last-event-id", "")))
    yield ServerSentEvent(event="nhip", raw_data="1", retry=RETRY)
    while True:
        letters = await _next_letters(ports, who.account, seen)
        for letter in letters:
            shown = html("_letters.html", words, bubbles=[bubble(letter)], form_id=new_id())
            yield ServerSentEvent(id=str(letter.id), raw_data=shown)
            seen = letter.id
        if not letters:
            yield ServerSentEvent(event="nhip", raw_data="1")


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


@router.get("/chat/file/{number}")
async def letter_file(request: Request, number: int) -> Response:
    """The file that lies in a letter, for its owner only."""
    ports: Ports = request.app.state.ports
    who = visitor(request)
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
