"""The rows of one mailing are read in portions, each person once, whatever lies between them."""

from datetime import timedelta

import pytest
from sqlalchemy import insert

from bot.storage.broadcasting import delivery_record, delivery_table, reports
from bot.storage.broadcasting.delivery_record import all_delivered
from bot.storage.database import Database, Transaction
from bot.storage.delivery.mailings import mailing_of
from bot.storage.delivery.stretch import stretch_of, widen
from bot.storage.notice_tables import attempts, deliveries
from tests.broadcasts.made import NOW
from tests.storage.sending_made import send, staffed

SAME = {"channel": "telegram", "account": "x", "attempts": 1, "doubts": 0}


def mingled(tx: Transaction) -> int:
    """A notice to seven people, whose rows another mailing's lie between; the third one was tried in vain before."""
    staffed(tx)
    send(tx)
    mailing = mailing_of(tx, "b1")
    assert mailing is not None
    for number in range(7):
        state = {"state": "sent", "why": None} if number % 2 else {"state": "failed", "why": "blocked"}
        at = NOW + timedelta(seconds=number)
        row = tx.execute(insert(deliveries).values({**SAME, **state, "mailing": mailing, "at": at}))
        widen(tx, mailing, [(row.inserted_primary_key or (0,))[0]])
        other = tx.execute(insert(deliveries).values({**SAME, "mailing": mailing + 1, "state": "sent", "at": NOW}))
        if number == 2:
            for id in (*(row.inserted_primary_key or ()), *(other.inserted_primary_key or ())):
                tried = {"delivery": id, "channel": "web", "account": "x", "at": at, "outcome": "gone", "why": "=1+1"}
                tx.execute(insert(attempts).values(tried))
    return mailing


async def test_everybody_is_in_one_portion_and_others_are_not(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery_record.delivered, "__defaults__", (3,))
    await database.write(mingled)
    heading, *portions = [rows async for rows in delivery_table.delivery_table(database, "b1")]
    assert len(heading) == 1
    assert [len(rows) for rows in portions] == [4, 3, 1]
    table = [row for rows in portions for row in rows]
    assert [row[0] for row in table] == ["1", "2", "3", "3", "4", "5", "6", "7"]
    assert [row[3] for row in table] == ["không tới", "đã nhận", *["không tới"] * 2, *["đã nhận", "không tới"] * 2]
    assert table[2][6] == "'=1+1"


async def test_the_report_counts_the_rows_of_its_own_mailing(database: Database) -> None:
    await database.write(mingled)
    found = await database.read(lambda tx: reports.report(tx, "b1"))
    assert found.channels == {"telegram": {"failed": 4, "sent": 3}}
    assert found.reasons == {"blocked": 4}
    assert found.first_at == NOW + timedelta(seconds=1)
    assert found.reached == {50: NOW + timedelta(seconds=3), **dict.fromkeys((90, 99), NOW + timedelta(seconds=5))}


async def test_what_was_never_sent_lies_nowhere(database: Database) -> None:
    assert await database.read(lambda tx: all_delivered(tx, "b1")) is None
    mailing = await database.write(mingled)
    assert await database.read(lambda tx: stretch_of(tx, mailing + 2)) is None
