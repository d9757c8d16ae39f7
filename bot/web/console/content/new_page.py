"""Something new: a skeleton under a name made from its title, kept as a draft until it is good; a row for a table."""

import asyncio
import re
from collections.abc import Sequence
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.learning.header_values import slug
from bot.storage.editing import drafts
from bot.storage.editing.drafts import Draft
from bot.storage.editing.revisions import hash_of
from bot.web.console.at import At, field
from bot.web.console.content.asked import page, place
from bot.web.console.content.edit_page import ROOM
from bot.web.console.content.files import Unreadable, listed
from bot.web.console.content.places import FOLDERS, NAMES, Kind, Place, place_of
from bot.web.console.content.publishing import current, today
from bot.web.console.content.rows import columns, with_row
from bot.web.console.content.skeletons import skeleton

NEW = (Kind.LESSON, Kind.SCAM, Kind.ANSWER, Kind.TEMPLATE, Kind.COURSE)
LONGEST_TITLE = 80
_NUMBER = re.compile(r"[0-9]{1,4}(?=-)")


async def blank(at: At) -> Response:
    """What shall it be, and what is it called?"""
    return await _shown(at, {"loai": at.request.query_params.get("loai", Kind.LESSON.value)})


async def begun(at: At) -> Response:
    """The skeleton as a draft; its file comes into being when it is published."""
    form = await at.form()
    given = {name: field(form, name, LONGEST_TITLE) for name in ("loai", "ten", "khoa")}
    kind = next((one for one in NEW if one.value == given["loai"]), None)
    if kind is None:
        raise HTTPException(404)
    files = await asyncio.to_thread(lambda: list(listed(at.console.lessons_dir)))
    here = place_of(_path(kind, given, files))
    if not slug(given["ten"]) or here is None:
        return await _shown(at, given, 422, mistake=at.say("Ghi tên bằng chữ, ví dụ: Gọi lại cho chắc."))
    mine = await at.read(lambda tx: drafts.draft(tx, at.officer.id, here.path))
    if here in files or mine:
        return await _shown(at, given, 422, mistake=at.say("Đã có tệp {path}. Đặt tên khác.", path=here.path))
    text = skeleton(kind, given["ten"], given["khoa"], today(at))
    await at.write(lambda tx: drafts.save(tx, at.officer.id, Draft(here.path, text, "", at.now)))
    return at.go(f"{ROOM}/sua/{here.path}", at.say("Đã tạo khung. Điền hết chỗ [điền: …] rồi đăng."))


async def added(at: At) -> Response:
    """A row at the end of a table of the directory, in the officer's draft."""
    here, form = place(at), await at.form()
    if here.kind is not Kind.TABLE:
        raise HTTPException(404)
    mine = await at.read(lambda tx: drafts.draft(tx, at.officer.id, here.path))
    try:
        now = await current(at, here) or ""
    except Unreadable as error:
        raise HTTPException(404) from error
    text, base = (mine.text, mine.base) if mine else (now, hash_of(now))
    cells = [field(form, f"cot-{index}", 300) for index in range(len(columns(text)))]
    if not any(cells):
        return at.go(f"{ROOM}/sua/{here.path}", at.say("Chưa ghi gì nên chưa thêm dòng nào."))
    await at.write(lambda tx: drafts.save(tx, at.officer.id, Draft(here.path, with_row(text, cells), base, at.now)))
    return at.go(f"{ROOM}/sua/{here.path}", at.say("Đã thêm một dòng vào bản nháp. Xem lại rồi đăng."))


def _path(kind: Kind, given: dict[str, str], files: Sequence[Place]) -> str:
    name = slug(given["ten"])
    match kind:
        case Kind.LESSON:
            return f"khoa-hoc/{given['khoa']}/{_next_number(given['khoa'], files):02}-{name}.md"
        case Kind.COURSE:
            return f"khoa-hoc/{name}/khoa.md"
        case _:
            return f"{FOLDERS[kind]}/{name}.md"


def _next_number(course: str, files: Sequence[Place]) -> int:
    names = [Path(one.path).name for one in files if one.path.startswith(f"khoa-hoc/{course}/")]
    return max((int(found[0]) for name in names if (found := _NUMBER.match(name))), default=0) + 1


async def _shown(at: At, given: dict[str, str], status: int = 200, mistake: str = "") -> Response:
    files = await asyncio.to_thread(lambda: list(listed(at.console.lessons_dir)))
    courses = [one.lesson_file.course for one in files if one.path.endswith("/khoa.md")]
    return page(at, "new", status, given=given, kinds=NEW, names=NAMES, courses=courses, mistake=mistake)
