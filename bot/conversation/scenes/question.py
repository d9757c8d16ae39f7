"""A question that only people can answer: what will be sent, a yes, and the answer that comes back."""

from bot.conversation import question_screens
from bot.conversation.facts import Need
from bot.conversation.handing_on import handed_on, to_hand_on
from bot.conversation.in_force import followed
from bot.conversation.question_facts import Asked, Question, QuestionNeed, QuestionState, Rated
from bot.conversation.scenes.scene import Scene
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.messages import Screen
from bot.vietnamese.fold import fold

BY_OFFICERS = "can-bo"  # the source of all answers that officers give, in the ratings
_YES = frozenset({"gui", "gui di", "gui luon", "ok", "oke", "co", "vang", "dung", "dung roi", "duoc", "yes"})


class AskOfficer(Scene):
    """`place`: words, kind, near and area of what would be sent; step "sent" once it was; or id of an own one."""

    name = "question"
    back = "ask"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        return (QuestionNeed(state.place["id"]),) if state.place.get("id") else ()

    def open(self, visit: Visit, word: str) -> Move:
        """`answer=<id>` shows the answer to an own question; `yes=<id>` and `no=<id>` also say whether it helped."""
        what, _, id = word.partition("=")
        if not id or what not in ("answer", "yes", "no"):
            return Move("ask")
        return Move("question", {"id": id}) if what == "answer" else _rated(id, what == "yes")

    def answer(self, visit: Visit, choice: str) -> Move:
        ready = bool(visit.place.get("words")) and visit.place.get("step") != "sent"
        match choice:
            case "send" if ready:
                return _send(visit)
            case "area" if ready:
                return Move("area", {"then": "question", "asked": dict(visit.place)})
            case "helped" | "not" if visit.place.get("id"):
                return _rated(visit.place["id"], choice == "helped")
            case _:
                return Move("ask")

    def hear(self, visit: Visit, text: str) -> Move | None:
        """Before it is sent: a yes, or the question in other words."""
        if not visit.place.get("words") or visit.place.get("step") == "sent":
            return None
        if fold(text).strip(" .!") in _YES:
            return _send(visit)
        if visit.place["kind"] != Asked.QUESTION.value:
            return None
        asked = to_hand_on(text, Asked.QUESTION, visit.place.get("near", "")).get("ask")
        return Move("question", {**visit.place, **asked}) if asked else None

    def show(self, visit: Visit) -> Screen:
        if visit.place.get("id"):
            return _own(visit, visit.given.questions.question)
        if not visit.place.get("words"):
            return question_screens.none_here(visit)
        return question_screens.sent(visit) if visit.place.get("step") == "sent" else question_screens.confirm(visit)


def _send(visit: Visit) -> Move:
    """Whoever only looks has named a commune for this conversation."""
    named = {"area": visit.place["area"]} if visit.place.get("area") and not followed(visit) else {}
    return Move("question", {**visit.place, "step": "sent"}, facts=(handed_on(visit),), changes=named)


def _rated(id: str, helped: bool) -> Move:
    return Move("question", {"id": id}, facts=(Rated(BY_OFFICERS, helped, id),))


def _own(visit: Visit, found: Question | None) -> Screen:
    if found is None:
        return question_screens.none_here(visit)
    if found.state is QuestionState.ANSWERED and found.answer:
        return question_screens.answered(visit, found)
    return question_screens.waiting(visit, found)
