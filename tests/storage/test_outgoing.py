"""Whoever delivers is rung when there is something new, or something to send no more."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.messages import Address
from bot.storage import listener
from bot.storage.database import Database, Transaction, open_database
from bot.storage.delivery.mailings import open_mailing, open_note, stop
from bot.storage.outgoing import announce
from broadcasts.audience import Audience
from broadcasts.notice import Level
from tests.databases import Server
from tests.storage.village import LATER, NOW

PATIENCE = 10  # seconds
NOBODY = Audience(frozenset())


def opened(tx: Transaction) -> int:
    return open_mailing(tx, None, Level.FIRST, {}, NOBODY, NOW, LATER)


def noted(tx: Transaction) -> int:
    return open_note(tx, Level.FIRST, {}, [(None, Address("telegram", "an"))], "k", NOW, LATER)


async def rung(bell: asyncio.Event) -> None:
    async with asyncio.timeout(PATIENCE):
        await bell.wait()
    bell.clear()


async def bell_of(database: Database) -> asyncio.Event:
    """A bell that hangs, quiet, at this database."""
    bell = asyncio.Event()
    database.on_outgoing(bell.set)
    await database.write(announce)
    await rung(bell)
    await database.read(lambda tx: None)
    bell.clear()
    return bell


@pytest.mark.parametrize("work", [opened, noted, lambda tx: stop(tx, 1, NOW)], ids=["mailing", "note", "stop"])
async def test_the_bell_rings_after_the_commit(database: Database, work: Callable[[Transaction], object]) -> None:
    bell = await bell_of(database)
    await database.write(work)
    await rung(bell)


async def test_without_a_bell_nothing_is_rung(database: Database) -> None:
    assert await database.write(opened) == 1


async def test_other_work_and_work_that_fails_ring_nothing(tmp_path: Path) -> None:
    """Only within one process is silence certain; PostgreSQL rings whenever its connection was made anew."""

    def failing(tx: Transaction) -> None:
        announce(tx)
        raise LookupError

    async with await open_database(f"sqlite:///{tmp_path}/camtay.db") as database:
        bell = await bell_of(database)
        with pytest.raises(LookupError):
            await database.write(failing)
        await database.write(lambda tx: None)
        assert not bell.is_set()


@pytest.mark.postgres
async def test_on_postgresql_the_bell_rings_in_every_process(postgres: Server) -> None:
    async with (
        postgres.fresh_database() as url,
        await open_database(url) as one,
        await open_database(url) as other,
    ):
        bell = await bell_of(one)
        await other.write(opened)
        await rung(bell)


@pytest.mark.postgres
async def test_on_postgresql_the_bell_is_hung_anew_when_the_connection_breaks(
    postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener, "PAUSE", 0.01)
    async with postgres.fresh_database() as url, await open_database(url) as one, await open_database(url) as other:
        bell = await bell_of(one)
        await postgres.order(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            f" WHERE query LIKE 'LISTEN%' AND datname = '{url.split('?')[0].split('/')[-1]}'"
        )
        await rung(bell)  # for what may have been missed
        await other.write(opened)
        await rung(bell)
