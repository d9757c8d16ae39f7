"""The screens of a notice on its way: how it goes, stopping and correcting it, the all-clear, the report."""

from collections.abc import Iterator

from bot.conversation.notice_facts import Seen
from bot.conversation.offices.in_sight import headline, real_or_drill, to_desk
from bot.conversation.offices.live_rules import may, may_look_again, may_update
from bot.conversation.offices.moves_said import last, state, told
from bot.conversation.offices.officer_calls import whole_text
from bot.conversation.offices.progress_words import progress
from bot.conversation.offices.sending_time import told_begins
from bot.conversation.visit import Visit
from bot.messages import BACK, Choice, Paragraph, Screen, Tone
from bot.translations import mark
from broadcasts.broadcast import BEGUN, Broadcast, Move, State
from broadcasts.code import shown
from broadcasts.officer import Action, Officer

REASONS = (
    mark("Sai nơi nhận"),
    mark("Sai ngày giờ"),
    mark("Không có chuyện này"),
    mark("Gửi nhầm, chưa đến lúc"),
)
_UNDECIDED = (State.DRAFT, State.SUBMITTED)


def live(visit: Visit, officer: Officer, found: Seen, before: tuple[Paragraph, ...]) -> Screen:
    """How it goes, and what can be done about it."""
    broadcast = found.broadcast
    said = (
        *before,
        visit.plain("{headline}", Tone.TITLE, headline=headline(broadcast.notice).text),
        Paragraph("\n".join(_standing(visit, found))),
        *(() if broadcast.state in _UNDECIDED else progress(found.tally, visit.words)),
    )
    return Screen(real_or_drill(visit, broadcast.notice.drill, said), (*_ways(visit, officer, found), to_desk(visit)))


def _standing(visit: Visit, found: Seen) -> Iterator[str]:
    broadcast = found.broadcast
    yield visit.say("Tình trạng: {state}.", state=state(visit, found))
    approved = broadcast.last(Move.APPROVE, Move.APPROVE_ALONE, Move.RELEASE)
    if approved and approved is not broadcast.moves[-1]:
        yield told(visit, found, approved)
    yield last(visit, found)
    yield visit.say("Mã kiểm tra: {code}", code=shown(broadcast.code))
    if broadcast.state is State.APPROVED:
        yield from (paragraph.text for paragraph in told_begins(visit, broadcast))
    if broadcast.sent_unseen:
        yield visit.say("Bản này gửi một mình, phải có một người khác xem lại trong 24 giờ.")
    if found.replaced_by:
        yield visit.say("Tin mới nhất về việc này mang mã {code}.", code=shown(found.replaced_by))


def _ways(visit: Visit, officer: Officer, found: Seen) -> Iterator[Choice]:
    broadcast = found.broadcast
    if broadcast.state in _UNDECIDED:
        yield Choice(f"go:review?{broadcast.id}", visit.say("Mở bản này"))
        return
    yield Choice("look", visit.say("Xem số mới nhất"))
    if may(visit, officer, Action.WITHDRAW, found):
        yield Choice("stop", visit.say(_stop_label(broadcast)))
    if may(visit, officer, Action.ALL_CLEAR, found):
        yield Choice("clear", visit.say("Báo hết nguy hiểm"))
    if may_update(officer, found):
        yield Choice("update", visit.say("Viết tin cập nhật"))
    if may_look_again(visit, officer, found):
        yield Choice("reviewed", visit.say("Tôi đã xem lại bản gửi một mình này"))
    yield Choice("report", visit.say("Báo cáo"))


def _stop_label(broadcast: Broadcast) -> str:
    if broadcast.state is State.APPROVED:
        return mark("Dừng lại, không gửi nữa")
    return mark("Dừng diễn tập, đính chính") if broadcast.notice.drill else mark("DỪNG và đính chính")


def stop(visit: Visit, found: Seen) -> Screen:
    """What those will read who have it already. A reason that is chosen stops it, one that is typed is asked again."""
    broadcast, drill = found.broadcast, found.broadcast.notice.drill
    title = mark("DỪNG DIỄN TẬP và đính chính?") if drill else mark("DỪNG THẬT và đính chính?")
    now = mark("Dừng ngay: {reason}")
    said = (
        visit.plain(title, Tone.TITLE),
        headline(broadcast.notice),
        *_ready(visit, found, Action.WITHDRAW),
        visit.plain("{You} chọn lý do là dừng ngay. Lý do khác thì gõ ra.", Tone.ACTION),
    )
    choices = tuple(
        Choice(f"stop-now:{n}", visit.say(now, reason=visit.say(reason).lower())) for n, reason in enumerate(REASONS)
    )
    return Screen(real_or_drill(visit, drill, said), (*choices, back(visit)))


def sure(visit: Visit, found: Seen) -> Screen:
    """The reason that was typed, once more before it stops."""
    drill = found.broadcast.notice.drill
    said = (
        visit.plain("Dừng và đính chính với lý do này?", Tone.TITLE),
        headline(found.broadcast.notice),
        visit.plain("Lý do: {reason}", reason=visit.place.get("reason", "")),
    )
    label = mark("Dừng diễn tập ngay") if drill else mark("DỪNG NGAY")
    return Screen(real_or_drill(visit, drill, said), (Choice("stop-now", visit.say(label)), back(visit)))


def clear(visit: Visit, found: Seen) -> Screen:
    """The all-clear as people will read it."""
    drill = found.broadcast.notice.drill
    title = mark("BÁO HẾT NGUY HIỂM (diễn tập)?") if drill else mark("BÁO HẾT NGUY HIỂM thật?")
    said = (visit.plain(title, Tone.TITLE), *_ready(visit, found, Action.ALL_CLEAR))
    return Screen(
        real_or_drill(visit, drill, said), (Choice("clear-now", visit.say("Báo hết nguy hiểm ngay")), back(visit))
    )


def _ready(visit: Visit, found: Seen, action: Action) -> tuple[Paragraph, ...]:
    """The text that lies ready, or that nothing needs to be sent."""
    broadcast = found.broadcast
    notice = broadcast.correction if action is Action.WITHDRAW else broadcast.all_clear
    if notice is None or broadcast.state not in BEGUN:
        return (visit.plain("Chưa ai nhận bản này, nên chỉ dừng lại, không gửi gì thêm."),)
    if action is Action.WITHDRAW:
        to = visit.plain("Ai đã nhận bản này sẽ nhận lời sau. Những người khác không nhận gì nữa.")
    else:
        to = visit.plain("Mọi người ở nơi nhận sẽ nhận lời sau.")
    return (to, *whole_text(notice, "", visit.words))


def back(visit: Visit) -> Choice:
    """The choice under 0 that leads back to how it goes."""
    return Choice("back", visit.say("Quay lại"), BACK)
