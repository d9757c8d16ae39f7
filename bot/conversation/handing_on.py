"""From something that the bot does not know to the officers who may: what would be sent, and where it goes."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from bot.advice.redact import GONE, redact
from bot.conversation.in_force import followed
from bot.conversation.question_facts import Asked, HandedOn
from bot.conversation.state import Place
from bot.conversation.visit import Move, Visit
from bot.messages import Choice
from bot.vietnamese.fold import words

OFFICER = "officer"  # the choice on a screen of the desk for any question
LONGEST = 1_000  # characters of a question, or of a message to look at
LEAST_WORDS = 3  # fewer are no question that anybody else understands


def to_hand_on(text: str, kind: Asked, near: str = "") -> dict[str, Any]:
    """What a place has to remember so that these words can be handed on, nothing of the person in it.

    Empty where too little is left for anybody to answer.
    """
    left = " ".join(redact(text[: 2 * LONGEST]).split())[:LONGEST]
    if len(words(left.replace(GONE, " "))) < LEAST_WORDS:
        return {}
    return {"ask": {"words": left, "kind": kind.value, "near": near}}


def offered(visit: Visit, place: Place) -> tuple[Choice, ...]:
    """The way to an officer, where the place remembers what they would be asked."""
    return (Choice(OFFICER, visit.say("Hỏi cán bộ xã")),) if place.get("ask") else ()


def begin(visit: Visit, asked: Mapping[str, str]) -> Move:
    """To the page that shows what would be sent. Nothing is sent yet."""
    return Move("question", {**asked, "area": next(iter(followed(visit)), "")})


def handed_on(visit: Visit) -> HandedOn:
    """The fact to keep, from the place of the page that has shown it."""
    place = visit.place
    audience = visit.person.audience or visit.state.audience
    return HandedOn(
        _name(visit),
        Asked(place["kind"]),
        place["words"],
        place.get("area", ""),
        audience.value if audience else "",
        place.get("near", ""),
    )


def _name(visit: Visit) -> str:
    """A name that no other question has: nobody asks twice in one millionth of a second."""
    told = (visit.now.isoformat(), visit.person.contact, visit.state.shown, *visit.place.values())
    return sha256(repr(told).encode()).hexdigest()[:20]
