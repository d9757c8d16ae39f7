"""Which waiting rows somebody is at: one row for each portion, rewritten as its results come in."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, update

from bot.storage.database import Transaction
from bot.storage.notice_tables import claims, lanes

_put = insert(claims)
_of_mailings = select(claims.c.rows).where(claims.c.mailing.in_(bindparam("of", expanding=True)))
_of_epoch = (
    select(claims.c.id, claims.c.rows)
    .where(claims.c.channel == bindparam("lane"), claims.c.epoch == bindparam("at_epoch"))
    .order_by(claims.c.id)
    .with_for_update()
)
_abandoned = (
    select(claims.c.rows)
    .join(lanes, lanes.c.channel == claims.c.channel)
    .where(claims.c.mailing == bindparam("of"), lanes.c.until <= bindparam("moment"))
)
_all = select(claims.c.id, claims.c.rows).order_by(claims.c.id).with_for_update()
_remove = delete(claims).where(claims.c.id == bindparam("claim"))
_shrink = update(claims).where(claims.c.id == bindparam("claim")).values(rows=bindparam("left"))


def claimed_of(tx: Transaction, mailings: Sequence[int]) -> set[int]:
    """The rows of these mailings that are on their way."""
    return {row for rows in tx.execute(_of_mailings, {"of": mailings}).scalars() for row in rows}


def claim(tx: Transaction, lane: str, epoch: int, mailing: int, rows: Sequence[int]) -> None:
    """From now on these rows belong to this lease."""
    tx.execute(_put, {"channel": lane, "epoch": epoch, "mailing": mailing, "rows": list(rows)})


def let_go(tx: Transaction, lane: str, epoch: int, rows: Collection[int]) -> set[int]:
    """Which of these rows belonged to this lease; they no longer do."""
    found = tx.execute(_of_epoch, {"lane": lane, "at_epoch": epoch}).all()
    return _without(tx, [(claim.id, claim.rows) for claim in found], rows)


def abandoned(tx: Transaction, mailing: int, now: datetime) -> set[int]:
    """The rows of a mailing that were claimed over lanes that nobody owns any more; from now on nobody is at them."""
    rows = {row for rows in tx.execute(_abandoned, {"of": mailing, "moment": now}).scalars() for row in rows}
    forget(tx, rows)
    return rows


def forget(tx: Transaction, rows: Iterable[int]) -> None:
    """Nobody is at these rows, whoever was."""
    gone = set(rows)
    if gone:
        _without(tx, [(claim.id, claim.rows) for claim in tx.execute(_all)], gone)


def _without(tx: Transaction, found: Sequence[tuple[int, list[int]]], rows: Collection[int]) -> set[int]:
    gone: set[int] = set()
    for claim, claimed in found:
        left = [row for row in claimed if row not in rows]
        if len(left) == len(claimed):
            continue
        gone.update(claimed)
        gone.difference_update(left)
        if left:
            tx.execute(_shrink, {"claim": claim, "left": left})
        else:
            tx.execute(_remove, {"claim": claim})
    return gone
