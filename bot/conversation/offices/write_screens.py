"""The screens on which a notice is written: which template, where, each blank, the preview, what to change."""

from bot.conversation.offices.in_sight import headline, real_or_drill, to_desk, typed_hint
from bot.conversation.offices.notice_draft import Draft, broadcast_of
from bot.conversation.offices.notice_findings import errors, findings, tick, told, warnings
from bot.conversation.offices.officer_calls import whole_text
from bot.conversation.offices.reach_words import told_reach
from bot.conversation.offices.sending_time import may_wait, told_begins
from bot.conversation.offices.write_steps import Writing
from bot.conversation.pages import more, page
from bot.conversation.visit import Visit
from bot.messages import BACK, Choice, Paragraph, Screen, Tone
from bot.notices.template import Template
from bot.notices.template_names import BlankKind
from bot.translations import mark
from broadcasts.broadcast import Broadcast, Move
from broadcasts.notice import Level

MOST_URGENT_FIRST = (Level.URGENT, Level.FIRST, Level.ROUTINE)
LEVELS = {
    Level.URGENT: mark("Khẩn cấp: nguy hiểm ngay bây giờ"),
    Level.FIRST: mark("Ưu tiên: nên biết trong ngày"),
    Level.ROUTINE: mark("Thông thường: chờ được"),
}
HOW = {
    BlankKind.WORDS: mark("{You} gõ vài chữ, ví dụ: {example}"),
    BlankKind.NUMBER: mark("{You} gõ một số, ví dụ: {example}"),
    BlankKind.TIME: mark("{You} gõ giờ, ví dụ: {example}"),
    BlankKind.MOMENT: mark("{You} gõ giờ và ngày, ví dụ: {example}"),
}
LABEL = 48  # characters of what stands in a list


def levels(visit: Visit, draft: Draft) -> Screen:
    """How urgent it is; a name of a template that is typed leads there at once."""
    asked = mark("Soạn diễn tập: loại việc gì?") if draft.drill else mark("Soạn thông báo: loại việc gì?")
    title = visit.plain(asked, Tone.TITLE)
    templates = [entry.template for entry in visit.world.templates.entries]
    if not templates:
        none = visit.plain("Chưa có mẫu thông báo nào. {You} nhờ quản trị viên đưa mẫu vào{polite}.")
        return screen(visit, draft, (none,), (to_desk(visit),))
    how = visit.plain("{You} chọn mức, hoặc gõ tên việc, ví dụ: bão.")
    choices = tuple(
        Choice(f"level:{level.name}", visit.say(LEVELS[level]))
        for level in MOST_URGENT_FIRST
        if any(one.level is level for one in templates)
    )
    drafts = Choice("go:officer?drafts", visit.say("Bản nháp của tôi"))
    return screen(visit, draft, (title, how), (*choices, drafts, to_desk(visit)))


def templates(visit: Visit, draft: Draft) -> Screen:
    """Those of one level, or those that what was typed may mean."""
    found = templates_of(visit)
    shown, _ = page(found, visit.place.get("start", 0))
    several = mark("Có {n} mẫu gần với lời {you} gõ. {You} chọn một mẫu{polite}.")
    asked = several if "found" in visit.place else mark("{You} chọn một mẫu{polite}.")
    title = visit.plain(asked, Tone.TITLE, n=len(found))
    choices = tuple(Choice(f"template:{one.id}", one.title) for one in shown)
    return screen(visit, draft, (title,), (*choices, *more(visit, found), back(visit)))


def templates_of(visit: Visit) -> list[Template]:
    """The templates that were found, else those of the level that was chosen."""
    if "found" in visit.place:
        return [one for id in visit.place["found"] if (one := visit.world.templates.template(id))]
    level = Level[visit.place.get("of", Level.URGENT.name)]
    return [entry.template for entry in visit.world.templates.entries if entry.template.level is level]


def blank(writing: Writing) -> Screen:
    """The question for one blank."""
    visit, asked = writing.visit, writing.blank
    if asked is None:
        return screen(visit, writing.draft, (visit.plain("Ô này không còn trong mẫu nữa."),), (back(visit),))
    number, count = visit.place["blank"] + 1, len(writing.template.blanks)
    step = visit.plain("{title}: ô {n} trên {m}", Tone.STEP, title=writing.template.title, n=number, m=count)
    before = writing.draft.values.get(asked.name)
    said = (
        step,
        Paragraph(asked.question, Tone.TITLE),
        *((visit.plain("Đang là: {value}", value=before),) if before else ()),
        *(() if asked.choices else (visit.plain(HOW[asked.kind], example=asked.example),)),
    )
    choices = tuple(Choice(f"choose:{n}", one) for n, one in enumerate(asked.choices))
    hint = "" if choices else typed_hint(visit)
    return Screen(real_or_drill(visit, writing.draft.drill, said), (*choices, back(visit)), hint=hint)


def preview(writing: Writing) -> Screen:
    """The exact text, whom it gets to, what is wrong with it; only what is in order can be submitted."""
    visit, draft, fact = writing.visit, writing.draft, writing.fact
    notice, found = fact.notice, findings(visit, fact.notice, writing.officer)
    title = mark("Xem lại trước khi GỬI DIỄN TẬP") if draft.drill else mark("Xem lại trước khi GỬI THẬT")
    said = (
        visit.plain(title, Tone.TITLE),
        *whole_text(notice, "", visit.words),
        told_reach(visit, visit.given.notices.reach),
        *told_begins(visit, broadcast_of(fact)),
        *told(visit, found),
        visit.plain("Chưa gửi gì cả. Mã kiểm tra có khi bản này được lưu."),
    )
    ticked = tick(found) == draft.ticked
    go_on = () if errors(found) else (_submit(visit, draft) if ticked else _tick(visit, len(warnings(found))),)
    rest = (Choice("change", visit.say("Sửa")), *_hour(writing), Choice("drop", visit.say("Bỏ bản này")))
    keep = Choice("keep", visit.say("Lưu nháp rồi về bàn làm việc"), BACK)
    return screen(visit, draft, said, (*go_on, *rest, keep))


def _submit(visit: Visit, draft: Draft) -> Choice:
    label = mark("GỬI DIỄN TẬP: đưa đi duyệt") if draft.drill else mark("GỬI THẬT: đưa đi duyệt")
    return Choice("submit", visit.say(label))


def _hour(writing: Writing) -> tuple[Choice, ...]:
    if not may_wait(writing.draft, writing.template):
        return ()
    label = mark("Đổi giờ gửi, hoặc gửi ngay") if writing.draft.begins else mark("Hẹn giờ gửi")
    return (Choice("set:begins", writing.visit.say(label)),)


def _tick(visit: Visit, count: int) -> Choice:
    return Choice("tick", visit.say("Tôi đã xem {n} điều cần xem lại", n=count))


def reopen(visit: Visit, broadcast: Broadcast, *, update: bool) -> Screen:
    """A text that was kept, before it is gone on with or updated."""
    returned = broadcast.last(Move.RETURN, Move.SUBMIT)
    reason = returned.reason if returned and returned.move is Move.RETURN else ""
    why = (visit.plain("Bản này bị trả lại: {reason}", Tone.WRONG, reason=reason),) if reason else ()
    title = mark("Viết tin cập nhật cho: {headline}") if update else mark("Sửa: {headline}")
    said = (
        visit.plain(title, Tone.TITLE, headline=headline(broadcast.notice).text),
        *why,
        *whole_text(broadcast.notice, broadcast.code, visit.words),
    )
    label = visit.say("Viết từ bản này") if update else visit.say("Sửa bản này")
    paragraphs = real_or_drill(visit, broadcast.notice.drill, said)
    return Screen(paragraphs, (Choice("edit", label), to_desk(visit)))


def screen(visit: Visit, draft: Draft, said: tuple[Paragraph, ...], choices: tuple[Choice, ...]) -> Screen:
    """A screen that says whether it is real."""
    return Screen(real_or_drill(visit, draft.drill, said), choices)


def back(visit: Visit) -> Choice:
    """The choice under 0 that leads one step back."""
    return Choice("back", visit.say("Quay lại"), BACK)
