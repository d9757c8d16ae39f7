"""What is asked before a text that waits is decided on: the head count, a reason, six digits."""

from bot.conversation.notice_facts import Seen
from bot.conversation.offices.figures import counted
from bot.conversation.offices.in_sight import headline, real_or_drill, typed_hint
from bot.conversation.offices.notice_area import in_words
from bot.conversation.offices.reach_words import people, told_reach
from bot.conversation.offices.sending_time import told_begins
from bot.conversation.visit import Visit
from bot.messages import BACK, Choice, Paragraph, Screen, Tone
from bot.translations import mark
from broadcasts.governance import SHORTEST_REASON

REASONS = (
    mark("Nơi nhận chưa đúng"),
    mark("Ngày giờ chưa đúng"),
    mark("Việc cần làm chưa rõ"),
)


def approve(visit: Visit, found: Seen, before: tuple[Paragraph, ...]) -> Screen:
    """The head count is typed: nobody sends to a thousand people by a slip of the thumb."""
    broadcast, reach = found.broadcast, visit.given.notices.reach
    count = counted(people(reach), visit.words)
    place, drill = in_words(broadcast.notice.areas), broadcast.notice.drill
    title = mark("GỬI DIỄN TẬP cho {n} người ở {place}") if drill else mark("GỬI THẬT cho {n} người ở {place}")
    how = (
        mark("Gõ số người ở {place} ({n}) để gửi diễn tập.")
        if drill
        else mark("Gõ số người ở {place} ({n}) để gửi thật.")
    )
    said = (
        *before,
        visit.plain(title, Tone.TITLE, n=count, place=place),
        headline(broadcast.notice),
        *told_begins(visit, broadcast),
        told_reach(visit, reach),
        *((visit.plain(how, Tone.ACTION, n=count, place=place),) if people(reach) else ()),
    )
    anyhow = () if people(reach) else (Choice("anyhow", visit.say("Vẫn duyệt, dù chưa có ai nhận")),)
    hint = typed_hint(visit) if people(reach) else ""
    return Screen(real_or_drill(visit, drill, said), (*anyhow, _back(visit)), hint=hint)


def give_back(visit: Visit, found: Seen, before: tuple[Paragraph, ...]) -> Screen:
    """Why it is returned."""
    said = (
        *before,
        visit.plain("Trả lại vì sao{polite}?", Tone.TITLE),
        headline(found.broadcast.notice),
        visit.plain("{You} chọn, hoặc gõ lý do bằng lời của mình."),
    )
    choices = tuple(Choice(f"because:{n}", visit.say(reason)) for n, reason in enumerate(REASONS))
    return Screen(real_or_drill(visit, found.broadcast.notice.drill, said), (*choices, _back(visit)))


def why_alone(visit: Visit, found: Seen, before: tuple[Paragraph, ...]) -> Screen:
    """The reason for sending alone."""
    said = (
        *before,
        visit.plain("GỬI THẬT một mình: vì sao không chờ được?", Tone.TITLE),
        headline(found.broadcast.notice),
        visit.plain("{You} gõ lý do, ít nhất {n} chữ cái. Mọi người có trách nhiệm sẽ đọc.", n=SHORTEST_REASON),
    )
    return Screen(real_or_drill(visit, False, said), (_back(visit),), hint=typed_hint(visit))


def factor(visit: Visit, found: Seen, before: tuple[Paragraph, ...]) -> Screen:
    """The second factor."""
    place = in_words(found.broadcast.notice.areas)
    said = (
        *before,
        visit.plain("GỬI THẬT một mình tới {place}", Tone.TITLE, place=place),
        headline(found.broadcast.notice),
        visit.plain("{You} gõ sáu số đang hiện trong ứng dụng mã xác thực. Gõ xong là gửi ngay.", Tone.ACTION),
    )
    return Screen(real_or_drill(visit, False, said), (_back(visit),), hint=typed_hint(visit))


def _back(visit: Visit) -> Choice:
    return Choice("back", visit.say("Quay lại"), BACK)
