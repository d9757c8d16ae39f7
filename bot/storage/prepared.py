"""Statements of every turn: on SQLite, SQLAlchemy takes five times as long around them as SQLite takes for them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect, Select
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.types import TypeEngine

from bot.storage.database import Transaction

Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Sql:
    text: str
    binds: tuple[tuple[str, Any, Convert | None], ...]  # name, what it is where nothing is given, how it is written
    results: tuple[Convert | None, ...]  # None: as it is


class Prepared:
    """A statement with all its parameters by name; written out once for SQLite, left to SQLAlchemy elsewhere."""

    def __init__(self, statement: Select[Any] | UpdateBase, changes: tuple[str, ...] = ()) -> None:
        self._statement = statement
        self._changes = changes  # the columns that the parameters set
        self._sql: _Sql | None = None

    def rows(self, tx: Transaction, values: Mapping[str, Any]) -> list[Any]:
        """The rows, as tuples in the order of the columns."""
        if tx.dialect.name != "sqlite":
            return list(tx.execute(self._statement, values))
        cursor, results = self._run(tx, values)
        return [
            tuple([read(value) if read else value for read, value in zip(results, row)])  # noqa: B905
            for row in cursor.fetchall()
        ]

    def count(self, tx: Transaction, values: Mapping[str, Any]) -> int:
        """How many rows were changed."""
        if tx.dialect.name != "sqlite":
            return tx.execute(self._statement, values).rowcount
        return int(self._run(tx, values)[0].rowcount)

    def _run(self, tx: Transaction, values: Mapping[str, Any]) -> tuple[Any, tuple[Convert | None, ...]]:
        sql = self._sql = self._sql or self._write(tx.dialect)
        given = [
            write(values.get(name, constant)) if write else values.get(name, constant)
            for name, constant, write in sql.binds
        ]
        cursor = tx.connection.cursor()
        cursor.execute(sql.text, given)
        return cursor, sql.results

    def _write(self, dialect: Dialect) -> _Sql:
        compiled = self._statement.compile(dialect=dialect, column_keys=self._changes or None)
        binds = [(name, compiled.params[name], compiled.binds[name].type) for name in compiled.positiontup or ()]
        return _Sql(
            compiled.string,
            tuple((name, constant, _writer(kind, dialect)) for name, constant, kind in binds),
            tuple(_reader(column.type, dialect) for column in self._statement.exported_columns),
        )


def _writer(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _reader(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
