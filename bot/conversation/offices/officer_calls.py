"""The screens that the bot sends to officers by itself: something waits, something was decided, an account changed.

Their buttons hold for ever. Whoever has no buttons confirms with 8 what waits for them, and finds the rest on the desk:
such a message never changes what 1 to 6 mean.
"""

from bot.conversation.calls import OFFICERS
from bot.conversation.notice_facts import Group, Note
from bot.conversation.visit import Visit
from bot.messages import READ, Choice, Paragraph, Screen, Tone
from bot.notices.screens import DRILL, notice_screen, unmarked
from bot.notices.times import moment
from bot.translations import Words, mark
from broadcasts.broadcast import Broadcast
from broadcasts.notice import Level, Notice
from broadcasts.officer import Officer

NO_CODE = "·" * 8  # stands for the code of a notice that was not kept yet


def note(visit: Visit, to: Group, about: str, screen: Screen, level: Level = Level.URGENT) -> Note:
    """The screen on its way, once for this moment. What is not urgent itself does not break anybody's night."""
    urgency = Level.URGENT if level is Level.URGENT else Level.FIRST
    return Note(to, about, screen, f"{to.value}:{about}:{visit.now:%Y%m%d%H%M%S%f}", urgency)


def approver_call(broadcast: Broadcast, writer: Officer, people: str, words: Words = OFFICERS) -> Screen:
    """A text waits for an approver; `people` says how many get it."""
    drill = broadcast.notice.drill
    asks = mark("{name} xin duyệt để GỬI DIỄN TẬP.") if drill else mark("{name} xin duyệt để GỬI THẬT.")
    title = Paragraph(words.say(asks, name=writer.name), Tone.TITLE)
    label = words.say("Đọc và duyệt diễn tập") if drill else words.say("Đọc và duyệt")
    said = (title, Paragraph(people), *_hour(broadcast, words), *whole_text(broadcast.notice, broadcast.code, words))
    return _screen(broadcast, said, Choice(f"go:review?{broadcast.id}", label, READ), words)


def _hour(broadcast: Broadcast, words: Words) -> tuple[Paragraph, ...]:
    """When it is to be sent, where that is not at once."""
    if broadcast.begins is None:
        return ()
    return (Paragraph(words.say("Hẹn gửi lúc {time}.", time=moment(broadcast.begins, words)), Tone.ACTION),)


def submitted_by_command_call(broadcast: Broadcast, login: str, words: Words = OFFICERS) -> Screen:
    """A command has submitted it in an officer's name, without their second factor: to that officer."""
    said = (
        Paragraph(words.say("Một lệnh trên máy chủ vừa đưa thông báo này đi duyệt, đứng tên {you}."), Tone.TITLE),
        Paragraph(unmarked(broadcast.notice.headline)),
        Paragraph(words.say("Người chạy lệnh dùng tài khoản máy “{login}”.", login=login)),
        Paragraph(words.say("Không phải {you} làm thì gọi ngay người duyệt và quản trị viên{polite}."), Tone.ACTION),
    )
    return _screen(broadcast, said, Choice(f"go:review?{broadcast.id}", words.say("Mở bản này"), READ), words)


def unanswered_call(broadcast: Broadcast, words: Words = OFFICERS) -> Screen:
    """Nobody has answered for three minutes: to whoever may send it alone, and to whoever stands above."""
    said = (
        Paragraph(words.say("Đã 3 phút chưa ai duyệt thông báo khẩn cấp này."), Tone.TITLE),
        Paragraph(unmarked(broadcast.notice.headline)),
        Paragraph(words.say("{You} duyệt giúp{polite}. Trực ban có thể gửi một mình, có ghi lý do."), Tone.ACTION),
    )
    review = Choice(f"go:review?{broadcast.id}", words.say("Mở bản chờ duyệt"), READ)
    return _screen(broadcast, said, review, words)


def returned_call(broadcast: Broadcast, approver: Officer, reason: str, words: Words = OFFICERS) -> Screen:
    """An approver wants it changed: to its writers."""
    title = words.say("{name} trả lại bản này.", name=approver.name)
    why = words.say("Lý do: {reason}", reason=reason)
    said = (Paragraph(title, Tone.TITLE), Paragraph(why, Tone.ACTION), Paragraph(unmarked(broadcast.notice.headline)))
    return _screen(broadcast, said, Choice(f"go:write?draft={broadcast.id}", words.say("Sửa bản này")), words)


def approved_call(broadcast: Broadcast, approver: Officer, words: Words = OFFICERS) -> Screen:
    """It was approved and leaves: to its writers."""
    waits = mark("{name} đã duyệt. Thông báo sẽ gửi đúng giờ hẹn.")
    title = words.say(
        waits if broadcast.begins else mark("{name} đã duyệt. Thông báo đang được gửi."), name=approver.name
    )
    said = (Paragraph(title, Tone.TITLE), *_hour(broadcast, words), Paragraph(unmarked(broadcast.notice.headline)))
    return _screen(broadcast, said, _progress(broadcast, words), words)


def sent_alone_call(broadcast: Broadcast, officer: Officer, reason: str, words: Words = OFFICERS) -> Screen:
    """The urgent path was taken: to everybody responsible, who have a day to look at it."""
    said = (
        Paragraph(words.say("{name} đã gửi một mình thông báo khẩn cấp này.", name=officer.name), Tone.TITLE),
        Paragraph(words.say("Lý do: {reason}", reason=reason)),
        *whole_text(broadcast.notice, broadcast.code, words),
        Paragraph(words.say("Trong 24 giờ phải có một người khác xem lại{polite}."), Tone.ACTION),
    )
    return _screen(broadcast, said, _progress(broadcast, words), words)


def bound_call(officer: Officer, words: Words = OFFICERS) -> Screen:
    """A telephone was bound to a colleague's account: whoever knows better cuts it off."""
    said = (
        Paragraph(words.say("Một máy mới vừa gắn vào tài khoản của {name}.", name=officer.name), Tone.TITLE),
        Paragraph(words.say("Nếu không đúng là {name}, {you} khóa tài khoản ấy ngay.", name=officer.name), Tone.ACTION),
    )
    freeze = Choice(f"go:officer?freeze={officer.id}", words.say("Khóa tài khoản này"))
    return Screen((*said, _way(words)), (freeze,))


def frozen_call(colleague: Officer, by: Officer, words: Words = OFFICERS) -> Screen:
    """An account was cut off by a colleague: to all who work with it."""
    said = (
        Paragraph(words.say("{by} vừa khóa tài khoản của {name}.", by=by.name, name=colleague.name), Tone.TITLE),
        Paragraph(words.say("Tài khoản ấy không làm được gì nữa, cho đến khi quản trị viên mở lại.")),
    )
    return Screen((*said, _way(words)))


def whole_text(notice: Notice, code: str, words: Words) -> tuple[Paragraph, ...]:
    """The notice as people will see it, but for the ways to answer it."""
    return notice_screen(notice, code or NO_CODE, words).paragraphs


def _screen(broadcast: Broadcast, said: tuple[Paragraph, ...], choice: Choice, words: Words) -> Screen:
    """A drill begins and ends as one."""
    drill = (Paragraph(words.say(DRILL)),) if broadcast.notice.drill else ()
    return Screen((*drill, *said, _way(words), *drill), (choice,))


def _progress(broadcast: Broadcast, words: Words) -> Choice:
    return Choice(f"go:live?{broadcast.id}", words.say("Xem tiến độ"))


def _way(words: Words) -> Paragraph:
    return Paragraph(words.say("Mở bàn làm việc: {you} nhắn “cán bộ”."))
