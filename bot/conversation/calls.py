"""The screens of a request for help that the bot sends by itself: to the officers on duty, and to whoever asked.

They offer only what has a key that means the same everywhere: such a message never changes what 1 to 6 mean.
"""

from bot.areas import commune, province
from bot.conversation.notice_facts import Case, HelpAsked
from bot.messages import HELP, READ, Choice, Paragraph, Screen, Tone
from bot.translations import SOURCE, Words
from broadcasts.code import shown

OFFICERS = Words(SOURCE, "anh chị")
PERSON = Words(SOURCE, "bác")  # nobody knows who will read it: the politest form
TAKE = "go:case?take="  # with the case's id; what officers do with it is their scene's
OPEN = "go:case?open="


def call(asked: HelpAsked, words: Words = OFFICERS) -> Screen:
    """Somebody needs help: to the officers on duty, who take it with one tap."""
    return _call(words.say("CÓ NGƯỜI CẦN GIÚP"), asked, words)


def climbed(case: Case, words: Words = OFFICERS) -> Screen:
    """The same to whoever stands above them, because nobody has taken it."""
    asked = HelpAsked(case.id, "", case.area, case.place, case.people, case.words, case.phone)
    return _call(words.say("CÓ NGƯỜI CẦN GIÚP, ĐÃ 5 PHÚT CHƯA AI NHẬN"), asked, words)


def person_said(case: Case, text: str, words: Words = OFFICERS) -> Screen:
    """What the person has written since: to the officer who has taken it, or to all on duty."""
    title = Paragraph(words.say("Người cần giúp nhắn thêm"), Tone.TITLE)
    where = Paragraph(words.say("Ở đâu: {place}", place=case.place))
    id, label = (OPEN, words.say("Mở yêu cầu này")) if case.owner else (TAKE, words.say("Tôi nhận việc này"))
    return Screen((title, Paragraph(text), where), (Choice(f"{id}{case.id}", label, READ),))


def taken(officer: str, words: Words = PERSON) -> Screen:
    """Somebody has taken it: to whoever asked."""
    said = words.say("{officer} đã nhận yêu cầu của {you}, đang lo việc này.", officer=officer)
    return Screen((Paragraph(said, Tone.RIGHT), _stay(words)), (_talk(words),))


def officer_said(officer: str, text: str, words: Words = PERSON) -> Screen:
    """Words of the officer: to whoever asked."""
    title = Paragraph(words.say("{officer} nhắn {you}:", officer=officer), Tone.TITLE)
    return Screen((title, Paragraph(text)), (_talk(words),))


def not_taken(words: Words = PERSON) -> Screen:
    """Nobody has taken it yet, so it was passed on: to whoever asked."""
    said = words.say("Chưa có ai ở xã nhận. {Me} đã báo tiếp lên tỉnh, {you} giữ máy bên mình{polite}.")
    return Screen((Paragraph(said), danger(words)), (_talk(words),))


def closed(officer: str, words: Words = PERSON) -> Screen:
    """The case is closed: to whoever asked."""
    said = words.say("{officer} ghi là việc của {you} đã xong.", officer=officer)
    again = words.say("Nếu vẫn cần giúp, {you} nhắn số 9 nhé.")
    return Screen((Paragraph(said, Tone.TITLE), Paragraph(again)))


def danger(words: Words) -> Paragraph:
    """Whom to call when it cannot wait; the first thing on every screen of somebody in need."""
    said = words.say("Nguy hiểm đến người, gọi ngay: 112 cứu nạn, 113 công an, 114 cứu hỏa, 115 cấp cứu.")
    return Paragraph(said, Tone.ACTION)


def area_name(code: str) -> str:
    """The commune with its province, as it stands in a sentence; its code where no such commune is known."""
    area = commune(code)
    above = province(area.province_code) if area else None
    return f"{area.kind} {area.name}, {above.kind} {above.name}" if area and above else code


def _call(title: str, asked: HelpAsked, words: Words) -> Screen:
    lines = (
        words.say("Ở đâu: {place}", place=asked.place),
        words.say("Địa bàn: {name}", name=area_name(asked.area)),
        words.say("Số người: {n}", n=asked.people),
        words.say("Nói thêm: {words}", words=asked.words) if asked.words else "",
        words.say("Điện thoại: {phone}", phone=asked.phone) if asked.phone else "",
        words.say("Theo thông báo mã {code}", code=shown(asked.code)) if asked.code else "",
    )
    said = (Paragraph(title, Tone.TITLE), Paragraph("\n".join(filter(None, lines))))
    return Screen(said, (Choice(f"{TAKE}{asked.id}", words.say("Tôi nhận việc này"), READ),))


def _stay(words: Words) -> Paragraph:
    return Paragraph(words.say("{You} ở nguyên chỗ an toàn, giữ máy bên mình nhé."), Tone.ACTION)


def _talk(words: Words) -> Choice:
    return Choice("go:help_case?talk", words.say("Nhắn cho cán bộ"), HELP)
