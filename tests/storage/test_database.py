import asyncio
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, insert, select, text

from bot.storage.database import Database, Transaction, open_database
from bot.storage.errors import BadDatabaseUrl, DatabaseBusy, DatabaseNewer, DatabaseUnavailable
from bot.storage.postgresql import DEADLOCK, NO_PARENT, SERIALISATION
from bot.storage.sqlite import FIRST_READS
from bot.storage.tables import addresses, follows
from tests.databases import Server


class Unlucky(Exception):
    """What a unit of work may raise."""


def add(account: str) -> Callable[[Transaction], str]:
    def work(tx: Transaction) -> str:
        tx.execute(insert(addresses).values(channel="telegram", account=account, state={}))
        if account.startswith("bad"):
            raise Unlucky(account)
        return account

    return work


def accounts(tx: Transaction) -> list[str]:
    return list(tx.execute(select(addresses.c.account).order_by(addresses.c.account)).scalars())


async def test_a_unit_is_kept_altogether_or_not_at_all(database: Database) -> None:
    assert await database.write(add("lan")) == "lan"
    with pytest.raises(Unlucky):
        await database.write(add("bad"))
    assert await database.read(accounts) == ["lan"]


async def test_a_failing_unit_does_not_hurt_its_neighbours(database: Database) -> None:
    names = [f"bad{n}" if n % 7 == 3 else f"lan{n:02}" for n in range(30)]
    done = await asyncio.gather(*(database.write(add(name)) for name in names), return_exceptions=True)
    for name, outcome in zip(names, done, strict=True):
        assert str(outcome) == name
        assert isinstance(outcome, Unlucky) is name.startswith("bad")
    assert await database.read(accounts) == [name for name in names if not name.startswith("bad")]


async def test_what_was_written_is_there_for_everybody_at_once(database: Database) -> None:
    async def write_and_look(name: str) -> bool:
        await database.write(add(name))
        return name in await database.read(accounts)

    assert all(await asyncio.gather(*(write_and_look(f"lan{n}") for n in range(20))))


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(Exception, match=r"(?i)read-?only"):
        await database.read(add("lan"))
    assert await database.read(accounts) == []


async def test_a_caller_who_went_away_hurts_nobody(database: Database) -> None:
    calls = [asyncio.create_task(database.write(add(f"lan{n}"))) for n in range(6)]
    await asyncio.sleep(0)
    calls[1].cancel()
    calls[4].cancel()
    done = await asyncio.gather(*calls, return_exceptions=True)
    kept = {str(outcome) for outcome in done if isinstance(outcome, str)}
    assert kept == {"lan0", "lan2", "lan3", "lan5"}
    assert kept <= set(await database.read(accounts))


async def test_foreign_keys_are_kept(database: Database) -> None:
    orphan = insert(follows).values(contact="nobody", position=0, area="1")
    with pytest.raises(Exception, match=r"(?i)foreign key|gave up"):
        await database.write(lambda tx: tx.execute(orphan).rowcount)


async def test_what_was_handed_in_is_kept_before_closing(database_url: str) -> None:
    database = await open_database(database_url)
    calls = [asyncio.create_task(database.write(add(f"lan{n}"))) for n in range(3)]
    await asyncio.gather(*calls)
    await database.close()
    async with await open_database(database_url) as again:
        assert await again.read(accounts) == ["lan0", "lan1", "lan2"]


async def test_a_newer_database_is_refused_and_left_alone(database_url: str) -> None:
    def from_the_future(tx: Transaction) -> None:
        tx.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    async with await open_database(database_url) as database:
        await database.write(from_the_future)
    with pytest.raises(DatabaseNewer, match="9999"):
        await open_database(database_url)
    with pytest.raises(DatabaseNewer):  # also for the owner, who gives the file free again
        await open_database(database_url, sole=True)


async def test_two_may_start_at_once(server: Server | None, tmp_path: Path) -> None:
    async def open_twice(url: str) -> None:
        opened = await asyncio.gather(*(open_database(url) for _ in range(3)), return_exceptions=True)
        for database in opened:
            if isinstance(database, BaseException):
                raise database
            await database.close()

    if server is None:
        await open_twice(f"sqlite:///{tmp_path}/new/camtay.db")
    else:
        async with server.fresh_database(with_tables=False) as url:
            await open_twice(url)


@pytest.mark.parametrize(
    "url",
    ["", "nonsense", "mysql://lan:secret@host/name", "sqlite://", "sqlite:///:memory:", "postgresql://lan:secret@host"],
)
async def test_an_address_that_is_none_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(BadDatabaseUrl) as refused:
        await open_database(url)
    assert "secret" not in str(refused.value)
    assert refused.value.__cause__ is None


async def test_a_server_that_is_away_is_named_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable) as failed:
        await open_database(f"postgresql://lan:secret@/name?host={tmp_path}")
    assert "secret" not in repr(failed.value)


async def test_a_file_has_one_owner_and_others_may_look_and_write(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/camtay.db"
    async with await open_database(url, sole=True) as owner:
        with pytest.raises(DatabaseBusy, match=r"camtay\.db"):
            await open_database(url, sole=True)
        async with await open_database(url) as command:
            await command.write(add("lan"))
        assert await owner.read(accounts) == ["lan"]
    async with await open_database(url, sole=True) as next_owner:
        assert await next_owner.read(accounts) == ["lan"]


async def test_units_of_one_moment_share_a_transaction(tmp_path: Path) -> None:
    commits: list[Transaction] = []
    count = commits.append
    async with await open_database(f"sqlite:///{tmp_path}/camtay.db") as database:
        event.listen(Engine, "commit", count)
        first = asyncio.create_task(database.write(add("first")))
        await asyncio.sleep(0)
        await asyncio.gather(first, *(database.write(add(f"lan{n}")) for n in range(5)))
        event.remove(Engine, "commit", count)
        assert len(await database.read(accounts)) == 6
    assert len(commits) == 2  # the first was under way when the others came


async def test_the_file_is_safe_against_a_power_cut(tmp_path: Path) -> None:
    async with await open_database(f"sqlite:///{tmp_path}/camtay.db") as database:
        full, mode = await database.write(
            lambda tx: [tx.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("synchronous", "journal_mode")]
        )
    assert (full, mode) == (2, "wal")


async def test_a_closed_database_says_so(tmp_path: Path) -> None:
    database = await open_database(f"sqlite:///{tmp_path}/camtay.db")
    await database.close()
    with pytest.raises(DatabaseUnavailable, match="closed"):
        await database.write(accounts)


async def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "camtay.db").write_bytes(b"nothing like a database " * 99)
    with pytest.raises(DatabaseUnavailable, match="not a database"):
        await open_database(f"sqlite:///{tmp_path}/camtay.db", sole=True)


@pytest.mark.postgres
async def test_connections_that_the_server_dropped_are_replaced(postgres: Server) -> None:
    async with postgres.fresh_database() as url, await open_database(url) as database:
        await asyncio.gather(*(database.write(add(f"lan{n}")) for n in range(5)))
        name = url.removeprefix(postgres.start).strip("/").partition("?")[0]
        await postgres.order(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        assert await database.write(add("minh")) == "minh"
        assert len(await database.read(accounts)) == 6


def lose_races(times: int, code: str) -> Callable[[Transaction], int]:
    """A unit that loses its first races, and tells how often it ran."""
    runs: list[str] = []

    def work(tx: Transaction) -> int:
        runs.append(add(f"run{len(runs)}")(tx))
        if len(runs) <= times:
            tx.execute(text(f"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{code}'; END $$"))
        return len(runs)

    return work


@pytest.mark.postgres
@pytest.mark.parametrize("code", [SERIALISATION, DEADLOCK, NO_PARENT])
async def test_a_unit_that_lost_a_race_runs_again(postgres: Server, code: str) -> None:
    async with postgres.fresh_database() as url, await open_database(url) as database:
        assert await database.write(lose_races(2, code)) == 3
        assert await database.read(accounts) == ["run2"]


@pytest.mark.postgres
async def test_a_unit_that_always_loses_is_given_up(postgres: Server) -> None:
    async with postgres.fresh_database() as url, await open_database(url) as database:
        with pytest.raises(DatabaseUnavailable, match="gave up"):
            await database.write(lose_races(99, SERIALISATION))
        assert await database.read(accounts) == []


@pytest.mark.parametrize(("url", "absent"), [("sqlite:///x", "asyncpg"), ("postgresql://x@/x", "aiosqlite")])
def test_only_the_driver_that_is_used_is_loaded(url: str, absent: str, tmp_path: Path) -> None:
    program = f"""
import asyncio, sys
from bot.storage.database import open_database
from bot.storage.errors import DatabaseUnavailable
from bot.storage.people import facts, held, inbox, mailbox
from bot.storage.editing import lessons
assert not {{"asyncpg", "aiosqlite", "alembic", "sqlalchemy.ext.asyncio"}} & set(sys.modules)
async def main():
    try:
        await (await open_database({url!r})).close()
    except DatabaseUnavailable:
        pass
asyncio.run(main())
assert {absent!r} not in sys.modules
"""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    subprocess.run([sys.executable, "-c", program], check=True, cwd=tmp_path, env=environment)


async def test_a_bot_that_has_just_started_reads_from_the_first_moment(tmp_path: Path) -> None:
    async with await open_database(f"sqlite:///{tmp_path}/camtay.db", sole=True) as opened:
        asked = (opened.read(lambda tx: tx.exec_driver_sql("SELECT 1").scalar()) for _ in range(3 * FIRST_READS))
        assert await asyncio.gather(*asked) == [1] * 3 * FIRST_READS
        with pytest.raises(DatabaseUnavailable):
            await opened.read(lambda tx: tx.exec_driver_sql("DELETE FROM mailbox"))
