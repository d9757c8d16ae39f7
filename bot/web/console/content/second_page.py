"""Texts that wait for a second person, and the page on which a province asks for two people."""

import asyncio
from contextlib import suppress
from dataclasses import replace

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.areas import provinces
from bot.storage.editing import second_person, two_people
from bot.storage.editing.second_person import Decision, Request
from bot.storage.offices import officers
from bot.translations import mark
from bot.web.console.at import At, field
from bot.web.console.content.asked import page, title_of
from bot.web.console.content.difference import difference
from bot.web.console.content.edit_page import ROOM
from bot.web.console.content.files import Unreadable
from bot.web.console.content.places import place_of
from bot.web.console.content.publishing import End, current, publish
from broadcasts.governance import Denial

DENIALS = {
    Denial.OWN_WORK: mark("Bản này do {you} viết, nên người khác phải đồng ý."),
    Denial.SAME_PHONE: mark("Bản này gửi từ chính máy này. Người thứ hai đăng nhập ở máy của mình."),
    Denial.CHANGED: mark("Chữ đã khác bản {you} đọc. Đọc lại rồi quyết định."),
    Denial.STATE: mark("Bản này đã có người quyết định rồi."),
    Denial.ROLE: mark("Tài khoản này không soạn nội dung."),
}


async def waiting(at: At) -> Response:
    """What waits for a second person, and what came back to this officer."""
    asked = await at.read(second_person.waiting)
    back = await at.read(lambda tx: second_person.returned(tx, at.officer.id))
    names = await at.read(lambda tx: officers.names(tx, {one.officer for one in asked}))
    titles = {one.id: await _title(at, one) for one in (*asked, *back)}
    return page(at, "waiting", asked=asked, back=back, names=names, titles=titles)


async def _title(at: At, asked: Request) -> str:
    """What the file is called that the request is about; where it asks to take it away, as it stands now."""
    here = place_of(asked.path)
    if here is None:
        return asked.path
    with suppress(Unreadable):
        return title_of(at, here, asked.text if asked.hash else await current(at, here) or "")
    return asked.path


async def compared(at: At) -> Response:
    """One of them beside what is live now, to agree or to give back."""
    return await _shown(at, await _asked(at))


async def decided(at: At) -> Response:
    """Agree to this very text, which makes it live, or give it back with a reason."""
    asked, form = await _asked(at), await at.form()
    against = second_person.denial(asked, at.officer, at.where, field(form, "ban", 64))
    if field(form, "viec") == "tra" and against is not Denial.STATE:
        return await _returned(at, asked, field(form, "ly-do", 300))
    if against:
        return await _shown(at, asked, 422, against=against)
    return await _agreed(at, asked)


async def _agreed(at: At, asked: Request) -> Response:
    here = place_of(asked.path)
    if here is None:
        raise HTTPException(404)
    outcome = await publish(at, here, replace(asked.change, second=at.officer.id))
    if outcome.end is End.MISTAKES:
        found = (*outcome.verdict.own, *outcome.verdict.others)
        return await _shown(at, asked, 422, broken=found)
    if outcome.end is not End.LIVE:
        return await _shown(at, asked, 503 if outcome.end is End.SHUT else 409, end=outcome.end.value)
    return at.go(f"{ROOM}/cho-duyet", at.say("Đã đồng ý. Bà con thấy bản mới từ bây giờ."))


async def _returned(at: At, asked: Request, reason: str) -> Response:
    if not reason:
        return await _shown(at, asked, 422, no_reason=True)
    decision = Decision(at.officer.id, agreed=False, reason=reason)
    done = await at.write(lambda tx: second_person.give_back(tx, asked, decision, at.now))
    if not done:
        return await _shown(at, asked, 409, against=Denial.STATE)
    return at.go(f"{ROOM}/cho-duyet", at.say("Đã trả lại, có ghi lý do. Bà con chưa thấy bản này."))


async def _asked(at: At) -> Request:
    found = await at.read(lambda tx: second_person.request(tx, at.request.path_params["id"][:40]))
    if found is None:
        raise HTTPException(404)
    return found


async def _shown(at: At, asked: Request, status: int = 200, **more: object) -> Response:
    here = place_of(asked.path)
    now = (await current(at, here) if here else None) or ""
    rows = await asyncio.to_thread(difference, now, asked.text if asked.hash else "")
    names = await at.read(lambda tx: officers.names(tx, {asked.officer}))
    own = second_person.denial(asked, at.officer, at.where, asked.hash)
    against = more.pop("against", None) or own
    values = {
        "title": await _title(at, asked),
        "asked": asked,
        "rows": rows,
        "writer": names.get(asked.officer, ""),
        "denials": DENIALS,
    }
    return page(at, "second", status, **values, against=against, may_agree=own is None, **more)


async def settings(at: At) -> Response:
    """Which provinces ask for two people."""
    own = two_people.provinces_of(at.officer)
    if own is not None and not own:
        raise HTTPException(403)
    on = await at.read(two_people.settings)
    shown = [one for one in provinces() if own is None or one.code in own]
    return page(at, "settings", provinces=shown, on=on)


async def switched(at: At) -> Response:
    """Ask for two people in one province, or no longer."""
    form = await at.form()
    province, on = field(form, "tinh", 5), field(form, "viec") == "bat"
    if province not in {one.code for one in provinces()}:
        raise HTTPException(404)
    against = await at.write(lambda tx: two_people.switch(tx, at.officer, province, on, at.now))
    if against:
        raise HTTPException(403)
    said = at.say("Từ nay cần hai người.") if on else at.say("Từ nay một người đăng được.")
    return at.go(f"{ROOM}/cai-dat", said)
