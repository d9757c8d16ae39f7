"""What an answer is: which way a message goes, and the whole text that is said."""

from dataclasses import dataclass
from enum import StrEnum

from bot.advice.knowledge import Answer
from bot.advice.verdict import Check


class Route(StrEnum):
    """Who takes the message; `UNKNOWN` also holds what is refused."""

    LESSON = "lesson"
    FAQ = "faq"
    SCAM_HELP = "scam_help"
    URGENT_HELP = "urgent_help"
    MENU = "menu"
    OPT_OUT = "optout"
    OFFICER = "officer"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Response:
    """What is said: `reply` is the whole text; `source` the `mã` of the answer it was taken from, "" for none.

    `nearest` are the questions that could have been meant, `lesson` the `mã` of the lesson to go on with; `shown` tells
    that the words are surely the message of somebody else, `refused` that such a thing is never answered. `verdict` is
    what the message shows, where that is what is said.
    """

    route: Route
    reply: str
    source: str = ""
    score: float = 0.0
    nearest: tuple[Answer, ...] = ()
    lesson: str | None = None
    shown: bool = False
    refused: bool = False
    verdict: Check | None = None
