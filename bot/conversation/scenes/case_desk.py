"""Requests for help as officers see them: take one, talk with the person, close it."""

from bot.conversation import calls
from bot.conversation.facts import Need
from bot.conversation.notice_facts import Case, CaseMove, CaseMoved, CaseNeed, CaseSaid, DeskNeed, Group
from bot.conversation.offices import in_sight
from bot.conversation.offices.case_desk_screens import case_screen, listed_cases, sure
from bot.conversation.offices.officer_calls import note
from bot.conversation.pages import MORE, page
from bot.conversation.refusals import refused
from bot.conversation.scenes.scene import Scene
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.messages import Screen
from broadcasts.officer import Action, Officer

LONGEST = 1_000  # characters of what an officer writes to the person
TAKEN = "taken"  # a case's state: it has an owner


class CaseDesk(Scene):
    """`place`: case (its id; none: all of them, from start on), step "close" (is it really done)."""

    name = "case"
    back = "officer"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        return (CaseNeed(state.place["case"]),) if state.place.get("case") else (DeskNeed(),)

    def open(self, visit: Visit, word: str) -> Move:
        """`take=<id>` takes it at once, `open=<id>` looks at it: what the calls to officers carry."""
        what, _, id = word.partition("=")
        officer = in_sight.officer_for(visit, Action.HELP)
        if not id or officer is None:
            return Move("case")
        return _take(visit, officer, id) if what == "take" else Move("case", {"case": id})

    def answer(self, visit: Visit, choice: str) -> Move:
        officer, found = in_sight.officer_for(visit, Action.HELP), in_sight.case(visit)
        what, _, which = choice.partition(":")
        if officer is None:
            return Move("home")
        match what:
            case "case":
                return Move("case", {"case": which})
            case _ if what == MORE:
                return Move("case", {"start": page(in_sight.desk(visit).cases, visit.place.get("start", 0))[1]})
            case "take" if found:
                return _take(visit, officer, found.id)
            case "close" if found:
                return Move("case", {"case": found.id, "step": "close"})
            case "close-now" if found:
                return _close(visit, officer, found)
            case "look" if found:
                return Move("case", {"case": found.id})
            case _:
                return Move("case")

    def hear(self, visit: Visit, text: str) -> Move | None:
        """Words for whoever asked for help, in a case that this officer has taken."""
        officer, found = in_sight.officer_for(visit, Action.HELP), in_sight.case(visit)
        if officer is None or found is None or found.owner != officer.id or found.state != TAKEN:
            return None
        words = text.strip()[:LONGEST]
        told = note(visit, Group.PERSON, found.id, calls.officer_said(officer.name, words))
        return Move("case", {"case": found.id}, facts=(CaseSaid(found.id, words, (told,)),))

    def show(self, visit: Visit) -> Screen:
        officer = in_sight.officer_for(visit, Action.HELP)
        if officer is None:
            return in_sight.not_for_you(visit)
        if not visit.place.get("case"):
            return listed_cases(visit)
        found = in_sight.case(visit)
        if found is None:
            return in_sight.not_for_you(visit)
        if visit.place.get("step") == "close" and found.state == TAKEN:
            return sure(visit, found)
        return case_screen(visit, officer, found, refused(visit))


def _take(visit: Visit, officer: Officer, id: str) -> Move:
    """The first one has it; whoever comes after sees who that was."""
    told = note(visit, Group.PERSON, id, calls.taken(officer.name))
    return Move("case", {"case": id}, facts=(CaseMoved(id, CaseMove.TAKE, (told,)),))


def _close(visit: Visit, officer: Officer, found: Case) -> Move:
    told = note(visit, Group.PERSON, found.id, calls.closed(officer.name))
    return Move("case", {"case": found.id}, facts=(CaseMoved(found.id, CaseMove.CLOSE, (told,)),))
