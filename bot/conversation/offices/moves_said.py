"""What has happened to a broadcast, told to officers: who did it and when."""

from collections.abc import Mapping

from bot.conversation.notice_facts import Seen
from bot.conversation.visit import Visit
from bot.notices.times import moment
from bot.translations import mark
from broadcasts.broadcast import Move, Moved, State

DONE: Mapping[Move, str] = {
    Move.EDIT: mark("{name} viết"),
    Move.SUBMIT: mark("{name} đưa đi duyệt"),
    Move.APPROVE: mark("{name} duyệt"),
    Move.APPROVE_ALONE: mark("{name} gửi một mình"),
    Move.RETURN: mark("{name} trả lại"),
    Move.REJECT: mark("{name} bỏ"),
    Move.RELEASE: mark("{name} cho gửi lời soạn sẵn"),
    Move.START: mark("bắt đầu gửi"),
    Move.FINISH: mark("gửi xong"),
    Move.WITHDRAW: mark("{name} dừng và đính chính"),
    Move.REPLACE: mark("có tin mới thay"),
    Move.END: mark("{name} báo hết nguy hiểm"),
    Move.EXPIRE: mark("hết giờ trước khi gửi"),
    Move.REVIEW: mark("{name} đã xem lại"),
}
STATES: Mapping[State, str] = {
    State.DRAFT: mark("bản nháp"),
    State.SUBMITTED: mark("chờ duyệt"),
    State.APPROVED: mark("đã duyệt, chờ đến giờ gửi"),
    State.SENDING: mark("đang gửi"),
    State.SENT: mark("đã gửi xong"),
    State.UPDATED: mark("đã có tin mới thay"),
    State.CANCELLED: mark("đã dừng và đính chính"),
    State.ENDED: mark("đã báo hết nguy hiểm"),
    State.REJECTED: mark("đã bỏ, không gửi"),
    State.EXPIRED: mark("hết giờ, không gửi"),
}


def told(visit: Visit, found: Seen, moved: Moved) -> str:
    """ "Nông Văn Ba duyệt, 20 giờ 13 ngày 21/11/2026"."""
    done = visit.say(DONE[moved.move], name=named(visit, found, moved.by))
    return visit.say("{done}, {time}", done=done, time=moment(moved.at, visit.words))


def last(visit: Visit, found: Seen) -> str:
    """The newest thing that happened; "" where nothing has."""
    return told(visit, found, found.broadcast.moves[-1]) if found.broadcast.moves else ""


def named(visit: Visit, found: Seen, officer: str) -> str:
    """The officer's name; the machine itself where nobody did it."""
    return found.names.get(officer) or visit.say("máy")


def state(visit: Visit, found: Seen) -> str:
    """Where it stands, in words."""
    return visit.say(STATES[found.broadcast.state])
