"""A warning begun from the catalogue of scams: what it can say of a kind, the rest is asked of the officer."""

from collections.abc import Mapping

from bot.advice.knowledge import ScamType
from bot.conversation.offices.notice_draft import Draft
from bot.conversation.offices.write_steps import onward
from bot.conversation.visit import Move, Visit
from bot.notices.template import Template
from broadcasts.officer import Officer

TEMPLATE = "lua-dao-moi"
_WHO, _TRUTH = "xưng là ai", "sự thật"  # blanks of that template
_FAKES = "Giả "  # how the names of such kinds begin
_ENDS = (",", " dọa ", " gọi ", " đòi ", " báo ", " hứa ", " giúp ")


def begin_warning(visit: Visit, officer: Officer, word: str) -> Move:
    """To the first blank that the catalogue cannot fill; `word` is "kind@commune"."""
    kind, _, area = word.partition("@")
    template = visit.world.templates.template(TEMPLATE)
    if template is None:
        return Move("write", {"draft": Draft().to_place()})
    scam = visit.world.advice().knowledge.scam(kind)
    areas = (area,) if area in officer.areas else ()
    return onward(visit, officer, Draft(template=TEMPLATE, areas=areas, values=_fitting(template, scam)))


def _fitting(template: Template, scam: ScamType | None) -> Mapping[str, str]:
    """What is known, where it is short enough for its blank."""
    known = {_WHO: _who(scam), _TRUTH: _truth(scam)} if scam else {}
    blanks = {blank.name: blank.longest for blank in template.blanks}
    return {name: value for name, value in known.items() if value and name in blanks and len(value) <= blanks[name]}


def _who(scam: ScamType) -> str:
    """ "Giả cán bộ thuế, hứa hoàn thuế" says "cán bộ thuế"."""
    if not scam.title.startswith(_FAKES):
        return ""
    who = scam.title.removeprefix(_FAKES)
    for end in _ENDS:
        who = who.partition(end)[0]
    return who


def _truth(scam: ScamType) -> str:
    first = next(iter(scam.now), "").rstrip(". ")
    return first[:1].lower() + first[1:]
