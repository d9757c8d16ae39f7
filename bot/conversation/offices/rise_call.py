"""The screen that tells officers of a rise in what people had checked; its button opens a warning begun for them.

Nothing is written in anybody's name before an officer opens it, and nothing leaves without an approver.
"""

from bot.conversation.calls import OFFICERS, area_name
from bot.messages import Choice, Paragraph, Screen, Tone
from bot.translations import Words


def rise_call(area: str, kind: str, title: str, people: int, words: Words = OFFICERS) -> Screen:
    """At least so many people of the commune met the same within three days: to its writers.

    `title` is the kind's name, "" where it is known no more, or where the messages are alike and of no known kind.
    """
    where = area_name(area)
    head = words.say("Tin lừa đảo đang tăng ở {name}", name=where)
    what = words.say("Kiểu: {title}.", title=title) if title else words.say("Nhiều tin gần giống nhau, chưa rõ kiểu.")
    count = words.say("Trong 3 ngày, ít nhất {n} người ở đây nhờ xem tin như vậy.", n=people)
    next_ = words.say("{You} xem có cần báo bà con không. {Me} soạn sẵn, chưa gửi gì cả{polite}.")
    said = (Paragraph(head, Tone.TITLE), Paragraph(what), Paragraph(count), Paragraph(next_, Tone.ACTION))
    return Screen(said, (Choice(f"go:write?scam={kind}@{area}", words.say("Soạn cảnh báo")),))
