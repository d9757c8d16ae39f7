"""The steps from a template to a submitted notice: what follows from each answer."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from bot.conversation.calls import OFFICERS
from bot.conversation.notice_facts import Group, NoticeMoved, NoticeWritten
from bot.conversation.offices.notice_area import only_area
from bot.conversation.offices.notice_draft import (
    Draft,
    broadcast_of,
    latest_end,
    level_of,
    missing,
    moment_of,
    template_of,
    written,
)
from bot.conversation.offices.notice_findings import errors, findings, tick
from bot.conversation.offices.officer_calls import approver_call, note
from bot.conversation.offices.reach_words import head_count
from bot.conversation.offices.sending_time import may_wait
from bot.conversation.visit import Move, Visit
from bot.messages import Paragraph
from bot.notices.template import Blank, Template
from bot.vietnamese.moments import Unclear, moment
from broadcasts.notice import Level
from broadcasts.officer import Action, Officer


@dataclass(frozen=True, slots=True)
class Writing:
    """An officer at work on a draft whose template is known."""

    visit: Visit
    officer: Officer
    draft: Draft
    template: Template

    def with_(self, **changes: object) -> Self:
        """The same with other fields of the draft."""
        return replace(self, draft=replace(self.draft, **changes))  # type: ignore[arg-type]

    @property
    def fact(self) -> NoticeWritten:
        """What would be kept. Raises NotFilled where a blank has no value."""
        return written(self.visit, self.draft, self.template, self.officer)

    @property
    def blank(self) -> Blank | None:
        """The one that is asked for."""
        number = self.visit.place.get("blank", 0)
        return self.template.blanks[number] if number < len(self.template.blanks) else None


def at(draft: Draft, step: str, *said: Paragraph, **more: object) -> Move:
    """To a step of the scene, with everything that was typed so far."""
    return Move("write", {"draft": draft.to_place(), "step": step, **more}, said=said)


def onward(visit: Visit, officer: Officer, draft: Draft) -> Move:
    """To what is still missing: a template, where it goes, the next blank; else to the preview as of this minute."""
    template = template_of(visit, draft)
    if template is None:
        return at(draft, "")
    areas = draft.areas or only_area(officer)
    if not areas:
        return at(draft, "area")
    draft = replace(draft, areas=areas)
    blank = missing(draft, template)
    if blank is not None:
        return to_blank(draft, template, template.blanks.index(blank))
    draft = _in_time(_begun(draft, template, visit), visit)
    return at(draft, "preview", level=level_of(draft, template).value)


def to_blank(draft: Draft, template: Template, number: int, *, changing: bool = False) -> Move:
    """To the question for one blank; `typed` where a number that is typed answers it."""
    typed = not template.blanks[number].choices
    return at(draft, "blank", blank=number, typed=typed, **({"changing": True} if changing else {}))


def filled(writing: Writing, blank: Blank, value: str) -> Move:
    """The blank has its value; on to the next."""
    values = {**writing.draft.values, blank.name: value}
    return onward(writing.visit, writing.officer, replace(writing.draft, values=values))


def _begun(draft: Draft, template: Template, visit: Visit) -> Draft:
    """What waits for an hour that is ahead is in force from then, everything else from this minute."""
    begins = draft.begins if may_wait(draft, template) and _is_ahead(draft.begins, visit) else ""
    return replace(draft, begins=begins, at=begins or moment_of(visit))


def _is_ahead(begins: str, visit: Visit) -> bool:
    return bool(begins) and datetime.fromisoformat(begins) > visit.now


def _in_time(draft: Draft, visit: Visit) -> Draft:
    """An end that was chosen long ago may be over by now; then the template's own holds."""
    ends = datetime.fromisoformat(draft.ends) if draft.ends else None
    begins = max(visit.now, datetime.fromisoformat(draft.at))
    return replace(draft, ends="") if ends and not begins < ends <= latest_end(draft) else draft


def ends_at(visit: Visit, draft: Draft, typed: str) -> Draft | None:
    """The draft with the end that was typed; None where that is no moment ahead, or is too far away."""
    found = moment(typed, visit.now)
    begins = max(visit.now, datetime.fromisoformat(draft.at))
    if isinstance(found, Unclear) or not begins < found <= latest_end(draft):
        return None
    return replace(draft, ends=found.isoformat())


def with_level(draft: Draft, template: Template, level: Level) -> Draft:
    """At this level; the template's own is not written down, for what is unchanged may be sent alone."""
    return replace(draft, level="" if level is template.level else level.value)


def submit(writing: Writing) -> Move:
    """Keep the text and call for an approver; nothing where something must be mended or was not ticked."""
    visit, fact = writing.visit, writing.fact
    found = findings(visit, fact.notice, writing.officer)
    if errors(found) or tick(found) != writing.draft.ticked:
        return Move()
    broadcast, count = broadcast_of(fact), head_count(visit.given.notices.reach, OFFICERS)
    screen = approver_call(broadcast, writing.officer, count)
    call = note(visit, Group.APPROVERS, fact.id, screen, fact.notice.level)
    moved = NoticeMoved(fact.id, Action.SUBMIT, broadcast.text_hash, notes=(call,))
    return Move("review", {"id": fact.id}, facts=(fact, moved))


def keep(writing: Writing) -> Move:
    """Keep the text as a draft."""
    fact = writing.fact
    return Move("review", {"id": fact.id}, facts=(fact,))
