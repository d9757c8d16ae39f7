"""Rows added to the ledger by one statement, counted where they are added: thousands need not be carried here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import FromClause, Select, bindparam, func, select
from sqlalchemy.sql.dml import Insert

from bot.storage.database import Transaction
from bot.storage.delivery.stretch import widen
from bot.storage.delivery.tallies import Moves
from bot.storage.notice_tables import deliveries

_newest = select(func.max(deliveries.c.id))


def _by_state(of: FromClause) -> Select[Any]:
    """(state, how many, first id, last id)."""
    return select(of.c.state, func.count(), func.min(of.c.id), func.max(of.c.id)).group_by(of.c.state)


_newer = _by_state(deliveries).where(deliveries.c.id > bindparam("newest"))


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """A statement that adds rows, for a database whose only writer this is, and for one where others write as well."""

    alone: Insert
    among_others: Select[Any]


def rows(added: Insert) -> Rows:
    """From a statement that was not executed yet: SQLAlchemy would remember that it returns nothing."""
    return Rows(added, _by_state(added.returning(deliveries.c.id, deliveries.c.state).cte("added")))


def add(tx: Transaction, mailing: int, added: Rows, given: Mapping[str, Any]) -> Moves:
    """Add rows of one mailing; how many of them are in each state."""
    if tx.dialect.name == "postgresql":
        return _kept(tx, mailing, tx.execute(added.among_others, given).all())
    newest = tx.execute(_newest).scalar_one() or 0  # SQLite cannot count what a statement returns
    tx.execute(added.alone, given)
    return _kept(tx, mailing, tx.execute(_newer, {"newest": newest}).all())


def _kept(tx: Transaction, mailing: int, added: Iterable[Any]) -> Moves:
    moves, ends = Moves(), list[int]()
    for state, number, first, last in added:
        moves[mailing, state] = number
        ends += (first, last)
    widen(tx, mailing, ends)
    return moves
