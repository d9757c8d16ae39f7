"""How a broadcast went, for the report afterwards: when people were reached, who was not and why, who needed help."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from bot.conversation.notice_facts import Seen
from bot.storage.broadcasting.broadcast_rows import load
from bot.storage.database import Transaction
from bot.storage.delivery.mailings import mailing_of
from bot.storage.delivery.stretch import IN_ORDER, Stretch, stretch_of
from bot.storage.notice_tables import cases, deliveries
from broadcasts.broadcast import Move

SHARES = (50, 90, 99)  # percent of those who were reached
FIRST = 0  # in place of a share: the first person
MOST_REASONS = 20
MISSED = frozenset({"failed", "uncertain"})

_Group = Row[*tuple[Any, ...]]


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


_groups = (
    select(deliveries.c.channel, deliveries.c.state, deliveries.c.why, func.count().label("persons"))
    .add_columns(func.count(deliveries.c.at).label("timed"))
    .where(IN_ORDER)
    .group_by(deliveries.c.channel, deliveries.c.state, deliveries.c.why)
)
_sent = (
    select(deliveries.c.at, func.row_number().over(order_by=deliveries.c.at).label("place"))
    .where(IN_ORDER, deliveries.c.state == "sent", deliveries.c.at.is_not(None))
    .subquery()
)
_at_places = (
    select(_sent.c.place, _sent.c.at)
    .where(_sent.c.place.in_(bindparam("places", expanding=True)))
    .order_by(_sent.c.place)
)
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
    rows = None if mailing is None else stretch_of(tx, mailing)
    return begun if rows is None else _with_deliveries(tx, begun, rows)


def with_report(seen: Seen, told: Report) -> Seen:
    """The notice with how fast it was and why some were missed, where it was begun at all."""
    if told.started_at is None:
        return seen
    moments = {0: told.first_at, **told.reached}
    reached_in = {share: at - told.started_at for share, at in moments.items() if at is not None}
    return replace(seen, reached_in=reached_in, failures=told.reasons)


def _with_deliveries(tx: Transaction, begun: Report, rows: Stretch) -> Report:
    groups = tx.execute(_groups, rows.given).all()
    at = _reached(tx, rows, sum(one.timed for one in groups if one.state == "sent"))
    return replace(
        begun,
        first_at=at.pop(FIRST, None),
        reached=at,
        channels=_by_channel(groups),
        reasons=_reasons(groups),
    )


def _reached(tx: Transaction, rows: Stretch, sent: int) -> dict[int, datetime]:
    """When the first one had it, under FIRST, and by when each share; nothing where nobody has."""
    if not sent:
        return {}
    places = {FIRST: 1, **{share: -(-sent * share // 100) for share in SHARES}}
    asked = {**rows.given, "places": sorted({*places.values()})}
    at = {row.place: row.at for row in tx.execute(_at_places, asked)}
    return {share: at[place] for share, place in places.items()}


def _by_channel(groups: Sequence[_Group]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for one in sorted(groups, key=lambda one: (one.channel, one.state)):
        states = found.setdefault(one.channel, {})
        states[one.state] = states.get(one.state, 0) + one.persons
    return found


def _reasons(groups: Sequence[_Group]) -> dict[str, int]:
    """The commonest, of those alike in alphabetical order."""
    found = Counter[str]()
    for one in groups:
        if one.state in MISSED and one.why is not None:
            found[one.why] += one.persons
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0]))[:MOST_REASONS])
