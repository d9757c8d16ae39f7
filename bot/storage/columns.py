"""Kinds of columns and indexes that mean the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Connection,
    DateTime,
    Dialect,
    Index,
    Integer,
    Text,
    TypeDecorator,
    event,
    text,
)
from sqlalchemy.types import TypeEngine


class Moment(TypeDecorator[datetime]):
    """A moment with its zone; on SQLite, which knows neither, text in UTC that sorts as time does."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """How the database keeps it."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """UTC; ValueError for a moment without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        moment = value.astimezone(UTC)
        return moment.isoformat(" ", "microseconds") if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """The moment in UTC."""
        if value is None:
            return None
        return datetime.fromisoformat(value) if dialect.name == "sqlite" else value.astimezone(UTC)


Json = JSON(none_as_null=True)
Id = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only what is declared INTEGER


def some_rows(name: str, condition: str, *columns: str | Column[Any]) -> Index:
    """An index over the few rows that a question is about."""
    index = Index(name, *columns, sqlite_where=text(condition))
    event.listen(index, "before_create", _as_on_sqlite)
    return index


def _as_on_sqlite(index: Index, connection: Connection, **_more: object) -> None:
    """PostgreSQL's option is given only there: to check it, its whole dialect is loaded, and every start would wait."""
    if connection.dialect.name == "postgresql":
        index.dialect_kwargs["postgresql_where"] = index.dialect_kwargs["sqlite_where"]
