"""What a message that no scene wanted asks for: is it a scam, a question of the book, or a person in need."""

from typing import Any

from bot.advice import answers, redact, scam_check
from bot.advice.answer_words import UNKNOWN
from bot.advice.response import Response, Route
from bot.advice.verdict import Check, Verdict
from bot.conversation.visit import Move, Visit

LONGEST = 20_000  # characters that are looked at
LONGEST_WORDS = 80  # characters of the message that are quoted back
_ALARMING = frozenset({Verdict.DANGER, Verdict.SUSPICIOUS})


def asked(visit: Visit, text: str) -> Move | None:
    """What follows from typed words; None where nothing is known about them."""
    text = text[:LONGEST]
    response = _respond(visit, text)
    match response.route:
        case Route.MENU:
            return Move("home")
        case Route.LESSON:
            return Move("ask", _place(response)) if response.lesson else Move("lessons")
        case Route.OPT_OUT:
            return Move("stop")
        case Route.OFFICER:
            return Move("help", {"about": "commune"})
        case Route.URGENT_HELP:
            return Move("ask", _place(response))
        case Route.FAQ if response.score >= answers.SURE:
            return Move("ask", _place(response))
    return _checked(visit, text, response)


def _checked(visit: Visit, text: str, response: Response) -> Move | None:
    """A message that shows signs is told of first; then what was asked."""
    found = scam_check.check(text, visit.world.advice())
    if found.verdict in _ALARMING:
        return Move("ask", _check_place(found))
    return None if _unheard_of(visit, response) else Move("ask", _place(response))


def _unheard_of(visit: Visit, response: Response) -> bool:
    """Nothing is known, and nothing near it; what is refused is known."""
    nothing = visit.say(UNKNOWN)
    return response.route is Route.UNKNOWN and not response.nearest and response.reply.startswith(nothing)


def forwarded(visit: Visit, text: str) -> Move:
    """What to make of somebody else's words; in need first, then the signs."""
    text = text[:LONGEST]
    response = _respond(visit, text)
    if response.route is Route.URGENT_HELP:
        return Move("ask", _place(response))
    return Move("ask", _check_place(scam_check.check(text, visit.world.advice())))


def _respond(visit: Visit, text: str) -> Response:
    titles = {lesson.id: lesson.title for course in visit.world.library.courses for lesson in course.lessons}
    knowledge = visit.world.advice().knowledge
    return answers.respond(text, visit.state.audience, knowledge, titles=titles, words=visit.words)


def _place(response: Response) -> dict[str, Any]:
    guessed = response.route is Route.UNKNOWN and bool(response.nearest)
    return {
        "reply": "" if guessed else _without_way_to_lesson(response),
        "guessed": guessed,
        "lesson": response.lesson,
        "near": [one.id for one in response.nearest],
        "urgent": response.route is Route.URGENT_HELP,
    }


def _without_way_to_lesson(response: Response) -> str:
    """Here a button leads to the lesson, so that nobody has to be told how to find it."""
    before, _, last = response.reply.rpartition("\n\n")
    return before if before and response.route is Route.FAQ and response.lesson and "“" in last else response.reply


def _check_place(found: Check) -> dict[str, Any]:
    """The verdict without the message: of its words only those that gave a reason, and no number of anybody's."""
    reasons = [[one.signal.value, redact.redact(one.words)[:LONGEST_WORDS]] for one in found.reasons]
    return {
        "verdict": found.verdict.value,
        "kind": found.kind,
        "reasons": reasons,
        "advice": list(found.advice),
        "lesson": found.lesson,
    }
