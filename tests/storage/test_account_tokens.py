import asyncio

import pytest
from sqlalchemy import select

from bot.storage.database import Database, open_database
from bot.storage.delivery.account_tokens import DatabaseTokenStore
from bot.storage.tables import account_tokens
from tests.channels.token_store_contract import OA, Clock, TokenStoreContract, pair


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tokens(database: Database, clock: Clock) -> DatabaseTokenStore:
    return DatabaseTokenStore(database, clock)


class TestDatabaseTokenStore(TokenStoreContract):
    pass


async def test_the_pair_before_is_there_to_find_out_what_happened(
    tokens: DatabaseTokenStore, database: Database
) -> None:
    await tokens.keep(OA, pair("a"))
    await tokens.claim(OA, "refresh-a")
    await tokens.keep(OA, pair("b"), "refresh-a")
    previous = await database.read(lambda tx: tx.execute(select(account_tokens.c.previous)).scalar_one())
    assert (previous["refresh"], previous["shown"]) == ("refresh-a", 1)


async def test_two_processes_never_hand_in_the_same_refresh_token(database_url: str, clock: Clock) -> None:
    async with await open_database(database_url) as one, await open_database(database_url) as other:
        stores = [DatabaseTokenStore(database, clock) for database in (one, other)]
        for turn in range(20):
            await stores[0].keep(OA, pair(str(turn)))
            claims = await asyncio.gather(*(store.claim(OA, f"refresh-{turn}") for store in stores for _ in range(2)))
            assert sum(claims) == 1


async def test_a_claim_outlives_the_process_that_made_it(database_url: str, clock: Clock) -> None:
    async with await open_database(database_url) as dies:
        store = DatabaseTokenStore(dies, clock)
        await store.keep(OA, pair("a"))
        assert await store.claim(OA, "refresh-a")
    async with await open_database(database_url) as next_one:
        store = DatabaseTokenStore(next_one, clock)
        assert not await store.claim(OA, "refresh-a")
        clock.pass_by(minutes=1)
        assert await store.claim(OA, "refresh-a")
