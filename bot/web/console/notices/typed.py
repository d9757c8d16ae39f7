"""What the form of a notice holds: read from a browser or from what is kept, and made into what is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.conversation.notice_facts import NoticeWritten
from bot.conversation.offices.notice_area import in_full, in_words
from bot.conversation.offices.notice_draft import moment_of
from bot.conversation.offices.reopening import recovered
from bot.conversation.visit import Visit
from bot.notices.screens import unmarked
from bot.notices.template import Office, Template, as_written, fill
from bot.vietnamese.moments import VIETNAM, Unclear, moment
from bot.web.console.notices.ready import AS_PREPARED, Own, own_words, prepared, with_own
from broadcasts.broadcast import Broadcast
from broadcasts.notice import Kind, Level, Notice
from broadcasts.wording.real_or_drill import MARKER


@dataclass(frozen=True, slots=True)
class Typed:
    """Everything as it was typed. With a `template` its blanks have `values`, else the three texts are free words."""

    office: str
    areas: tuple[str, ...]
    template: str = ""  # its mã
    values: Mapping[str, str] = field(default_factory=dict)
    level: str = Level.ROUTINE.value
    event: str = ""
    headline: str = ""
    description: str = ""
    instruction: str = ""
    place: str = ""
    starts: str = ""  # times as a browser's field has them, in Vietnam's time
    ends: str = ""
    begins: str = ""  # when it is sent; "" as soon as it is approved
    contact: str = ""
    web: str = ""
    drill: bool = False
    refers_to: str = ""
    recording: str = ""
    correction: Own = AS_PREPARED
    all_clear: Own = AS_PREPARED

    def in_free_words(self, visit: Visit) -> "Typed":
        """The same without its template: what that says becomes the officer's own words."""
        template = visit.world.templates.template(self.template)
        if template is None:
            return replace(self, template="")
        notice = _filled(visit, self, template)
        return replace(
            self,
            template="",
            event=notice.event,
            headline=unmarked(notice.headline),
            description=notice.description,
            instruction=unmarked(notice.instruction),
        )


def typed_of(visit: Visit, broadcast: Broadcast) -> Typed:
    """A kept notice as its form shows it: blank by blank where a template says the same."""
    notice, (template, values) = broadcast.notice, recovered(visit, broadcast)
    ready = prepared(notice, template)
    typed = Typed(
        notice.office,
        notice.areas,
        level=notice.level.value,
        event=notice.event,
        headline=unmarked(notice.headline),
        description=unmarked(notice.description),
        instruction=unmarked(notice.instruction),
        place=notice.place,
        starts=in_field(notice.starts),
        ends=in_field(notice.ends),
        begins=in_field(broadcast.begins),
        contact=notice.contact,
        web=notice.web,
        drill=notice.drill,
        refers_to=broadcast.refers_to,
        recording=broadcast.recording,
        correction=own_words(broadcast.correction, ready[0]),
        all_clear=own_words(broadcast.all_clear, ready[1]),
    )
    if template is None:
        return typed
    return replace(typed, template=template.id, values=values)


def written(visit: Visit, id: str, typed: Typed) -> NoticeWritten:
    """The fact to keep; what is missing or cannot be read is empty, and a blank without a value stays as it stands."""
    template = visit.world.templates.template(typed.template)
    notice = _filled(visit, typed, template) if template else _free(visit, typed)
    place, ready = typed.place or in_full(typed.areas), prepared(notice, template)
    corrected, cleared = with_own(ready[0], typed.correction, place), with_own(ready[1], typed.all_clear, place)
    own = typed.correction.given or typed.all_clear.given
    unchanged = (
        template is not None and not own and as_written(notice, template, _values(typed, template), _office(typed))
    )
    return NoticeWritten(
        id,
        replace(notice, place=place),
        corrected,
        cleared,
        template=template.version if template and unchanged else "",
        refers_to=typed.refers_to,
        begins=read_moment(typed.begins, visit.now),
        recording=typed.recording,
    )


def read_moment(typed: str, now: datetime) -> datetime | None:
    """A browser's time, or one in words ("7h sáng mai"); None where it is none."""
    try:
        found = datetime.fromisoformat(typed)
    except ValueError:
        said = moment(typed, now)
        return None if isinstance(said, Unclear) else said
    return found if found.tzinfo else found.replace(tzinfo=VIETNAM)


def in_field(at: datetime | None) -> str:
    """As a browser's field for a time has it."""
    return at.astimezone(VIETNAM).strftime("%Y-%m-%dT%H:%M") if at else ""


def _filled(visit: Visit, typed: Typed, template: Template) -> Notice:
    starts = _starts(visit, typed)
    notice = fill(template, _values(typed, template), _office(typed), starts, drill=typed.drill)
    ends = read_moment(typed.ends, visit.now) or (None if typed.ends else notice.ends)
    return replace(notice, kind=_kind(typed), level=Level(typed.level), ends=ends, web=typed.web)


def _free(visit: Visit, typed: Typed) -> Notice:
    return Notice(
        kind=_kind(typed),
        level=Level(typed.level),
        office=typed.office,
        event=typed.event,
        headline=f"{MARKER} {typed.headline}" if typed.drill else typed.headline,
        description=typed.description,
        instruction=f"{typed.instruction} {MARKER}" if typed.drill else typed.instruction,
        place=typed.place or in_full(typed.areas),
        areas=typed.areas,
        starts=_starts(visit, typed),
        ends=read_moment(typed.ends, visit.now),
        contact=typed.contact,
        web=typed.web,
        drill=typed.drill,
    )


def _starts(visit: Visit, typed: Typed) -> datetime:
    """What waits for its hour holds from then on."""
    starts = read_moment(typed.starts, visit.now) or datetime.fromisoformat(moment_of(visit))
    begins = read_moment(typed.begins, visit.now)
    return max(starts, begins) if begins else starts


def _kind(typed: Typed) -> Kind:
    return Kind.UPDATE if typed.refers_to else Kind.ACTUAL


def _office(typed: Typed) -> Office:
    return Office(typed.office, in_words(typed.areas), typed.areas, typed.contact, typed.web)


def _values(typed: Typed, template: Template) -> Mapping[str, str]:
    return {blank.name: typed.values.get(blank.name) or _hole(blank.name) for blank in template.blanks}


def _hole(name: str) -> str:
    return f"{{{name}}}"
