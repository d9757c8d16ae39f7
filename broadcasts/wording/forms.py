"""The words of the written forms that are made from one record, as far as their length has to be judged.

Order: source, hazard, place, action, time, which reads best in tests with people (Warning Lexicon, FEMA).
"""

from datetime import datetime

from broadcasts.notice import Notice

MOST_HEADLINE = 90
MOST_SHORT = 360
MOST_LONG = 1500
MOST_SECONDS = 120.0


def short_form(notice: Notice) -> str:
    """For a short message: who, what, where unless it was named already, what to do, when."""
    words = [f"{notice.office}: {_stopped(notice.headline)}"]
    if not _names(" ".join((notice.office, notice.headline, notice.instruction)), notice.place):
        words.append(_stopped(notice.place))
    return " ".join(filter(None, (*words, _stopped(notice.instruction), _span(notice))))


def long_form(notice: Notice) -> str:
    """For a chat: every field on a line of its own."""
    when = _span(notice)
    lines = (notice.headline, notice.office, notice.description, notice.instruction, notice.place, when)
    return "\n".join(filter(None, (*lines, notice.contact, notice.web)))


def _stopped(text: str) -> str:
    return text if not text or text.endswith((".", "!", "?", "…", "]")) else text + "."


def _names(text: str, place: str) -> bool:
    """Whether the first part of the place, "xã Đồng Văn", stands in the text."""
    return place.partition(",")[0].strip().casefold() in text.casefold()


def _span(notice: Notice) -> str:
    """As short as it can be said: 19:00–23:00 20/11."""
    match notice.starts, notice.ends:
        case datetime() as starts, datetime() as ends if starts.date() == ends.date():
            return f"{starts:%H:%M}–{ends:%H:%M %d/%m}"
        case datetime() as starts, datetime() as ends:
            return f"{starts:%H:%M %d/%m}–{ends:%H:%M %d/%m}"
        case datetime() as starts, None:
            return f"Từ {starts:%H:%M %d/%m}"
        case None, datetime() as ends:
            return f"Đến {ends:%H:%M %d/%m}"
    return ""
