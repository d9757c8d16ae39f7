"""Who comes before whom at the writer of a SQLite file."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import Database, Transaction, open_database
from bot.storage.outgoing import announce


class Hall:
    """A database before which people stand in line."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._transactions: list[Transaction] = []
        self.served: list[tuple[int, str]] = []  # with the number of the transaction that they shared

    async def come(self, name: str, rings: bool = False) -> None:
        """Whoever is called patient is."""

        def work(tx: Transaction) -> None:
            if tx not in self._transactions:
                self._transactions.append(tx)
            self.served.append((self._transactions.index(tx), name))
            if rings:
                announce(tx)

        await self.database.write(work, patient=name.startswith("patient"))


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[Hall]:
    """An empty one."""
    async with await open_database(f"sqlite:///{tmp_path}/camtay.db", sole=True) as database:
        yield Hall(database)


async def test_the_patient_stand_alone_and_take_turns_with_all_others_together(hall: Hall) -> None:
    names = ("first", "patient 1", "patient 2", "lan", "an", "binh")
    await asyncio.gather(*map(hall.come, names))
    assert hall.served == [(0, "first"), (1, "patient 1"), (2, "lan"), (2, "an"), (2, "binh"), (3, "patient 2")]


async def test_whoever_is_rung_for_comes_before_the_patient(hall: Hall) -> None:
    rung = asyncio.Event()
    hall.database.on_outgoing(rung.set)

    async def wake() -> None:
        await rung.wait()
        await hall.come("woken")

    await asyncio.gather(wake(), hall.come("urgent", rings=True), *map(hall.come, ("patient 1", "patient 2")))
    assert [name for _, name in hall.served] == ["urgent", "woken", "patient 1", "patient 2"]
