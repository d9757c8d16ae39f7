"""What happened to every person of a notice, attempt by attempt, without a word of who they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.storage.database import Transaction
from bot.storage.delivery.mailings import mailing_of
from bot.storage.delivery.stretch import IN_ORDER, Stretch, stretch_of
from bot.storage.notice_tables import attempts, deliveries

PORTION = 1000  # persons; to read them takes some milliseconds, in which nothing else is done


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


_columns = [deliveries.c[name] for name in ("id", "channel", "state", "at", "why")]
_rows = select(*_columns).where(IN_ORDER).order_by(deliveries.c.id).limit(bindparam("most"))
_tries = (
    select(attempts)
    .where(attempts.c.delivery.between(bindparam("first"), bindparam("last")))
    .order_by(attempts.c.delivery, attempts.c.id)
)


def all_delivered(tx: Transaction, broadcast: str) -> Stretch | None:
    """Where the persons of a notice lie; None for one that was never sent, or to nobody."""
    mailing = mailing_of(tx, broadcast)
    return None if mailing is None else stretch_of(tx, mailing)


def delivered(tx: Transaction, rows: Stretch, most: int = PORTION) -> Sequence[Delivered]:
    """The first persons of this stretch."""
    found = tx.execute(_rows, {**rows.given, "most": most}).all()
    tried = _tried(tx, found[0].id, found[-1].id) if found else {}
    return [
        Delivered(id, channel, state, at, why or "", tuple(tried.get(id, ()))) for id, channel, state, at, why in found
    ]


def _tried(tx: Transaction, first: int, last: int) -> Mapping[int, list[Tried]]:
    """By row of the ledger, those of other mailings that lie between included."""
    found: dict[int, list[Tried]] = {}
    for row in tx.execute(_tries, {"first": first, "last": last}):
        found.setdefault(row.delivery, []).append(Tried(row.channel, row.at, row.outcome, row.why))
    return found
