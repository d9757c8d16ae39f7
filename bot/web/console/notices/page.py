"""The page of one notice: its text to look over before it is sent, then how it goes and what can be done about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.responses import Response

from bot.conversation.notice_facts import Seen
from bot.conversation.offices.changes_said import all_changes
from bot.conversation.offices.figures import lasting
from bot.conversation.offices.moves_said import last, state, told
from bot.conversation.offices.notice_area import in_words
from bot.conversation.offices.reopening import recovered
from bot.conversation.offices.sending_time import told_begins
from bot.conversation.visit import Visit
from bot.notices.changes import Change
from bot.notices.screens import unmarked
from bot.notices.times import moment
from bot.storage.broadcasting.deeds import Outcome
from bot.translations import mark
from bot.web.console.at import At, field
from bot.web.console.notices.deed import FIRST, Again, Deed, do, said
from bot.web.console.notices.form import BLANKS, FIELDS, TEXTS
from bot.web.console.notices.looking import page_of, seen, visit_of
from bot.web.console.notices.panel import Panel, panel_of_kept
from bot.web.console.notices.progress import progress_of
from bot.web.console.notices.rights import alone_soon, deeds
from broadcasts.broadcast import Broadcast, Move, State
from broadcasts.code import shown
from broadcasts.governance import ALONE_AFTER
from broadcasts.officer import Action

NOT_READ = mark("Đánh dấu là {you} đã xem các điều cần xem lại.")
SUBMITTED = mark("Đã gửi duyệt. Người duyệt đã được gọi.")
UNDECIDED = (State.DRAFT, State.SUBMITTED)


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the answers: its name, what was written, and where it is changed."""

    name: str
    value: str
    path: str


async def notice(at: At) -> Response:
    """How it stands."""
    return await _page(at, await seen(at))


async def submit(at: At) -> Response:
    """Have it approved; refused while something must be mended or has not been looked at."""
    form, found = await at.form(), await seen(at)
    panel = await panel_of_kept(at, found.broadcast)
    if panel.mistakes:
        return await _page(at, found, panel, Again(422, panel.mistakes))
    if panel.tick and field(form, "da-xem") != panel.tick:
        return await _page(at, found, panel, Again(422, (("da-xem", at.say(NOT_READ)),)))
    outcome: Outcome = await do(at, found.broadcast, Deed(Action.SUBMIT, field(form, "dau")))
    if outcome.refused:
        return await _page(at, await seen(at), None, Again(409, (("gui", said(at, outcome)),)))
    return at.go(page_of(found.broadcast.id), at.say(SUBMITTED))


async def _page(at: At, found: Seen, panel: Panel | None = None, again: Again = FIRST) -> Response:
    visit, broadcast = visit_of(at), found.broadcast
    if panel is None and broadcast.state in UNDECIDED:
        panel = await panel_of_kept(at, broadcast)
    return at.page(
        "notice_page.html",
        again.status,
        broadcast=broadcast,
        headline=unmarked(broadcast.notice.headline) or at.say("(chưa có tiêu đề)"),
        drill=broadcast.notice.drill,
        code=shown(broadcast.code),
        state=state(visit, found),
        last=_capital(last(visit, found)),
        moves=story(visit, found),
        facts=list(facts(visit, broadcast)),
        begins=[one.text for one in told_begins(visit, broadcast)] if broadcast.state is State.APPROVED else [],
        returned=_returned(broadcast),
        changes=texts_changed(broadcast),
        may=deeds(visit, at.officer, found),
        soon=_soon(visit, found) if alone_soon(visit, at.officer, found) else "",
        panel=panel,
        mistakes=again.mistakes,
        undecided=broadcast.state in UNDECIDED,
        begun=broadcast.last(Move.START) is not None,
        sending=broadcast.state is State.SENDING,
        progress=progress_of(found, at.words, at.now),
        replaced=shown(found.replaced_by) if found.replaced_by else "",
        own=page_of(broadcast.id),
    )


def story(visit: Visit, found: Seen) -> list[str]:
    """What has happened, each thing once: of several savings by one hand in a row the last."""
    moves = found.broadcast.moves
    after = (*moves[1:], None)
    kept = [
        one
        for one, following in zip(moves, after, strict=True)
        if not (following and (one.move, one.by) == (Move.EDIT, following.by) and following.move is Move.EDIT)
    ]
    return [_capital(told(visit, found, one)) for one in kept]


def texts_changed(broadcast: Broadcast) -> tuple[Change, ...]:
    """What was changed since an approver had it before them."""
    return all_changes(broadcast)


def facts(visit: Visit, broadcast: Broadcast) -> Iterator[Fact]:
    """Every answer of the form, in its order."""
    one = broadcast.notice
    begins = moment(broadcast.begins, visit.words) if broadcast.begins else visit.say("ngay khi được duyệt")
    edit = page_of(broadcast.id, "sua")
    by_template = broadcast.state in UNDECIDED and recovered(visit, broadcast)[0] is not None
    for name, value, field_name in (
        (visit.say("Mức"), visit.say(one.level.value), "level"),
        (visit.say("Nơi nhận"), in_words(one.areas), "areas"),
        (visit.say("Sự kiện"), one.event, "event"),
        (visit.say("Tiêu đề"), unmarked(one.headline), "headline"),
        (visit.say("Chuyện gì"), unmarked(one.description), "description"),
        (visit.say("Cần làm"), unmarked(one.instruction), "instruction"),
        (visit.say("Ở đâu"), one.place, "place"),
        (visit.say("Từ lúc"), moment(one.starts, visit.words) if one.starts else "", "starts"),
        (visit.say("Đến lúc"), moment(one.ends, visit.words) if one.ends else "", "ends"),
        (visit.say("Số để hỏi thêm"), one.contact, "contact"),
        (visit.say("Gửi lúc"), begins, ""),
    ):
        field_id = BLANKS if by_template and field_name in TEXTS else FIELDS.get(field_name, "gui-luc")
        yield Fact(name, value or visit.say("chưa ghi"), f"{edit}#{field_id}")


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


def _returned(broadcast: Broadcast) -> str:
    """Why it came back, as long as it was not submitted again."""
    one = broadcast.last(Move.RETURN, Move.SUBMIT)
    return one.reason if one and one.move is Move.RETURN else ""


def _soon(visit: Visit, found: Seen) -> str:
    submitted = found.broadcast.last(Move.SUBMIT)
    left = ALONE_AFTER - (visit.now - submitted.at) if submitted else ALONE_AFTER
    return lasting(left, visit.words)
