"""The same statements past most of SQLAlchemy, which takes many times as long around them as SQLite takes for them."""

from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Select
from sqlalchemy.engine import IteratorResult
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import UpdateBase

Statement = Select[Any] | UpdateBase
Convert = Callable[[Any], Any]
Names = tuple[str, ...]
Lengths = tuple[int, ...]


class _Text:
    """What SQLite reads: for each question mark the value's name, its place among several, and how it is written."""

    __slots__ = ("given", "sql")

    def __init__(self, sql: str, given: list[tuple[str, int | None, Any, Convert | None]]) -> None:
        self.sql, self.given = sql, given

    def values(self, values: Mapping[str, Any]) -> list[Any]:
        """What stands for the question marks; where nothing is given, the statement's own constants."""
        found = []
        for name, place, constant, write in self.given:
            value = values.get(name, constant) if place is None else [*values[name]][place]
            found.append(write(value) if write else value)
        return found


class _Plan:
    """A statement with parameters of these names; its text also depends on how many values stand in an IN (…)."""

    def __init__(self, statement: Statement, names: Names, connection: Connection) -> None:
        self._dialect = dialect = connection.dialect
        self._compiled: SQLCompiler = statement.compile(dialect=dialect, column_keys=sorted(names) or None)
        self._names = names
        self._several = [bind.key for bind in self._compiled.binds.values() if bind.expanding and bind.key in names]
        columns = list(statement.exported_columns)
        self.columns = SimpleResultMetaData([str(column.key) for column in columns])
        readers = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
        self.readers: list[tuple[int, Convert]] = [(place, read) for place, read in enumerate(readers) if read]
        self._texts: dict[Lengths, _Text] = {}

    def text(self, values: Mapping[str, Any]) -> _Text:
        """The text for as many values as these."""
        lengths = tuple([len(values[name]) for name in self._several])
        text = self._texts.get(lengths)
        if text is None:
            text = self._texts[lengths] = self._written(dict(zip(self._several, lengths, strict=True)))
        return text

    def _written(self, lengths: Mapping[str, int]) -> _Text:
        values = dict.fromkeys(self._names) | {name: [None] * length for name, length in lengths.items()}
        state = self._compiled.construct_expanded_state(values)
        parts = {
            part: (whole, place) for whole, of in state.parameter_expansion.items() for place, part in enumerate(of)
        }
        given: list[tuple[str, int | None, Any, Convert | None]] = []
        for name in state.positiontup or ():
            whole, place = parts.get(name, (name, None))
            write = self._compiled.binds[whole].type.dialect_impl(self._dialect).bind_processor(self._dialect)
            asked = (whole, place) if whole in lengths else (name, None)
            given.append((*asked, state.parameters[name], write))
        return _Text(state.statement, given)


class _Rows(IteratorResult[Any]):
    rowcount = -1


class Swift:
    """A Transaction for statements that are kept and used again; all others go the whole way."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._plans: WeakKeyDictionary[Statement, dict[Names, _Plan]] = WeakKeyDictionary()
        self.info, self.dialect = connection.info, connection.dialect
        self._driver: Any = connection.connection.driver_connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, statement: Any, values: Any = None) -> Any:
        """As a Connection does."""
        plans = self._plans.get(statement) if isinstance(statement, Select | UpdateBase) else None
        if plans is None or values == []:
            if isinstance(statement, Select | UpdateBase):
                self._plans.setdefault(statement, {})  # perhaps it was made for this one time
            return self._connection.execute(statement, values)
        several = values if isinstance(values, list) else [values or {}]
        names = tuple(several[0])
        plan = plans.get(names)
        if plan is None:
            plan = plans[names] = _Plan(statement, names, self._connection)
        done = [self._run(plan, each) for each in several]
        result = _Rows(plan.columns, chain.from_iterable(rows for rows, _ in done))
        result.rowcount = sum(count for _, count in done)
        return result

    def _run(self, plan: _Plan, values: Mapping[str, Any]) -> tuple[list[tuple[Any, ...]], int]:
        """The rows, and how many were changed."""
        text = plan.text(values)
        cursor = self._driver.execute(text.sql, text.values(values))
        rows = cursor.fetchall()
        if plan.readers:
            rows = [_read(row, plan.readers) for row in rows]
        return rows, cursor.rowcount


def _read(row: tuple[Any, ...], readers: list[tuple[int, Convert]]) -> tuple[Any, ...]:
    found = [*row]
    for place, read in readers:
        found[place] = read(found[place])
    return tuple(found)
