"""The screens about people's questions that the bot sends by itself: to officers, and to whoever asked.

Their buttons hold for ever. Whoever has no buttons confirms with 8: such a message never changes what 1 to 6 mean.
"""

from bot.conversation.calls import OFFICERS, PERSON, area_name
from bot.conversation.question_facts import NoAnswer, Question
from bot.conversation.question_words import KINDS, TOLD
from bot.messages import READ, Choice, Paragraph, Screen, Tone
from bot.translations import Words

LONGEST_QUOTED = 160  # characters of the question in what its asker gets
DESK = "go:questions?open="  # with the question's id; what officers do with it is their scene's
MINE = "go:question?answer="  # likewise for its asker
YES, NO = "go:question?yes=", "go:question?no="


def waits(question: Question, words: Words = OFFICERS) -> Screen:
    """Somebody has asked: to the officers of the commune."""
    return _call(words.say("Bà con hỏi, chưa ai trả lời"), question, words)


def climbed(question: Question, words: Words = OFFICERS) -> Screen:
    """Nobody has answered it for days: to the officers above."""
    return _call(words.say("Câu hỏi này ở xã 2 ngày chưa có trả lời"), question, words)


def passed_on(question: Question, officer: str, words: Words = OFFICERS) -> Screen:
    """An officer of the commune cannot answer it: to those above."""
    return _call(words.say("{name} ở xã chuyển câu hỏi này lên tỉnh", name=officer), question, words)


def answered(question: Question, text: str, words: Words = PERSON) -> Screen:
    """The officer's answer: to whoever asked, who says with one tap whether it helped."""
    title = Paragraph(words.say("Cán bộ xã trả lời câu {you} hỏi: “{asked}”", asked=quoted(question)), Tone.TITLE)
    choices = (
        Choice(f"{YES}{question.id}", words.say("Giúp được tôi")),
        Choice(f"{NO}{question.id}", words.say("Chưa giúp được")),
        Choice(f"{MINE}{question.id}", words.say("Mở câu trả lời"), READ),
    )
    return Screen((title, Paragraph(text)), choices)


def closed(question: Question, reason: NoAnswer, words: Words = PERSON) -> Screen:
    """There will be no answer, and why: to whoever asked."""
    title = Paragraph(words.say("Về câu {you} hỏi: “{asked}”", asked=quoted(question)), Tone.TITLE)
    return Screen((title, Paragraph(words.say(TOLD[reason]))), (Choice("go:ask", words.say("Hỏi câu khác")),))


def moved_up(question: Question, words: Words = PERSON) -> Screen:
    """It goes to the province: to whoever asked."""
    title = Paragraph(words.say("Về câu {you} hỏi: “{asked}”", asked=quoted(question)), Tone.TITLE)
    told = words.say("{Me} đã chuyển câu này lên cán bộ tỉnh. Có câu trả lời, {me} nhắn {you} ngay{polite}.")
    return Screen((title, Paragraph(told)))


def quoted(question: Question) -> str:
    """The question on one line, cut between words."""
    line = " ".join(question.words.split())
    return (
        line if len(line) <= LONGEST_QUOTED else f"{line[:LONGEST_QUOTED].rpartition(' ')[0] or line[:LONGEST_QUOTED]}…"
    )


def _call(title: str, question: Question, words: Words) -> Screen:
    where = area_name(question.area) if question.area else words.say("chưa rõ xã")
    said = (
        Paragraph(title, Tone.TITLE),
        Paragraph(f"{words.say(KINDS[question.kind])}: {question.words}"),
        Paragraph(words.say("Địa bàn: {name}", name=where)),
    )
    return Screen(said, (Choice(f"{DESK}{question.id}", words.say("Mở câu hỏi này"), READ),))
