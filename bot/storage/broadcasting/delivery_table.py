"""What happened to every person of a notice as rows of a table, attempt by attempt, for a spreadsheet."""

from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import datetime
from functools import partial

from bot.cells import safe
from bot.conversation.offices.reach_words import channel_name
from bot.storage.broadcasting.delivery_record import Delivered, delivered
from bot.storage.database import Database
from bot.translations import Words, mark
from bot.vietnamese.moments import VIETNAM

_WORDS = Words()
say = _WORDS.say
HEADINGS = (
    *(mark("người thứ"), mark("lần thử"), mark("kênh"), mark("kết quả"), mark("lúc")),
    *(mark("lý do"), mark("lời của mạng")),
)
STATES = {
    "sent": mark("đã nhận"),
    "held": mark("nằm sẵn, chờ mở trang"),
    "uncertain": mark("không rõ đã tới chưa"),
    "failed": mark("không tới"),
    "dropped": mark("thôi không gửi nữa"),
    "waiting": mark("đang chờ"),
    "later": mark("đang chờ"),
}
OUTCOMES = {
    "gone": mark("người nhận đã chặn, hoặc không còn dùng nơi này"),
    "unreachable": mark("mạng không cho nhắn tới nơi này lúc ấy"),
    "refused": mark("mạng không nhận tin này"),
    "unavailable": mark("mạng đang trục trặc, đã thử lại"),
    "uncertain": mark("gửi đi mà không có trả lời"),
    "held": mark("chưa nhắn được tới nơi này"),
    "later": mark("mạng bắt chờ"),
    "misconfigured": mark("tài khoản gửi bị từ chối"),
}
WHYS = {"no address": mark("không có nơi nào để nhắn"), "superseded": mark("đã nhận ở nơi khác của cùng người ấy")}


async def delivery_table(database: Database, broadcast: str) -> AsyncIterator[Sequence[str]]:
    """The headings, then the rows of every person; no cell is a formula to any spreadsheet."""
    yield [say(heading) for heading in HEADINGS]
    number = 0
    async for person in _everybody(database, broadcast):
        number += 1
        for row in _rows(number, person):
            yield [safe(cell) for cell in row]


async def _everybody(database: Database, broadcast: str) -> AsyncIterator[Delivered]:
    """In portions, so that a million people need no more memory than a thousand."""
    after = 0
    while portion := await database.read(partial(delivered, broadcast=broadcast, after=after)):
        for person in portion:
            yield person
        after = portion[-1].id


def _rows(number: int, person: Delivered) -> Iterator[Sequence[str]]:
    """One for each attempt that failed, and at last how it stands."""
    tried = person.tried
    for place, one in enumerate(tried, start=1):
        why = say(OUTCOMES[one.outcome]) if one.outcome in OUTCOMES else ""
        channel, not_yet = channel_name(one.channel, _WORDS), _state("failed")
        yield str(number), str(place), channel, not_yet, _at(one.at), why, one.why
    why = say(WHYS[person.why]) if person.why in WHYS else _said_last(person)
    channel = channel_name(person.channel, _WORDS) if person.channel else ""
    state = _state(person.state)
    yield str(number), str(len(tried) + 1), channel, state, _at(person.at), why, "" if why else person.why


def _said_last(person: Delivered) -> str:
    """The reason of the last attempt, where that is why it ended."""
    last = person.tried[-1] if person.tried and person.state == "failed" else None
    return say(OUTCOMES[last.outcome]) if last and last.outcome in OUTCOMES else ""


def _state(name: str) -> str:
    sentence = STATES[name]
    return say(sentence)


def _at(at: datetime | None) -> str:
    return at.astimezone(VIETNAM).strftime("%Y-%m-%d %H:%M:%S") if at else ""
