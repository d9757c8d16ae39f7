"""`/notices`: judge a text, make a draft, follow what becomes of it. Nothing is approved or sent here."""

import asyncio
import secrets
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import Annotated

from fastapi import APIRouter, Header, Path, Query, Response

from bot.conversation.notice_facts import NoticeWritten, Seen
from bot.notices.denials import DENIALS
from bot.notices.known import Known
from bot.notices.ready_notice import ReadyNotice, ready_notice
from bot.storage.broadcasting import api_drafts, notices
from bot.storage.broadcasting.api_drafts import Draft, DraftRefused, OtherRequest
from bot.storage.broadcasting.broadcast_rows import load_named
from bot.storage.broadcasting.notice_pages import page, visible
from bot.storage.database import Transaction
from bot.storage.offices.api_grants import Scope
from bot.web.api.asking import Asking, needs
from bot.web.api.notice_in import NoticeIn
from bot.web.api.notice_models import CheckOut, DraftOut, FindingOut, NoticeOut, NoticesOut, head, whole
from bot.web.api.places import NoPlace, read_place, written_place
from bot.web.api.problems import Refused, WrongField, say, told
from bot.web.api.wrongs import Wrong
from broadcasts.wording import Severity

MOST = 100
router = APIRouter(tags=[say("Thông báo")])
_READS = Annotated[Asking, needs(Scope.READ_NOTICES)]
_WRITES = Annotated[Asking, needs(Scope.WRITE_NOTICES)]
_KEY = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        pattern=r"^[!-~]{0,100}$",
        description=say("Cùng khóa và cùng nội dung thì được cùng một bản nháp"),
    ),
]


@router.post("/notices/check", responses=told(Wrong.UNREADABLE, Wrong.TOO_LARGE, Wrong.INVALID))
async def check(asking: _WRITES, written: NoticeIn) -> CheckOut:
    """Lời thông báo này có gì phải sửa; không lưu gì."""
    return CheckOut(**_findings(await _ready(asking, written)))


@router.post(
    "/notices",
    status_code=201,
    responses={
        200: {"model": DraftOut, "description": say("Khóa này đã tạo bản nháp từ trước")},
        **told(Wrong.UNREADABLE, Wrong.REFUSED, Wrong.TOO_LARGE, Wrong.INVALID, Wrong.KEY_REUSED),
    },
)
async def create(asking: _WRITES, written: NoticeIn, response: Response, key: _KEY = "") -> DraftOut:
    """Tạo bản nháp, đứng tên cán bộ của mã truy cập. Cán bộ đọc lại, trình và người khác duyệt trên bàn làm việc."""
    ready = await _ready(asking, written)
    request = api_drafts.Request(key, sha256(written.model_dump_json().encode()).hexdigest())
    fact = NoticeWritten(secrets.token_hex(8), ready.notice, ready.correction, ready.all_clear, begins=ready.begins)
    try:
        draft, seen = await asking.write(
            partial(_write, asking=asking, request=request, fact=fact, refers_to=ready.refers_to)
        )
    except OtherRequest:
        raise Refused(Wrong.KEY_REUSED) from None
    except DraftRefused as refused:
        raise Refused(Wrong.REFUSED, say(DENIALS[refused.denial])) from None
    response.status_code = 201 if draft.new else 200
    response.headers["Location"] = f"/api/v1/notices/{draft.broadcast.id}"
    return DraftOut(notice=whole(seen), **_findings(ready))


@router.get("/notices", responses=told(Wrong.INVALID))
async def some(
    asking: _READS,
    after: Annotated[str, Query(max_length=120, description=say("`next` của trang trước"))] = "",
    limit: Annotated[int, Query(ge=1, le=MOST)] = 20,
) -> NoticesOut:
    """Thông báo trong địa bàn, mới nhất trước."""
    try:
        place = read_place(after) if after else None
    except NoPlace:
        raise Refused(
            Wrong.INVALID, fields=[WrongField(field="query.after", detail=say(Wrong.INVALID.detail))]
        ) from None
    found = await asking.read(lambda tx: page(tx, asking.caller.officer, limit, place))
    return NoticesOut(
        notices=[head(one) for one in found.notices], next=written_place(found.next) if found.next else None
    )


@router.get("/notices/{id}", responses=told(Wrong.MISSING, Wrong.INVALID))
async def one(
    asking: _READS,
    id: Annotated[str, Path(pattern=r"^[0-9A-Za-z-]{1,40}$", description=say("Số hoặc mã của thông báo"))],
) -> NoticeOut:
    """Một thông báo: đang ở bước nào, đã tới bao nhiêu người."""
    seen = await asking.read(lambda tx: notices.seen(tx, id))
    if seen is None or not visible(asking.caller.officer, seen.broadcast):
        raise Refused(Wrong.MISSING)
    return whole(seen)


def _write(
    tx: Transaction, asking: Asking, request: api_drafts.Request, fact: NoticeWritten, refers_to: str
) -> tuple[Draft, Seen]:
    """What it follows is found by id or code, but only where the officer may see it."""
    old = load_named(tx, refers_to) if refers_to else None
    if refers_to and (old is None or not visible(asking.caller.officer, old)):
        raise Refused(Wrong.INVALID, fields=[WrongField(field="body.refers_to", detail=say(Wrong.MISSING.detail))])
    draft = api_drafts.write(tx, asking.caller, request, replace(fact, refers_to=old.id if old else ""), asking.now)
    return draft, notices.seen(tx, draft.broadcast.id) or Seen(draft.broadcast)


async def _ready(asking: Asking, written: NoticeIn) -> ReadyNotice:
    """Read and judged as the officer's, within the token's areas; beside the event loop, because it takes a while."""
    world, officer = asking.console.content.world, asking.caller.officer
    known = Known(world.directory, world.hard_words)
    return await asyncio.to_thread(ready_notice, written.fields(officer.office), officer, known, asking.now)


def _findings(ready: ReadyNotice) -> dict[str, list[FindingOut]]:
    return {
        "errors": [FindingOut(**row) for row in ready.rows(Severity.ERROR)],
        "warnings": [FindingOut(**row) for row in ready.rows(Severity.WARNING)],
    }
