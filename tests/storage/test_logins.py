"""Logins end by idleness, by age, by hand, and with the account; tries wait longer each time, never for good."""

import asyncio
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.database import Database
from bot.storage.offices import accounts, half_logins, logins, passkeys, recovery, tries
from bot.storage.offices.logins import IDLE, LONGEST, Browser
from bot.storage.offices.passkeys import Passkey
from broadcasts.officer import Officer, Role
from tests.broadcasts.made import NOW
from tests.storage.staff import appoint

HERE = Browser("x" * 22, "test")


@pytest.fixture
async def officer(database: Database) -> Officer:
    """Somebody to sign in."""
    return await database.write(lambda tx: appoint(tx, Role.WRITER))


async def entered(database: Database, officer: Officer, at: datetime = NOW) -> str:
    return await database.write(lambda tx: logins.begin(tx, officer.id, HERE, at))


async def opens(database: Database, token: str, at: datetime) -> bool:
    return await database.read(lambda tx: logins.find(tx, token, at)) is not None


async def test_a_login_ends_when_nobody_uses_it(database: Database, officer: Officer) -> None:
    token = await entered(database, officer)
    assert await opens(database, token, NOW + IDLE - timedelta(seconds=1))
    assert not await opens(database, token, NOW + IDLE)


async def test_a_login_ends_after_half_a_day_however_it_is_used(database: Database, officer: Officer) -> None:
    token = await entered(database, officer)
    found = await database.read(lambda tx: logins.find(tx, token, NOW))
    assert found
    for minutes in range(20, int(LONGEST.total_seconds()) // 60, 20):
        at = NOW + timedelta(minutes=minutes)
        assert await opens(database, token, at)
        await database.write(lambda tx, at=at: logins.seen(tx, found.login.id, at))  # type: ignore[misc]
    assert not await opens(database, token, NOW + LONGEST)


@pytest.mark.parametrize("cut_off", [accounts.freeze, accounts.revoke])
async def test_a_login_ends_with_the_account(database: Database, officer: Officer, cut_off: object) -> None:
    token = await entered(database, officer)
    await database.write(lambda tx: cut_off(tx, officer.id, NOW))  # type: ignore[operator]
    assert not await opens(database, token, NOW)
    await database.write(lambda tx: accounts.unfreeze(tx, officer.id, NOW))
    assert not await opens(database, token, NOW)  # given back, but to be signed in again


async def test_all_logins_but_one_end_together(database: Database, officer: Officer) -> None:
    first, second = await entered(database, officer), await entered(database, officer)
    mine = await database.read(lambda tx: logins.find(tx, first, NOW))
    assert mine
    assert await database.write(lambda tx: logins.end_all(tx, officer.id, NOW, but=mine.login.id)) == 1
    assert [await opens(database, token, NOW) for token in (first, second)] == [True, False]
    assert [one.id for one in await database.read(lambda tx: logins.of_officer(tx, officer.id, NOW))] == [mine.login.id]


async def test_half_a_login_holds_for_five_minutes(database: Database, officer: Officer) -> None:
    token = await database.write(lambda tx: half_logins.begin(tx, officer.id, NOW))
    assert await database.read(lambda tx: half_logins.officer_of(tx, token, NOW)) == officer.id
    assert await database.read(lambda tx: half_logins.officer_of(tx, token, NOW + half_logins.HOLDS)) is None
    assert not await opens(database, token, NOW)
    await database.write(lambda tx: accounts.freeze(tx, officer.id, NOW))
    assert await database.read(lambda tx: half_logins.officer_of(tx, token, NOW)) is None


async def test_new_recovery_codes_end_the_old(database: Database, officer: Officer) -> None:
    old = await database.write(lambda tx: recovery.new_codes(tx, officer.id, NOW))
    new = await database.write(lambda tx: recovery.new_codes(tx, officer.id, NOW))
    assert not await database.write(lambda tx: recovery.use(tx, officer.id, old[0], NOW))
    assert await database.write(lambda tx: recovery.use(tx, officer.id, new[0].lower(), NOW))
    assert not await database.write(lambda tx: recovery.use(tx, officer.id, new[0], NOW))
    assert not await database.write(lambda tx: recovery.use(tx, "another", new[1], NOW))
    assert await database.read(lambda tx: recovery.left(tx, officer.id)) == recovery.MANY - 1


async def test_a_challenge_is_answered_once_and_soon(database: Database) -> None:
    async def answered(id: str, at: datetime = NOW, officer: str = "me") -> str | None:
        return await database.write(lambda tx: passkeys.answered(tx, id, at, officer))

    first, second, third = [await database.write(lambda tx: passkeys.ask(tx, "abc", NOW, "me")) for _ in range(3)]
    assert await answered(first) == "abc"
    assert await answered(first) is None
    assert await answered(second, NOW + passkeys.HOLDS) is None
    assert await answered(third, officer="somebody else") is None


async def test_a_passkey_belongs_to_one(database: Database, officer: Officer) -> None:
    key = Passkey("id", officer.id, b"key", 0, "test", NOW, None)
    assert await database.write(lambda tx: passkeys.add(tx, key))
    assert not await database.write(lambda tx: passkeys.add(tx, key))
    assert not await database.write(lambda tx: passkeys.remove(tx, "another", key.id, NOW))
    await database.write(lambda tx: accounts.freeze(tx, officer.id, NOW))
    assert await database.read(lambda tx: passkeys.find(tx, key.id)) is None


async def test_tries_wait_and_are_looked_at_again(database: Database) -> None:
    counted = tries.counter("lan")
    begun = [await database.write(lambda tx: tries.begin(tx, counted, NOW)) for _ in range(tries.FREE + 2)]
    assert [one.wait for one in begun] == [timedelta()] * (tries.FREE + 1) + [tries.FIRST_WAIT]
    later = NOW + tries.FIRST_WAIT
    assert (await database.write(lambda tx: tries.begin(tx, counted, later))).wait == timedelta()
    assert (await database.write(lambda tx: tries.begin(tx, counted, later))).wait == 2 * tries.FIRST_WAIT
    assert (await database.write(lambda tx: tries.begin(tx, tries.counter("minh"), NOW))).wait == timedelta()
    await database.write(lambda tx: tries.forget(tx, counted))
    assert (await database.write(lambda tx: tries.begin(tx, counted, later))).wrong == 1


@given(st.integers(0, 10**9))
def test_nobody_waits_for_good(wrong: int) -> None:
    assert tries.waiting(wrong) <= tries.waiting(wrong + 1) <= tries.LONGEST_WAIT


async def test_many_tries_at_once_are_counted_one_by_one(database: Database) -> None:
    counted = tries.counter("lan")
    found = await asyncio.gather(*(database.write(lambda tx: tries.begin(tx, counted, NOW)) for _ in range(12)))
    assert sorted(one.wrong for one in found if not one.wait) == list(range(1, tries.FREE + 2))
