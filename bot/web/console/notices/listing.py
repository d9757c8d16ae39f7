"""All notices at a glance: what waits for this officer, what is live, what has its hour, what is past."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.responses import Response

from bot.conversation.notice_facts import Desk
from bot.conversation.offices.figures import lasting
from bot.conversation.offices.moves_said import STATES
from bot.notices.screens import unmarked
from bot.notices.times import moment
from bot.storage.broadcasting import desks
from bot.translations import mark
from bot.web.console.at import At
from bot.web.console.notices.looking import look, page_of
from broadcasts.broadcast import Broadcast, State
from broadcasts.officer import Action

LONGEST_CODE = 20
NOT_FOUND = mark("Không có thông báo nào mang mã “{code}” trong địa bàn của {you}. Gõ lại tám ký tự của mã.")


@dataclass(frozen=True, slots=True)
class Row:
    """One notice in a list."""

    broadcast: Broadcast
    headline: str
    state: str
    path: str
    when: str
    left: str = ""  # until it is sent


@dataclass(frozen=True, slots=True)
class Group:
    """A list under its title; `nothing` is said where it is empty, "" leaves it out."""

    id: str
    title: str
    rows: Sequence[Row]
    nothing: str = ""


async def notices(at: At) -> Response:
    """The lists; with a code in the address, that notice's own page."""
    code = at.request.query_params.get("ma", "").strip()[:LONGEST_CODE]
    missing = ""
    if code:
        found = await at.read(lambda tx: look(tx, at.officer, code))
        if found is not None:
            return at.go(page_of(found.broadcast.id))
        missing = at.say(NOT_FOUND, code=code)
    desk = await at.read(lambda tx: desks.desk(tx, at.officer, at.now))
    status = 404 if missing else 200
    groups = list(_groups(at, desk))
    return at.page("notice_list.html", status, groups=groups, code=code, missing=missing, drafting=(Action.DRAFT,))


def _groups(at: At, desk: Desk) -> Iterator[Group]:
    waiting = [one for one in desk.live if one.state is State.APPROVED]
    live = [one for one in desk.live if one.state is not State.APPROVED]
    submitted = [one for one in desk.drafts if one.state is State.SUBMITTED]
    drafts = [one for one in desk.drafts if one.state is State.DRAFT]
    if at.may(Action.APPROVE):
        nothing = at.say("Không có bản nào chờ {you} duyệt.")
        yield Group("cho-duyet", at.say("Chờ {you} duyệt"), _rows(at, desk.to_approve, "duyet"), nothing)
        yield Group("xem-lai", at.say("Gửi một mình, chờ {you} xem lại"), _rows(at, desk.to_review))
    yield Group("dang-phat", at.say("Đang có hiệu lực"), _rows(at, live), at.say("Không có thông báo nào đang phát."))
    yield Group("hen-gio", at.say("Hẹn giờ gửi"), _rows(at, waiting))
    yield Group("cho-nguoi-khac", at.say("{You} đã gửi duyệt"), _rows(at, submitted))
    yield Group("nhap", at.say("Bản nháp của {you}"), _rows(at, drafts, "sua"))
    yield Group("da-qua", at.say("Đã qua"), _rows(at, desk.past))


def _rows(at: At, found: Sequence[Broadcast], below: str = "") -> list[Row]:
    return [_row(at, one, below) for one in found]


def _row(at: At, one: Broadcast, below: str) -> Row:
    headline = unmarked(one.notice.headline) or at.say("(chưa có tiêu đề)")
    left = ""
    if one.state is State.APPROVED and one.begins and one.begins > at.now:
        left = at.say("còn {span}", span=lasting(one.begins - at.now, at.words))
    when = moment(one.moves[-1].at, at.words)
    return Row(one, headline, at.say(STATES[one.state]), page_of(one.id, below), when, left)
