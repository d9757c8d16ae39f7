"""The notice read aloud by somebody: a sound file that goes with it, listened to before it is approved."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.conversation.offices.in_sight import headline
from bot.recordings import LARGEST, NotARecording, RecordingTooLarge, keep
from bot.translations import mark
from bot.web.console.at import At, field
from bot.web.console.notices.deed import FIRST, Again
from bot.web.console.notices.edit import editable, kept_as
from bot.web.console.notices.looking import page_of, seen, visit_of
from bot.web.console.notices.panel import panel_of_kept
from bot.web.console.notices.typed import typed_of
from broadcasts.broadcast import Broadcast

ROOM_FOR_FORM = 200_000  # bytes beside the file itself
NO_FILE = mark("Chọn một tệp ghi âm trước.")
NOT_READABLE = mark("Tệp tiếng này không đọc được. Dùng tệp Ogg, MP3, M4A hoặc AAC.")
TOO_LARGE = mark("Tệp tiếng lớn hơn 2 MB. Đọc ngắn hơn, hoặc nén nhỏ lại.")


async def ask(at: At) -> Response:
    """The recording as it is, what to read, and a field for another one."""
    return await _page(at, await _draft(at))


async def answer(at: At) -> Response:
    """Keep the file with the draft, or take the one that is there away."""
    draft = await _draft(at)
    try:
        form = await at.form(LARGEST + ROOM_FOR_FORM, files=1)
    except HTTPException as refused:
        if refused.status_code != 413:
            raise
        return await _page(at, draft, _wrong(at, TOO_LARGE))
    async with closing(form):
        source = "" if field(form, "viec") == "bo" else await _kept(at, form.get("tep"))
        read = field(form, "dau")
    if isinstance(source, Again):
        return await _page(at, draft, source)
    return await kept_as(at, draft, replace(typed_of(visit_of(at), draft), recording=source), read)


@asynccontextmanager
async def closing(form: FormData) -> AsyncIterator[None]:
    """Files that were sent are let go at the end."""
    try:
        yield
    finally:
        await form.close()


async def _kept(at: At, file: object) -> str | Again:
    """The source under which the file is kept, or what is wrong with it."""
    if not isinstance(file, UploadFile) or not file.filename:
        return _wrong(at, NO_FILE)
    content = await file.read(LARGEST + 1)
    try:
        return await asyncio.to_thread(keep, at.console.data_dir, content)
    except NotARecording:
        return _wrong(at, NOT_READABLE)
    except RecordingTooLarge:
        return _wrong(at, TOO_LARGE)


def _wrong(at: At, sentence: str) -> Again:
    return Again(422, (("tep", at.say(sentence)),))


async def _draft(at: At) -> Broadcast:
    broadcast = (await seen(at)).broadcast
    if not editable(broadcast):
        raise HTTPException(404)
    return broadcast


async def _page(at: At, broadcast: Broadcast, again: Again = FIRST) -> Response:
    panel = await panel_of_kept(at, broadcast)
    return at.page(
        "notice_aloud.html",
        again.status,
        broadcast=broadcast,
        drill=broadcast.notice.drill,
        headline=headline(broadcast.notice).text,
        aloud=panel.aloud,
        mistakes=again.mistakes,
        own=page_of(broadcast.id),
    )
