"""`camtay broadcast deliveries`: what happened to every person, as a table for a spreadsheet."""

import asyncio
import csv
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import IO

import click

from bot.cli.acting import WORDS, say
from bot.cli.opening import read_settings
from bot.conversation.reach_words import channel_name
from bot.storage.broadcast_rows import load_named
from bot.storage.database import Database, open_database
from bot.storage.delivery_record import Delivered, delivered
from bot.storage.errors import StorageError
from bot.translations import mark
from bot.vietnamese.moments import VIETNAM

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
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@click.command()
@click.argument("name")
@click.option(
    "--out", type=click.File("w", encoding="utf-8-sig", lazy=True), default="-", help="The file; - for standard output."
)
def deliveries(name: str, out: IO[str]) -> None:
    """Write what happened to every person of the notice NAME, attempt by attempt, as CSV without names or numbers."""
    try:
        known = asyncio.run(_write(read_settings().database, name, out))
    except StorageError as wrong:
        raise click.ClickException(f"The database cannot be used: {wrong}") from wrong
    if not known:
        raise click.ClickException(
            say("Không có thông báo nào mang mã {name}. Xem danh sách: camtay broadcast list", name=name)
        )


async def _write(url: str, name: str, out: IO[str]) -> bool:
    """Whether there is such a notice."""
    async with await open_database(url) as database:
        found = await database.read(partial(load_named, name=name))
        if found is None:
            return False
        table = csv.writer(out)
        table.writerow([say(heading) for heading in HEADINGS])
        number = 0
        async for person in _everybody(database, found.id):
            number += 1
            table.writerows([safe(cell) for cell in row] for row in _rows(number, person))
    return True


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
        channel, not_yet = channel_name(one.channel, WORDS), _state("failed")
        yield str(number), str(place), channel, not_yet, _at(one.at), why, one.why
    why = say(WHYS[person.why]) if person.why in WHYS else _said_last(person)
    channel = channel_name(person.channel, WORDS) if person.channel else ""
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


def safe(cell: str) -> str:
    """The cell, so that no spreadsheet takes it for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
