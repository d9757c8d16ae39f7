"""How a broadcast went, for the report afterwards: when people were reached, who was not and why, who needed help."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, func, select

from bot.storage.broadcasting.broadcast_rows import load
from bot.storage.database import Transaction
from bot.storage.delivery.mailings import mailing_of
from bot.storage.notice_tables import cases, deliveries
from broadcasts.broadcast import Move

SHARES = (50, 90, 99)  # percent of those who were reached
MOST_REASONS = 20


@dataclass(frozen=True, slots=True)
class CaseTimes:
    """One request for help without a word of it: opened, taken, closed."""

    opened_at: datetime
    taken_at: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Report:
    """Numbers are persons. `reached` says at what moment this share (percent) of all who were reached had it."""

    submitted_at: datetime | None = None
    approved_at: datetime | None = None
    started_at: datetime | None = None
    first_at: datetime | None = None
    reached: Mapping[int, datetime] = field(default_factory=dict)
    channels: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # by channel, then by state
    reasons: Mapping[str, int] = field(default_factory=dict)  # why people were not reached, the commonest first
    cases: tuple[CaseTimes, ...] = ()


_of = deliveries.c.mailing == bindparam("of")
_channels = (
    select(deliveries.c.channel, deliveries.c.state, func.count().label("persons"))
    .where(_of)
    .group_by(deliveries.c.channel, deliveries.c.state)
    .order_by(deliveries.c.channel, deliveries.c.state)
)
_reasons = (
    select(deliveries.c.why, func.count().label("persons"))
    .where(_of, deliveries.c.state.in_(["failed", "uncertain"]), deliveries.c.why.is_not(None))
    .group_by(deliveries.c.why)
    .order_by(func.count().desc(), deliveries.c.why)
    .limit(MOST_REASONS)
)
_sent = (
    select(deliveries.c.at, func.row_number().over(order_by=deliveries.c.at).label("place"))
    .where(_of, deliveries.c.state == "sent", deliveries.c.at.is_not(None))
    .subquery()
)
_at_places = (
    select(_sent.c.place, _sent.c.at)
    .where(_sent.c.place.in_(bindparam("places", expanding=True)))
    .order_by(_sent.c.place)
)
_how_many = select(func.count()).select_from(_sent)
_cases = (
    select(cases.c.opened_at, cases.c.taken_at, cases.c.closed_at)
    .where(cases.c.broadcast == bindparam("about"))
    .order_by(cases.c.opened_at)
)


def report(tx: Transaction, id: str) -> Report:
    """How this broadcast went until now."""
    broadcast, mailing = load(tx, id), mailing_of(tx, id)
    moves = {moved.move: moved.at for moved in broadcast.moves} if broadcast else {}
    helped = tuple(CaseTimes(*row) for row in tx.execute(_cases, {"about": id}))
    decided = moves.get(Move.APPROVE) or moves.get(Move.APPROVE_ALONE) or moves.get(Move.RELEASE)
    begun = Report(moves.get(Move.SUBMIT), decided, moves.get(Move.START), cases=helped)
    return begun if mailing is None else _with_deliveries(tx, begun, mailing)


def _with_deliveries(tx: Transaction, begun: Report, mailing: int) -> Report:
    sent = tx.execute(_how_many, {"of": mailing}).scalar() or 0
    places = {share: -(-sent * share // 100) for share in SHARES} if sent else {}
    asked = {"of": mailing, "places": sorted({1, *places.values()})}
    at = {row.place: row.at for row in tx.execute(_at_places, asked)}
    return Report(
        begun.submitted_at,
        begun.approved_at,
        begun.started_at,
        at.get(1),
        {share: at[place] for share, place in places.items()},
        _by_channel(tx, mailing),
        {row.why: row.persons for row in tx.execute(_reasons, {"of": mailing})},
        begun.cases,
    )


def _by_channel(tx: Transaction, mailing: int) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in tx.execute(_channels, {"of": mailing}):
        found.setdefault(row.channel or "", {})[row.state] = row.persons
    return found
