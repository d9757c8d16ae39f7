"""What an officer has chosen and typed so far, small enough for the conversation's place, and the notice it makes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Self

from bot.conversation.notice_facts import NoticeWritten
from bot.conversation.offices.notice_area import in_full, in_words, office_of, spelled
from bot.conversation.state import Place
from bot.conversation.visit import Visit
from bot.notices.template import (
    LONGEST_IN_FORCE,
    Blank,
    Office,
    Template,
    all_clear,
    as_written,
    correction,
    fill,
)
from broadcasts.audience import Audience
from broadcasts.broadcast import Broadcast
from broadcasts.notice import Kind, Level, Notice
from broadcasts.officer import Officer


@dataclass(frozen=True, slots=True)
class Draft:
    """Times are ISO texts. `level` and `ends` are "" as long as the template's own hold, `contact` the directory's."""

    template: str = ""  # its mã
    areas: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)  # of the blanks, as they stand in the text
    level: str = ""
    ends: str = ""
    begins: str = ""  # when it is sent; "" as soon as it is approved
    contact: str = ""  # a telephone number; "" as the directory has it
    at: str = ""  # when the text was put together: what it says is in force from
    drill: bool = False
    id: str = ""  # of the broadcast that it is kept as
    refers_to: str = ""  # of the one that it updates
    ticked: str = ""  # the warnings that were looked at

    def to_place(self) -> dict[str, Any]:
        """Plain JSON values; what is empty is left out."""
        return {name: value for name, value in (asdict(self) | {"areas": list(self.areas)}).items() if value}

    @classmethod
    def of(cls, place: Place) -> Self:
        """What `to_place` put into a scene's place; what an older or newer program put there besides is left out."""
        kept = {name: value for name, value in place.get("draft", {}).items() if name in cls.__slots__}
        return cls(**kept | {"areas": tuple(kept.get("areas", ()))})


def template_of(visit: Visit, draft: Draft) -> Template | None:
    """The template as it is now; what was edited meanwhile shows in the preview."""
    return visit.world.templates.template(draft.template)


def missing(draft: Draft, template: Template) -> Blank | None:
    """The first blank that has no value yet."""
    return next((blank for blank in template.blanks if not draft.values.get(blank.name)), None)


def level_of(draft: Draft, template: Template) -> Level:
    """The one that was chosen, else the template's."""
    return Level(draft.level) if draft.level else template.level


def office_for(visit: Visit, draft: Draft, officer: Officer) -> Office:
    """Who speaks in this draft, and for where."""
    office = office_of(officer, draft.areas, visit.world.directory)
    return replace(office, contact=draft.contact) if draft.contact else office


def notice_of(visit: Visit, draft: Draft, template: Template, officer: Officer) -> Notice:
    """The notice as it stands. Raises NotFilled where a blank has no value."""
    office = office_for(visit, draft, officer)
    filled = fill(template, draft.values, office, datetime.fromisoformat(draft.at), drill=draft.drill)
    ends = datetime.fromisoformat(draft.ends) if draft.ends else filled.ends
    kind = Kind.UPDATE if draft.refers_to else Kind.ACTUAL
    return replace(filled, kind=kind, level=level_of(draft, template), ends=ends)


def written(visit: Visit, draft: Draft, template: Template, officer: Officer) -> NoticeWritten:
    """The fact to keep: the notice with what may follow it, under its own name."""
    notice = notice_of(visit, draft, template, officer)
    later = (notice, correction(notice, template), all_clear(notice, template))
    notice, corrected, cleared = (replace(one, place=in_full(draft.areas)) for one in later)
    unchanged = as_written(notice, template, draft.values, office_for(visit, draft, officer))
    return NoticeWritten(
        draft.id or new_id(visit, officer),
        notice,
        corrected,
        cleared,
        template=template.version if unchanged else "",
        refers_to=draft.refers_to,
        begins=datetime.fromisoformat(draft.begins) if draft.begins else None,
    )


def new_id(visit: Visit, officer: Officer) -> str:
    """A name that no other officer and no other moment gives."""
    return sha256(f"{officer.id} {visit.now.isoformat()}".encode()).hexdigest()[:16]


def broadcast_of(fact: NoticeWritten) -> Broadcast:
    """The broadcast that keeping the fact makes, but for its code: its hash is the one that a move must name."""
    return Broadcast(
        fact.id,
        "",
        fact.notice,
        Audience(spelled(fact.notice.areas), fact.ages, fact.channels),
        fact.correction,
        fact.all_clear,
        template=fact.template,
        refers_to=fact.refers_to,
        begins=fact.begins,
        recording=fact.recording,
    )


def moment_of(visit: Visit) -> str:
    """This minute: nobody reads seconds."""
    return visit.local.replace(second=0, microsecond=0).isoformat()


def latest_end(draft: Draft) -> datetime:
    """No notice holds longer."""
    return datetime.fromisoformat(draft.at) + LONGEST_IN_FORCE


def hours_later(draft: Draft, hours: int) -> str:
    """So many hours after the beginning, for `ends`."""
    return (datetime.fromisoformat(draft.at) + timedelta(hours=hours)).isoformat()


def said_place(draft: Draft) -> str:
    """Where it goes, as the headline has it."""
    return in_words(draft.areas)


def office_in(notice: Notice) -> Office:
    """Who spoke in a notice that is there already."""
    return Office(notice.office, in_words(notice.areas), notice.areas, notice.contact, notice.web)
