"""A notice that was approved: how it goes, stopping it, the all-clear, the report."""

from bot.conversation.facts import Need
from bot.conversation.notice_facts import NoticeMoved, NoticeNeed, Seen
from bot.conversation.offices import live_report, live_screens
from bot.conversation.offices.in_sight import not_for_you, seen
from bot.conversation.offices.live_rules import may, may_update
from bot.conversation.offices.reopening import reopened
from bot.conversation.refusals import refused
from bot.conversation.scenes.scene import Scene
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.messages import Screen
from broadcasts.officer import Action, Officer

MOST_REASON = 500  # characters that are kept of a reason


class LiveNotice(Scene):
    """`place`: id; step: none (how it goes), "stop", "sure" (with the reason), "clear", "report"."""

    name = "live"
    back = "officer"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        place = state.place
        return (NoticeNeed(place["id"], report=place.get("step") == "report"),) if "id" in place else ()

    def open(self, visit: Visit, word: str) -> Move:
        """The broadcast with this id."""
        return Move("live", {"id": word})

    def answer(self, visit: Visit, choice: str) -> Move:
        officer, found = visit.person.officer, seen(visit)
        if officer is None or found is None:
            return Move("officer")
        what, _, which = choice.partition(":")
        match what:
            case "stop" | "clear" | "report":
                return _to(visit, what)
            case "stop-now":
                return _done(visit, found, Action.WITHDRAW, _reason(visit, which))
            case "clear-now":
                return _done(visit, found, Action.ALL_CLEAR)
            case "update" if may_update(officer, found):
                return reopened(visit, officer, found.broadcast, update=True)
            case "reviewed":
                return _done(visit, found, Action.APPROVE)
            case _:
                return _to(visit)

    def hear(self, visit: Visit, text: str) -> Move | None:
        """Why it is stopped, in the officer's own words."""
        if visit.place.get("step") not in ("stop", "sure") or seen(visit) is None:
            return None
        return Move("live", {"id": visit.place["id"], "step": "sure", "reason": " ".join(text.split())[:MOST_REASON]})

    def show(self, visit: Visit) -> Screen:
        officer, found = visit.person.officer, seen(visit)
        if officer is None or found is None:
            return not_for_you(visit)
        return _step(visit, officer, found)


def _step(visit: Visit, officer: Officer, found: Seen) -> Screen:
    """The screen of the present step; how it goes where the step is no longer possible."""
    match visit.place.get("step"):
        case "stop" if may(visit, officer, Action.WITHDRAW, found):
            return live_screens.stop(visit, found)
        case "sure" if may(visit, officer, Action.WITHDRAW, found):
            return live_screens.sure(visit, found)
        case "clear" if may(visit, officer, Action.ALL_CLEAR, found):
            return live_screens.clear(visit, found)
        case "report":
            return live_report.report(visit, found)
        case _:
            return live_screens.live(visit, officer, found, refused(visit))


def _to(visit: Visit, step: str = "") -> Move:
    return Move("live", {"id": visit.place["id"], **({"step": step} if step else {})})


def _reason(visit: Visit, which: str) -> str:
    """One of the ready ones, or what was typed."""
    return visit.say(live_screens.REASONS[int(which)]) if which else str(visit.place.get("reason", ""))


def _done(visit: Visit, found: Seen, action: Action, reason: str = "") -> Move:
    """The deed; the next screen shows whether it was done."""
    broadcast = found.broadcast
    return Move("live", {"id": broadcast.id}, facts=(NoticeMoved(broadcast.id, action, broadcast.text_hash, reason),))
