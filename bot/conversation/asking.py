"""What a message that no scene wanted asks for: is it a scam, a question of the book, or a person in need."""

from collections.abc import Sequence
from typing import Any

from bot.advice import redact, scam_check
from bot.advice.book import answers
from bot.advice.book.answer_words import UNKNOWN
from bot.advice.response import Response, Route
from bot.advice.signals import Signal
from bot.advice.verdict import Check, Verdict
from bot.conversation.handing_on import LEAST_WORDS, to_hand_on
from bot.conversation.question_facts import Asked
from bot.conversation.sighted import sighting
from bot.conversation.visit import Move, Visit
from bot.learning.mentions import links
from bot.vietnamese.fold import words
from bot.vietnamese.syllable import could_be_syllable

LONGEST = 20_000  # characters that are looked at
LONGEST_WORDS = 80  # characters of the message that are quoted back
LONG_FORWARD = 120  # characters: that nothing shows in a shorter one is no riddle for an officer
_ALARMING = frozenset({Verdict.DANGER, Verdict.SUSPICIOUS})
_ALONE = frozenset({Signal.NUMBER_UNKNOWN, Signal.NUMBER_LISTED, Signal.QR_PAYS})
_ASKING = frozenset({"home", "ask", "question", "call", "help", "check"})  # where unknown words are a question


def asked(visit: Visit, text: str) -> Move | None:
    """What follows from typed words; None where nothing is known about them."""
    text = text[:LONGEST]
    response = _respond(visit, text)
    match response.route:
        case Route.MENU:
            return Move("home")
        case Route.LESSON:
            return Move("ask", _place(visit, response, text)) if response.lesson else Move("lessons")
        case Route.OPT_OUT:
            return Move("stop")
        case Route.OFFICER:
            return Move("help", {"about": "commune"})
        case Route.URGENT_HELP:
            return Move("ask", _place(visit, response, text))
        case Route.FAQ if response.score >= answers.SURE:
            return Move("ask", _place(visit, response, text))
    return _checked(visit, text, response)


def _checked(visit: Visit, text: str, response: Response) -> Move | None:
    """A message that shows signs, or is somebody else's, is told of first; then what was asked."""
    found = scam_check.check(text, visit.world.advice())
    if found.verdict in _ALARMING or response.shown or _is_alone(text, found):
        return _judged(visit, text, found, passed_on=response.shown)
    return _unknown(visit, text) if _unheard_of(visit, response) else Move("ask", _place(visit, response, text))


def _is_alone(text: str, found: Check) -> bool:
    """Whether it is nothing but a number, a link or the text of a QR code: that is no question, even without a sign."""
    return any(one.signal in _ALONE for one in found.reasons) or (len(text.split()) == 1 and any(links(text)))


def _unknown(visit: Visit, text: str) -> Move | None:
    """A question that nobody has answered yet; a word or two, or words elsewhere, were not understood."""
    said = words(text)
    if visit.state.scene not in _ASKING or len(said) < LEAST_WORDS or not _is_spoken(said):
        return None
    return Move("ask", {"unknown": visit.place.get("unknown", 0) + 1, **to_hand_on(text, Asked.QUESTION)})


def _is_spoken(said: Sequence[str]) -> bool:
    """Whether most of it are words, and not keys that a thumb has hit."""
    return 2 * sum(map(could_be_syllable, said)) > len(said)


def _unheard_of(visit: Visit, response: Response) -> bool:
    """Nothing is known, and nothing near it; what is refused is known."""
    nothing = visit.say(UNKNOWN)
    return response.route is Route.UNKNOWN and not response.nearest and response.reply.startswith(nothing)


def forwarded(visit: Visit, text: str) -> Move:
    """What to make of somebody else's words; in need first, then the signs."""
    text = text[:LONGEST]
    response = _respond(visit, text)
    if response.route is Route.URGENT_HELP:
        return Move("ask", _place(visit, response, text))
    return _judged(visit, text, scam_check.check(text, visit.world.advice()), passed_on=True)


def _judged(visit: Visit, text: str, found: Check, *, passed_on: bool = False) -> Move:
    """The verdict, counted for the commune; what the check is not sure of may be shown to an officer."""
    counted = sighting(visit, text, found)
    unsure = found.kind is None and (
        found.verdict is Verdict.SUSPICIOUS
        or (passed_on and found.verdict is Verdict.NO_SIGN and len(text) >= LONG_FORWARD)
    )
    more = to_hand_on(text, Asked.FORWARD) if unsure else {}
    facts = (counted.fact,) if counted.fact else ()
    return Move("ask", {**_check_place(found), **more}, facts=facts, changes={"sighted": counted.remembered})


def _respond(visit: Visit, text: str) -> Response:
    titles = {lesson.id: lesson.title for course in visit.world.library.courses for lesson in course.lessons}
    knowledge = visit.world.advice().knowledge
    return answers.respond(text, visit.state.audience, knowledge, titles=titles, words=visit.words)


def _place(visit: Visit, response: Response, text: str) -> dict[str, Any]:
    """The answer, and of the question what an officer would be asked where it does not help."""
    guessed = response.route is Route.UNKNOWN and bool(response.nearest)
    unsettled = guessed or response.route is Route.FAQ
    near = response.source or next((one.id for one in response.nearest), "")
    return {
        **(to_hand_on(text, Asked.QUESTION, near) if unsettled else {}),
        **_recorded(visit, response.source),
        "source": response.source,
        "reply": "" if guessed else _without_way_to_lesson(response),
        "guessed": guessed,
        "lesson": response.lesson,
        "near": [one.id for one in response.nearest],
        "urgent": response.route is Route.URGENT_HELP,
    }


def _recorded(visit: Visit, id: str) -> dict[str, str]:
    """What plays the answer to this person, where somebody has read it aloud."""
    found = next((one for one in visit.world.advice().knowledge.answers if one.id == id), None)
    recording = answers.recording_of(found, visit.state.audience) if found else ""
    return {"recording": recording, "question": found.question} if found and recording else {}


def _without_way_to_lesson(response: Response) -> str:
    """Here a button leads to the lesson, so that nobody has to be told how to find it."""
    before, _, last = response.reply.rpartition("\n\n")
    return before if before and response.route is Route.FAQ and response.lesson and "“" in last else response.reply


def _check_place(found: Check) -> dict[str, Any]:
    """The verdict without the message: of its words only those that gave a reason, and no number of anybody's."""
    reasons = [[one.signal.value, redact.redact(one.words)[:LONGEST_WORDS]] for one in found.reasons]
    return {
        "verdict": found.verdict.value,
        "source": found.kind or found.verdict.value,
        "kind": found.kind,
        "reasons": reasons,
        "advice": list(found.advice),
        "lesson": found.lesson,
    }
