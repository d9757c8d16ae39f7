"""Who sends over which account: one owner at a time, by a lease whose number goes up with every owner."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, delete, func, literal_column, select, update

from bot.messages import EPOCH
from bot.storage.database import Transaction
from bot.storage.delivery.standstill import end_frozen
from bot.storage.notice_tables import answerers, lanes
from bot.storage.upsert import insert
from broadcasts.ports import Lease

LASTS = timedelta(seconds=10)

_here = lanes.c.channel == bindparam("lane")
_mine = and_(_here, lanes.c.owner == bindparam("by"), lanes.c.epoch == bindparam("at_epoch"))
_begin = insert(lanes).values(epoch=0, owner="").on_conflict_do_nothing(index_elements=[lanes.c.channel])
_held = select(lanes.c.owner, lanes.c.epoch, lanes.c.until).where(_here).with_for_update(skip_locked=True)
_still = select(lanes.c.epoch).where(_mine)
_still_to_claim = _still.with_for_update()
_still_to_record = _still.with_for_update(read=True)
_take = update(lanes).where(_here)
_renew = update(lanes).where(_mine, lanes.c.until > bindparam("moment"))
_release = update(lanes).where(_mine)
_answer = insert(answerers).on_conflict_do_update(
    index_elements=[answerers.c.channel, answerers.c.owner], set_={"until": literal_column("excluded.until")}
)
_owns = delete(answerers).where(answerers.c.channel == bindparam("lane"), answerers.c.owner == bindparam("by"))
_living = (
    select(func.count())
    .select_from(answerers)
    .where(answerers.c.channel == bindparam("lane"), answerers.c.until > bindparam("moment"))
)


def take(tx: Transaction, lane: str, owner: str, now: datetime) -> Lease | None:
    """The lease under a new number; None where somebody else lives on it, and then this one is known to answer."""
    end_frozen(tx)  # among them may be the owner, in the middle of what it writes under its lease
    held = tx.execute(_held, {"lane": lane}).first()
    if held is None:
        tx.execute(_begin, {"channel": lane, "until": EPOCH})
        held = tx.execute(_held, {"lane": lane}).first()
    if held is None or (held.owner != owner and held.until > now):  # None: somebody writes under it at this moment
        tx.execute(_answer, {"channel": lane, "owner": owner, "until": now + LASTS})
        return None
    lease = Lease(lane, owner, held.epoch + 1, now + LASTS)
    tx.execute(_take, {"lane": lane, "owner": owner, "epoch": lease.epoch, "until": lease.until})
    tx.execute(_owns, {"lane": lane, "by": owner})
    return replace(lease, others=answering(tx, lane, now))


def renew(tx: Transaction, lease: Lease, now: datetime) -> Lease | None:
    """The lease with a later end; None where it is over, whoever has it now."""
    renewed = replace(lease, until=now + LASTS)
    if tx.execute(_renew, {**_of(lease), "moment": now, "until": renewed.until}).rowcount == 0:
        return None
    return replace(renewed, others=answering(tx, lease.lane, now))


def release(tx: Transaction, lease: Lease, free_at: datetime) -> None:
    """Whoever comes next need not wait longer than until then."""
    tx.execute(_release, {**_of(lease), "until": free_at})


def answering(tx: Transaction, lane: str, now: datetime) -> int:
    """How many living processes answer people over the account without owning the lane."""
    return tx.execute(_living, {"lane": lane, "moment": now}).scalar_one()


def owned(tx: Transaction, lease: Lease, to_claim: bool = False) -> bool:
    """Whether the lease has this number still; nobody takes the lane before this transaction ends."""
    return tx.execute(_still_to_claim if to_claim else _still_to_record, _of(lease)).first() is not None


def _of(lease: Lease) -> dict[str, object]:
    return {"lane": lease.lane, "by": lease.owner, "at_epoch": lease.epoch}
