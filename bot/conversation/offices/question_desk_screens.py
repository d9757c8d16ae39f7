"""The screens of people's questions as officers see them."""

from collections.abc import Sequence

from bot.conversation.calls import area_name
from bot.conversation.offices.figures import ago
from bot.conversation.offices.in_sight import shortened, to_desk
from bot.conversation.pages import more, page
from bot.conversation.question_facts import NoAnswer, Question, QuestionState
from bot.conversation.question_words import KINDS, REASONS
from bot.conversation.visit import Visit
from bot.learning.mentions import links
from bot.messages import BACK, Choice, Paragraph, Screen, Tone
from bot.translations import Words, mark
from broadcasts.officer import Officer

LABEL = 48  # characters of one question in the list
LEAST, LONGEST = 10, 900  # characters of an answer
STATES = {
    QuestionState.WAITING: mark("Chưa ai nhận"),
    QuestionState.TAKEN: mark("{name} đang trả lời"),
    QuestionState.ANSWERED: mark("Đã trả lời"),
    QuestionState.CLOSED: mark("Đã đóng"),
}


def listed(visit: Visit) -> Screen:
    """Those that nobody has taken, and the officer's own; who waits longest first."""
    found = visit.given.questions.desk
    if not found:
        return Screen((visit.plain("Không có câu hỏi nào đang chờ."),), (to_desk(visit),))
    shown, _ = page(found, visit.place.get("start", 0))
    title = visit.plain("Câu hỏi của bà con: {n}", Tone.TITLE, n=len(found))
    choices = tuple(Choice(f"question:{one.id}", _label(visit, one)) for one in shown)
    return Screen((title,), (*choices, *more(visit, found), to_desk(visit)))


def _label(visit: Visit, question: Question) -> str:
    told = visit.say("{age}: {words}", age=ago(visit.now - question.asked_at, visit.words), words=question.words)
    return shortened(told, LABEL)


def question_screen(visit: Visit, officer: Officer, found: Question, before: tuple[Paragraph, ...]) -> Screen:
    """All that is known of it, and what this officer can do."""
    state = visit.say(STATES[found.state], name=found.owner_name)
    age = ago(visit.now - found.asked_at, visit.words)
    title = visit.plain(
        "{kind}, {age} trước. {state}.", Tone.TITLE, kind=visit.say(KINDS[found.kind]), age=age, state=state
    )
    near = nearest(visit, found)
    facts = visit.say("Địa bàn: {name}", name=area_name(found.area) if found.area else visit.say("chưa rõ xã"))
    said = (*before, title, Paragraph(found.words), Paragraph(facts), *((Paragraph(near),) if near else ()))
    to_list = Choice("list", visit.say("Những câu hỏi khác"), BACK)
    return Screen((*said, *_how(visit, officer, found)), (*_ways(visit, officer, found), to_list))


def nearest(visit: Visit, found: Question) -> str:
    """What the bot itself came nearest to, in words; "" for nothing."""
    knowledge = visit.world.advice().knowledge
    scam = knowledge.scam(found.near)
    answer = next((one for one in knowledge.answers if one.id == found.near), None)
    if scam is None and answer is None:
        return ""
    title = scam.title if scam else answer.question if answer else ""
    return visit.say("Gần với: {title}", title=title)


def _how(visit: Visit, officer: Officer, found: Question) -> tuple[Paragraph, ...]:
    if found.state is QuestionState.ANSWERED:
        return (Paragraph(found.answer, Tone.RIGHT),)
    if not _is_own(officer, found):
        return ()
    return (visit.plain("{You} gõ câu trả lời ở đây, {me} cho xem lại trước khi gửi.", Tone.ACTION),)


def _ways(visit: Visit, officer: Officer, found: Question) -> Sequence[Choice]:
    up = () if found.passed_at else (Choice("up", visit.say("Chuyển lên tỉnh")),)
    if found.state is QuestionState.WAITING:
        return (Choice("take", visit.say("Tôi trả lời câu này")), *up)
    return (*up, Choice("close", visit.say("Đóng, không trả lời"))) if _is_own(officer, found) else ()


def _is_own(officer: Officer, found: Question) -> bool:
    return found.state is QuestionState.TAKEN and found.owner == officer.id


def preview(visit: Visit, found: Question) -> Screen:
    """The answer as the asker will read it, and where its links lead; nothing has been sent yet."""
    text = str(visit.place["words"])
    title = visit.plain("{You} gửi câu trả lời này chứ{polite}?", Tone.TITLE)
    send, again = Choice("send", visit.say("Gửi câu trả lời")), Choice("look", visit.say("Viết lại"), BACK)
    asked = visit.plain("Câu hỏi: {words}", words=shortened(found.words, 200))
    return Screen((title, asked, Paragraph(text), *linked(text, visit.words)), (send, again))


def linked(text: str, words: Words) -> tuple[Paragraph, ...]:
    """Where the links of an answer lead, for whoever is about to send it."""
    found = ", ".join(dict.fromkeys(one.what for one in links(text)))
    if not found:
        return ()
    return (Paragraph(words.say("Có đường dẫn đến: {links}. Xem kỹ trước khi gửi.", links=found), Tone.ACTION),)


def why_close(visit: Visit, found: Question) -> Screen:
    """The reasons for no answer; the asker is told in kind words."""
    title = visit.plain("Vì sao không trả lời?", Tone.TITLE)
    told = visit.plain("Người hỏi được báo bằng lời nhẹ nhàng. {You} chọn một lý do{polite}.")
    choices = tuple(Choice(f"close-as:{reason.value}", visit.say(REASONS[reason])) for reason in NoAnswer)
    return Screen((title, Paragraph(shortened(found.words, 200)), told), (*choices, _back(visit)))


def _back(visit: Visit) -> Choice:
    return Choice("look", visit.say("Quay lại câu hỏi"), BACK)
