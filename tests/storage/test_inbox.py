from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from bot.messages import Address, Incoming, Kind
from bot.storage.database import Database
from bot.storage.people import inbox
from bot.storage.people.inbox import Received, Row, State

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
LEASE = timedelta(seconds=30)
HOA = Address("telegram", "123")
TEXT = Incoming(HOA, "m1", Kind.TEXT, "Bác Hòa hỏi", at=NOW)


async def receive(database: Database, incoming: Incoming, now: datetime = NOW) -> Received:
    return await database.write(lambda tx: inbox.receive(tx, incoming, now, LEASE))


async def test_a_message_comes_back_as_it_came_in(database: Database) -> None:
    press = Incoming(HOA, "m2", Kind.TEXT, "2", choice="b", screen="s7", at=NOW)
    for incoming in (TEXT, press):
        kept = await receive(database, incoming)
        row = await database.read(partial(inbox.row, id=kept.id))
        assert row == Row(kept.id, HOA, State.RECEIVED, incoming)


async def test_a_repeat_finds_its_row_whatever_its_state(database: Database) -> None:
    first = await receive(database, TEXT)
    assert first == Received(first.id, True, State.RECEIVED)
    assert await receive(database, replace(TEXT, text="khác")) == Received(first.id, False, State.RECEIVED)
    await database.write(lambda tx: inbox.decided(tx, first.id))
    assert (await receive(database, TEXT)).state is State.DECIDED
    await database.write(lambda tx: inbox.answered(tx, first.id))
    assert await receive(database, TEXT) == Received(first.id, False, State.ANSWERED)


async def test_the_same_name_from_another_account_is_another_message(database: Database) -> None:
    ids = {
        (await receive(database, replace(TEXT, address=Address(*a)))).id for a in (("zalo", "123"), ("telegram", "4"))
    }
    assert len(ids | {(await receive(database, TEXT)).id}) == 3


async def test_only_the_first_decides(database: Database) -> None:
    kept = await receive(database, TEXT)
    assert await database.write(lambda tx: inbox.decided(tx, kept.id)) is True
    assert await database.write(lambda tx: inbox.decided(tx, kept.id)) is False


async def test_an_answered_message_has_lost_its_words(database: Database) -> None:
    kept = await receive(database, TEXT)
    await database.write(lambda tx: inbox.answered(tx, kept.id))
    assert await database.read(lambda tx: inbox.row(tx, kept.id)) == Row(kept.id, HOA, State.ANSWERED, None)


async def test_no_row(database: Database) -> None:
    assert await database.read(lambda tx: inbox.row(tx, 17)) is None


async def test_abandoned_messages_are_claimed_once_in_order(database: Database) -> None:
    rows = [await receive(database, replace(TEXT, id=f"m{n}")) for n in range(4)]
    await database.write(lambda tx: inbox.decided(tx, rows[1].id))
    await database.write(lambda tx: inbox.answered(tx, rows[2].id))

    async def claim(now: datetime) -> list[int]:
        return [row.id for row in await database.write(lambda tx: inbox.abandoned(tx, now, LEASE))]

    assert await claim(NOW + LEASE - timedelta(seconds=1)) == []
    assert await claim(NOW + LEASE) == [rows[0].id, rows[1].id, rows[3].id]
    assert await claim(NOW + LEASE) == []
    assert await claim(NOW + LEASE + LEASE) == [rows[0].id, rows[1].id, rows[3].id]


async def test_abandoned_messages_come_in_portions(database: Database) -> None:
    for n in range(3):
        await receive(database, replace(TEXT, id=f"m{n}"))
    later = NOW + LEASE
    portions = [await database.write(lambda tx: inbox.abandoned(tx, later, LEASE, most=2)) for _ in range(3)]
    assert [len(portion) for portion in portions] == [2, 1, 0]


async def test_a_sole_owner_ends_all_leases(database: Database) -> None:
    kept = await receive(database, TEXT)
    await database.write(inbox.release_all)
    claimed = await database.write(lambda tx: inbox.abandoned(tx, NOW, LEASE))
    assert claimed == (Row(kept.id, HOA, State.RECEIVED, TEXT),)


async def test_old_messages_go_also_those_that_nobody_could_answer(database: Database) -> None:
    done, still_open = await receive(database, TEXT), await receive(database, replace(TEXT, id="m2"))
    await database.write(lambda tx: inbox.answered(tx, done.id))
    assert await database.write(lambda tx: inbox.remove_old(tx, NOW + inbox.KEPT)) == 0
    assert await database.read(lambda tx: inbox.row(tx, still_open.id)) is not None
    assert await database.write(lambda tx: inbox.remove_old(tx, NOW + inbox.KEPT + LEASE)) == 2
    assert await database.read(lambda tx: inbox.row(tx, still_open.id)) is None
