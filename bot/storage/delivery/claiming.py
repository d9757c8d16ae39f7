"""Handing out waiting rows to whoever owns a lane."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, Text, bindparam, select

from bot.storage.database import Transaction
from bot.storage.delivery import claims
from bot.storage.delivery.lanes import owned
from bot.storage.delivery.ledger_rows import IDS, LIVE, WAITING, Change, Found, change, moment
from bot.storage.listed import listed
from bot.storage.notice_tables import deliveries, mailings
from bot.storage.quiet_hours import quiet_until
from bot.storage.tables import contacts
from broadcasts.notice import Level
from broadcasts.ports import Lease, Parcel

LOOKED_AT = 64  # mailings with waiting rows, for one portion
LOOKS = (1000, 1000)  # further rows among which somebody may be awake, at night

_here = (deliveries.c.channel == bindparam("lane"), WAITING)
_candidates = (
    select(mailings.c.id, mailings.c.replaces)
    .where(
        LIVE,
        mailings.c.level == bindparam("at_level"),
        select(deliveries.c.id).where(deliveries.c.mailing == mailings.c.id, *_here).exists(),
    )
    .order_by(mailings.c.id)
    .limit(LOOKED_AT)
    .with_for_update(read=True, key_share=True, of=mailings)  # so that `stop` waits for a claim that has begun
)
_first = (
    select(deliveries.c.id, *(deliveries.c[name] for name in ("contact", "account", "attempts", "doubts")))
    .where(
        deliveries.c.mailing == bindparam("of"),
        deliveries.c.id.not_in(select(listed("taken", id=BigInteger).c.id)),
        *_here,
    )
    .order_by(deliveries.c.id)
    .limit(bindparam("most"))
)
_given_people = select(listed("people", contact=Text).c.contact)
_quiet = select(contacts.c.id, contacts.c.quiet_from, contacts.c.quiet_to).where(
    contacts.c.quiet_from.is_not(None), contacts.c.id.in_(_given_people)
)
_chain = select(mailings.c.id, mailings.c.replaces).where(mailings.c.id == bindparam("of")).cte("chain", recursive=True)
_chain = _chain.union(select(mailings.c.id, mailings.c.replaces).join(_chain, mailings.c.id == _chain.c.replaces))
_older = select(_chain.c.id).where(_chain.c.id != bindparam("of"))
_people = select(deliveries.c.contact).where(IDS)
_arrived = (
    select(deliveries.c.contact, deliveries.c.account, deliveries.c.messages)
    .where(
        deliveries.c.mailing.in_(bindparam("older", expanding=True)),
        deliveries.c.contact.in_(_given_people),
        deliveries.c.channel == bindparam("lane"),
        deliveries.c.messages.is_not(None),
    )
    .order_by(deliveries.c.mailing)
)


@dataclass(frozen=True, slots=True)
class _Source:
    """A mailing whose rows are handed out, with the mailings that it replaces, at first or second hand."""

    mailing: int
    level: Level
    older: tuple[int, ...]


def claim(tx: Transaction, lease: Lease, level: Level, most: int, now: datetime) -> list[Parcel]:
    """Up to `most` parcels of live mailings of this level, oldest mailing first."""
    found = tx.execute(_candidates, {"lane": lease.lane, "at_level": level.value, "moment": now}).all()
    if not found or not owned(tx, lease, to_claim=True):
        return []
    parcels: list[Parcel] = []
    for mailing, replaces in found:
        if len(parcels) < most:
            older = () if replaces is None else tuple(tx.execute(_older, {"of": mailing}).scalars())
            source = _Source(mailing, level, older)
            parcels += _handed_out(tx, lease, source, _ready(tx, lease.lane, source, most - len(parcels), now))
    return parcels


def _ready(tx: Transaction, lane: str, source: _Source, most: int, now: datetime) -> Sequence[Found]:
    """The first waiting rows of people who may be written to at this hour; the others are put off until they may."""
    busy = _busy(tx, source)
    given = {"of": source.mailing, "lane": lane, "taken": [[id] for id in claims.claimed_of(tx, [source.mailing])]}
    awake: Sequence[Found] = ()
    for look in (most, *LOOKS):
        found = tx.execute(_first, {**given, "most": look + len(busy)}).all()
        if busy:
            found = [row for row in found if row.contact not in busy]
        awake = _put_off(tx, found, now) if source.level is Level.ROUTINE else found
        if len(awake) >= most or len(awake) == len(found):
            break
    return awake[:most]


def _busy(tx: Transaction, source: _Source) -> set[str]:
    """Whoever is just getting an older text: the newer one must not overtake it."""
    rows = claims.claimed_of(tx, source.older) if source.older else ()
    return set(tx.execute(_people, {"rows": [[row] for row in rows]}).scalars()) if rows else set()


def _put_off(tx: Transaction, found: Sequence[Found], now: datetime) -> Sequence[Found]:
    """Who of these is awake; the others wait until their quiet hours are over."""
    quiet = tx.execute(_quiet, {"people": [[row.contact] for row in found]})
    ends = {contact: end for contact, begin, until in quiet if (end := quiet_until(begin, until, now))}
    if not ends:
        return found
    asleep = [Change(row.id, "later", moment(now), moment(ends[row.contact])) for row in found if row.contact in ends]
    change(tx, asleep)
    return [row for row in found if row.contact not in ends]


def _handed_out(tx: Transaction, lease: Lease, source: _Source, found: Sequence[Found]) -> list[Parcel]:
    if not found:
        return []
    mailing, lane, level = source.mailing, lease.lane, source.level
    claims.claim(tx, lane, lease.epoch, mailing, [row[0] for row in found])
    old = _standing(tx, lane, source, found) if source.older else {}
    return [
        Parcel(id, mailing, lane, account, level, attempts, doubts, old.get((contact, account), ()) if old else ())
        for id, contact, account, attempts, doubts in found
    ]


def _standing(
    tx: Transaction, lane: str, source: _Source, found: Sequence[Found]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """The newest messages of the older mailings that stand in these people's conversations, by contact and account."""
    given = {"lane": lane, "older": source.older, "people": [[row.contact] for row in found]}
    return {(row.contact, row.account): tuple(row.messages) for row in tx.execute(_arrived, given)}
