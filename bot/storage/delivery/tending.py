"""What time brings to the ledger, a short piece at a time."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, bindparam, or_, select, update

from bot.storage.database import Transaction
from bot.storage.delivery import claims, ledger_rows, tallies
from bot.storage.delivery.ledger_rows import APART, OVER, WAITING, Found
from bot.storage.notice_tables import broadcasts, deliveries, mailings
from bot.storage.notice_tables import tallies as counts
from bot.storage.outgoing import announce

PIECE = 2000  # rows
MAILINGS = 100  # that are looked at for one

_due = (
    select(deliveries.c.id, deliveries.c.mailing, deliveries.c.state)
    .where(deliveries.c.due_at <= bindparam("moment"))
    .order_by(deliveries.c.due_at)
    .limit(PIECE)
    .with_for_update(skip_locked=True)
)
_unsettled = (
    select(mailings.c.id, mailings.c.state)
    .join(counts, counts.c.mailing == mailings.c.id)
    .where(mailings.c.settled_at.is_(None))
    .order_by(mailings.c.id)
    .limit(MAILINGS)
    .with_for_update(skip_locked=True)
)
_over = _unsettled.where(OVER)
_complete = _unsettled.add_columns(counts.c.held).where(
    or_(
        and_(mailings.c.state == "open", counts.c.waiting == 0),
        and_(mailings.c.state == "done", counts.c.waiting == 0, counts.c.held == 0),
    )
)
_keep = update(mailings).where(mailings.c.id == bindparam("of"))
_reopen = _keep.where(mailings.c.state == "done").values(state="open")
_columns = (deliveries.c.id, deliveries.c.state, deliveries.c.doubts)
_waiting = select(*_columns).where(deliveries.c.mailing == bindparam("of"), WAITING).limit(bindparam("most"))
_apart = select(*_columns).where(deliveries.c.mailing == bindparam("of"), APART).limit(bindparam("most"))
_finished = (
    select(broadcasts.c.id)
    .join(mailings, mailings.c.broadcast == broadcasts.c.id)
    .where(broadcasts.c.state == "sending", mailings.c.state == "done")
)


def tend(tx: Transaction, now: datetime) -> bool:
    """One piece of what is to be done; False where there is nothing."""
    return _wake(tx, now) or _let_go(tx, now) or _finish(tx, now)


def finished(tx: Transaction) -> list[str]:
    """Broadcasts that are still said to be sending though nobody waits for them any more."""
    return list(tx.execute(_finished).scalars())


def _wake(tx: Transaction, now: datetime) -> bool:
    """Whose time has come waits again."""
    rows = tx.execute(_due, {"moment": now}).all()
    if rows:
        wake(tx, [tuple(row) for row in rows], now)
    return bool(rows)


def wake(tx: Transaction, rows: Sequence[tuple[int, int, str]], now: datetime) -> None:
    """These (id, mailing, state) wait again, and their mailings are open for it; those that are over let them go."""
    ledger_rows.move(tx, [id for id, _, _ in rows], "waiting", now)
    moves = tallies.Moves()
    for _, mailing, state in rows:
        moves[mailing, state] -= 1
        moves[mailing, "waiting"] += 1
    for mailing in sorted({mailing for _, mailing, state in rows if state == "held"}):
        tx.execute(_reopen, {"of": mailing})
    tallies.add(tx, moves)
    announce(tx)


def _let_go(tx: Transaction, now: datetime) -> bool:
    """Mailings that are stopped or over drop whoever is not on the way; with the last one they are settled."""
    return any(_drop(tx, row, now) for row in tx.execute(_over, {"moment": now}).all())


def _drop(tx: Transaction, mailing: Found, now: datetime) -> bool:
    taken = claims.claimed_of(tx, [mailing.id])
    given = {"of": mailing.id, "most": PIECE + len(taken)}
    rows = [row for row in tx.execute(_waiting, given) if row.id not in taken] or tx.execute(_apart, given).all()
    doubtful = [(row.id, row.state) for row in rows if row.doubts]
    if taken and not rows:
        doubtful = [(id, "waiting") for id in claims.abandoned(tx, mailing.id, now)]
    _close(tx, mailing.id, [(row.id, row.state) for row in rows if not row.doubts], "dropped", now)
    _close(tx, mailing.id, doubtful, "uncertain", now)
    if not rows and not taken:
        done = {} if mailing.state in ("stopped", "done") else {"state": "done", "done_at": now}
        tx.execute(_keep, {"of": mailing.id, **done, "settled_at": now})
    return bool(rows or doubtful) or not taken


def _close(tx: Transaction, mailing: int, rows: Sequence[tuple[int, str]], to: str, now: datetime) -> None:
    ledger_rows.move(tx, [id for id, _ in rows], to, now)
    tallies.add(tx, tallies.moved(mailing, Counter(state for _, state in rows), to))


def _finish(tx: Transaction, now: datetime) -> bool:
    """Nobody waits any more; where nothing lies ready either, nothing can change."""
    complete = tx.execute(_complete).all()
    for mailing in complete:
        done = {} if mailing.state == "done" else {"state": "done", "done_at": now}
        tx.execute(_keep, {"of": mailing.id, **done, "settled_at": None if mailing.held else now})
    return bool(complete)
