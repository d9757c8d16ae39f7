"""The screens of a text that waits for an approver: read, approve by typing the head count, return, send alone."""

from datetime import timedelta

from bot.conversation.checked import recorded
from bot.conversation.notice_facts import Seen
from bot.conversation.offices.figures import lasting
from bot.conversation.offices.in_sight import real_or_drill, to_desk
from bot.conversation.offices.moves_said import last, state, told
from bot.conversation.offices.notice_area import in_words
from bot.conversation.offices.notice_findings import findings, warnings
from bot.conversation.offices.notice_findings import told as told_findings
from bot.conversation.offices.officer_calls import whole_text
from bot.conversation.offices.reach_words import told_reach
from bot.conversation.offices.review_rules import alone_denial, is_own, mark_of
from bot.conversation.offices.sending_time import told_begins
from bot.conversation.visit import Visit
from bot.messages import BACK, Choice, Paragraph, Screen, Tone
from bot.translations import mark
from broadcasts.broadcast import Broadcast, Move, State
from broadcasts.governance import ALONE_AFTER, Denial
from broadcasts.notice import Notice
from broadcasts.officer import Action, Officer


def waiting(visit: Visit, officer: Officer, found: Seen, before: tuple[Paragraph, ...]) -> Screen:
    """The whole text and what can be decided."""
    broadcast = found.broadcast
    wrong = findings(visit, broadcast.notice, officer)
    drill = broadcast.notice.drill
    title = mark("Chờ duyệt để GỬI DIỄN TẬP") if drill else mark("Chờ duyệt để GỬI THẬT")
    reach = visit.given.notices.reach
    said = (
        *before,
        visit.plain(title, Tone.TITLE),
        Paragraph(last(visit, found)),
        *whole_text(broadcast.notice, broadcast.code, visit.words),
        visit.plain("Nơi nhận: {place}", place=in_words(broadcast.notice.areas)),
        *told_begins(visit, broadcast),
        *((told_reach(visit, reach),) if reach else ()),
        *told_findings(visit, wrong),
        *_own(visit, officer, found),
    )
    choices = (
        *_decide(visit, officer, broadcast, warned=bool(warnings(wrong))),
        *_alone(visit, officer, found),
        *_mine(visit, officer, broadcast),
        Choice("ready", visit.say("Xem lời đính chính soạn sẵn")),
        to_desk(visit),
    )
    media = (recorded(visit, broadcast.notice.headline, broadcast.recording),) if broadcast.recording else ()
    return Screen(real_or_drill(visit, drill, said), choices, media)


def _decide(visit: Visit, officer: Officer, broadcast: Broadcast, *, warned: bool) -> tuple[Choice, ...]:
    """What an approver does who has not written it."""
    if is_own(officer, broadcast) or not officer.may(Action.APPROVE):
        return ()
    drill = broadcast.notice.drill
    label = mark("Duyệt: GỬI DIỄN TẬP") if drill else mark("Duyệt: GỬI THẬT")
    seen = mark("Đã xem các điều trên. {label}")
    approve = visit.say(seen, label=visit.say(label)) if warned else visit.say(label)
    return (
        Choice(f"approve:{mark_of(broadcast)}", approve),
        Choice(f"return:{mark_of(broadcast)}", visit.say("Trả lại, nêu lý do")),
    )


def _own(visit: Visit, officer: Officer, found: Seen) -> tuple[Paragraph, ...]:
    """Why the writer cannot go on, and how long until the urgent path is open."""
    if not is_own(officer, found.broadcast):
        return ()
    lines = [visit.plain("{You} đã viết bản này nên phải người khác duyệt. {Me} đã gọi người duyệt{polite}.")]
    if alone_denial(visit, officer, found) is Denial.TOO_SOON:
        left = ALONE_AFTER - _waited(visit, found.broadcast)
        lines.append(
            visit.plain("Còn {span} nữa mà chưa ai duyệt thì {you} gửi một mình được.", span=lasting(left, visit.words))
        )
    return tuple(lines)


def _waited(visit: Visit, broadcast: Broadcast) -> timedelta:
    submitted = broadcast.last(Move.SUBMIT)
    return visit.now - submitted.at if submitted else timedelta()


def _alone(visit: Visit, officer: Officer, found: Seen) -> tuple[Choice, ...]:
    if not officer.may(Action.SEND_ALONE) or alone_denial(visit, officer, found) is not None:
        return ()
    return (Choice(f"alone:{mark_of(found.broadcast)}", visit.say("Không ai duyệt, tôi gửi một mình")),)


def _mine(visit: Visit, officer: Officer, broadcast: Broadcast) -> tuple[Choice, ...]:
    if not is_own(officer, broadcast):
        return ()
    edit = Choice("edit", visit.say("Sửa bản này"))
    look = Choice("look", visit.say("Xem đã ai duyệt chưa"))
    return (look, edit) if officer.may(Action.DRAFT) else (look,)


def ready(visit: Visit, found: Seen) -> Screen:
    """What lies ready to leave with one action; approval is for these words too."""
    broadcast = found.broadcast
    later = tuple(
        text for notice in (broadcast.correction, broadcast.all_clear) if notice for text in _text(visit, notice)
    )
    none = (visit.plain("Bản này không có lời soạn sẵn."),)
    title = visit.plain("Lời soạn sẵn, đi cùng bản này", Tone.TITLE)
    return Screen(real_or_drill(visit, broadcast.notice.drill, (title, *(later or none))), (_back(visit),))


def decided(visit: Visit, officer: Officer, found: Seen, before: tuple[Paragraph, ...]) -> Screen:
    """It waits for nobody: somebody has decided, or it is still being written. Says who and when."""
    broadcast = found.broadcast
    returned = broadcast.last(Move.RETURN, Move.SUBMIT)
    reason = returned.reason if returned and returned.move is Move.RETURN else ""
    said = (
        *before,
        visit.plain("Tình trạng: {state}", Tone.TITLE, state=state(visit, found)),
        Paragraph("\n".join(told(visit, found, moved) for moved in broadcast.moves[-3:])),
        *((visit.plain("Lý do trả lại: {reason}", Tone.ACTION, reason=reason),) if reason else ()),
        *whole_text(broadcast.notice, broadcast.code, visit.words),
    )
    ways = _edit(visit, officer) if broadcast.state is State.DRAFT else _progress(visit, broadcast)
    return Screen(real_or_drill(visit, broadcast.notice.drill, said), (*ways, to_desk(visit)))


def _edit(visit: Visit, officer: Officer) -> tuple[Choice, ...]:
    return (Choice("edit", visit.say("Sửa bản này")),) if officer.may(Action.DRAFT) else ()


def _progress(visit: Visit, broadcast: Broadcast) -> tuple[Choice, ...]:
    return (Choice(f"go:live?{broadcast.id}", visit.say("Xem tiến độ")),)


def _text(visit: Visit, notice: Notice) -> tuple[Paragraph, ...]:
    return whole_text(notice, "", visit.words)


def _back(visit: Visit) -> Choice:
    return Choice("back", visit.say("Quay lại"), BACK)
