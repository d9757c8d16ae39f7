"""How a broadcast goes, in plain words: the same for whoever looks and in the message that is kept up to date."""

from collections.abc import Iterator, Mapping

from bot.conversation.notice_facts import Tally
from bot.conversation.offices.figures import bar, counted, percent
from bot.messages import Paragraph, Tone
from bot.translations import Words, mark

_REST: Mapping[str, str] = {
    "waiting": mark("Còn chờ gửi: {n}"),
    "held": mark("Nằm sẵn, chờ người nhận mở ra: {n}"),
    "uncertain": mark("Chưa rõ đã tới chưa: {n}"),
    "failed": mark("Không gửi được: {n}"),
    "dropped": mark("Thôi không gửi nữa: {n}"),
    "read": mark("Đã bấm “Tôi đã đọc”: {n}"),
    "help": mark("Đã bấm “Tôi cần giúp”: {n}"),
}


def progress(tally: Tally, words: Words) -> tuple[Paragraph, ...]:
    """A bar, then each count that is not nought on a line of its own."""
    part, whole = counted(tally.sent, words), counted(tally.meant, words)
    share = f"{bar(tally.sent, tally.meant)} {percent(tally.sent, tally.meant)}%"
    sent = words.say("Đã gửi tới {part} trên {whole} người.", part=part, whole=whole)
    return (Paragraph(f"{share}\n{sent}", Tone.STEP), Paragraph("\n".join(_rest(tally, words))))


def _rest(tally: Tally, words: Words) -> Iterator[str]:
    if not tally.spelled:
        yield words.say("Danh sách người nhận đang được lập.")
    for name, sentence in _REST.items():
        if n := getattr(tally, name):
            yield words.say(sentence, n=counted(n, words))
