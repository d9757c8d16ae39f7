"""Recordings for lessons: those that are there, each with the line to paste, and a new one."""

import asyncio

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.recordings import LARGEST, NotARecording, RecordingTooLarge
from bot.web.console.at import At, field
from bot.web.console.content.asked import page
from bot.web.console.content.files import NotWritable
from bot.web.console.content.recordings import keep, kept, line_of
from bot.web.console.notices.aloud import NO_FILE, NOT_READABLE, TOO_LARGE, closing

AROUND = 20_000  # bytes of a form beside its file


async def recordings(at: At) -> Response:
    """All recordings of lessons."""
    return await _shown(at)


async def sent(at: At) -> Response:
    """Keep one more; its name is ours, made from the officer's words."""
    try:
        form = await at.form(LARGEST + AROUND, files=1)
    except HTTPException as refused:
        if refused.status_code != 413:
            raise
        return await _wrong(at, TOO_LARGE, "")
    async with closing(form):
        about, content = field(form, "ve", 100), await _content(form.get("tep"))
    if not content:
        return await _wrong(at, NO_FILE, about)
    try:
        path = await asyncio.to_thread(keep, at.console.lessons_dir, content, about)
    except NotARecording:
        return await _wrong(at, NOT_READABLE, about)
    except RecordingTooLarge:
        return await _wrong(at, TOO_LARGE, about)
    except NotWritable:
        return await _shown(at, 503, about=about, shut=True)
    await at.console.content.refresh()
    return await _shown(at, new=path)


async def _content(file: object) -> bytes:
    """What was sent, a byte more than may be kept at most; empty where nothing was."""
    return await file.read(LARGEST + 1) if isinstance(file, UploadFile) else b""


async def _wrong(at: At, sentence: str, about: str) -> Response:
    return await _shown(at, 422, mistakes=[("tep", at.say(sentence))], about=about)


async def _shown(at: At, status: int = 200, **more: object) -> Response:
    found = await asyncio.to_thread(kept, at.console.lessons_dir)
    values: dict[str, object] = {"mistakes": [], "about": "", "new": "", "line_of": line_of, **more}
    return page(at, "recordings", status, found=found, **values)
