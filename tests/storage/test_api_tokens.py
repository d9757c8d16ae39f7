"""Tokens open what they were made for, while they hold, and are kept nowhere."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select

from bot.storage.api_tables import api_tokens as table
from bot.storage.database import Database, Transaction
from bot.storage.offices import accounts, api_tokens, audit
from bot.storage.offices.api_grants import USUAL, Flaw, Grant, NotGrantable, Scope
from broadcasts.officer import Role
from tests.broadcasts.made import COMMUNE, NEIGHBOUR, NOW
from tests.storage.staff import OFFICE, appoint

READING = Grant("bảng tin", frozenset({Scope.READ_NOTICES}))


def made(tx: Transaction, grant: Grant = READING, role: Role = Role.WRITER) -> tuple[str, str]:
    officer = appoint(tx, role, areas=(COMMUNE, NEIGHBOUR))
    return officer.id, api_tokens.add(tx, officer.id, grant, NOW)


async def test_a_token_opens_what_its_officer_answers_for(database: Database) -> None:
    officer, token = await database.write(made)
    found = await database.read(lambda tx: api_tokens.find(tx, token, NOW))
    assert found is not None
    assert (found.officer.id, found.officer.areas) == (officer, frozenset({COMMUNE, NEIGHBOUR}))
    assert (found.token.scopes, found.token.office) == (frozenset({Scope.READ_NOTICES}), OFFICE)


async def test_a_token_may_be_bound_to_a_part_of_the_area(database: Database) -> None:
    _, token = await database.write(lambda tx: made(tx, Grant("máy", READING.scopes, (COMMUNE,))))
    found = await database.read(lambda tx: api_tokens.find(tx, token, NOW))
    assert found is not None
    assert found.officer.areas == {COMMUNE}


async def test_the_secret_is_kept_nowhere(database: Database) -> None:
    _, token = await database.write(made)
    secret = token.split("_", 2)[2]

    def everything(tx: Transaction) -> str:
        return repr(tx.execute(select(table)).all()) + repr(audit.newest(tx))

    assert secret not in await database.read(everything)


@pytest.mark.parametrize("wrong", ["", "ct", "ct__", "x", "é" * 60, "ct_" + "0" * 16 + "_" + "a" * 43])
async def test_nothing_else_is_a_token(database: Database, wrong: str) -> None:
    _, token = await database.write(made)
    almost = token[:-1] + ("A" if token[-1] != "A" else "B")
    for written in (wrong, almost, token + "a", token.upper(), token[3:]):
        assert await database.read(partial(api_tokens.find, written=written, now=NOW)) is None


async def test_it_ends_by_time_and_with_the_account_and_never_comes_back(database: Database) -> None:
    def ends(tx: Transaction) -> list[bool]:
        officer, token = made(tx)
        id = token.split("_")[1]
        before = api_tokens.find(tx, token, NOW) is not None
        late = api_tokens.find(tx, token, NOW + USUAL) is not None
        accounts.freeze(tx, officer, NOW)
        frozen = api_tokens.find(tx, token, NOW) is not None
        accounts.unfreeze(tx, officer, NOW)
        given_back = api_tokens.find(tx, token, NOW) is not None
        return [before, late, frozen, given_back, api_tokens.revoke(tx, id, NOW)]

    assert await database.write(ends) == [True, False, False, False, False]


async def test_it_ends_by_revoking(database: Database) -> None:
    def ends(tx: Transaction) -> list[bool]:
        _, token = made(tx)
        id = token.split("_")[1]
        done = api_tokens.revoke(tx, id, NOW)
        return [done, api_tokens.find(tx, token, NOW) is not None, api_tokens.revoke(tx, id, NOW)]

    assert await database.write(ends) == [True, False, False]


@pytest.mark.parametrize("cut_off", [accounts.freeze, accounts.revoke])
async def test_whoever_cuts_an_account_off_ends_its_tokens_and_no_other(
    database: Database, cut_off: Callable[..., bool]
) -> None:
    def ends(tx: Transaction) -> tuple[list[bool], list[str]]:
        (officer, token), (_, other) = made(tx), made(tx)
        api_tokens.add(tx, officer, READING, NOW - 2 * USUAL)  # over long ago
        assert cut_off(tx, officer, NOW, "quan")
        accounts.unfreeze(tx, officer, NOW)
        new = api_tokens.add(tx, officer, READING, NOW) if cut_off is accounts.freeze else other
        found = [api_tokens.find(tx, one, NOW) is not None for one in (token, other, new)]
        return found, [one.about for one in audit.newest(tx) if (one.who, one.what) == ("quan", "api token revoked")]

    found, logged = await database.write(ends)
    assert found == [False, True, True]
    assert len(logged) == 1


@pytest.mark.parametrize(
    ("grant", "role", "flaw"),
    [
        (Grant("", READING.scopes), Role.WRITER, Flaw.NO_NAME),
        (Grant("x" * 81, READING.scopes), Role.WRITER, Flaw.NO_NAME),
        (Grant("máy", frozenset()), Role.WRITER, Flaw.NO_SCOPE),
        (Grant("máy", frozenset({Scope.WRITE_NOTICES})), Role.APPROVER, Flaw.ROLE),
        (Grant("máy", frozenset({Scope.READ_REPORTS})), Role.CONTENT, Flaw.ROLE),
        (Grant("máy", READING.scopes, ("00004",)), Role.WRITER, Flaw.AREA),
        (Grant("máy", READING.scopes, ("99999",)), Role.WRITER, Flaw.AREA),
        (Grant("máy", READING.scopes, lasts=timedelta(days=367)), Role.WRITER, Flaw.TOO_LONG),
        (Grant("máy", READING.scopes, lasts=timedelta(0)), Role.WRITER, Flaw.TOO_LONG),
    ],
)
async def test_what_is_not_granted(database: Database, grant: Grant, role: Role, flaw: Flaw) -> None:
    with pytest.raises(NotGrantable) as refused:
        await database.write(lambda tx: made(tx, grant, role))
    assert refused.value.flaw is flaw
    assert await database.read(api_tokens.tokens) == ()


async def test_nobody_without_an_account_gets_one(database: Database) -> None:
    with pytest.raises(NotGrantable):
        await database.write(lambda tx: api_tokens.add(tx, "nobody", READING, NOW))


async def test_its_last_use_is_noted(database: Database) -> None:
    def use(tx: Transaction) -> bool:
        _, token = made(tx)
        found = api_tokens.find(tx, token, NOW)
        assert found is not None
        assert api_tokens.stale(found.token, NOW)
        api_tokens.used(tx, found.token.id, NOW)
        again = api_tokens.find(tx, token, NOW)
        return again is not None and again.token.used_at == NOW and not api_tokens.stale(again.token, NOW)

    assert await database.write(use)


async def test_a_token_that_is_added_or_revoked_is_in_the_log(database: Database) -> None:
    def log(tx: Transaction) -> list[str]:
        _, token = made(tx)
        api_tokens.revoke(tx, token.split("_")[1], NOW, "quan")
        return [f"{one.who} {one.what}" for one in audit.newest(tx)]

    assert (await database.write(log))[-2:] == ["cli api token added", "quan api token revoked"]
