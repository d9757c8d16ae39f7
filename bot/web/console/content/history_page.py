"""Looking back: every version of a file, what differs, an earlier one again; and two versions that met."""

import asyncio
from collections.abc import Sequence

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.storage.database import Transaction
from bot.storage.editing import drafts, revisions
from bot.storage.editing.revisions import Change, Deed, Revision, hash_of
from bot.storage.offices import officers
from bot.translations import mark
from bot.web.console.at import At, field
from bot.web.console.content.asked import page, place, title_of
from bot.web.console.content.difference import difference
from bot.web.console.content.edit_page import ROOM, after
from bot.web.console.content.files import Unreadable
from bot.web.console.content.places import Kind, Place
from bot.web.console.content.publishing import End, Outcome, current, publish

DEEDS = {
    Deed.PUBLISHED: mark("đăng"),
    Deed.RESTORED: mark("khôi phục"),
    Deed.RETIRED: mark("ngừng dùng"),
    Deed.BY_HAND: mark("sửa trên máy chủ"),
}


async def history(at: At) -> Response:
    """Every version, and what differs between two of them."""
    return await _shown(at, place(at))


async def restored(at: At) -> Response:
    """Make an earlier version live again, as a new one."""
    here, form = place(at), await at.form()
    wanted = await at.read(lambda tx: revisions.revision(tx, number(field(form, "ban", 20))))
    if wanted is None or wanted.path != here.path or not wanted.text:
        raise HTTPException(404)
    base = hash_of(await _text(at, here))
    why = at.say("Lấy lại bản {time}", time=f"{wanted.at:%d/%m/%Y %H:%M}")
    change = Change(here.path, wanted.text, base, at.officer.id, why, Deed.RESTORED)
    return await _ended(at, here, await publish(at, here, change))


async def retired(at: At) -> Response:
    """Take a file out of use; refused where another file refers to it."""
    here, form = place(at), await at.form()
    if here.kind is Kind.TABLE:
        raise HTTPException(404)
    why, base = field(form, "ly-do", 200), hash_of(await _text(at, here))
    if not why:
        return await _shown(at, here, 422, no_reason=True)
    if not base or base != field(form, "goc", 64):
        raise HTTPException(409)
    change = Change(here.path, None, base, at.officer.id, why, Deed.RETIRED)
    return await _ended(at, here, await publish(at, here, change))


async def two(at: At) -> Response:
    """The officer's draft and the version that somebody else has published meanwhile."""
    here = place(at)
    theirs, mine = await _text(at, here), await at.read(lambda tx: drafts.draft(tx, at.officer.id, here.path))
    if mine is None:
        return at.go(f"{ROOM}/sua/{here.path}")
    rows = await asyncio.to_thread(difference, theirs or "", mine.text)
    live, who = await at.read(lambda tx: _live(tx, here.path))
    values = {"mine": mine, "theirs": theirs or "", "base": hash_of(theirs), "live": live, "who": who}
    return page(at, "two", 200, place=here, title=title_of(at, here, theirs or mine.text), rows=rows, **values)


async def _ended(at: At, here: Place, outcome: Outcome) -> Response:
    match outcome.end:
        case End.MISTAKES:
            return await _shown(at, here, 422, broken=(*outcome.verdict.own, *outcome.verdict.others))
        case End.SHUT:
            return await _shown(at, here, 503, shut=True)
        case End.LIVE:
            return at.go(f"{ROOM}/lich-su/{here.path}", at.say("Đã đổi. Bà con thấy ngay từ bây giờ."))
        case End.CLASH:
            raise HTTPException(409)
        case end:
            return after(at, here, end)


async def _shown(at: At, here: Place, status: int = 200, **more: object) -> Response:
    text = await _text(at, here)
    versions = await at.read(lambda tx: revisions.history(tx, here.path))
    if not versions:
        raise HTTPException(404)
    names = await at.read(lambda tx: officers.names(tx, {id for one in versions for id in (one.officer, one.second)}))
    old, new = _pair(at, versions)
    rows = await asyncio.to_thread(difference, old.text, new.text) if old and new else ()
    return page(
        at,
        "history",
        status,
        place=here,
        title=title_of(at, here, text or versions[0].text),
        versions=versions,
        names=names,
        deeds=DEEDS,
        old=old,
        new=new,
        rows=rows,
        base=hash_of(text),
        table=here.kind is Kind.TABLE,
        **more,
    )


def _pair(at: At, versions: Sequence[Revision]) -> tuple[Revision | None, Revision | None]:
    """The two versions that are asked for; without a wish the last two."""
    by_id = {one.id: one for one in versions}
    asked = [by_id.get(number(at.request.query_params.get(name, ""))) for name in ("cu", "moi")]
    if any(asked):
        return asked[0], asked[1]
    return (versions[1], versions[0]) if len(versions) > 1 else (None, None)


def number(written: str) -> int:
    """The number of a version; 0 for whatever is none."""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 16 else 0


def _live(tx: Transaction, path: str) -> tuple[Revision | None, str]:
    found = revisions.live(tx, path)
    return found, officers.names(tx, {found.officer}).get(found.officer, "") if found else ""


async def _text(at: At, here: Place) -> str | None:
    try:
        return await current(at, here)
    except Unreadable as error:
        raise HTTPException(404) from error
