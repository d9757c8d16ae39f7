"""Where the rows of one mailing lie in the ledger, so that they can be read from the first to the last."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, func, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from bot.storage.database import Transaction
from bot.storage.notice_tables import deliveries


class _UnlessSqlite(FunctionElement[int]):
    """A column by whose index SQLite may not go."""

    name, inherit_cache = "unless_sqlite", True


class _IfSqlite(FunctionElement[int]):
    """A column by whose index nobody but SQLite may go."""

    name, inherit_cache = "if_sqlite", True


@compiles(_UnlessSqlite, "sqlite")
@compiles(_IfSqlite, "postgresql")
def _hidden(element: FunctionElement[int], compiler: SQLCompiler, **options: Any) -> str:
    return f"({compiler.process(element.clauses, **options)} + 0)"


@compiles(_UnlessSqlite)
@compiles(_IfSqlite)
def _open(element: FunctionElement[int], compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.clauses, **options)


_of: BindParameter[int] = bindparam("of")
_first: BindParameter[int] = bindparam("first")
_last: BindParameter[int] = bindparam("last")

# In the order of their ids; by the index over mailings each portion would be looked for among all rows.
IN_ORDER = and_(deliveries.c.id >= _first, deliveries.c.id <= _last, deliveries.c.mailing + 0 == _of)

# All at once. SQLite jumps for every row of an index, and is quicker from end to end; PostgreSQL sorts its jumps first.
ALTOGETHER = and_(
    _IfSqlite(deliveries.c.id) >= _first,
    _IfSqlite(deliveries.c.id) <= _last,
    _UnlessSqlite(deliveries.c.mailing) == _of,
)

# counted along, or PostgreSQL would look for the first one from the beginning of the ledger
_ends = select(func.min(deliveries.c.id), func.max(deliveries.c.id), func.count()).where(deliveries.c.mailing == _of)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From the first to the last row of a mailing; rows of others may lie between."""

    mailing: int
    first: int
    last: int

    @property
    def given(self) -> dict[str, Any]:
        """As IN_ORDER and ALTOGETHER ask for it."""
        return {"of": self.mailing, "first": self.first, "last": self.last}


def stretch_of(tx: Transaction, mailing: int) -> Stretch | None:
    """None for a mailing without a row."""
    first, last, count = tx.execute(_ends, {"of": mailing}).one()
    return Stretch(mailing, first, last) if count else None
