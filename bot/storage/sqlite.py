"""SQLite: one writer that gathers, readers that never wait for it, and a lock so that one bot alone uses the file."""

import asyncio
import fcntl
import os
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NoReturn, TypeVar

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError

from bot.storage.database import ENGINE, Database, Transaction
from bot.storage.errors import DatabaseBusy, DatabaseUnavailable
from bot.storage.migrations import migrate
from bot.storage.writer import BEGIN, Writer

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

T = TypeVar("T")
PATIENCE = 30  # seconds to wait for a command in another process that is writing
WRITER = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
FAILURES = (DatabaseError, sqlite3.DatabaseError)  # a Prepared statement raises SQLite's own
ASKED_WRONGLY = (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.ProgrammingError)
FIRST_READS = 20  # that the writer answers in a bot that has just started
MIGRATING = Lock()  # Alembic keeps what it is at in a global, and each opening has a thread of its own
READER = ("query_only=ON",)
MIGRATION = ("journal_mode=WAL", "foreign_keys=OFF")  # to change a table is to drop and refill it: nothing may cascade


class SqliteDatabase(Database):
    """One file, one writing thread, a few reading ones."""

    def __init__(self, where: URL, ownership: ExitStack, late_readers: bool) -> None:
        """With `late_readers` the writer answers the first questions: what reading needs takes long to import."""
        self._writer = Writer(_writing_engine(where, WRITER), self._ring)
        self._readers = None if late_readers else _reading_engine(where)
        self._until_readers = FIRST_READS
        self._where, self._ownership = where, ownership

    async def write(self, work: Callable[[Transaction], T], patient: bool = False) -> T:
        """What the unit returns, once the transaction that it shares with its neighbours is on disk."""
        try:
            return await self._writer.write(work, patient)
        except FAILURES as error:
            _tell(error)

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """What the unit returns, from one moment of the file."""
        readers = self._readers or await self._late_readers()
        if readers is None:
            return await self.write(work)
        try:
            async with readers.connect() as connection:
                await connection.exec_driver_sql("BEGIN")
                return await connection.run_sync(work)
        except FAILURES as error:
            _tell(error)

    async def _late_readers(self) -> "AsyncEngine | None":
        """Opened by the last of the first questions; None for all that are asked until then."""
        self._until_readers -= 1
        if self._until_readers == 0:
            self._readers = await asyncio.to_thread(_reading_engine, self._where)
        return self._readers

    async def close(self) -> None:
        """Finish writing, close the file, give it free."""
        await self._writer.close()
        if self._readers is not None:
            await self._readers.dispose()
        self._ownership.close()


async def open_sqlite(where: URL, sole: bool) -> SqliteDatabase:
    """The file's database; makes folder, file and tables where they are missing."""
    path = Path(str(where.database))
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseUnavailable(f"no folder can be made at {path.parent}: {error.strerror}") from error
    with ExitStack() as ownership:
        if sole:
            ownership.callback(os.close, _own(path))
        await asyncio.to_thread(_bring_up_to_date, where)
        return SqliteDatabase(where, ownership.pop_all(), late_readers=sole)


def _own(path: Path) -> int:
    # beside the file: a lock on the database itself would get into SQLite's own
    lock = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise DatabaseBusy(str(path)) from None
    return lock


def _bring_up_to_date(where: URL) -> None:
    engine = _writing_engine(where, MIGRATION)
    with MIGRATING, ExitStack() as cleaning:
        cleaning.callback(engine.dispose)
        try:
            with engine.connect() as transaction:
                transaction.exec_driver_sql(BEGIN)
                migrate(transaction)
                transaction.commit()
        except FAILURES as error:
            _tell(error)


def _tell(error: Exception) -> NoReturn:
    """Raise the failure under the house's name for it, unless the database is well and was only asked wrongly."""
    cause = error.orig if isinstance(error, DatabaseError) else error
    if isinstance(cause, ASKED_WRONGLY):
        raise error
    raise DatabaseUnavailable(str(cause)) from error


def _writing_engine(where: URL, pragmas: tuple[str, ...]) -> Engine:
    engine = create_engine(where, connect_args={"timeout": PATIENCE}, **ENGINE)
    _prepare(engine, pragmas)
    return engine


def _reading_engine(where: URL) -> "AsyncEngine":
    from sqlalchemy.ext.asyncio import create_async_engine  # brings the whole ORM along

    engine = create_async_engine(where.set(drivername="sqlite+aiosqlite"), connect_args={"timeout": PATIENCE}, **ENGINE)
    _prepare(engine.sync_engine, READER)
    return engine


def _prepare(engine: Engine, pragmas: tuple[str, ...]) -> None:
    def connected(connection: DBAPIConnection, _record: object) -> None:
        connection.isolation_level = None  # the driver's own BEGIN would come too late: we say it ourselves
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    event.listen(engine.pool, "connect", connected)  # no events of the engine: every statement would pay for them
