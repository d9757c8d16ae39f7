"""The first administrator is made by a link that is void as soon as there is one."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.storage.database import Database, Transaction
from bot.storage.offices import accounts, invitations
from bot.storage.offices.accounts import Appointment
from bot.storage.offices.invitations import Accepted, Chosen
from bot.storage.offices.officers import officer_by_id
from broadcasts.officer import Officer, Role
from tests.broadcasts.made import NOW
from tests.storage.staff import OFFICE, appoint, digits

CutOff = Callable[[Transaction, str, datetime], bool]
CHOSEN = Chosen("quan", "a hash", "Chị Quản", OFFICE)


def made(tx: Transaction, token: str) -> Officer | None:
    """Who was made an administrator by the link."""
    found = invitations.find(tx, token, NOW)
    if found is None or not invitations.choose(tx, token, CHOSEN, NOW):
        return None
    done = invitations.accept(tx, token, digits(found.secret, NOW), NOW)
    return officer_by_id(tx, done.officer) if isinstance(done, Accepted) else None


async def test_the_first_administrator_is_made_by_a_link(database: Database) -> None:
    token = await database.write(lambda tx: invitations.invite_first(tx, NOW))
    assert token is not None
    first = await database.write(lambda tx: made(tx, token))
    assert first is not None
    assert (first.name, first.office, first.roles) == ("Chị Quản", OFFICE, frozenset({Role.ADMINISTRATOR}))
    assert await database.write(lambda tx: made(tx, token)) is None
    assert await database.write(lambda tx: invitations.invite_first(tx, NOW)) is None


async def test_the_link_is_void_once_there_is_an_administrator(database: Database) -> None:
    token = await database.write(lambda tx: invitations.invite_first(tx, NOW))
    assert token is not None
    other = Appointment("Chị Quản", OFFICE, frozenset({Role.ADMINISTRATOR}), ())
    await database.write(lambda tx: accounts.add(tx, other, NOW))
    assert await database.write(lambda tx: made(tx, token)) is None


async def test_every_start_makes_the_link_anew(database: Database) -> None:
    first = await database.write(lambda tx: invitations.invite_first(tx, NOW))
    second = await database.write(lambda tx: invitations.invite_first(tx, NOW))
    assert first
    assert second
    assert await database.read(lambda tx: invitations.find(tx, first, NOW)) is None
    assert await database.read(lambda tx: invitations.find(tx, second, NOW)) is not None
    assert await database.read(lambda tx: invitations.find(tx, second, NOW + timedelta(hours=25))) is None


async def test_a_first_account_is_expected_for_as_long_as_the_first_link_would_hold(database: Database) -> None:
    assert not await database.read(lambda tx: invitations.first_expected(tx, NOW))
    await database.write(lambda tx: invitations.invite_first(tx, NOW))
    assert await database.read(lambda tx: invitations.first_expected(tx, NOW + timedelta(hours=23)))
    later = NOW + timedelta(hours=25)
    await database.write(lambda tx: invitations.invite_first(tx, later))
    assert not await database.read(lambda tx: invitations.first_expected(tx, later))


async def test_no_first_link_where_there_is_an_officer(database: Database) -> None:
    await database.write(lambda tx: appoint(tx, Role.WRITER))
    assert await database.write(lambda tx: invitations.invite_first(tx, NOW)) is None


async def test_nobody_is_invited_whose_account_is_cut_off(database: Database) -> None:
    officer = await database.write(lambda tx: appoint(tx, Role.WRITER))
    await database.write(lambda tx: accounts.freeze(tx, officer.id, NOW))
    assert await database.write(lambda tx: invitations.invite(tx, officer.id, NOW)) is None
    assert await database.write(lambda tx: invitations.invite(tx, "nobody", NOW)) is None


@pytest.mark.parametrize("cut_off", [accounts.freeze, accounts.revoke])
async def test_a_link_ends_with_the_account_and_is_not_given_back(database: Database, cut_off: CutOff) -> None:
    officer = await database.write(lambda tx: appoint(tx, Role.WRITER))
    token = await database.write(lambda tx: invitations.invite(tx, officer.id, NOW))
    assert token
    await database.write(lambda tx: cut_off(tx, officer.id, NOW))
    await database.write(lambda tx: accounts.unfreeze(tx, officer.id, NOW))
    assert await database.read(lambda tx: invitations.find(tx, token, NOW)) is None
