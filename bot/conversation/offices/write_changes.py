"""The screens on which what was written is changed, each part by its number."""

from datetime import datetime

from bot.conversation.offices.in_sight import real_or_drill, shortened, typed_hint
from bot.conversation.offices.notice_draft import Draft, hours_later, level_of, said_place
from bot.conversation.offices.write_screens import LABEL, LEVELS, MOST_URGENT_FIRST, back, screen
from bot.conversation.offices.write_steps import Writing
from bot.conversation.pages import more, page
from bot.conversation.visit import Visit
from bot.messages import Choice, Screen, Tone
from bot.notices.times import moment
from bot.translations import mark
from broadcasts.notice import Level

LEVEL_NAMES = {
    Level.URGENT: mark("khẩn cấp"),
    Level.FIRST: mark("ưu tiên"),
    Level.ROUTINE: mark("thông thường"),
}
HOURS = (6, 12, 24, 48, 72)  # for which a notice may hold


def change(writing: Writing) -> Screen:
    """Everything that can be changed, each by its number."""
    visit, items = writing.visit, changeable(writing)
    shown, _ = page(items, visit.place.get("start", 0))
    title = visit.plain("{You} muốn sửa chỗ nào{polite}?", Tone.TITLE)
    return screen(visit, writing.draft, (title,), (*shown, *more(visit, items), back(visit)))


def changeable(writing: Writing) -> list[Choice]:
    """The blanks, then area, level, end and telephone number."""
    visit, draft, notice = writing.visit, writing.draft, writing.fact.notice
    blanks = (
        Choice(f"blank:{n}", shortened(f"{one.name}: {draft.values.get(one.name, '')}", LABEL))
        for n, one in enumerate(writing.template.blanks)
    )
    level, ends = (
        LEVEL_NAMES[level_of(draft, writing.template)],
        moment(notice.ends, visit.words) if notice.ends else "",
    )
    return [
        *blanks,
        Choice("set:area", shortened(visit.say("Nơi nhận: {place}", place=said_place(draft)), LABEL)),
        Choice("set:level", visit.say("Mức: {level}", level=level)),
        Choice("set:ends", visit.say("Hết hiệu lực: {time}", time=ends)),
        Choice("set:contact", visit.say("Số để hỏi thêm: {phone}", phone=notice.contact or visit.say("chưa có"))),
    ]


def set_level(visit: Visit, draft: Draft) -> Screen:
    """Another level than the template's."""
    title = visit.plain("Mức của thông báo này?", Tone.TITLE)
    alone = visit.plain("Đổi khác mức của mẫu thì không gửi một mình được, phải có người duyệt.")
    choices = tuple(Choice(f"as:{level.name}", visit.say(LEVELS[level])) for level in MOST_URGENT_FIRST)
    return screen(visit, draft, (title, alone), (*choices, back(visit)))


def set_ends(visit: Visit, draft: Draft) -> Screen:
    """Another end."""
    title = visit.plain("Hết hiệu lực lúc nào?", Tone.TITLE)
    how = visit.plain("{You} chọn, hoặc gõ giờ và ngày, ví dụ: 7h sáng mai. Lâu nhất là ba ngày.")
    choices = tuple(Choice(f"hours:{hours}", _later(visit, draft, hours)) for hours in HOURS)
    return screen(visit, draft, (title, how), (*choices, back(visit)))


def set_begins(writing: Writing) -> Screen:
    """Another hour at which it is sent."""
    visit, draft = writing.visit, writing.draft
    title = visit.plain("Gửi lúc nào?", Tone.TITLE)
    how = visit.plain("{You} gõ giờ và ngày, ví dụ: 7h sáng mai. Xa nhất là bảy ngày.")
    approved = visit.plain("Vẫn phải có người duyệt trước giờ ấy. Duyệt rồi, {you} vẫn dừng được.")
    at_once = Choice("at-once", visit.say("Gửi ngay khi được duyệt"))
    return screen(visit, draft, (title, how, approved), (at_once, back(visit)))


def set_contact(visit: Visit, draft: Draft) -> Screen:
    """Whom people call who want to know more."""
    title = visit.plain("Bà con muốn hỏi thêm thì gọi số nào?", Tone.TITLE)
    how = visit.plain("{You} gõ số trực của cơ quan, đủ cả số 0 ở đầu.")
    return Screen(real_or_drill(visit, draft.drill, (title, how)), (back(visit),), hint=typed_hint(visit))


def _later(visit: Visit, draft: Draft, hours: int) -> str:
    ends = moment(datetime.fromisoformat(hours_later(draft, hours)), visit.words)
    return visit.say("Sau {n} giờ: {time}", n=hours, time=ends)
