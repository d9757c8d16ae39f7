"""What a message that no scene wanted asks for: is it a scam, a question of the book, or a person in need."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.advice import emergencies, scam_check
from bot.advice.book import answers
from bot.advice.book.answer_words import MORE, OUTSIDE, UNKNOWN
from bot.advice.desk import advise
from bot.advice.emergency import Emergency
from bot.advice.response import Response, Route
from bot.advice.verdict import Check, Verdict
from bot.conversation import pictures, unreadable
from bot.conversation.handing_on import LEAST_WORDS, to_hand_on
from bot.conversation.judged import place_of
from bot.conversation.question_facts import Asked
from bot.conversation.sighted import sighting
from bot.conversation.visit import Move, Visit
from bot.messages import Kind
from bot.notices.recognise import looks_like_notice
from bot.vietnamese.fold import words
from bot.vietnamese.syllable import could_be_syllable

LONGEST = 20_000  # characters that are looked at
LONG_FORWARD = 120  # characters: that nothing shows in a shorter one is no riddle for an officer
PARAGRAPHS = "\n\n"  # what stands between two of them
_ASKING = frozenset({"home", "ask", "question", "call", "help", "check"})  # where unknown words are a question


def asked(visit: Visit, text: str) -> Move | None:
    """What follows from typed words; None where nothing is known about them."""
    text = text[:LONGEST]
    if pictures.announced(text):
        return unreadable.answer(visit, Kind.PICTURE)
    response = _advise(visit, text)
    if response.verdict:
        return _judged(visit, text, response.verdict, passed_on=response.shown)
    match response.route:
        case Route.MENU:
            return Move("home")
        case Route.LESSON if not response.lesson:
            return Move("lessons")
        case Route.OPT_OUT:
            return Move("stop")
        case Route.OFFICER:
            return Move("help", {"about": "commune"})
        case Route.UNKNOWN if _unheard_of(visit, response):
            return _unknown(visit, text, outside=response.refused)
    return Move("ask", _place(visit, response, text))


def _unknown(visit: Visit, text: str, *, outside: bool) -> Move | None:
    """A question that nobody has answered yet; a word or two, or words elsewhere, were not understood."""
    said = words(text)
    if visit.state.scene not in _ASKING or len(said) < LEAST_WORDS or not _is_spoken(said):
        return None
    times = visit.place.get("unknown", 0) + 1
    return Move("ask", {"unknown": times, "outside": outside, **to_hand_on(text, Asked.QUESTION)})


def _is_spoken(said: Sequence[str]) -> bool:
    """Whether most of it are words, and not keys that a thumb has hit."""
    return 2 * sum(map(could_be_syllable, said)) > len(said)


def _unheard_of(visit: Visit, response: Response) -> bool:
    """Nothing is known, and nothing near it; what has a refusal of its own is known."""
    return not response.nearest and response.reply.startswith((visit.say(UNKNOWN), visit.say(OUTSIDE)))


def forwarded(visit: Visit, text: str) -> Move:
    """What to make of somebody else's words; in need first, then the signs."""
    text = text[:LONGEST]
    response = _advise(visit, text)
    if response.route is Route.URGENT_HELP:
        return Move("ask", _place(visit, response, text))
    return _judged(visit, text, scam_check.check(text, visit.world.advice()), passed_on=True)


def emergency_in(visit: Visit, text: str) -> Emergency | None:
    """Danger that a text tells of, or what was just given away, as the desk hears it."""
    text = text[:LONGEST]
    plain = answers.index_of(visit.world.advice().knowledge).plain(text)
    return emergencies.danger(text, plain) or emergencies.loss(text, plain)


def _judged(visit: Visit, text: str, found: Check, *, passed_on: bool = False) -> Move:
    """The verdict, counted for the commune; an officer may be shown an alarm, at once where its kind is not known."""
    counted = sighting(visit, text, found)
    calm = found.verdict is Verdict.NO_SIGN
    puzzles = found.verdict is Verdict.SUSPICIOUS or (calm and passed_on and len(text) >= LONG_FORWARD)
    unsure = found.kind is None and puzzles
    more = to_hand_on(text, Asked.FORWARD) if unsure or not calm else {}
    place = {**place_of(visit, found), **more, "unsure": unsure, "unproved": calm and looks_like_notice(text)}
    facts = (counted.fact,) if counted.fact else ()
    return Move("ask", place, facts=facts, changes={"sighted": counted.remembered})


def _advise(visit: Visit, text: str) -> Response:
    return advise(text, visit.state.audience, visit.world.advice(), titles=_titles(visit), words=visit.words)


def _titles(visit: Visit) -> Mapping[str, str]:
    return {lesson.id: lesson.title for course in visit.world.library.courses for lesson in course.lessons}


def _place(visit: Visit, response: Response, text: str) -> dict[str, Any]:
    """The answer, and of the question what an officer would be asked where it does not help."""
    guessed = response.route is Route.UNKNOWN and bool(response.nearest)
    unsettled = guessed or response.route is Route.FAQ
    near = response.source or next((one.id for one in response.nearest), "")
    return {
        **(to_hand_on(text, Asked.QUESTION, near) if unsettled else {}),
        **_recorded(visit, response.source),
        "source": response.source,
        "reply": "" if guessed else _without_way_to_lesson(visit, response),
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


def _without_way_to_lesson(visit: Visit, response: Response) -> str:
    """Here a button leads to the lesson, so that nobody has to be told how to find it."""
    title = _titles(visit).get(response.lesson or "", "")
    way = visit.say(MORE, title=title)
    return PARAGRAPHS.join(said for said in response.reply.split(PARAGRAPHS) if said != way)
