"""Mailings: one text on its way to many persons, or a note to a few; opened, stopped, looked at."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import BindParameter, bindparam, select, update

from bot.conversation.notice_facts import SHUT_OUT, Tally
from bot.messages import EPOCH, Address
from bot.storage.database import Transaction
from bot.storage.delivery import fan_out, tallies
from bot.storage.delivery.claims import claimed_of
from bot.storage.delivery.ledger_rows import OVER
from bot.storage.delivery.recipients import by_channel, filter_for, filter_of, persons, shut_out
from bot.storage.delivery.stretch import widen
from bot.storage.notice_tables import deliveries, mailings
from bot.storage.outgoing import announce
from bot.storage.upsert import insert
from broadcasts.audience import Audience
from broadcasts.notice import Level

_of: BindParameter[Any] = bindparam("of")
_add_mailing = insert(mailings).on_conflict_do_nothing(index_elements=[mailings.c.key]).returning(mailings.c.id)
_add = insert(deliveries).returning(deliveries.c.id)
_known = select(mailings.c.id).where(mailings.c.key == _of)
_lock = select(mailings.c.id).where(mailings.c.id == _of).with_for_update()
_stop = update(mailings).where(mailings.c.id == _of).values(state="stopped")
_newest = (
    select(mailings.c.id, mailings.c.state).where(mailings.c.broadcast == _of).order_by(mailings.c.id.desc()).limit(1)
)
_closed = select(mailings.c.id).where(mailings.c.id.in_(bindparam("of", expanding=True)), OVER)
_body = select(mailings.c.body).where(mailings.c.id == _of)
_replaced = select(mailings.c.replaces).where(mailings.c.id == _of)
_state = select(mailings.c.state).where(mailings.c.id == _of)


def open_mailing(  # noqa: PLR0913, PLR0917 -- each is named by whoever calls it
    tx: Transaction,
    broadcast: str | None,
    level: Level,
    body: Mapping[str, Any],
    audience: Audience | None,
    now: datetime,
    expires_at: datetime | None,
    replaces: int | None = None,
    only_received: bool = False,
    closes: bool = False,
) -> int:
    """The id of a new mailing, whose rows follow in short pieces; the first 200 of khẩn cấp are there at once.

    What it replaces is stopped. With `only_received` it goes to exactly those who got, or may have got, that one or
    what that one had replaced; with `closes` to these too.
    """
    if replaces is not None:
        stop(tx, replaces, now)
    received = _chain(tx, replaces) if only_received or closes else ()
    left = tuple(sorted(claimed_of(tx, received))) if received else ()
    fields = {
        "state": "spelling",
        "broadcast": broadcast,
        "expires_at": expires_at,
        "audience": audience and audience.to_json(),
        "cursor": fan_out.Cursor(old=0 if only_received else None, received=received, left=left).to_json(),
        "replaces": replaces,
        "only_received": only_received,
    }
    mailing = cast(int, _begin(tx, level, body, now, **fields))
    if level is Level.URGENT:
        fan_out.begin(tx, mailing, now)
    return mailing


def _chain(tx: Transaction, mailing: int | None) -> tuple[int, ...]:
    """A mailing and all that it has replaced at first or second hand, the newest first."""
    found: list[int] = []
    while mailing is not None and mailing not in found:
        found.append(mailing)
        mailing = tx.execute(_replaced, {"of": mailing}).scalar()
    return tuple(found)


def open_note(  # noqa: PLR0913, PLR0917 -- as above
    tx: Transaction,
    level: Level,
    body: Mapping[str, Any],
    recipients: Sequence[tuple[str | None, Address]],
    key: str,
    now: datetime,
    expires_at: datetime | None,
) -> int:
    """The id of a mailing to these (contact, address), one row for each person; the same key opens nothing twice."""
    mailing = _begin(tx, level, body, now, state="open", expires_at=expires_at, key=key)
    if mailing is None:
        return int(tx.execute(_known, {"of": key}).scalar_one())
    persons: dict[str | Address, tuple[str | None, Address]] = {}
    for contact, address in recipients:
        persons.setdefault(contact or address, (contact, address))
    if persons:
        rows = tx.execute(_add, [_row(mailing, contact, address) for contact, address in persons.values()])
        widen(tx, mailing, rows.scalars().all())
        tallies.add(tx, tallies.Moves({(mailing, "waiting"): len(persons)}))
    return mailing


def _begin(tx: Transaction, level: Level, body: Mapping[str, Any], now: datetime, **fields: Any) -> int | None:
    """None where there is one with this key already."""
    values = {"level": level.value, "body": dict(body), "made_at": now, "only_received": False, **fields}
    mailing: int | None = tx.execute(_add_mailing, values).scalar()
    if mailing is not None:
        tallies.begin(tx, mailing)
        announce(tx)
    return mailing


def _row(mailing: int, contact: str | None, address: Address) -> dict[str, Any]:
    at = {"contact": contact, "channel": address.channel, "account": address.account}
    return {"mailing": mailing, **at, "state": "waiting", "attempts": 0, "doubts": 0}


def stop(tx: Transaction, mailing: int, now: datetime) -> None:
    """From this moment nobody new gets it; its rows are let go in short pieces."""
    tx.execute(_lock, {"of": mailing})  # whoever claims some of it at this moment is waited for
    tx.execute(_stop, {"of": mailing})
    announce(tx)


def mailing_of(tx: Transaction, broadcast: str) -> int | None:
    """The newest mailing of a broadcast."""
    found = tx.execute(_newest, {"of": broadcast}).first()
    return found and found.id


def is_done(tx: Transaction, broadcast: str) -> bool:
    """Whether nobody waits for a broadcast's mailing any more; for some it may lie ready."""
    found = tx.execute(_newest, {"of": broadcast}).first()
    return found is not None and found.state == "done"


def stopped(tx: Transaction, mailings: Sequence[int], now: datetime) -> frozenset[int]:
    """Which of these nobody is to get any more: stopped, replaced or over."""
    return frozenset(tx.execute(_closed, {"of": mailings, "moment": now}).scalars())


def body_of(tx: Transaction, mailing: int) -> dict[str, Any]:
    """What is sent, exactly as it was approved; it never changes."""
    return dict(tx.execute(_body, {"of": mailing}).scalar_one())


def tally(tx: Transaction, mailing: int) -> Tally:
    """How it goes, in persons; `read` and `help` are not its business."""
    counts = tallies.counts(tx, mailing)
    spelled = tx.execute(_state, {"of": mailing}).scalar_one() != "spelling"
    return Tally(meant=sum(counts.values()), spelled=spelled, **counts)


def reach(
    tx: Transaction, areas: Collection[str], level: Level, now: datetime, ages: Collection[str] = ()
) -> dict[str, int]:
    """How many persons each channel would reach now; under SHUT_OUT those whom no network lets us write to."""
    people, given = filter_of(level, ages), {**_given(areas), "moment": now}
    found = {row.channel: row.people for row in tx.execute(by_channel(people), given) if row.channel is not None}
    closed = {row.channel: row.people for row in tx.execute(shut_out(people), given)}
    rest = {channel: persons - closed.get(channel, 0) for channel, persons in found.items()}
    return {**rest, SHUT_OUT: sum(closed.values())} if closed else rest


def head_count(tx: Transaction, audience: Audience, level: Level) -> int:
    """How many persons a mailing would have rows for now, those without an address included."""
    people, given = filter_for(audience, level), _given(audience.areas)
    if not people.channels:
        return int(tx.execute(persons(people), given).scalar_one())
    return sum(row.people for row in tx.execute(by_channel(people), {**given, "moment": EPOCH}))


def _given(areas: Collection[str]) -> dict[str, Any]:
    return {"areas": sorted(areas)}
