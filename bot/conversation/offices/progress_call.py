"""The one message in which officers watch a notice on its way: its figures are put in the place of the old ones."""

from bot.conversation.calls import OFFICERS
from bot.conversation.notice_facts import Seen
from bot.conversation.offices.progress_words import progress
from bot.messages import Choice, Paragraph, Screen, Tone
from bot.notices.screens import DRILL, unmarked
from bot.translations import Words
from broadcasts.code import shown


def progress_call(seen: Seen, words: Words = OFFICERS) -> Screen:
    """How it goes now; a drill begins and ends as one."""
    broadcast = seen.broadcast
    drill = (Paragraph(words.say(DRILL)),) if broadcast.notice.drill else ()
    said = (
        Paragraph(unmarked(broadcast.notice.headline), Tone.TITLE),
        Paragraph(words.say("Mã kiểm tra: {code}", code=shown(broadcast.code))),
        *progress(seen.tally, words),
    )
    choice = Choice(f"go:live?{broadcast.id}", words.say("Xem tiến độ"))
    return Screen((*drill, *said, *drill), (choice,))
