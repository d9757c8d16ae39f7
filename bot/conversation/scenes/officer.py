"""The officer's desk: what waits, and the ways to everything that an officer does."""

from bot.conversation.facts import Need
from bot.conversation.notice_facts import ColleagueFrozen, DeskNeed, Group
from bot.conversation.offices import desk_screens
from bot.conversation.offices.in_sight import desk, not_for_you, officer_for
from bot.conversation.offices.officer_calls import frozen_call, note
from bot.conversation.pages import MORE, page
from bot.conversation.question_facts import QuestionsNeed
from bot.conversation.scenes.scene import Scene
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.messages import Screen
from broadcasts.officer import Action, Officer


class Desk(Scene):
    """Pages by `place["page"]`: none (all that waits), "approve", "drafts", "live", "colleagues", "freeze".

    start: from where a list is shown; who: the id of the colleague to be frozen; name: theirs, once it was done.
    """

    name = "officer"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        return (DeskNeed(), QuestionsNeed())

    def open(self, visit: Visit, word: str) -> Move:
        """A page by its name; `freeze=<id>` asks whether a colleague's account is to be cut off."""
        what, _, id = word.partition("=")
        if what == "freeze" and id:
            return Move("officer", {"page": "freeze", "who": id})
        return Move("officer", {"page": what} if what in desk_screens.LISTS else {})

    def answer(self, visit: Visit, choice: str) -> Move:
        what, _, which = choice.partition(":")
        match what:
            case "page":
                return Move("officer", {"page": which})
            case "colleague":
                return Move("officer", {"page": "freeze", "who": which})
            case "freeze-now":
                return _freeze(visit)
            case _ if what == MORE:
                items = desk_screens.items(visit)
                return Move("officer", {**visit.place, "start": page(items, visit.place.get("start", 0))[1]})
            case _:
                return Move("officer")

    def show(self, visit: Visit) -> Screen:
        officer = visit.person.officer
        if officer is None or not officer.active:
            return desk_screens.cut_off(visit) if officer else not_for_you(visit)
        shown = visit.place.get("page")
        if shown == "freeze":
            return desk_screens.freeze(visit)
        return desk_screens.listed_page(visit) if shown in desk_screens.LISTS else desk_screens.whole(visit, officer)


def _freeze(visit: Visit) -> Move:
    """The account is cut off from the next moment on, and everybody who works with it is told."""
    officer, other = officer_for(visit, Action.FREEZE), _colleague(visit)
    if officer is None or other is None:
        return Move("officer")
    told = note(visit, Group.COLLEAGUES, other.id, frozen_call(other, officer))
    place = {"page": "freeze", "who": other.id, "name": other.name}
    return Move("officer", place, facts=(ColleagueFrozen(other.id, (told,)),))


def _colleague(visit: Visit) -> Officer | None:
    return next((one for one in desk(visit).colleagues if one.id == visit.place.get("who")), None)
