"""Figures are what anybody would count by hand, once written down they stay, and they can be derived again."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, update

from bot.messages import Address
from bot.storage import notice_tables, tables
from bot.storage.counting import figures
from bot.storage.counting.figure_names import above, rounded
from bot.storage.counting.figure_span import day_of
from bot.storage.database import Database
from bot.storage.people.erasure import erase
from tests.reports.world import BA_DINH, COUNTRY, DAY, DONG_VAN, HA_NOI, MEO_VAC, NEXT, TUYEN_QUANG, at, settle

EXPECTED: Mapping[str, Mapping[str, int]] = {
    DONG_VAN: {
        "started": 3,
        "learners": 1,
        "asked": 5,
        "right": 3,
        "finished": 2,
        "again": 1,
        "before asked": 2,
        "before right": 1,
        "after asked": 2,
        "after right": 2,
        "notice:khẩn cấp": 1,
        "reached:khẩn cấp": 40,
        "cleared": 1,
        "confirmed": 3,
        "drills": 1,
        "cases opened": 3,
        "case minutes:4": 1,
        "case minutes:9": 1,
        "questions": 1,
        "answered": 1,
        "answer minutes:180": 1,
        "checks": 6,
        "verdict:danger": 4,
        "verdict:no_sign": 2,
        "scam:H14": 4,
    },
    MEO_VAC: {"started": 1, "learners": 1, "asked": 1, "right": 1, "cases closed": 1},
}
FROM_ABOVE = {"notice:thông thường": 1, "reached:thông thường": 90}
OF_NO_PLACE = {
    "started": 1,
    "learners": 1,
    "questions": 1,
    "notice:ưu tiên": 1,
    "reached:ưu tiên": 100,
    "checks": 5,
    "verdict:suspicious": 5,
    "scam:H3": 5,
    "helped": 8,
    "not helped": 2,
}


def added(*parts: Mapping[str, int]) -> dict[str, int]:
    """The sum, name by name."""
    return {name: sum(part.get(name, 0) for part in parts) for part in parts for name in part}


PROVINCE = added(*EXPECTED.values(), FROM_ABOVE)
WHOLE = {**EXPECTED, TUYEN_QUANG: PROVINCE, COUNTRY: added(PROVINCE, OF_NO_PLACE)}


async def test_a_day_is_what_was_counted_by_hand_and_adds_up(database: Database) -> None:
    await settle(database)
    found = await database.read(lambda tx: figures.derive(tx, DAY))
    assert found == {(area, name): value for area, names in WHOLE.items() for name, value in names.items()}


async def test_what_falls_behind_midnight_is_the_next_days(database: Database) -> None:
    await settle(database)
    found = await database.read(lambda tx: figures.derive(tx, NEXT))
    mine = {(name, value) for (area, name), value in found.items() if area == COUNTRY}
    assert mine == {
        *(("started", 1), ("learners", 1)),  # in Ba Đình
        *(("asked", 1), ("right", 1), ("finished", 1)),  # in Mèo Vạc
        *(("stopped", 1), ("case minutes:15", 1)),
    }
    assert {area for area, _ in found} == {DONG_VAN, MEO_VAC, TUYEN_QUANG, BA_DINH, HA_NOI, COUNTRY}


async def test_what_is_written_down_is_what_was_derived(database: Database) -> None:
    await settle(database)
    for _ in range(2):
        await figures.keep(database, DAY, at(1, day=NEXT))
    assert await database.read(lambda tx: figures.written(tx, DAY) == figures.derive(tx, DAY))
    daily = await database.read(lambda tx: figures.daily(tx, DONG_VAN, DAY, NEXT))
    assert daily == {DAY: EXPECTED[DONG_VAN]}
    sums = await database.read(lambda tx: figures.sums(tx, (DONG_VAN, TUYEN_QUANG), ("started", "right"), DAY, NEXT))
    assert sums == {DONG_VAN: {"started": 3, "right": 3}, TUYEN_QUANG: {"started": 4, "right": 4}}


async def test_a_day_written_again_loses_what_is_no_more(database: Database) -> None:
    await settle(database)
    await figures.keep(database, DAY, at(20))
    await database.write(lambda tx: tx.execute(delete(tables.answers)))
    await figures.keep(database, DAY, at(21))
    assert (DONG_VAN, "right") not in await database.read(lambda tx: figures.written(tx, DAY))
    assert await database.read(lambda tx: figures.known(tx, DAY, NEXT)) == figures.Known(at(21), (NEXT,))


async def test_a_day_is_final_when_it_is_over_and_its_notices_are_settled(database: Database) -> None:
    await settle(database)
    await figures.keep(database, DAY, at(23))  # not over
    await figures.keep(database, DAY, at(1, day=NEXT))  # one notice is still on its way
    assert await database.read(lambda tx: figures.days_to_keep(tx, DAY, at(1, day=NEXT))) == [DAY, NEXT]
    await database.write(lambda tx: tx.execute(update(notice_tables.mailings).values(settled_at=at(2, day=NEXT))))
    await figures.keep(database, DAY, at(2, day=NEXT))
    assert await database.read(lambda tx: figures.days_to_keep(tx, DAY, at(2, day=NEXT))) == [NEXT]


async def test_nobody_waits_for_ever_for_a_notice(database: Database) -> None:
    await settle(database)
    later = at(1) + figures.CLOSED_AFTER + timedelta(days=1)
    await figures.keep(database, DAY, later)
    assert DAY not in await database.read(lambda tx: figures.days_to_keep(tx, DAY, later))


async def test_days_agree_until_somebody_is_erased_and_then_say_so(database: Database) -> None:
    await settle(database)
    await figures.keep(database, DAY, at(1, day=NEXT))
    assert await database.read(lambda tx: figures.compare(tx, DAY)) is figures.Agreement.SAME
    here = Address("telegram", "an")
    place = {"channel": here.channel, "account": here.account, "contact": "an", "state": {}}
    await database.write(lambda tx: tx.execute(insert(tables.addresses).values(place)))
    await database.write(lambda tx: erase(tx, here, at(2, day=NEXT)))
    assert await database.read(lambda tx: figures.compare(tx, DAY)) is figures.Agreement.FEWER
    assert await database.read(lambda tx: figures.written(tx, DAY)[DONG_VAN, "finished"]) == 2


async def test_who_moves_is_counted_where_they_were(database: Database) -> None:
    await settle(database)
    await figures.keep(database, DAY, at(1, day=NEXT))
    await database.write(lambda tx: tx.execute(update(tables.follows).values(area=BA_DINH)))
    assert await database.read(lambda tx: figures.compare(tx, DAY)) is figures.Agreement.MOVED


async def test_a_day_with_more_than_was_written_down_is_wrong(database: Database) -> None:
    await figures.keep(database, DAY, at(1, day=NEXT))
    await settle(database)
    assert await database.read(lambda tx: figures.compare(tx, DAY)) is figures.Agreement.DIFFERENT


async def test_a_day_that_nobody_wrote_down_is_missing(database: Database) -> None:
    assert await database.read(lambda tx: figures.compare(tx, DAY)) is figures.Agreement.MISSING


@pytest.mark.parametrize(
    ("area", "holders"),
    [
        (DONG_VAN, (DONG_VAN, TUYEN_QUANG, COUNTRY)),
        (TUYEN_QUANG, (TUYEN_QUANG, COUNTRY)),
        ("", (COUNTRY,)),
        ("99999", (COUNTRY,)),
    ],
)
def test_an_area_is_held_by_these(area: str, holders: tuple[str, ...]) -> None:
    assert above(area) == holders


@pytest.mark.parametrize(
    ("minutes", "kept"), [(-1, 0), (0, 0), (7, 7), (120, 120), (121, 120), (179, 120), (180, 180), (3000, 2880)]
)
def test_minutes_are_kept_exactly_while_they_are_few(minutes: int, kept: int) -> None:
    assert rounded(minutes) == kept


def test_a_day_begins_at_midnight_in_vietnam() -> None:
    assert day_of(at(0, 0)) == DAY
    assert day_of(at(23, 59)) == DAY
