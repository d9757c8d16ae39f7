"""The page on which a notice is approved: nobody sends to a thousand people by a slip of the hand."""

from starlette.responses import Response

from bot.conversation.offices.figures import counted
from bot.conversation.offices.notice_area import in_words
from bot.conversation.offices.review_steps import is_meant, read_count
from bot.notices.times import moment
from bot.translations import mark
from bot.web.console.at import At, field
from bot.web.console.notices.deed import FIRST, Again, Deed, do, said, six_digits
from bot.web.console.notices.form import Mistake
from bot.web.console.notices.looking import page_of, seen
from bot.web.console.notices.page import NOT_READ, texts_changed
from bot.web.console.notices.panel import Panel, panel_of_kept
from bot.web.console.notices.rights import may_approve
from broadcasts.broadcast import Broadcast
from broadcasts.officer import Action

WRONG_COUNT = mark("Số người chưa khớp. Xem lại số người ở trên rồi gõ đúng số ấy.")
NOT_SIX = mark("Mã xác thực có sáu chữ số. Mở ứng dụng mã xác thực, gõ số đang hiện.")
DONE = mark("Đã duyệt. Thông báo đang được phát.")
WAITS = mark("Đã duyệt. Thông báo sẽ được phát đúng giờ hẹn.")
DRILLED = mark("Đã duyệt. Buổi diễn tập đang chạy.")


async def read(at: At) -> Response:
    """The text as people will see it, where it goes and to how many, and the two things to type."""
    broadcast = (await seen(at)).broadcast
    if not may_approve(at.officer, broadcast):
        return at.go(page_of(broadcast.id))
    return _page(at, broadcast, await panel_of_kept(at, broadcast))


async def approve(at: At) -> Response:
    """Have it leave, for exactly the text that was read."""
    form, broadcast = await at.form(), (await seen(at)).broadcast
    panel = await panel_of_kept(at, broadcast)
    factor = six_digits(field(form, "ma"))
    found = _mistakes(at, panel, field(form, "so-nguoi"), field(form, "da-xem"), factor)
    typed = field(form, "so-nguoi")
    if found:
        return _page(at, broadcast, panel, Again(422, found, typed))
    outcome = await do(at, broadcast, Deed(Action.APPROVE, field(form, "dau"), factor=factor))
    if outcome.refused:
        now = outcome.broadcast or broadcast
        wrong = (("ma", said(at, outcome)),)
        return _page(at, now, await panel_of_kept(at, now), Again(409, wrong, typed))
    return at.go(page_of(broadcast.id), at.say(_done(outcome.broadcast or broadcast)))


def _done(broadcast: Broadcast) -> str:
    if broadcast.notice.drill:
        return DRILLED
    return WAITS if broadcast.begins else DONE


def _mistakes(at: At, panel: Panel, typed: str, ticked: str, factor: str) -> tuple[Mistake, ...]:
    found: list[Mistake] = []
    if panel.tick and ticked != panel.tick:
        found.append(("da-xem", at.say(NOT_READ)))
    number = read_count(typed)
    if not (is_meant(number, panel.people) or number == panel.people == 0):
        found.append(("so-nguoi", at.say(WRONG_COUNT)))
    if not factor:
        found.append(("ma", at.say(NOT_SIX)))
    return tuple(found)


def _page(at: At, broadcast: Broadcast, panel: Panel, again: Again = FIRST) -> Response:
    return at.page(
        "notice_approve.html",
        again.status,
        broadcast=broadcast,
        drill=broadcast.notice.drill,
        panel=panel,
        mistakes=again.mistakes,
        typed=again.typed,
        count=counted(panel.people, at.words),
        place=in_words(broadcast.notice.areas),
        changes=texts_changed(broadcast),
        ends=moment(broadcast.notice.ends, at.words) if broadcast.notice.ends else "",
        begins=moment(broadcast.begins, at.words) if broadcast.begins else at.say("ngay khi được duyệt"),
        own=page_of(broadcast.id),
    )
