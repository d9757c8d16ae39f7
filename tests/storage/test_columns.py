from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import StatementError

from bot.storage import tables
from bot.storage.columns import Moment
from bot.storage.database import Database
from tests.databases import Server

VIETNAM = timezone(timedelta(hours=7))
SQLITE = sqlite.dialect()
SECONDS = st.timedeltas(timedelta(0), timedelta(days=365 * 7000))


async def test_a_moment_comes_back_in_utc(database: Database) -> None:
    asked = datetime(2026, 11, 21, 15, 0, 0, 7, tzinfo=VIETNAM)
    await database.write(lambda tx: tx.execute(insert(tables.requests).values(kind="show", asked_at=asked)).rowcount)
    found = await database.read(lambda tx: tx.execute(select(tables.requests.c.asked_at)).scalar_one())
    assert (found, found.tzinfo) == (asked, UTC)


async def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    bare = insert(tables.requests).values(kind="show", asked_at=datetime(2026, 11, 21))  # noqa: DTZ001
    with pytest.raises(StatementError, match="needs its zone"):
        await database.write(lambda tx: tx.execute(bare).rowcount)


@given(st.lists(SECONDS.map(datetime(1971, 1, 1, tzinfo=VIETNAM).__add__), min_size=2, max_size=4))
def test_as_text_moments_sort_by_time_and_come_back(moments: list[datetime]) -> None:
    kind = Moment()
    written = {moment: kind.process_bind_param(moment, SQLITE) for moment in moments}
    assert sorted(moments) == sorted(moments, key=written.__getitem__)
    assert [kind.process_result_value(written[moment], SQLITE) for moment in moments] == moments


async def test_an_index_of_some_rows_holds_only_these(database: Database, server: Server | None) -> None:
    told = "SELECT sql FROM sqlite_master WHERE name = 'inbox_open'"
    if server is not None:
        told = "SELECT indexdef FROM pg_indexes WHERE indexname = 'inbox_open'"
    index = await database.read(lambda tx: str(tx.execute(text(told)).scalar()))
    assert "answered" in index.partition("WHERE")[2]
