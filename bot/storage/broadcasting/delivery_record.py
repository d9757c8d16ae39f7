"""What happened to every person of a notice, attempt by attempt, without a word of who they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.storage.database import Transaction
from bot.storage.delivery.mailings import mailing_of
from bot.storage.notice_tables import attempts, deliveries

PORTION = 1000


@dataclass(frozen=True, slots=True)
class Tried:
    """One attempt that did not reach the person: its outcome's name and the network's words."""

    channel: str
    at: datetime
    outcome: str
    why: str


@dataclass(frozen=True, slots=True)
class Delivered:
    """One person's row: how it stands, since when, why, and the attempts before. `id` says only where to read on."""

    id: int
    channel: str
    state: str
    at: datetime | None
    why: str
    tried: tuple[Tried, ...] = ()


_rows = (
    select(deliveries)
    .where(deliveries.c.mailing == bindparam("of"), deliveries.c.id > bindparam("after"))
    .order_by(deliveries.c.id)
    .limit(bindparam("most"))
)
_tries = (
    select(attempts)
    .where(attempts.c.delivery.in_(bindparam("rows", expanding=True)))
    .order_by(attempts.c.delivery, attempts.c.id)
)


def delivered(tx: Transaction, broadcast: str, after: int = 0, most: int = PORTION) -> Sequence[Delivered]:
    """The next persons in the order of the list; none at its end, or for a notice that was never sent."""
    mailing = mailing_of(tx, broadcast)
    if mailing is None:
        return ()
    rows = tx.execute(_rows, {"of": mailing, "after": after, "most": most}).all()
    tried = _tried(tx, [row.id for row in rows])
    return [
        Delivered(row.id, row.channel, row.state, row.at, row.why or "", tuple(tried.get(row.id, ()))) for row in rows
    ]


def _tried(tx: Transaction, rows: Sequence[int]) -> Mapping[int, list[Tried]]:
    found: dict[int, list[Tried]] = {}
    for row in tx.execute(_tries, {"rows": rows}) if rows else ():
        found.setdefault(row.delivery, []).append(Tried(row.channel, row.at, row.outcome, row.why))
    return found
