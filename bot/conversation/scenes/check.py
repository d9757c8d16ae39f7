"""Is this notice true? Asked by its code, by its text, or by a forward."""

from bot.conversation import checked, checking
from bot.conversation.facts import Need
from bot.conversation.misses import missed
from bot.conversation.notice_facts import NoticeNeed
from bot.conversation.scenes.scene import Scene
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.messages import Screen
from bot.translations import mark
from broadcasts.code import read_code

_NOT_FOUND = (
    mark("{Me} chưa thấy mã hay thông báo nào trong tin này. {You} gõ đủ 8 chữ của mã nhé."),
    mark("{Me} vẫn chưa thấy. {You} dán cả tin vào đây, hoặc hỏi thẳng xã{polite}."),
)


class Check(Scene):
    """`place`: nothing (ask), code, altered with differences, or step: "none" (no such notice), "wait" (guesses)."""

    name = "check"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        code = state.place.get("code") or state.place.get("altered")
        return (NoticeNeed(code),) if code else ()

    def open(self, visit: Visit, word: str) -> Move:
        """The answer to a code."""
        code = read_code(word)
        return checking.by_code(visit, code) if code else Move("check")

    def hear(self, visit: Visit, text: str) -> Move | None:
        """Here even plain words are tried as a code; what is long may be any message, or somebody in need."""
        if visit.place:
            return None
        code = checking.asked_code(text)
        found = checking.by_code(visit, code) if code else checking.typed(visit, text) or checking.pasted(visit, text)
        return found or _other(visit, text) or missed(visit, _NOT_FOUND)

    def show(self, visit: Visit) -> Screen:
        match visit.place.get("step"):
            case "none":
                return checked.no_such(visit)
            case "wait":
                return checked.too_many(visit)
        return checked.answered(visit, checked.answer_at(visit, visit.place)) if visit.place else checked.ask(visit)


def _other(visit: Visit, text: str) -> Move | None:
    """The answer to what is no notice of ours; None for a few words that tell of no need."""
    from bot.conversation import asking  # the first page can do without

    wanted = len(text) >= checking.LEAST_PASTED or asking.emergency_in(visit, text)
    return asking.asked(visit, text) if wanted else None
