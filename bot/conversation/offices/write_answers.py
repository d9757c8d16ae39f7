"""What an officer chooses while a notice is being written, once its template is known."""

from dataclasses import replace

from bot.conversation.misses import missed
from bot.conversation.offices import write_area
from bot.conversation.offices.notice_blanks import read
from bot.conversation.offices.notice_draft import Draft, hours_later
from bot.conversation.offices.notice_findings import findings, tick
from bot.conversation.offices.sending_time import read_begins
from bot.conversation.offices.write_changes import changeable
from bot.conversation.offices.write_steps import (
    Writing,
    at,
    ends_at,
    filled,
    keep,
    onward,
    submit,
    to_blank,
    with_level,
)
from bot.conversation.pages import MORE, page
from bot.conversation.visit import Move
from bot.messages import Tone
from bot.notices.answers import Wrong
from bot.notices.contacts import is_contact
from bot.translations import mark
from broadcasts.notice import Level

_NOT_AN_END = (
    mark("{Me} cần giờ và ngày ở phía trước, lâu nhất ba ngày. {You} gõ, ví dụ: 7h sáng mai."),
    mark("Lúc ấy chưa dùng được. {You} gõ giờ và ngày trong ba ngày tới nhé."),
)
_NOT_A_BEGINNING = (
    mark("{Me} cần giờ và ngày ở phía trước, trong bảy ngày tới. {You} gõ, ví dụ: 7h sáng mai."),
    mark("Lúc ấy chưa hẹn được. {You} gõ cả giờ lẫn ngày trong bảy ngày tới nhé."),
)
_NOT_A_NUMBER = (
    mark("{Me} chưa thấy số điện thoại nào. {You} gõ đủ cả số 0 ở đầu, ví dụ: 0219 3846 123."),
    mark("Số này chưa đọc được. {You} gõ liền các chữ số nhé."),
)
LONGEST_CONTACT = 40  # characters


def answer(writing: Writing, choice: str) -> Move:
    """A choice of one of the screens."""
    what, _, which = choice.partition(":")
    match what:
        case "commune":
            return write_area.chosen(writing.visit, writing.officer, writing.draft, which)
        case "all" | "done":
            return _go_on(writing.with_(areas=write_area.areas(writing.visit, writing.officer, what)))
        case "choose":
            return hear_blank(writing, str(int(which) + 1))
        case "as":
            return _go_on(replace(writing, draft=with_level(writing.draft, writing.template, Level[which])))
        case "at-once":
            return _go_on(writing.with_(begins=""))
        case "hours":
            return _go_on(writing.with_(ends=hours_later(writing.draft, int(which))))
        case "back":
            return _back(writing)
        case _:
            return _of_preview(writing, what, which)


def _of_preview(writing: Writing, what: str, which: str) -> Move:
    draft = writing.draft
    match what:
        case "tick":
            return _ticked(writing)
        case "submit":
            return submit(writing)
        case "keep":
            return keep(writing)
        case "drop":
            said = writing.visit.plain("{Me} đã bỏ bản này, chưa gửi cho ai{polite}.")
            return Move("officer", said=(said,))
        case "blank":
            return to_blank(draft, writing.template, int(which), changing=True)
        case "set":
            return at(draft, which, changing=True)
        case _ if what == MORE:
            return at(draft, "change", start=page(changeable(writing), writing.visit.place.get("start", 0))[1])
        case _:
            return at(draft, "change")


def _ticked(writing: Writing) -> Move:
    """The warnings of this very text were looked at; the text stays as it is."""
    found = findings(writing.visit, writing.fact.notice, writing.officer)
    return at(replace(writing.draft, ticked=tick(found)), "preview", level=writing.visit.place["level"])


def _go_on(writing: Writing) -> Move:
    return onward(writing.visit, writing.officer, writing.draft)


def _back(writing: Writing) -> Move:
    """To the preview where it was reached before, else one question back, at last to the templates."""
    place, draft = writing.visit.place, writing.draft
    if place.get("found"):
        return at(draft, "area", chosen=place.get("chosen", []), changing=bool(place.get("changing")))
    if place.get("changing") or place.get("step") == "change":
        return _go_on(writing)
    number = place.get("blank", 0)
    if place.get("step") == "blank" and number:
        return to_blank(draft, writing.template, number - 1)
    return to_templates(draft)


def to_templates(draft: Draft) -> Move:
    """To choose another template; what was typed for this one is lost."""
    return at(replace(draft, template="", values={}), "")


def hear_blank(writing: Writing, text: str) -> Move:
    """What was typed into the blank, or why it will not do."""
    blank = writing.blank
    if blank is None:
        return _go_on(writing)
    found = read(writing.visit, blank, text)
    if isinstance(found, Wrong):
        return Move(said=(writing.visit.plain("{why}", Tone.WRONG, why=found.said(writing.visit.words)),))
    return filled(writing, blank, found.text)


def hear_contact(writing: Writing, text: str) -> Move:
    """The telephone number that was typed."""
    if not is_contact(text) or len(text) > LONGEST_CONTACT:
        return missed(writing.visit, _NOT_A_NUMBER)
    return _go_on(writing.with_(contact=" ".join(text.split())))


def hear_end(writing: Writing, text: str) -> Move:
    """The end that was typed."""
    draft = ends_at(writing.visit, writing.draft, text)
    return onward(writing.visit, writing.officer, draft) if draft else missed(writing.visit, _NOT_AN_END)


def hear_begins(writing: Writing, text: str) -> Move:
    """The hour at which it is to be sent."""
    begins = read_begins(text, writing.visit.now)
    return _go_on(writing.with_(begins=begins.isoformat())) if begins else missed(writing.visit, _NOT_A_BEGINNING)
