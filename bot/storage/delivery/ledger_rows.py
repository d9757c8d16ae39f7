"""Rows of the ledger as statements find and change them, many at once."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Integer, Row, Text, and_, bindparam, literal_column, or_, select, update

from bot.storage.columns import Json, Moment
from bot.storage.database import Transaction
from bot.storage.listed import listed
from bot.storage.notice_tables import deliveries, mailings

# written out, because an index over some rows is used only where its condition stands in the statement
WAITING = deliveries.c.state == literal_column("'waiting'")
HELD = deliveries.c.state == literal_column("'held'")
APART = deliveries.c.state.in_((literal_column("'later'"), literal_column("'held'")))

_moment = bindparam("moment", type_=Moment)
LIVE = and_(  # a mailing that is neither complete nor stopped nor over at the `moment`
    mailings.c.settled_at.is_(None),
    mailings.c.state.in_(("spelling", "open")),
    or_(mailings.c.expires_at.is_(None), mailings.c.expires_at > _moment),
)
OVER = or_(mailings.c.state == "stopped", mailings.c.expires_at <= _moment)  # one that nobody is to get any more

Found = Row[*tuple[Any, ...]]


class Change(NamedTuple):
    """What becomes of a row that has not arrived; attempts and doubts are added to what there was."""

    id: int
    state: str
    at: str
    due_at: str | None = None
    attempts: int = 0
    doubts: int = 0
    why: str | None = None


IDS = deliveries.c.id.in_(select(listed("rows", id=BigInteger).c.id))  # given as `rows`, each in a list of its own

_changed = listed(
    "rows", id=BigInteger, state=Text, at=Moment, due_at=Moment, attempts=Integer, doubts=Integer, why=Text
)
_change = (
    update(deliveries)
    .where(deliveries.c.id == _changed.c.id)
    .values({name: _changed.c[name] for name in ("state", "at", "due_at", "why")})
    .values({name: deliveries.c[name] + _changed.c[name] for name in ("attempts", "doubts")})
)
_arrived = listed("rows", id=BigInteger, at=Moment, messages=Json)
_arrive = (
    update(deliveries)
    .where(deliveries.c.id == _arrived.c.id)
    .values(state=bindparam("to"), at=_arrived.c.at, messages=_arrived.c.messages)
)
_move = update(deliveries).where(IDS).values(state=bindparam("to"), due_at=None, at=bindparam("when", type_=Moment))


def change(tx: Transaction, changes: Sequence[Change]) -> None:
    """Keep all of these."""
    if changes:
        tx.execute(_change, {"rows": changes})


def arrive(tx: Transaction, to: str, arrivals: Sequence[tuple[int, str, tuple[str, ...]]]) -> None:
    """Keep these rows as sent or held: (id, moment, the network's names for the messages)."""
    if arrivals:
        tx.execute(_arrive, {"rows": arrivals, "to": to})


def move(tx: Transaction, ids: Iterable[int], to: str, now: datetime) -> None:
    """Put all of these into one state; none of them has a time to wait for any more."""
    rows = [[id] for id in ids]
    if rows:
        tx.execute(_move, {"rows": rows, "to": to, "when": now})


def moment(at: datetime) -> str:
    """A moment as JSON carries it to a column of moments."""
    return at.astimezone(UTC).isoformat(" ", "microseconds")
