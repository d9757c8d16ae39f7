"""What is kept about a person: shown as text and as a file, erased after a second yes."""

from typing import Any

from bot.conversation.facts import DataShown, Erased, HeldNeed, HeldRow, Need
from bot.conversation.held_text import as_file, as_paragraphs
from bot.conversation.scenes.scene import Scene, to_home
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.messages import Choice, Media, MediaKind, Screen, Tone


class Privacy(Scene):
    """Steps by `place["step"]`: none (everything that is held), "erase" (are you sure)."""

    name = "privacy"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        return () if state.place.get("step") else (HeldNeed(),)

    def answer(self, visit: Visit, choice: str) -> Move:
        match choice:
            case "erase":
                return Move("privacy", {"step": "erase"})
            case "erase-now":
                return _erase(visit)
            case _:
                return Move("privacy")

    def open(self, visit: Visit, word: str) -> Move:
        """Everything that is held; asking for it is a request that the law wants logged."""
        return Move("privacy", facts=(DataShown(),) if word == "show" else ())

    def show(self, visit: Visit) -> Screen:
        return _sure(visit) if visit.place.get("step") else _held(visit, visit.given.held)


def _held(visit: Visit, rows: tuple[HeldRow, ...]) -> Screen:
    title = visit.plain("{Me} đang giữ những điều này về {you}", Tone.TITLE)
    file = Media(MediaKind.FILE, "cam-tay-du-lieu.txt", visit.say("Tệp ghi tất cả"), as_file(visit, rows))
    choices = (Choice("erase", visit.say("Xóa hết dữ liệu của tôi")), to_home(visit))
    return Screen((title, *as_paragraphs(visit, rows)), choices, (file,))


def _sure(visit: Visit) -> Screen:
    title = visit.plain("{You} có chắc muốn xóa hết không{polite}?", Tone.TITLE)
    lost = visit.plain("Bài đã học, xã đã chọn và cài đặt sẽ mất, không lấy lại được.")
    kept = visit.plain("{Me} chỉ giữ một dòng làm bằng chứng đã xóa, không có tên ai.")
    choices = (
        Choice("erase-now", visit.say("Xóa hết ngay")),
        Choice("show", visit.say("Không xóa, quay lại")),
        to_home(visit),
    )
    return Screen((title, lost, kept), choices)


def _erase(visit: Visit) -> Move:
    """The conversation begins anew; language and form of address hold for the farewell only."""
    said = visit.plain("{Me} đã xóa hết. Lúc nào {you} muốn học lại, {me} vẫn ở đây{polite}.", Tone.RIGHT)
    fresh: dict[str, Any] = {"audience": None, "resume": {}, "area": "", "language": visit.state.language}
    return Move("welcome", said=(said,), facts=(Erased(),), changes=fresh)
