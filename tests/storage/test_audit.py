"""The log of who did what: whatever is done to its rows shows."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from bot.storage.database import Database, Transaction
from bot.storage.notice_tables import audit as table
from bot.storage.offices import audit

NOW = datetime(2026, 11, 21, 8, 30, 15, 123456, tzinfo=UTC)
ROWS = 5
Spoil = Callable[[Transaction], Any]


def fill(tx: Transaction) -> None:
    for number in range(ROWS):
        audit.append(tx, NOW + timedelta(minutes=number), "minh", "approve", f"b{number}", text="a1", people=number)


def change(column: str, value: Any, row: int = 3) -> Spoil:
    return lambda tx: tx.execute(update(table).where(table.c.id == row).values({column: value}))


def change_with_its_hash(tx: Transaction) -> None:
    """A forger who knows how a hash is made, and writes it anew."""
    change("who", "hoa")(tx)
    row = audit.Entry(*tx.execute(select(table).where(table.c.id == 3)).one())
    change("hash", row.right_hash)(tx)


def insert_between(tx: Transaction) -> None:
    """A row that fits behind the third; those behind it move on."""
    for number in range(ROWS, 3, -1):
        tx.execute(update(table).where(table.c.id == number).values(id=number + 1))
    before = tx.execute(select(table.c.hash).where(table.c.id == 3)).scalar()
    row = audit.Entry(4, NOW, "hoa", "approve", "b9", {}, str(before), "")
    values = {name: getattr(row, name) for name in audit.Entry.__slots__} | {"hash": row.right_hash}
    tx.execute(insert(table).values(values))


def insert_before_all(tx: Transaction) -> None:
    row = audit.Entry(0, NOW, "hoa", "approve", "b9", {}, audit.FIRST, "")
    values = {name: getattr(row, name) for name in audit.Entry.__slots__} | {"hash": row.right_hash}
    tx.execute(insert(table).values(values))


def swap(tx: Transaction) -> None:
    for before, after in ((2, 99), (3, 2), (99, 3)):
        tx.execute(update(table).where(table.c.id == before).values(id=after))


SPOILT: list[tuple[str, Spoil, int]] = [
    ("another moment", change("at", NOW), 3),
    ("another officer", change("who", "hoa"), 3),
    ("another deed", change("what", "submit"), 3),
    ("another notice", change("about", "b9"), 3),
    ("another text", change("details", {"text": "a2", "people": 2}), 3),
    ("a detail less", change("details", {"text": "a1"}), 3),
    ("another hash", change("hash", "0" * 64), 3),
    ("another one before", change("previous", "0" * 64), 3),
    ("the first row", change("who", "hoa", 1), 1),
    ("the last row", change("who", "hoa", ROWS), ROWS),
    ("with its own hash", change_with_its_hash, 4),
    ("removed", lambda tx: tx.execute(delete(table).where(table.c.id == 3)), 4),
    ("the first removed", lambda tx: tx.execute(delete(table).where(table.c.id == 1)), 2),
    ("inserted", insert_between, 5),
    ("inserted before all", insert_before_all, 0),
    ("two changed places", swap, 2),
]


async def test_a_log_that_nobody_touched_is_whole(database: Database) -> None:
    assert await database.read(audit.verify) is None
    assert await database.read(audit.head) == audit.Head(0, audit.FIRST)
    await database.write(fill)
    assert await database.read(audit.verify) is None
    head = await database.read(audit.head)
    assert head.count == ROWS


@pytest.mark.parametrize(("spoil", "row"), [case[1:] for case in SPOILT], ids=[case[0] for case in SPOILT])
async def test_whatever_was_changed_is_found(database: Database, spoil: Spoil, row: int) -> None:
    await database.write(fill)
    await database.write(lambda tx: spoil(tx) and None)
    assert await database.read(audit.verify) == row


async def test_cutting_off_the_end_shows_against_a_head_that_was_written_down(database: Database) -> None:
    await database.write(fill)
    known = await database.read(audit.head)
    assert await database.read(lambda tx: audit.holds(tx, known))
    await database.write(lambda tx: tx.execute(delete(table).where(table.c.id > 3)) and None)
    assert await database.read(audit.verify) is None  # what is left is a whole chain
    assert not await database.read(lambda tx: audit.holds(tx, known))
    await database.write(fill)  # other deeds in the place of those that were cut off
    assert await database.read(audit.verify) is None
    assert not await database.read(lambda tx: audit.holds(tx, known))


async def test_an_older_head_holds_while_the_log_grows(database: Database) -> None:
    assert await database.read(lambda tx: audit.holds(tx, audit.Head(0, audit.FIRST)))
    await database.write(fill)
    known = await database.read(audit.head)
    await database.write(fill)
    assert await database.read(lambda tx: audit.holds(tx, known))
    assert not await database.read(lambda tx: audit.holds(tx, audit.Head(known.count, "0" * 64)))


async def test_those_who_append_at_once_make_one_chain(database: Database) -> None:
    await asyncio.gather(*(database.write(fill) for _ in range(8)))
    assert await database.read(audit.verify) is None
    assert (await database.read(audit.head)).count == 8 * ROWS


async def test_a_log_longer_than_one_portion_is_read_to_its_end(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await database.write(fill)
    monkeypatch.setattr(audit, "_some", audit._some.limit(2))
    assert await database.read(audit.verify) is None
    await database.write(lambda tx: change("who", "hoa", ROWS)(tx) and None)
    assert await database.read(audit.verify) == ROWS


async def test_a_moment_is_the_same_in_every_zone(database: Database) -> None:
    vietnam = NOW.astimezone(timezone(timedelta(hours=7)))
    await database.write(lambda tx: audit.append(tx, vietnam, "minh", "approve", "b1"))
    assert await database.read(audit.verify) is None


async def test_what_is_shown_is_about_one_thing_or_the_newest(database: Database) -> None:
    await database.write(fill)
    newest = await database.read(lambda tx: audit.newest(tx, most=2))
    assert [entry.about for entry in newest] == ["b3", "b4"]
    [one] = await database.read(lambda tx: audit.newest(tx, about="b2"))
    assert (one.id, one.who, one.what, one.details) == (3, "minh", "approve", {"text": "a1", "people": 2})
    assert one.at == NOW + timedelta(minutes=2)
