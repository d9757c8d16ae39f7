"""The door to the database: whole units of work go in, each is kept altogether or not at all."""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, Self, TypeVar

from sqlalchemy import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError

from bot.storage.errors import BadDatabaseUrl

Transaction = Connection
T = TypeVar("T")

ENGINE: dict[str, Any] = {
    "json_serializer": json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode,
    "hide_parameters": True,  # they are what people wrote, and errors end up in logs
}


class Database(ABC):
    """Runs units of work. A unit may be run more than once, so it must touch nothing but its Transaction."""

    _wake: Callable[[], None] | None = None

    @abstractmethod
    async def write(self, work: Callable[[Transaction], T], patient: bool = False) -> T:
        """What the unit returns, once it is on disk; whatever it raises, and then nothing of it is kept.

        `patient` is what takes long and can wait: where there is one writer only, nobody shares its transaction.
        """

    @abstractmethod
    async def read(self, work: Callable[[Transaction], T]) -> T:
        """What the unit returns; it sees one moment of the database, never waits for a writer, and cannot write."""

    @abstractmethod
    async def close(self) -> None:
        """Finish what was handed in and let go of files and connections."""

    def on_outgoing(self, wake: Callable[[], None]) -> None:
        """Have `wake` called in the running event loop whenever there is something new to send, or to send no more.

        On SQLite that is known of this process alone, on PostgreSQL of all, but not while the server is away.
        """
        self._wake = wake

    def _ring(self) -> None:
        if self._wake is not None:
            self._wake()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *failure: object) -> None:
        await self.close()


async def open_database(url: str, sole: bool = False) -> Database:
    """The database at `sqlite:///path` or `postgresql://user:password@host/name`, its tables brought up to date.

    With `sole` a SQLite file is owned until `close`: raises DatabaseBusy when another process owns it.
    Raises BadDatabaseUrl, DatabaseNewer, DatabaseUnavailable.
    """
    where = _parse(url)
    if where.drivername == "sqlite":
        from bot.storage.sqlite import open_sqlite

        return await open_sqlite(where, sole)
    from bot.storage.postgresql import open_postgresql

    return await open_postgresql(where)


def _parse(url: str) -> URL:
    try:
        where = make_url(url)
    except (ArgumentError, ValueError):
        where = None
    kinds = {"sqlite": "sqlite", "postgresql": "postgresql", "postgres": "postgresql"}
    if where is None or where.drivername not in kinds or where.database in (None, "", ":memory:"):
        raise BadDatabaseUrl("write sqlite:///path/to/file.db or postgresql://user:password@host/name")
    return where.set(drivername=kinds[where.drivername])
