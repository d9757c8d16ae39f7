"""One notice: its whole text, and what the buttons under it do wherever they are pressed."""

from bot.conversation import checked, reserved
from bot.conversation.facts import Need
from bot.conversation.notice_facts import NoticeNeed
from bot.conversation.scenes.scene import Scene
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.messages import Screen
from broadcasts.code import read_code


class NoticeScene(Scene):
    """`place["code"]`; `hear` says that it is played, too."""

    name = "notice"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        code = state.place.get("code")
        return (NoticeNeed(code),) if code else ()

    def open(self, visit: Visit, word: str) -> Move:
        """`read=CODE`, `help=CODE`, `hear=CODE`, `show=CODE`; the last two leave the screen that is open."""
        what, _, written = word.partition("=")
        code = read_code(written)
        if code is None:
            return Move("check")
        match what:
            case "read":
                return reserved.thanks(visit, code)
            case "help":
                return reserved.help_about(visit, code)
            case "hear":
                return reserved.hear(visit, code)
            case _:
                return Move("notice", {"code": code})

    def show(self, visit: Visit) -> Screen:
        if not visit.place:
            return checked.ask(visit)
        return checked.answered(visit, checked.answer_at(visit, visit.place), aloud=bool(visit.place.get("hear")))
