from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import BigInteger, Text, select

from bot.storage.columns import Json, Moment
from bot.storage.database import Database
from bot.storage.delivery.ledger_rows import moment
from bot.storage.listed import listed

NOW = datetime(2026, 11, 21, 8, 30, 0, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [(1, "xã Tân Phú", NOW, ["a", "b"])],
        [(2**40, "", NOW, []), (-1, "'); DROP TABLE contacts; --", None, {"k": [1]}), (3, None, NOW, ["a"])],
    ],
)
async def test_what_is_given_comes_as_a_table(database: Database, rows: list[tuple[Any, ...]]) -> None:
    table = listed("rows", number=BigInteger, words=Text, at=Moment, names=Json)
    given = [[number, words, at and moment(at), names] for number, words, at, names in rows]
    found = await database.read(lambda tx: tx.execute(select(table), {"rows": given}).all())
    assert [tuple(row) for row in found] == rows
