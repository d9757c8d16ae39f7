"""A new notice: from which template, for where, real or a drill. What begins as a drill stays one."""

import secrets
from dataclasses import replace
from datetime import datetime

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.conversation.offices.notice_area import office_of, only_area
from bot.conversation.offices.notice_draft import moment_of
from bot.conversation.refusals import why_not
from bot.notices.template import Template
from bot.storage.broadcasting import broadcasts
from bot.storage.database import Transaction
from bot.web.console.at import At, field
from bot.web.console.notices.looking import ROOM, page_of, visit_of
from bot.web.console.notices.typed import Typed, in_field, written
from broadcasts.governance import Denial
from broadcasts.notice import Level

FREE = "tu-viet"  # in place of a template: the officer's own words


async def choose(at: At) -> Response:
    """The templates, for a real notice."""
    return _choose(at, drill=False)


async def choose_drill(at: At) -> Response:
    """The templates, for a drill."""
    return _choose(at, drill=True)


def _choose(at: At, *, drill: bool, mistakes: tuple[tuple[str, str], ...] = ()) -> Response:
    by_level: dict[Level, list[Template]] = {level: [] for level in reversed(Level)}
    for entry in visit_of(at).world.templates.entries:
        by_level[entry.template.level].append(entry.template)
    groups = [(level, found) for level, found in by_level.items() if found]
    status = 422 if mistakes else 200
    return at.page("notice_new.html", status, groups=groups, drill=drill, free=FREE, mistakes=mistakes)


async def begin(at: At) -> Response:
    """Keep an empty draft of the chosen template, or ask first where it goes."""
    form = await at.form()
    template, drill = field(form, "mau"), at.request.url.path.startswith(f"{ROOM}/dien-tap")
    if template != FREE and visit_of(at).world.templates.template(template) is None:
        return _choose(at, drill=drill, mistakes=(("mau-0", at.say("Chọn một mẫu, hoặc tự viết.")),))
    areas = only_area(at.officer)
    if not areas:
        return at.go(f"{ROOM}/{'dien-tap' if drill else 'moi'}/noi-nhan?mau={template}")
    return await made(at, template, areas, drill=drill)


async def made(at: At, template: str, areas: tuple[str, ...], *, drill: bool) -> Response:
    """To the form of a new draft for these areas; 403 where the officer may not write there."""
    id, visit = secrets.token_hex(8), visit_of(at)
    office = office_of(at.officer, areas, visit.world.directory)
    found = visit.world.templates.template(template)
    starts = in_field(datetime.fromisoformat(moment_of(visit)))
    typed = Typed(office.name, areas, contact=office.contact, drill=drill, starts=starts)
    if found is not None:
        typed = replace(typed, template=found.id, level=found.level.value)
    fact = written(visit, id, typed)

    def keep(tx: Transaction) -> Denial | None:
        return broadcasts.write(tx, at.officer, at.where, fact, at.now)

    refused = await at.write(keep)
    if refused is not None:
        raise HTTPException(403, at.say(why_not(refused)))
    return at.go(page_of(id, "sua"))
