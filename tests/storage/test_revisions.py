"""Versions of files: one after the other, whoever writes at once, and whoever dies in between."""

from datetime import datetime, timedelta

import pytest

from bot.app import clock
from bot.storage.database import Database, Transaction
from bot.storage.editing import revisions
from bot.storage.editing.revisions import Change, Deed, Stale, hash_of

PATH = "hoi-dap/a.md"


def _change(text: str | None, base: str | None, deed: Deed = Deed.PUBLISHED) -> Change:
    return Change(PATH, text, hash_of(base), "o", "vì", deed)


def _publish(tx: Transaction, change: Change, now: datetime) -> None:
    revisions.place(tx, revisions.begin(tx, change, now), change, now)


async def test_a_version_over_another_one_than_the_live_is_refused(database: Database) -> None:
    now = clock()
    await database.write(lambda tx: _publish(tx, _change("một", None), now))
    with pytest.raises(Stale):
        await database.write(lambda tx: _publish(tx, _change("hai", None), now))
    await database.write(lambda tx: _publish(tx, _change("hai", "một"), now))
    live = await database.read(lambda tx: revisions.live(tx, PATH))
    assert live is not None
    assert live.text == "hai"


async def test_what_is_on_its_way_closes_the_way_for_a_minute(database: Database) -> None:
    now = clock()
    await database.write(lambda tx: revisions.begin(tx, _change("một", None), now))
    soon = now + timedelta(seconds=59)
    with pytest.raises(Stale):
        await database.write(lambda tx: revisions.begin(tx, _change("hai", None), soon))
    later = now + timedelta(minutes=2)
    await database.write(lambda tx: _publish(tx, _change("hai", None), later))
    lost, live = reversed(await database.read(lambda tx: revisions.history(tx, PATH)))
    assert (lost.text, lost.placed) == ("một", False)
    assert (live.text, live.placed) == ("hai", True)


async def test_the_folder_is_no_news_when_something_moved_meanwhile(database: Database) -> None:
    now = clock()
    before = await database.read(lambda tx: revisions.newest_id(tx, PATH))
    await database.write(lambda tx: _publish(tx, _change("một", None), now))
    await database.write(lambda tx: revisions.notice(tx, PATH, "cũ", before, now))
    assert len(await database.read(lambda tx: revisions.history(tx, PATH))) == 1
    newest = await database.read(lambda tx: revisions.newest_id(tx, PATH))
    for _ in range(2):
        await database.write(lambda tx: revisions.notice(tx, PATH, "tay", newest, now))
    found = await database.read(lambda tx: revisions.history(tx, PATH))
    assert [one.deed for one in found] == [Deed.BY_HAND, Deed.PUBLISHED]


async def test_a_file_out_of_use_keeps_its_last_text(database: Database) -> None:
    now = clock()
    await database.write(lambda tx: _publish(tx, _change("một", None), now))
    await database.write(lambda tx: _publish(tx, _change(None, "một", Deed.RETIRED), now))
    (gone,) = await database.read(revisions.retired)
    assert (gone.text, gone.hash) == ("một", "")
    await database.write(lambda tx: _publish(tx, _change("một", None, Deed.RESTORED), now))
    assert await database.read(revisions.retired) == ()


def test_the_hash_is_the_same_however_lines_end() -> None:
    assert hash_of("một\r\nhai\r\n") == hash_of("\ufeffmột\nhai\n") != hash_of("một\nhai")
    assert hash_of(None) == ""
