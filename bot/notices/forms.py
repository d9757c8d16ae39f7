"""The forms of a notice beside the card: a few lines for a short message, and the script of the loudspeaker."""

from collections.abc import Iterator

from bot.notices.screens import DRILL, EVERYBODY, FOLLOWING, unmarked
from bot.notices.times import short_when, when
from bot.translations import mark
from bot.vietnamese.spoken import read_aloud
from broadcasts.code import shown
from broadcasts.notice import Level, Notice
from broadcasts.wording.forms import MOST_SHORT

_LEVELS = {
    Level.URGENT: mark("KHẨN CẤP"),
    Level.FIRST: mark("ƯU TIÊN"),
    Level.ROUTINE: mark("THÔNG BÁO"),
}
_CALLED = {
    Level.URGENT: mark("thông báo khẩn cấp"),
    Level.FIRST: mark("thông báo ưu tiên"),
    Level.ROUTINE: mark("thông báo"),
}


def short_text(notice: Notice, code: str) -> str:
    """At most 360 characters wherever the action and the time leave room; these two and the code are never cut."""
    span = when(notice.starts, notice.ends, EVERYBODY)
    tight = short_when(notice.starts, notice.ends)
    headline, place = unmarked(notice.headline), unmarked(notice.place)
    named = place.partition(",")[0].casefold() in f"{notice.office} {headline} {notice.instruction}".casefold()
    kept = "" if named else place
    for where, at in ((kept, span), (kept, tight), ("", tight)):
        text = _short(notice, code, headline, where, at)
        if len(text) <= MOST_SHORT:
            return text
    left = MOST_SHORT - len(_short(notice, code, "", "", tight)) - len(" .")
    return _short(notice, code, _cut(headline, left), "", tight)


def speech_text(notice: Notice, code: str) -> str:
    """The loudspeaker's script: the office first, what matters twice with a pause, numbers as they are said."""
    again = EVERYBODY.say("Xin nhắc lại.")
    checked = EVERYBODY.say("Mã kiểm tra: {code}.", code=", ".join(code))
    lines = (*_said(notice), "", again, "", *_said(notice, whole=False), checked)
    drill = (DRILL,) if notice.drill else ()
    return read_aloud("\n".join((*drill, *lines, *drill)))


def _short(notice: Notice, code: str, headline: str, place: str, at: str) -> str:
    following = (FOLLOWING[notice.kind].upper(),) if notice.kind in FOLLOWING else ()
    opening = " · ".join((*following, _LEVELS[notice.level]))
    parts = (
        f"{opening}. {notice.office}:",
        _stopped(headline),
        _stopped(_capital(place)),
        _stopped(EVERYBODY.say("Cần làm: {instruction}", instruction=" ".join(unmarked(notice.instruction).split()))),
        _stopped(_capital(at)),
        EVERYBODY.say("Mã {code}", code=shown(code)),
    )
    text = " ".join(filter(None, parts))
    return f"{DRILL} {text} {DRILL}" if notice.drill else text


def _said(notice: Notice, *, whole: bool = True) -> Iterator[str]:
    """The second time without what has happened and whom to ask: two minutes are soon over."""
    span = when(notice.starts, notice.ends, EVERYBODY)
    if notice.kind in FOLLOWING:
        yield f"{EVERYBODY.say(FOLLOWING[notice.kind])}."
    yield f"{notice.office} {_CALLED[notice.level]}."
    yield _stopped(unmarked(notice.headline))
    if notice.description and whole:
        yield _stopped(unmarked(notice.description))
    yield _stopped(EVERYBODY.say("Nơi: {place}", place=unmarked(notice.place)))
    if span:
        yield _stopped(EVERYBODY.say("Thời gian: {time}", time=span))
    yield _stopped(EVERYBODY.say("Việc cần làm: {instruction}", instruction=unmarked(notice.instruction)))
    if notice.contact and whole:
        yield _stopped(EVERYBODY.say("Cần hỏi, xin gọi {contact}", contact=notice.contact))


def _stopped(text: str) -> str:
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cut(text: str, most: int) -> str:
    """The first words that fit, with a mark that some are missing; nothing where hardly one does."""
    if len(text) <= most:
        return text
    kept = text[: max(0, most - 1)].rpartition(" ")[0].rstrip(",;:- ")
    return f"{kept}…" if kept else ""
