"""What happened to every person of a notice as rows of a table, attempt by attempt, for a spreadsheet."""

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache, partial

from bot.cells import safe
from bot.conversation.offices.reach_words import channel_name
from bot.storage.broadcasting.delivery_record import Delivered, all_delivered, delivered
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


async def delivery_table(database: Database, broadcast: str) -> AsyncIterator[Sequence[Sequence[str]]]:
    """The headings, then the rows of every person, some hundred persons at a time; no cell is a formula anywhere."""
    yield [[say(heading) for heading in HEADINGS]]
    number = 0
    async for persons in _everybody(database, broadcast):
        yield [row for place, person in enumerate(persons, number + 1) for row in _rows(place, person)]
        number += len(persons)


async def _everybody(database: Database, broadcast: str) -> AsyncIterator[Sequence[Delivered]]:
    """In portions, so that a million people need no more memory than a thousand."""
    left = await database.read(partial(all_delivered, broadcast=broadcast))
    while left and (portion := await database.read(partial(delivered, rows=left))):
        yield portion
        left = replace(left, first=portion[-1].id + 1)


def _rows(number: int, person: Delivered) -> Iterator[Sequence[str]]:
    """One for each attempt that failed, and at last how it stands."""
    tried = person.tried
    for place, one in enumerate(tried, start=1):
        why = _said(OUTCOMES[one.outcome]) if one.outcome in OUTCOMES else ""
        yield str(number), str(place), _channel(one.channel), _said(STATES["failed"]), _at(one.at), why, safe(one.why)
    why = _said(WHYS[person.why]) if person.why in WHYS else _said_last(person)
    theirs = "" if why else safe(person.why)
    state = _said(STATES[person.state])
    yield str(number), str(len(tried) + 1), _channel(person.channel), state, _at(person.at), why, theirs


def _said_last(person: Delivered) -> str:
    """The reason of the last attempt, where that is why it ended."""
    last = person.tried[-1] if person.tried and person.state == "failed" else None
    return _said(OUTCOMES[last.outcome]) if last and last.outcome in OUTCOMES else ""


@cache
def _said(sentence: str) -> str:
    return safe(say(sentence))


@cache
def _channel(name: str) -> str:
    return safe(channel_name(name, _WORDS)) if name else ""


def _at(at: datetime | None) -> str:
    """To the second, Vietnam's."""
    return at.astimezone(VIETNAM).isoformat(" ")[:19] if at else ""
