"""Where a broadcast becomes a mailing, and what that does to the one it refers to."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from bot.notices.screens import notice_body
from bot.storage import jobs
from bot.storage.broadcasting.broadcast_rows import free_code, holds_until, keep, load
from bot.storage.database import Transaction
from bot.storage.delivery import mailings
from broadcasts.broadcast import BEGUN, MOVES, TAKES, Broadcast, Move
from broadcasts.notice import Kind, Notice


@dataclass(frozen=True, slots=True)
class Hand:
    """Who moves a broadcast, from where, when, and why."""

    by: str
    where: str
    at: datetime
    reason: str = ""

    def moves(self, broadcast: Broadcast, move: Move) -> Broadcast:
        """The broadcast after the move; raises Impossible."""
        reason = "" if move in (Move.START, Move.RELEASE) else self.reason  # it was given for what led there
        return broadcast.moved(move, self.by, self.at, self.where, reason)


def start(tx: Transaction, before: Broadcast | None, approved: Broadcast, hand: Hand) -> None:
    """Send what is approved now. `before` is what is kept of it so far.

    The one that it refers to is replaced, taken back or ended in the same breath, and its mailing stopped.
    """
    old = _taken(tx, approved, hand)
    keep(tx, before, hand.moves(approved, Move.START))
    mailings.open_mailing(
        tx,
        approved.id,
        approved.notice.level,
        notice_body(approved, old, approved.recording),
        approved.audience,
        hand.at,
        holds_until(approved),
        replaces=mailings.mailing_of(tx, old.id) if old else None,
        only_received=approved.notice.kind is Kind.CANCEL,
        closes=approved.notice.kind is Kind.ALL_CLEAR,
    )
    jobs.put(tx, jobs.JobKind.PROGRESS, approved.id, hand.at)


def _taken(tx: Transaction, approved: Broadcast, hand: Hand) -> Broadcast | None:
    """What it takes the place of, stopped by now; of one that never began, also what that was to take the place of."""
    old = load(tx, approved.refers_to, hold=True) if approved.refers_to else None
    if old is not None:
        stop(tx, old, TAKES[approved.notice.kind], hand)
    while old is not None and mailings.mailing_of(tx, old.id) is None:
        before = load(tx, old.refers_to, hold=True) if old.refers_to else None
        if before is None or (before.state, TAKES[approved.notice.kind]) not in MOVES:
            return old
        stop(tx, before, TAKES[approved.notice.kind], hand)
        old = before
    return old


def stop(tx: Transaction, broadcast: Broadcast, move: Move, hand: Hand) -> None:
    """Move it, and have nothing of it sent from now on."""
    keep(tx, broadcast, hand.moves(broadcast, move))
    jobs.drop(tx, jobs.JobKind.START, broadcast.id)
    mailing = mailings.mailing_of(tx, broadcast.id)
    if mailing is not None:
        mailings.stop(tx, mailing, hand.at)


def end(tx: Transaction, broadcast: Broadcast, move: Move, ready: Notice | None, hand: Hand) -> None:
    """Take it back or end it; where something of it was sent, the text that lies ready for that goes out."""
    if ready is None or broadcast.state not in BEGUN:
        stop(tx, broadcast, move, hand)
        return
    released = Broadcast(
        secrets.token_hex(8),
        free_code(tx),
        ready,
        broadcast.audience,
        template=broadcast.template,
        refers_to=broadcast.id,
        people=broadcast.people,
    )
    start(tx, None, hand.moves(released, Move.RELEASE), hand)
