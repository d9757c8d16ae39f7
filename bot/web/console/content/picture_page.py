"""Pictures for lessons: those that are there, with the line to paste, and a new one."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from starlette.datastructures import UploadFile
from starlette.responses import Response

from bot.learning.lesson_folder import look
from bot.learning.lesson_rules import PICTURES
from bot.web.console.at import At, field
from bot.web.console.content.asked import page
from bot.web.console.content.files import NotWritable
from bot.web.console.content.pictures import LARGEST, keep
from bot.web.console.content.plain_svg import NotAPicture
from bot.web.shell import PICTURE

AROUND = 20_000  # bytes of a form beside its file
_BRACKETS = str.maketrans("[]()", "    ")  # would end the line to paste


async def pictures(at: At) -> Response:
    """All pictures of lessons."""
    return await _shown(at)


async def sent(at: At) -> Response:
    """Keep one more; its name is ours, its words are the officer's."""
    form = await at.form(LARGEST + AROUND, files=1)
    file, alt = form.get("hinh"), " ".join(field(form, "ta", 200).translate(_BRACKETS).split())
    content = await file.read(LARGEST + 1) if isinstance(file, UploadFile) else b""
    await form.close()
    if mistakes := _missing(at, content, alt):
        return await _shown(at, 422, mistakes=mistakes, alt=alt)
    try:
        path = await asyncio.to_thread(keep, at.console.lessons_dir, content)
    except NotAPicture:
        said = at.say("Tệp này chưa dùng được. Gửi hình PNG, JPEG, WebP hoặc SVG đơn giản, nhẹ hơn 2 MB.")
        return await _shown(at, 422, mistakes=[("hinh", said)], alt=alt)
    except NotWritable:
        return await _shown(at, 503, alt=alt, shut=True)
    await at.console.content.refresh()
    return await _shown(at, line=f"![{alt}]({path})")


def _missing(at: At, content: bytes, alt: str) -> Sequence[tuple[str, str]]:
    """What was not filled in."""
    no_file = [] if content else [("hinh", at.say("Chọn một tệp hình."))]
    return no_file if alt else [*no_file, ("ta", at.say("Tả hình bằng một câu, cho người không nhìn thấy."))]


async def _shown(at: At, status: int = 200, **more: object) -> Response:
    found = await asyncio.to_thread(_paths, at.console.lessons_dir)
    values: dict[str, object] = {"mistakes": [], "alt": "", "line": "", **more}
    return page(at, "pictures", status, found=found, **values)


def _paths(root: Path) -> Sequence[str]:
    """Those that the web can show."""
    files = look(root).below(PICTURES)
    return [path for path in sorted(files) if PICTURE.fullmatch(path.partition("/")[2])]
