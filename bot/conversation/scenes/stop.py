"""Stopping: what comes by itself stops at once, and in the same breath we ask about khẩn cấp."""

from bot.conversation.facts import Stop, StopChosen
from bot.conversation.scenes.scene import Scene, to_home
from bot.conversation.visit import Move, Visit
from bot.messages import Choice, Screen, Tone


class StopScene(Scene):
    """`answer` takes what is chosen or said, as a Stop's value; the screen shows what holds now."""

    name = "stop"

    def answer(self, visit: Visit, choice: str) -> Move:
        match choice:
            case "keep-urgent":
                said = visit.plain("Được{polite}. Việc khẩn cấp của xã, {me} vẫn báo cho {you}.", Tone.RIGHT)
                return Move("home", said=(said,), facts=(StopChosen(Stop.ORDINARY),))
            case "nothing":
                said = visit.plain("Được{polite}. Từ nay {you} lại nhận nhắc bài và tin của xã.", Tone.RIGHT)
                return Move("home", said=(said,), facts=(StopChosen(Stop.NOTHING),))
            case _:
                return Move("stop", {"stop": choice}, facts=(StopChosen(Stop(choice)),))

    def show(self, visit: Visit) -> Screen:
        match Stop(visit.place.get("stop", visit.person.stop.value)):
            case Stop.ORDINARY:
                return _ordinary(visit)
            case Stop.ALL:
                return _all(visit)
            case Stop.NOTHING:
                return _nothing(visit)


def _ordinary(visit: Visit) -> Screen:
    title = visit.plain("{Me} đã dừng nhắc bài và dừng tin thường.", Tone.TITLE)
    asked = visit.plain("Khi có bão, lũ hay việc khẩn cấp của xã, {me} vẫn báo cho {you} chứ{polite}?")
    choices = (
        Choice("keep-urgent", visit.say("Vẫn báo tin khẩn cấp")),
        Choice("all", visit.say("Dừng hết")),
        Choice("nothing", visit.say("Nhận lại như trước")),
        to_home(visit),
    )
    return Screen((title, asked), choices)


def _all(visit: Visit) -> Screen:
    title = visit.plain("{Me} đã dừng hết.", Tone.TITLE)
    after = visit.plain("{Me} chỉ trả lời khi {you} nhắn trước. Muốn nhận lại, {you} chọn một số dưới đây.")
    choices = (
        Choice("keep-urgent", visit.say("Chỉ nhận tin khẩn cấp")),
        Choice("nothing", visit.say("Nhận lại như trước")),
        to_home(visit),
    )
    return Screen((title, after), choices)


def _nothing(visit: Visit) -> Screen:
    title = visit.plain("{You} đang nhận nhắc bài và tin của xã.", Tone.TITLE)
    choices = (
        Choice("keep-urgent", visit.say("Chỉ nhận tin khẩn cấp")),
        Choice("all", visit.say("Dừng hết")),
        to_home(visit),
    )
    return Screen((title,), choices)
