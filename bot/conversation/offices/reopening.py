"""A notice that was written once, taken up again: to go on with it, or to tell what has changed since."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.offices.notice_area import in_words
from bot.conversation.offices.notice_draft import Draft, office_in
from bot.conversation.offices.write_steps import at, onward, with_level
from bot.conversation.visit import Move, Visit
from bot.messages import Paragraph
from bot.notices.template import Template, all_clear, correction
from bot.notices.unfill import unfill
from broadcasts.broadcast import Broadcast
from broadcasts.notice import Notice
from broadcasts.officer import Officer


def reopened(visit: Visit, officer: Officer, broadcast: Broadcast, *, update: bool) -> Move:
    """What was written, blank by blank again."""
    notice = broadcast.notice
    id, refers_to = ("", broadcast.id) if update else (broadcast.id, broadcast.refers_to)
    kept = Draft(areas=notice.areas, contact=notice.contact, drill=notice.drill, id=id, refers_to=refers_to)
    template, values = recovered(visit, broadcast)
    if template is None:
        said = visit.plain("Mẫu của bản này đã đổi. {You} chọn mẫu rồi điền lại giúp {me}{polite}.")
        return at(kept, "", said)
    ends = notice.ends.isoformat() if notice.ends else ""
    begins = broadcast.begins.isoformat() if broadcast.begins and not update else ""
    draft = replace(with_level(kept, template, notice.level), template=template.id, values=values, ends=ends)
    draft = replace(draft, begins=begins)
    move = onward(visit, officer, draft)
    return move if update else replace(move, said=_own_words_go(visit, broadcast, template))


def recovered(visit: Visit, broadcast: Broadcast) -> tuple[Template | None, Mapping[str, str]]:
    """The template that says what the notice says, the very version first, and what stands in its blanks.

    A blank that nobody has filled yet has no value.
    """
    templates = [entry.template for entry in visit.world.templates.entries]
    for template in sorted(templates, key=lambda one: one.version != broadcast.template):
        values = unfill(broadcast.notice, template, office_in(broadcast.notice))
        if values is not None:
            return template, {name: value for name, value in values.items() if value != f"{{{name}}}"}
    return None, {}


def _own_words_go(visit: Visit, broadcast: Broadcast, template: Template) -> tuple[Paragraph, ...]:
    """Said where the correction or the all-clear was put in other words, which this conversation cannot keep."""
    there = replace(broadcast.notice, place=in_words(broadcast.notice.areas))
    kept = (broadcast.correction, broadcast.all_clear)
    prepared = (correction(there, template), all_clear(there, template))
    if all(one is None or _texts(one) == _texts(other) for one, other in zip(kept, prepared, strict=True)):
        return ()
    told = visit.plain("Lời đính chính hoặc báo hết của bản này đã được viết lại ở bàn làm việc.")
    return told, visit.plain("Sửa ở đây thì hai lời ấy trở về lời mẫu. Muốn giữ thì {you} sửa ở bàn làm việc{polite}.")


def _texts(notice: Notice) -> tuple[str, str, str]:
    return notice.headline, notice.description, notice.instruction
