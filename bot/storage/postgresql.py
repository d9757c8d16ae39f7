"""PostgreSQL through asyncpg: every unit a transaction of its own; one that lost a race runs again."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from typing import TypeVar

from asyncpg import PostgresError  # type: ignore[import-untyped]
from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.storage.database import ENGINE, Database, Transaction
from bot.storage.delivery.standstill import connection_settings
from bot.storage.errors import DatabaseUnavailable
from bot.storage.listener import listen
from bot.storage.migrations import migrate
from bot.storage.outgoing import CHANNEL

T = TypeVar("T")
CONNECTIONS = 20
PAUSES = (0.0, 0.02, 0.1, 0.3)  # seconds before another try
SERIALISATION, DEADLOCK, NO_PARENT = "40001", "40P01", "23503"
SETTINGS = {**connection_settings(), "jit": "off"}  # to compile one statement takes half a second, to run it a few ms
LOST_RACES = frozenset({SERIALISATION, DEADLOCK, NO_PARENT})  # no parent: the contact was erased at this very moment


class _Again(Exception):
    """The unit came to nothing before its commit, so that it may be run again."""


class PostgresDatabase(Database):
    """One server, a pool of connections."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._reading = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self._listening: asyncio.Task[None] | None = None

    async def write(self, work: Callable[[Transaction], T], patient: bool = False) -> T:
        """What the unit returns, once its transaction is on disk; lost races are run again a few times."""
        return await self._patiently(self._engine, work)

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """What the unit returns, from one moment of the database."""
        return await self._patiently(self._reading, work)

    def on_outgoing(self, wake: Callable[[], None]) -> None:
        """After a transaction of any process; in vain whenever the connection for it was made anew."""
        super().on_outgoing(wake)
        if self._listening is None:
            self._listening = asyncio.create_task(
                listen(self._engine.sync_engine, CHANNEL, self._ring), name="listener"
            )

    async def close(self) -> None:
        """Close the connections."""
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.wait((self._listening,))
        await self._engine.dispose()

    async def _patiently(self, engine: AsyncEngine, work: Callable[[Transaction], T]) -> T:
        for pause in PAUSES:
            try:
                return await _once(engine, work)
            except _Again:
                await asyncio.sleep(pause)
        try:
            return await _once(engine, work)
        except _Again as error:
            raise DatabaseUnavailable(f"gave up after {len(PAUSES) + 1} tries: {error}") from error.__cause__


async def _once(engine: AsyncEngine, work: Callable[[Transaction], T]) -> T:
    try:
        async with engine.connect() as connection:
            try:
                result = await connection.run_sync(work)
            except DBAPIError as error:
                if error.connection_invalidated or getattr(error.orig, "sqlstate", None) in LOST_RACES:
                    raise _Again(str(error.orig)) from error
                raise
            await connection.commit()
            return result
    except (OSError, TimeoutError, PostgresError, OperationalError, InterfaceError) as error:
        raise DatabaseUnavailable(f"{type(error).__name__} from PostgreSQL: {_told(error)}") from error


def _told(error: BaseException) -> str:
    return str(error.orig) if isinstance(error, DBAPIError) else str(error)


async def open_postgresql(where: URL) -> PostgresDatabase:
    """The server's database, its tables made or brought up to date."""
    engine = create_async_engine(
        where.set(drivername="postgresql+asyncpg"),
        pool_size=CONNECTIONS,
        max_overflow=0,
        connect_args={"server_settings": SETTINGS},
        **ENGINE,
    )
    database = PostgresDatabase(engine)
    async with AsyncExitStack() as connections:
        connections.push_async_callback(database.close)
        await database.write(migrate)
        connections.pop_all()
    return database
