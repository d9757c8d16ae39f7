"""What was checked, counted by commune and day without a word; a rise is told once a week, and only from five on."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from bot.channels.devnull import DevnullChannel
from bot.conversation.notice_facts import Group, Note
from bot.conversation.question_facts import Sighted
from bot.due import Due
from bot.messages import Address, Screen
from bot.storage.asking import sightings
from bot.storage.asking.sightings import LEAST, Rise
from bot.storage.broadcasting import notes
from bot.storage.database import Database, Transaction
from bot.storage.notice_tables import mailings
from bot.storage.people.facts import write_facts
from bot.storage.question_tables import sightings as table
from broadcasts.officer import Role
from tests.broadcasts.made import COMMUNE, NEIGHBOUR, NOW
from tests.storage.staff import appoint

HOA = Address("telegram", "hoa")
BILL = Sighted(COMMUNE, "danger", "N4", "a1b2c", new_kind=True, new_likeness=True)
DAY = timedelta(days=1)


async def see(database: Database, times: int, now: datetime = NOW, **changes: Any) -> None:
    """So many people have had it checked."""
    fields = {name: getattr(BILL, name) for name in BILL.__slots__} | changes
    await database.write(lambda tx: write_facts(tx, HOA, [Sighted(**fields)] * times, now))


async def rises(database: Database, area: str = COMMUNE, now: datetime = NOW) -> tuple[Rise, ...]:
    return await database.write(lambda tx: sightings.rises(tx, area, now))


async def earlier(database: Database, people: int, days: int) -> None:
    """So many people on one day before."""
    row = {"area": COMMUNE, "verdict": "danger", "kind": "N4", "likeness": "", "times": people}
    counts = {"new_of_kind": people, "new_of_likeness": 0}
    await database.write(
        lambda tx: tx.execute(insert(table), {**row, **counts, "day": (NOW - days * DAY).date()}) and None
    )


async def test_a_row_counts_and_names_nobody(database: Database) -> None:
    await see(database, 2)
    await see(database, 1, new_kind=False, new_likeness=False)
    [row] = await database.read(lambda tx: tx.execute(select(table)).mappings().all())
    assert dict(row) == {
        "day": NOW.date(),
        "area": COMMUNE,
        "verdict": "danger",
        "kind": "N4",
        "likeness": "a1b2c",
        "times": 3,
        "new_of_kind": 2,
        "new_of_likeness": 2,
    }


@pytest.mark.parametrize(("people", "risen"), [(LEAST - 1, False), (LEAST, True)])
async def test_a_rise_takes_five_people(database: Database, people: int, risen: bool) -> None:
    await see(database, people, likeness="")
    assert await rises(database) == ((Rise(COMMUNE, "N4", people),) if risen else ())


async def test_one_person_who_checks_again_and_again_is_no_rise(database: Database) -> None:
    await see(database, 1)
    await see(database, 20, new_kind=False, new_likeness=False)
    assert await rises(database) == ()


async def test_three_days_count_together_and_no_longer(database: Database) -> None:
    for day in range(LEAST):
        await see(database, 1, NOW - day * DAY, likeness="")
    assert await rises(database) == ()
    await see(database, 2, likeness="")
    assert await rises(database) == (Rise(COMMUNE, "N4", LEAST),)


@pytest.mark.parametrize(("before", "risen"), [(6, True), (7, False)])
async def test_what_is_usual_is_no_rise(database: Database, before: int, risen: bool) -> None:
    """Of 6 people in four weeks, a week had 1.5: five are more than three times as many; of 7 they are not."""
    await earlier(database, before, days=10)
    await see(database, LEAST, likeness="")
    assert bool(await rises(database)) is risen


async def test_much_alike_messages_are_a_rise_whatever_is_usual(database: Database) -> None:
    await earlier(database, 50, days=10)
    await see(database, LEAST)
    assert await rises(database) == (Rise(COMMUNE, "N4", LEAST),)


async def test_alike_and_of_no_kind_is_a_rise_too(database: Database) -> None:
    await see(database, LEAST, verdict="suspicious", kind="", new_kind=False)
    assert await rises(database) == (Rise(COMMUNE, "", LEAST),)


@pytest.mark.parametrize("changes", [{"verdict": "no_sign", "kind": ""}, {"area": NEIGHBOUR}, {"area": ""}])
async def test_what_is_no_rise_here(database: Database, changes: dict[str, Any]) -> None:
    await see(database, LEAST, **changes)
    assert await rises(database) == ()


async def test_a_rise_is_told_once_in_a_week(database: Database) -> None:
    await see(database, LEAST)
    assert await rises(database)
    assert await rises(database) == ()
    later = NOW + timedelta(days=7, seconds=1)
    await see(database, LEAST * 4, later)
    assert await rises(database, now=later)


async def test_the_writers_of_the_commune_are_told_by_the_hour(database: Database) -> None:
    def staffed(tx: Transaction) -> None:
        appoint(tx, Role.WRITER)
        appoint(tx, Role.AUDITOR)
        appoint(tx, Role.PROVINCE, areas=(COMMUNE, NEIGHBOUR))

    await database.write(staffed)
    due = Due(database, {"telegram": DevnullChannel()}, lambda: NOW, lambda: {"N4": "Giả điện lực dọa cắt điện"})
    await see(database, LEAST, NOW - timedelta(hours=1))
    await due.look()
    note = select(mailings.c.key, mailings.c.body).where(mailings.c.key.isnot(None))
    [told] = await database.read(lambda tx: tx.execute(note).all())
    assert told.key == f"rise:{COMMUNE}:N4:20261121"
    assert "Giả điện lực dọa cắt điện" in str(told.body)
    assert f"go:write?scam=N4@{COMMUNE}" in str(told.body)
    to_authors = Note(Group.AUTHORS, COMMUNE, Screen(()), "k")
    assert await database.read(lambda tx: notes.recipients(tx, to_authors)) == [(None, Address("telegram", "writer"))]


async def test_old_figures_go(database: Database) -> None:
    await see(database, 1)
    await database.write(lambda tx: sightings.remove_old(tx, NOW + timedelta(days=400)))
    assert len(await database.read(lambda tx: tx.execute(select(table)).all())) == 1
    await database.write(lambda tx: sightings.remove_old(tx, NOW + timedelta(days=401)))
    assert await database.read(lambda tx: tx.execute(select(table)).all()) == []
