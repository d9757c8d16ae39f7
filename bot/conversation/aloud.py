"""Cards and questions that somebody has read aloud: 7 plays the recording, its words stand beside it."""

from bot.conversation import reserved
from bot.conversation.checked import recorded
from bot.conversation.state import Place
from bot.conversation.visit import Move, Visit
from bot.messages import HEAR, Choice, Media

CHOICE = "hear"


def key(visit: Visit, recording: str) -> tuple[Choice, ...]:
    """The choice under 7, where there is something to hear."""
    return (Choice(CHOICE, visit.say("Nghe"), HEAR),) if recording else ()


def hear(visit: Visit, scene: str) -> Move:
    """The same screen with its recording.

    Where a notice has come with one and was not confirmed, a typed 7 means that: it is heard first, once in a lesson.
    """
    code = reserved.unheard(visit)
    if not code or code == visit.place.get("heard"):
        return Move(scene, {**visit.place, "hear": True})
    left = {"scene": scene, "place": {**visit.place, "heard": code}}
    return Move("notice", {"code": code, "hear": True}, changes={"resume": left})


def played(visit: Visit, title: str, recording: str) -> tuple[Media, ...]:
    """The recording where it was asked for."""
    return (recorded(visit, title, recording),) if recording and visit.place.get("hear") else ()


def quiet(place: Place) -> Place:
    """The same place, where nothing is played."""
    return {name: value for name, value in place.items() if name != "hear"}
