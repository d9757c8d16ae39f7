"""Writing a notice: a template, its blanks one after the other, a look at the whole, and off to an approver."""

from dataclasses import replace

from bot.conversation.facts import Need
from bot.conversation.notice_facts import NoticeNeed, ReachNeed
from bot.conversation.offices import write_answers, write_area, write_changes, write_screens
from bot.conversation.offices.in_sight import not_for_you, officer_for, seen
from bot.conversation.offices.notice_area import spelled
from bot.conversation.offices.notice_draft import Draft, template_of
from bot.conversation.offices.reopening import reopened
from bot.conversation.offices.template_search import fitting
from bot.conversation.offices.warning_draft import begin_warning
from bot.conversation.offices.write_steps import Writing, at, onward
from bot.conversation.pages import MORE, page
from bot.conversation.scenes.scene import Scene
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.messages import Screen
from broadcasts.notice import Level
from broadcasts.officer import Action, Officer

_CHOOSING = ("", "templates")  # steps before there is a template


class WriteNotice(Scene):
    """Steps by `place["step"]`: "" (how urgent), "templates", "area", "blank", "preview", "change", "level", "ends",
    "begins", "contact".

    `draft` is what was chosen and typed so far; `open` the broadcast to begin from, to `update` or to go on with;
    `changing` says that the preview was reached before and is where to return.
    """

    name = "write"
    back = "officer"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        if "open" in state.place:
            return (NoticeNeed(state.place["open"]),)
        if state.place.get("step") != "preview":
            return ()
        areas = spelled(Draft.of(state.place).areas)
        return (ReachNeed(tuple(sorted(areas)), Level(state.place["level"])),)

    def asks_number(self, state: ConversationState) -> bool:
        return bool(state.place.get("typed"))

    def open(self, visit: Visit, word: str) -> Move:
        """`drill`, `draft=<id>` to go on with one, `update=<id>` to tell what has changed, `scam=<kind>@<commune>`."""
        what, _, id = word.partition("=")
        if what == "scam" and (officer := officer_for(visit, Action.DRAFT)):
            return begin_warning(visit, officer, id)
        if what in ("draft", "update") and id:
            return Move("write", {"open": id, "update": what == "update"})
        return Move("write", {"draft": Draft(drill=what == "drill").to_place()})

    def answer(self, visit: Visit, choice: str) -> Move:
        officer = officer_for(visit, Action.DRAFT)
        if officer is None:
            return Move("home")
        if "open" in visit.place:
            return _reopen(visit, officer)
        writing = _writing(visit, officer)
        if writing is None or visit.place.get("step", "") in _CHOOSING:
            return _choose(visit, officer, choice)
        return write_answers.answer(writing, choice)

    def hear(self, visit: Visit, text: str) -> Move | None:
        """The name of a template or a commune, what goes into a blank, an end."""
        officer = officer_for(visit, Action.DRAFT)
        if officer is None or "open" in visit.place:
            return None
        writing, step = _writing(visit, officer), visit.place.get("step", "")
        if writing is None or step in _CHOOSING:
            return _named(visit, officer, text)
        match step:
            case "area":
                return write_area.hear(visit, officer, writing.draft, text)
            case "blank":
                return write_answers.hear_blank(writing, text)
            case "ends":
                return write_answers.hear_end(writing, text)
            case "begins":
                return write_answers.hear_begins(writing, text)
            case "contact":
                return write_answers.hear_contact(writing, text)
            case _:
                return None

    def show(self, visit: Visit) -> Screen:
        officer = officer_for(visit, Action.DRAFT)
        if officer is None:
            return not_for_you(visit)
        if "open" in visit.place:
            found = seen(visit)
            update = bool(visit.place.get("update"))
            return write_screens.reopen(visit, found.broadcast, update=update) if found else not_for_you(visit)
        return _step(visit, officer)


def _writing(visit: Visit, officer: Officer) -> Writing | None:
    draft = Draft.of(visit.place)
    template = template_of(visit, draft)
    return Writing(visit, officer, draft, template) if template else None


def _step(visit: Visit, officer: Officer) -> Screen:
    """The screen of the present step; the choice of a template where that one is gone."""
    draft, writing = Draft.of(visit.place), _writing(visit, officer)
    match visit.place.get("step", ""):
        case "templates":
            return write_screens.templates(visit, draft)
        case "area" if writing:
            return write_area.show(visit, officer, draft)
        case "blank" if writing:
            return write_screens.blank(writing)
        case "preview" if writing:
            return write_screens.preview(writing)
        case "change" if writing:
            return write_changes.change(writing)
        case "level" if writing:
            return write_changes.set_level(visit, draft)
        case "begins" if writing:
            return write_changes.set_begins(writing)
        case "ends" if writing:
            return write_changes.set_ends(visit, draft)
        case "contact" if writing:
            return write_changes.set_contact(visit, draft)
        case _:
            return write_screens.levels(visit, draft)


def _reopen(visit: Visit, officer: Officer) -> Move:
    found = seen(visit)
    update = bool(visit.place.get("update"))
    return reopened(visit, officer, found.broadcast, update=update) if found else Move("officer")


def _choose(visit: Visit, officer: Officer, choice: str) -> Move:
    """Level and template."""
    draft, (what, _, which) = Draft.of(visit.place), choice.partition(":")
    match what:
        case "level":
            return at(draft, "templates", of=which)
        case "template":
            return onward(visit, officer, replace(draft, template=which, values={}))
        case _ if what == MORE:
            start = page(write_screens.templates_of(visit), visit.place.get("start", 0))[1]
            of = {name: visit.place[name] for name in ("of", "found") if name in visit.place}
            return at(draft, "templates", **of, start=start)
        case _:
            return at(draft, "")


def _named(visit: Visit, officer: Officer, text: str) -> Move | None:
    """The template that is meant; where several may be, these are offered."""
    found = fitting(text, [entry.template for entry in visit.world.templates.entries])
    if len(found) == 1:
        return _choose(visit, officer, f"template:{found[0].id}")
    return at(Draft.of(visit.place), "templates", found=[one.id for one in found]) if found else None
