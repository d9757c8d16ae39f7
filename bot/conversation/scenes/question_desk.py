"""People's questions as officers see them: take one, answer it, pass it on, close it."""

from bot.conversation import question_calls
from bot.conversation.facts import Fact, Need
from bot.conversation.misses import missed
from bot.conversation.notice_facts import Group, Note
from bot.conversation.offices import question_desk_screens
from bot.conversation.offices.in_sight import not_for_you
from bot.conversation.offices.officer_calls import note
from bot.conversation.pages import MORE, page
from bot.conversation.question_facts import (
    NoAnswer,
    Question,
    QuestionMove,
    QuestionMoved,
    QuestionNeed,
    QuestionsNeed,
    QuestionState,
    Replied,
)
from bot.conversation.refusals import refused
from bot.conversation.scenes.scene import Scene
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.messages import Screen
from bot.translations import mark
from broadcasts.notice import Level
from broadcasts.officer import Action, Officer

_TOO_SHORT = (
    mark("Câu trả lời ngắn quá, bà con khó hiểu. {You} viết rõ hơn một chút{polite}."),
    mark("{You} viết ít nhất một câu trọn ý{polite}."),
)
_TOO_LONG = (
    mark("Câu trả lời dài quá. {You} viết gọn trong chừng mười dòng{polite}."),
    mark("Vẫn còn dài. {You} bớt lại giúp {me}{polite}."),
)


class QuestionDesk(Scene):
    """`place`: question (its id; none: all of them, from start on), step "preview" with words, or "close"."""

    name = "questions"
    back = "officer"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        return (QuestionNeed(state.place["question"]),) if state.place.get("question") else (QuestionsNeed(),)

    def open(self, visit: Visit, word: str) -> Move:
        """`open=<id>` looks at one: what the calls to officers carry."""
        _, _, id = word.partition("=")
        return _at(id) if id else Move("questions")

    def answer(self, visit: Visit, choice: str) -> Move:
        officer, found = _officer(visit), _seen(visit)
        what, _, which = choice.partition(":")
        if officer is None:
            return Move("home")
        if what == MORE:
            return Move("questions", {"start": page(visit.given.questions.desk, visit.place.get("start", 0))[1]})
        if what == "question":
            return _at(which)
        return _act(visit, officer, found, what, which) if found else Move("questions")

    def hear(self, visit: Visit, text: str) -> Move | None:
        """The answer to a question that this officer has taken."""
        officer, found = _officer(visit), _seen(visit)
        if officer is None or found is None or found.state is not QuestionState.TAKEN or found.owner != officer.id:
            return None
        words = text.strip()
        if len(words) < question_desk_screens.LEAST:
            return missed(visit, _TOO_SHORT)
        if len(words) > question_desk_screens.LONGEST:
            return missed(visit, _TOO_LONG)
        return Move("questions", {"question": found.id, "step": "preview", "words": words})

    def show(self, visit: Visit) -> Screen:
        officer = _officer(visit)
        if officer is None:
            return not_for_you(visit)
        if not visit.place.get("question"):
            return question_desk_screens.listed(visit)
        found = _seen(visit)
        if found is None:
            return not_for_you(visit)
        taken = found.state is QuestionState.TAKEN
        match visit.place.get("step"):
            case "preview" if taken:
                return question_desk_screens.preview(visit, found)
            case "close" if taken:
                return question_desk_screens.why_close(visit, found)
        return question_desk_screens.question_screen(visit, officer, found, refused(visit))


def _officer(visit: Visit) -> Officer | None:
    """Whoever helps people, or edits the answers."""
    officer = visit.person.officer
    return officer if officer and (officer.may(Action.HELP) or officer.may(Action.TEACH)) else None


def _seen(visit: Visit) -> Question | None:
    """The question that was asked for; storage has looked whose business it is."""
    return visit.given.questions.question


def _at(id: str, *facts: Fact) -> Move:
    return Move("questions", {"question": id}, facts=facts)


def _act(visit: Visit, officer: Officer, found: Question, what: str, which: str) -> Move:
    match what:
        case "take":
            return _at(found.id, QuestionMoved(found.id, QuestionMove.TAKE))
        case "up":
            return _at(found.id, _up(visit, officer, found))
        case "close":
            return Move("questions", {"question": found.id, "step": "close"})
        case "close-as" if which in {reason.value for reason in NoAnswer}:
            told = _told(visit, found, question_calls.closed(found, NoAnswer(which)))
            return _at(found.id, QuestionMoved(found.id, QuestionMove.CLOSE, (told,)))
        case "send" if visit.place.get("words"):
            words = str(visit.place["words"])
            return _at(
                found.id, Replied(found.id, words, (_told(visit, found, question_calls.answered(found, words)),))
            )
        case "look":
            return _at(found.id)
        case _:
            return Move("questions")


def _up(visit: Visit, officer: Officer, found: Question) -> QuestionMoved:
    above = Group.PROVINCE if found.area else Group.HELPERS
    called = note(visit, above, found.area, question_calls.passed_on(found, officer.name), Level.FIRST)
    told = _told(visit, found, question_calls.moved_up(found))
    return QuestionMoved(found.id, QuestionMove.RAISE, (called, told))


def _told(visit: Visit, found: Question, screen: Screen) -> Note:
    return note(visit, Group.ASKER, found.id, screen, Level.FIRST)
