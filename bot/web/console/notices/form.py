"""The form of a notice as a browser sends it, and what of it must be mended before it can be approved."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from starlette.datastructures import FormData

from bot.conversation.offices.notice_blanks import read
from bot.conversation.offices.notice_findings import errors, findings
from bot.conversation.offices.sending_time import FARTHEST
from bot.conversation.offices.write_answers import LONGEST_CONTACT
from bot.conversation.visit import Visit
from bot.notices.answers import Answer, Wrong, one_line
from bot.notices.holes import holes
from bot.notices.sentences import said_of
from bot.notices.template import LONGEST_IN_FORCE, Template
from bot.translations import mark
from bot.web.console.at import field
from bot.web.console.notices.ready import TITLES, sent, typed_own
from bot.web.console.notices.ready_wording import to_mend
from bot.web.console.notices.typed import Typed, read_moment, written
from broadcasts.notice import Level, Notice
from broadcasts.wording.findings import Finding

Mistake = tuple[str, str]
"""A field's id, and what to do there."""

LONGEST = {"headline": 300, "event": 60, "place": 300, "contact": LONGEST_CONTACT, "web": 200}
FIELDS: Mapping[str, str] = {  # of a notice, as the form calls them
    "level": "muc",
    "event": "su-kien",
    "headline": "tieu-de",
    "description": "chuyen-gi",
    "instruction": "can-lam",
    "place": "noi",
    "areas": "noi-nhan",
    "starts": "tu",
    "ends": "den",
    "contact": "lien-he",
    "web": "trang",
}
READY = ("correction", "all_clear")  # as what is typed calls them
TEXTS = ("event", "headline", "description", "instruction")
BLANKS = "o-trong"  # the group of a template's blanks
_UNREADABLE = mark("Giờ này chưa đọc được. Chọn ngày và giờ, ví dụ: 7h ngày 23/11.")
_OVER = mark("Lâu nhất là ba ngày kể từ lúc bắt đầu.")
_NO_END = mark("Chưa ghi lúc hết hiệu lực.")
_NOT_URGENT = mark("Thông báo khẩn cấp gửi ngay khi được duyệt, không hẹn giờ.")
_NOT_AHEAD = mark("Giờ hẹn gửi phải ở phía trước, xa nhất là bảy ngày.")
_HOLE = mark("Còn chỗ trống {name} chưa điền.")


def typed_in(form: FormData, before: Typed, visit: Visit) -> Typed:
    """What the browser has sent over what was kept; what has no field on the form stays."""
    template = visit.world.templates.template(field(form, "mau"))
    texts = {name: field(form, FIELDS[name], LONGEST.get(name, 4000)) for name in FIELDS}
    typed = replace(
        before,
        place=texts["place"],
        contact=texts["contact"],
        starts=texts["starts"],
        ends=texts["ends"],
        level=_level(form, before),
        begins=field(form, "gui-luc") if field(form, "gui") == "hen" else "",
        template=template.id if template else "",
        **_ready(form),
    )
    if template is not None:
        return replace(typed, values=_values(form, template, visit))
    return replace(
        typed,
        event=texts["event"],
        headline=texts["headline"],
        description=texts["description"],
        instruction=texts["instruction"],
    )


def _ready(form: FormData) -> Mapping[str, Any]:
    """The officer's words for what may have to be sent later; what the form did not show stays."""
    return {name: typed_own(form, id) for name, id in zip(READY, TITLES, strict=True) if sent(form, id)}


def _level(form: FormData, before: Typed) -> str:
    chosen = field(form, "muc")
    return chosen if chosen in {level.value for level in Level} else before.level


def _values(form: FormData, template: Template, visit: Visit) -> Mapping[str, str]:
    """Each blank read kindly; what cannot be read stays as it was typed."""
    found = {}
    for number, blank in enumerate(template.blanks):
        typed = field(form, blank_id(number), 400)
        answer = read(visit, blank, typed) if typed else None
        found[blank.name] = answer.text if isinstance(answer, Answer) else one_line(typed)
    return found


def blank_id(number: int) -> str:
    """The id of a blank's field."""
    return f"o-{number}"


def mistakes(visit: Visit, typed: Typed) -> tuple[Mistake, ...]:
    """Everything that must be mended, in the order of the form."""
    fact, template = written(visit, "", typed), visit.world.templates.template(typed.template)
    notice = fact.notice
    officer = visit.person.officer
    found = errors(findings(visit, notice, officer)) if officer else ()
    texts = _blank_mistakes(visit, typed, template) if template else _hole_mistakes(visit, typed)
    known = (*texts, *_time_mistakes(visit, typed, notice))
    told = ((_where(one, typed), said_of(one, visit.words)) for one in found)
    ids = {id for id, _ in known}
    of_notice = (*known, *(one for one in told if one[0] not in ids or one[0] == BLANKS))
    return tuple(dict.fromkeys((*of_notice, *to_mend(visit, fact))))


def _blank_mistakes(visit: Visit, typed: Typed, template: Template) -> Iterator[Mistake]:
    for number, blank in enumerate(template.blanks):
        answer = read(visit, blank, typed.values.get(blank.name, ""))
        if isinstance(answer, Wrong):
            yield blank_id(number), answer.said(visit.words)


def _hole_mistakes(visit: Visit, typed: Typed) -> Iterator[Mistake]:
    for name in TEXTS:
        for _, hole in holes(getattr(typed, name))[:1]:
            yield FIELDS[name], visit.say(_HOLE, name=f"{{{hole}}}")


def _time_mistakes(visit: Visit, typed: Typed, notice: Notice) -> Iterator[Mistake]:
    for name in ("starts", "ends"):
        if getattr(typed, name) and read_moment(getattr(typed, name), visit.now) is None:
            yield FIELDS[name], visit.say(_UNREADABLE)
    if notice.ends is None and not typed.ends:
        yield FIELDS["ends"], visit.say(_NO_END)
    if notice.starts and notice.ends and notice.ends > notice.starts + LONGEST_IN_FORCE:
        yield FIELDS["ends"], visit.say(_OVER)
    if wrong := _begins_mistake(visit, typed):
        yield "gui-luc", visit.say(wrong)


def _begins_mistake(visit: Visit, typed: Typed) -> str:
    if not typed.begins:
        return ""
    begins = read_moment(typed.begins, visit.now)
    if begins is None:
        return _UNREADABLE
    if Level(typed.level) is Level.URGENT:
        return _NOT_URGENT
    return "" if visit.now < begins <= visit.now + FARTHEST else _NOT_AHEAD


def _where(finding: Finding, typed: Typed) -> str:
    """The field that it is about; what a template says is changed by its blanks."""
    return BLANKS if typed.template and finding.field in TEXTS else FIELDS.get(finding.field, "noi-nhan")
