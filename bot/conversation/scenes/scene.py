"""What every scene is: it answers a choice, may hear typed words, and shows a screen. All of it pure."""

from typing import ClassVar

from bot.conversation.facts import Need
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.messages import BACK, HELP, Choice, Screen

GO = "go:"  # a choice that leads to a scene from anywhere, also from an old screen


class Scene:
    """One place in the conversation; stateless, so that one object serves everybody."""

    name: ClassVar[str]
    back: ClassVar[str] = "home"  # where 0 leads

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        """What must be read before this scene can answer or show."""
        return ()

    def answer(self, visit: Visit, choice: str) -> Move:
        """What follows from a choice that the last screen offered."""
        return Move()

    def open(self, visit: Visit, word: str) -> Move:
        """What follows from "go:<this scene>?<word>", which may come from anywhere and hold anything."""
        return Move(self.name)

    def hear(self, visit: Visit, text: str) -> Move | None:
        """What follows from typed words that are no choice; None where the scene makes nothing of them."""
        return None

    def asks_number(self, state: ConversationState) -> bool:
        """Whether a number that is typed now answers the scene's own question; 0 still leads back."""
        return False

    def show(self, visit: Visit) -> Screen:
        """What the person sees."""
        raise NotImplementedError


def to_home(visit: Visit) -> Choice:
    """The choice under 0 that leads home."""
    return Choice(f"{GO}home", visit.say("Về trang đầu"), BACK)


def to_help(visit: Visit) -> Choice:
    """The choice under 9 that leads to help."""
    return Choice(f"{GO}help", visit.say("Tôi cần giúp"), HELP)


def number_hint(visit: Visit) -> str:
    """How to choose where there are no buttons."""
    return visit.say("{You} nhắn số để chọn{polite}.")
