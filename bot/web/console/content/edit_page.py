"""The editor: the text beside what people will see, mistakes at their lines, drafts that are never lost."""

from dataclasses import replace

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.storage.editing import drafts
from bot.storage.editing.drafts import Draft
from bot.storage.editing.revisions import Change, hash_of
from bot.web.console.at import HOME, At, field
from bot.web.console.content.asked import LARGEST, page, place, text_of
from bot.web.console.content.files import Unreadable
from bot.web.console.content.places import Place
from bot.web.console.content.publishing import End, current, ended, publish
from bot.web.console.content.sheet import Sheet, look, shown
from bot.web.console.content.shown import WAYS

ROOM = f"{HOME}/noi-dung"


async def edit(at: At) -> Response:
    """The officer's own draft of a file, or the file."""
    here = place(at)
    text, draft = await _now(at, here), await at.read(lambda tx: drafts.draft(tx, at.officer.id, here.path))
    if draft and hash_of(draft.text) == hash_of(text):
        draft = None
    if text is None and draft is None:
        raise HTTPException(404)
    sheet = Sheet(here, draft.text if draft else text or "", draft.base if draft else hash_of(text), draft=draft)
    return await shown(at, sheet)


async def edited(at: At) -> Response:
    """Publish it, keep it as a draft, forget the draft, or only look at it."""
    here, form = place(at), await at.form(LARGEST)
    sheet = Sheet(here, text_of(form), field(form, "goc", 64), field(form, "ly-do", 200))
    match field(form, "viec"):
        case "dang":
            return await _publish(at, sheet)
        case "nhap":
            await _save(at, sheet)
            return at.go(f"{ROOM}/sua/{here.path}", at.say("Đã giữ bản nháp. Chưa ai thấy bản này ngoài {you}."))
        case "bo":
            await at.write(lambda tx: drafts.drop(tx, at.officer.id, here.path))
            return at.go(f"{ROOM}/sua/{here.path}", at.say("Đã bỏ bản nháp. Đây là bản đang dùng."))
        case _:
            return await shown(at, sheet)


async def preview(at: At) -> Response:
    """What the typed text becomes, for the page that shows it beside."""
    here, form = place(at), await at.form(LARGEST)
    text = text_of(form)
    seen = await look(at, here, text)
    return page(at, "preview", place=here, seen=seen, ways=WAYS, mistakes=seen.reading.mistakes, oob=True)


async def autosave(at: At) -> Response:
    """Keep the typed text; the answer is one sentence."""
    here, form = place(at), await at.form(LARGEST)
    await _save(at, Sheet(here, text_of(form), field(form, "goc", 64)))
    return page(at, "saved", saved_at=at.now)


async def _publish(at: At, sheet: Sheet) -> Response:
    await _save(at, sheet)
    if not sheet.why:
        return await shown(at, replace(sheet, no_reason=True), 422)
    change = Change(sheet.place.path, ended(sheet.text), sheet.base, at.officer.id, sheet.why)
    outcome = await publish(at, sheet.place, change)
    match outcome.end:
        case End.MISTAKES:
            return await shown(at, replace(sheet, verdict=outcome.verdict), 422)
        case End.SHUT:
            return await shown(at, replace(sheet, shut=True), 503)
        case end:
            return after(at, sheet.place, end)


def after(at: At, here: Place, end: End) -> Response:
    """Where to go once it is live, waits for a second person, or met another version."""
    match end:
        case End.ASKED:
            said = at.say("Đã gửi cho người thứ hai. Có người đồng ý thì bà con mới thấy bản này.")
            return at.go(f"{ROOM}/cho-duyet", said)
        case End.CLASH:
            return at.go(f"{ROOM}/hai-ban/{here.path}")
        case _:
            return at.go(f"{ROOM}/sua/{here.path}", at.say("Đã đăng. Bà con thấy bản mới từ bây giờ."))


async def _save(at: At, sheet: Sheet) -> None:
    draft = Draft(sheet.place.path, ended(sheet.text), sheet.base, at.now)
    await at.write(lambda tx: drafts.save(tx, at.officer.id, draft))


async def _now(at: At, here: Place) -> str | None:
    try:
        return await current(at, here)
    except Unreadable as error:
        raise HTTPException(404) from error
