"""A text that waits: read it, approve it by typing the head count, return it, or send it alone."""

from bot.conversation.facts import Need
from bot.conversation.notice_facts import NoticeNeed, ReachNeed, Seen
from bot.conversation.offices import review_asks, review_screens
from bot.conversation.offices.in_sight import not_for_you, seen
from bot.conversation.offices.reach_words import people
from bot.conversation.offices.reopening import reopened
from bot.conversation.offices.review_steps import HEARS, approve, begin, give_back, too_late
from bot.conversation.refusals import refused
from bot.conversation.scenes.scene import Scene
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.messages import Screen
from broadcasts.broadcast import State
from broadcasts.notice import Level
from broadcasts.officer import Action

_DEEDS = frozenset({"approve", "return", "alone", "because", "anyhow"})


class Review(Scene):
    """`place`: id; step: none (read), "approve", "return", "why" and "factor" (alone), "ready".

    mark says which text was read; areas and level (of its audience) come with "approve", reason with "factor".
    """

    name = "review"
    back = "officer"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        place = state.place
        read = (NoticeNeed(place["id"]),) if "id" in place else ()
        if place.get("step") != "approve":
            return read
        return (*read, ReachNeed(tuple(place["areas"]), Level(place["level"]), frozenset(place["ages"])))

    def asks_number(self, state: ConversationState) -> bool:
        return bool(state.place.get("step") == "approve")

    def open(self, visit: Visit, word: str) -> Move:
        """The broadcast with this id."""
        return Move("review", {"id": word})

    def answer(self, visit: Visit, choice: str) -> Move:
        officer, found = visit.person.officer, seen(visit)
        if officer is None or found is None:
            return Move("officer")
        what, _, which = choice.partition(":")
        if what in _DEEDS and not _waits(found):
            return too_late(visit)
        match what:
            case "approve" | "return" | "alone":
                return begin(visit, found, what, which)
            case "because":
                return give_back(visit, officer, found, visit.say(review_asks.REASONS[int(which)]))
            case "anyhow":
                return approve(visit, officer, found) if not people(visit.given.notices.reach) else Move()
            case "edit" if officer.may(Action.DRAFT):
                return reopened(visit, officer, found.broadcast, update=False)
            case "ready":
                return Move("review", {"id": visit.place["id"], "step": "ready"})
            case _:
                return Move("review", {"id": visit.place["id"]})

    def hear(self, visit: Visit, text: str) -> Move | None:
        """The head count, a reason, six digits."""
        officer, found = visit.person.officer, seen(visit)
        hears = HEARS.get(visit.place.get("step", ""))
        if officer is None or found is None or hears is None:
            return None
        return hears(visit, officer, found, text) if _waits(found) else too_late(visit)

    def show(self, visit: Visit) -> Screen:
        officer, found = visit.person.officer, seen(visit)
        if officer is None or found is None:
            return not_for_you(visit)
        before = refused(visit)
        if not _waits(found):
            return review_screens.decided(visit, officer, found, before)
        match visit.place.get("step"):
            case "approve":
                return review_asks.approve(visit, found, before)
            case "return":
                return review_asks.give_back(visit, found, before)
            case "why":
                return review_asks.why_alone(visit, found, before)
            case "factor":
                return review_asks.factor(visit, found, before)
            case "ready":
                return review_screens.ready(visit, found)
            case _:
                return review_screens.waiting(visit, officer, found, before)


def _waits(found: Seen) -> bool:
    return found.broadcast.state is State.SUBMITTED
