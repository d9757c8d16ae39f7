"""A newer text in the place of one that lives: a draft of its own, which begins with the words of the old one."""

import secrets
from dataclasses import replace
from datetime import datetime

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.conversation.offices.live_rules import may_update
from bot.conversation.offices.notice_draft import moment_of
from bot.conversation.refusals import why_not
from bot.storage.broadcasting import broadcasts
from bot.web.console.at import At
from bot.web.console.notices.looking import page_of, seen, visit_of
from bot.web.console.notices.typed import in_field, typed_of, written


async def begin(at: At) -> Response:
    """To the form of the update; 409 where the notice lives no more, 403 where the officer may not write there."""
    found, visit = await seen(at), visit_of(at)
    if not may_update(at.officer, found):
        raise HTTPException(409)
    old, starts = found.broadcast, datetime.fromisoformat(moment_of(visit))
    ahead = old.notice.ends and old.notice.ends > at.now
    before = typed_of(visit, old)
    typed = replace(
        before,
        office=at.officer.office,
        refers_to=old.id,
        starts=in_field(starts),
        ends=before.ends if ahead else "",
        begins="",
        recording="",
    )
    fact = written(visit, secrets.token_hex(8), typed)
    refused = await at.write(lambda tx: broadcasts.write(tx, at.officer, at.where, fact, at.now))
    if refused is not None:
        raise HTTPException(403, at.say(why_not(refused)))
    return at.go(page_of(fact.id, "sua"))
