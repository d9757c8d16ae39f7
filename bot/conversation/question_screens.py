"""The screens of a question to the officers, as its asker sees them."""

from bot.advice.redact import GONE
from bot.areas import commune
from bot.conversation.calls import area_name
from bot.conversation.facts import Why
from bot.conversation.question_calls import quoted
from bot.conversation.question_facts import MOST_OPEN, Asked, HandedOn, Question, QuestionState
from bot.conversation.scenes.scene import GO, to_help, to_home
from bot.conversation.visit import Visit
from bot.messages import BACK, Choice, Paragraph, Screen, Tone
from bot.translations import mark

_NOT_YET = mark("Chưa gửi gì cả. {You} chọn 1 để gửi.")
_NOT_YET_OR_ANEW = mark("Chưa gửi gì cả. {You} chọn 1 để gửi. Muốn hỏi khác, {you} gõ lại câu hỏi.")
_TOO_MANY = mark("{You} đang có {n} câu chờ trả lời. Có trả lời một câu rồi, {you} gửi câu này nhé.")


def confirm(visit: Visit) -> Screen:
    """Exactly what will be sent, and to whom; nothing has been sent yet."""
    title = visit.plain("{Me} gửi cán bộ đúng những chữ này nhé?", Tone.TITLE)
    hidden = visit.plain("Số, mã và tên riêng {me} đã che bằng {mark}.", mark=GONE)
    is_forward = visit.place["kind"] == Asked.FORWARD.value
    not_yet = visit.plain(_NOT_YET if is_forward else _NOT_YET_OR_ANEW, Tone.ACTION)
    words = str(visit.place["words"])
    told = (title, Paragraph(words), *((hidden,) if GONE in words else ()), _to(visit), not_yet)
    known = commune(visit.place.get("area", "")) is not None
    area = Choice("area", visit.say("Đổi xã") if known else visit.say("Chọn xã của tôi"))
    send = Choice("send", visit.say("Gửi tin này") if is_forward else visit.say("Gửi câu hỏi"))
    return Screen(told, (send, area, _no(visit)))


def _to(visit: Visit) -> Paragraph:
    area = visit.place.get("area", "")
    if commune(area) is None:
        return visit.plain("{You} chưa chọn xã, nên câu này đến ban biên tập. Chọn xã thì cán bộ xã trả lời sát hơn.")
    return visit.plain("Gửi đến: cán bộ {name}.", name=area_name(area))


def _no(visit: Visit) -> Choice:
    return Choice("back", visit.say("Thôi, không gửi"), BACK)


def sent(visit: Visit) -> Screen:
    """It is on its way, or why not."""
    refused = next((one.why for one in visit.refused if isinstance(one.fact, HandedOn)), None)
    choices = (Choice("again", visit.say("Hỏi câu khác")), to_help(visit), to_home(visit))
    return Screen(_sent(visit) if refused is None else _not_sent(visit, refused), choices)


def _sent(visit: Visit) -> tuple[Paragraph, ...]:
    area = visit.place.get("area", "")
    known = commune(area) is not None
    name = visit.say("cán bộ {name}", name=area_name(area)) if known else visit.say("ban biên tập")
    return (
        visit.plain("{Me} đã gửi cho {name}.", Tone.RIGHT, name=name),
        visit.plain("Cán bộ đọc trong giờ làm việc. Có câu trả lời, {me} nhắn {you} ngay ở đây{polite}."),
        visit.plain("Trong lúc chờ, {you} đừng bấm đường dẫn, đừng chuyển tiền, đừng đọc mã cho ai."),
    )


def _not_sent(visit: Visit, why: object) -> tuple[Paragraph, ...]:
    if why is Why.ALREADY:
        return (visit.plain("Câu này {you} đã gửi rồi, cán bộ đang xem. {Me} chưa gửi thêm lần nữa{polite}."),)
    if why is Why.TOO_MANY:
        return (visit.plain(_TOO_MANY, n=MOST_OPEN),)
    return (visit.plain("{Me} chưa gửi được. {You} thử lại sau một lát{polite}."),)


def answered(visit: Visit, question: Question) -> Screen:
    """An officer's answer, and whether it has helped."""
    title = visit.plain("Cán bộ xã trả lời câu {you} hỏi: “{asked}”", Tone.TITLE, asked=quoted(question))
    again = Choice("again", visit.say("Hỏi câu khác"))
    ways = (again, to_help(visit), to_home(visit))
    if question.helped is None:
        helped = (Choice("helped", visit.say("Giúp được tôi")), Choice("not", visit.say("Chưa giúp được")))
        asked = visit.plain("Câu trả lời này có giúp được {you} không{polite}?", Tone.ACTION)
        return Screen((title, Paragraph(question.answer), asked), (*helped, *ways))
    if question.helped:
        return Screen((visit.plain("Cảm ơn {you} đã cho {me} biết{polite}.", Tone.RIGHT),), ways)
    sorry = visit.plain("{Me} đã ghi lại là chưa giúp được. {You} hỏi lại cách khác, hoặc đến gặp cán bộ ở xã{polite}.")
    meet = Choice(f"{GO}help?commune", visit.say("Số điện thoại của xã"))
    return Screen((sorry,), (again, meet, to_help(visit), to_home(visit)))


def waiting(visit: Visit, question: Question) -> Screen:
    """There is no answer yet, or there will be none."""
    open_ = question.state in (QuestionState.WAITING, QuestionState.TAKEN)
    said = (
        visit.plain("Câu “{asked}” đang chờ cán bộ trả lời{polite}.", asked=quoted(question))
        if open_
        else visit.plain("Câu này đã khép lại{polite}.")
    )
    return Screen((said,), (Choice("again", visit.say("Hỏi câu khác")), to_help(visit), to_home(visit)))


def none_here(visit: Visit) -> Screen:
    """A button of a question that is gone, or somebody else's."""
    said = visit.plain("{Me} không thấy câu hỏi ấy nữa{polite}.")
    return Screen((said,), (Choice("again", visit.say("Hỏi câu khác")), to_help(visit), to_home(visit)))
