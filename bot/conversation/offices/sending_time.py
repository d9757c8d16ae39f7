"""When a notice leaves: at once when it is approved, or at an hour of its own."""

from datetime import datetime, timedelta

from bot.conversation.offices.figures import lasting
from bot.conversation.offices.notice_draft import Draft, level_of
from bot.conversation.visit import Visit
from bot.messages import Paragraph, Tone
from bot.notices.template import Template
from bot.notices.times import moment
from bot.vietnamese.moments import Unclear
from bot.vietnamese.moments import moment as read_moment
from broadcasts.broadcast import Broadcast
from broadcasts.notice import Level

FARTHEST = timedelta(days=7)  # ahead, for a notice that waits for its hour


def may_wait(draft: Draft, template: Template) -> bool:
    """Whether an hour may be chosen: khẩn cấp leaves at once or not at all."""
    return level_of(draft, template) is not Level.URGENT


def read_begins(typed: str, now: datetime) -> datetime | None:
    """The hour that was typed; None where it is none, is past, or is too far ahead."""
    found = read_moment(typed, now)
    return None if isinstance(found, Unclear) or not now < found <= now + FARTHEST else found


def told_begins(visit: Visit, broadcast: Broadcast) -> tuple[Paragraph, ...]:
    """For whoever decides on it: when it will leave; nothing where that is at once."""
    begins = broadcast.begins
    if begins is None:
        return ()
    time = moment(begins, visit.words)
    if begins <= visit.now:
        return (visit.plain("Giờ hẹn gửi ({time}) đã qua: duyệt là gửi ngay.", Tone.ACTION, time=time),)
    left = lasting(begins - visit.now, visit.words)
    return (visit.plain("Hẹn giờ: gửi lúc {time}, còn {left}.", Tone.ACTION, time=time, left=left),)
