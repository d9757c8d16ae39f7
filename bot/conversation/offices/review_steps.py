"""What follows when a text that waits is decided on: the deed for the very text that was read, and who is told."""

import re
from collections.abc import Callable, Mapping

from bot.conversation.misses import missed
from bot.conversation.notice_facts import Group, Note, NoticeMoved, Seen
from bot.conversation.offices.in_sight import template_approved
from bot.conversation.offices.officer_calls import approved_call, note, returned_call, sent_alone_call
from bot.conversation.offices.reach_words import people
from bot.conversation.offices.review_rules import mark_of
from bot.conversation.visit import Move, Visit
from bot.messages import Tone
from bot.translations import mark
from bot.vietnamese.numerals import number_of
from broadcasts.governance import SHORTEST_REASON
from broadcasts.officer import Action, Officer

MOST_REASON = 500  # characters that are kept of a reason
_NUMBER = re.compile(r"[0-9]+(?:[ .,][0-9]{3})*")
_DIGITS = re.compile(r"[0-9]{6}")
_WRONG_COUNT = (
    mark("Số đó chưa đúng với số người ở trên. {You} xem lại rồi gõ đúng số ấy{polite}."),
    mark("Chưa khớp. {You} gõ đúng số người đang hiện, hoặc nhắn 0 để quay lại."),
)
_SHORT_REASON = (
    mark("Lý do ngắn quá. {You} gõ thêm vài chữ cho mọi người hiểu{polite}."),
    mark("{You} viết một câu giúp {me}, ví dụ: nước lên nhanh, gọi không ai nghe máy."),
)
_NOT_SIX = (
    mark("{Me} cần đúng sáu chữ số. {You} gõ lại{polite}."),
    mark("Chưa phải sáu chữ số. {You} mở ứng dụng mã xác thực, gõ số đang hiện."),
)


def _to(visit: Visit, **more: object) -> Move:
    return Move("review", {**visit.place, **more})


def begin(visit: Visit, found: Seen, what: str, mark_read: str) -> Move:
    """To the question that comes before the deed; a text that was edited meanwhile is shown anew first."""
    if mark_read != mark_of(found.broadcast):
        return _changed(visit)
    place = {"id": visit.place["id"], "mark": mark_read, "step": "why" if what == "alone" else what}
    if what != "approve":
        return Move("review", place)
    audience, level = found.broadcast.audience, found.broadcast.notice.level.value
    areas, ages = sorted(audience.areas), sorted(audience.ages)
    return Move("review", {**place, "areas": areas, "ages": ages, "level": level})


def too_late(visit: Visit) -> Move:
    """Somebody has decided meanwhile; the screen that follows says who and when."""
    said = visit.plain("Bản này vừa có người quyết trước {you}{polite}.", Tone.WRONG)
    return Move("review", {"id": visit.place["id"]}, said=(said,))


def _changed(visit: Visit) -> Move:
    said = visit.plain("Lời thông báo vừa được sửa. Đây là bản mới, {you} đọc lại giúp {me}{polite}.", Tone.WRONG)
    return Move("review", {"id": visit.place["id"]}, said=(said,))


def _hear_count(visit: Visit, officer: Officer, found: Seen, text: str) -> Move:
    number, count = read_count(text), people(visit.given.notices.reach)
    if number == 1 and not count:  # there is nobody to count, but one choice
        return approve(visit, officer, found)
    return approve(visit, officer, found) if is_meant(number, count) else missed(visit, _WRONG_COUNT)


def read_count(typed: str) -> int | None:
    """The number that was typed, with or without the dots that part thousands, or in words."""
    written = _NUMBER.fullmatch(typed.strip())
    return int(re.sub(r"\D", "", typed)) if written else number_of(typed)


def is_meant(number: int | None, count: int) -> bool:
    """Whether it is the number on the screen; people come and go while it is typed, so one in a hundred may differ."""
    return number is not None and number > 0 and abs(number - count) * 100 <= count


def approve(visit: Visit, officer: Officer, found: Seen) -> Move:
    """It leaves, if nobody was first and nothing was changed."""
    told = note(visit, Group.WRITERS, found.broadcast.id, approved_call(found.broadcast, officer))
    return _done(visit, found, Action.APPROVE, "live", told)


def give_back(visit: Visit, officer: Officer, found: Seen, reason: str) -> Move:
    """Back to its writers."""
    told = note(visit, Group.WRITERS, found.broadcast.id, returned_call(found.broadcast, officer, reason))
    return _done(visit, found, Action.RETURN, "review", told, reason=reason[:MOST_REASON])


def _hear_why(visit: Visit, officer: Officer, found: Seen, text: str) -> Move:
    reason = " ".join(text.split())[:MOST_REASON]
    return _to(visit, step="factor", reason=reason) if len(reason) >= SHORTEST_REASON else missed(visit, _SHORT_REASON)


def _hear_factor(visit: Visit, officer: Officer, found: Seen, text: str) -> Move:
    digits = "".join(text.split())
    if not _DIGITS.fullmatch(digits):
        return missed(visit, _NOT_SIX)
    reason = visit.place["reason"]
    told = note(visit, Group.RESPONSIBLE, found.broadcast.id, sent_alone_call(found.broadcast, officer, reason))
    return _done(visit, found, Action.SEND_ALONE, "", told, reason=reason, factor=digits)


def _done(visit: Visit, found: Seen, action: Action, then: str, told: Note, **given: str) -> Move:
    """The deed, for the text that was read; `then` the scene that shows it, "" to stay where it may be asked again."""
    broadcast = found.broadcast
    if visit.place.get("mark") != mark_of(broadcast):
        return _changed(visit)
    approved = template_approved(visit, found)
    fact = NoticeMoved(broadcast.id, action, broadcast.text_hash, template_approved=approved, notes=(told,), **given)
    return Move(then, {"id": broadcast.id}, facts=(fact,)) if then else Move(facts=(fact,))


HEARS: Mapping[str, Callable[[Visit, Officer, Seen, str], Move]] = {
    "approve": _hear_count,
    "return": give_back,
    "why": _hear_why,
    "factor": _hear_factor,
}
"""What typed words mean, by the step."""
