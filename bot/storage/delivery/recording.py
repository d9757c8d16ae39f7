"""What became of parcels, kept in the ledger: many results in a handful of statements."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, insert, select, update

from bot.storage.database import Transaction
from bot.storage.delivery import claims, tallies
from bot.storage.delivery.lanes import owned
from bot.storage.delivery.ledger_rows import Change, arrive, change, moment
from bot.storage.delivery.next_addresses import Wish, send_on
from bot.storage.notice_tables import attempts, mailings
from broadcasts.delivery import Again, GiveUp, Hold, NextAddress, Outcome, Sent, StopChannel, Uncertain
from broadcasts.ports import Lease, Result

REST = timedelta(seconds=60)  # of a row whose account is refused
_NO_TRIES = frozenset({Outcome.SENT, Outcome.THROTTLED, Outcome.UNTRIED, Outcome.UNWANTED})
_try = insert(attempts)
_nothing_sent = select(mailings.c.id).where(
    mailings.c.id.in_(bindparam("of", expanding=True)), mailings.c.first_at.is_(None)
)
_first_sent = update(mailings).where(mailings.c.id == bindparam("mailing"), mailings.c.first_at.is_(None))


def record(tx: Transaction, lease: Lease, results: Sequence[Result]) -> int:
    """Keep them; how many were this lease's to keep."""
    if not owned(tx, lease):
        return 0
    mine = claims.let_go(tx, lease.lane, lease.epoch, {result.parcel.id for result in results})
    kept = {result.parcel.id: result for result in results if result.parcel.id in mine}.values()
    sent = [result for result in kept if isinstance(result.step, Sent)]
    moves = _keep_sent(tx, sent) if sent else tallies.Moves()
    if len(sent) < len(kept):
        moves.update(_keep_others(tx, [result for result in kept if not isinstance(result.step, Sent)]))
    tallies.add(tx, moves)
    return len(mine)


def _keep_sent(tx: Transaction, sent: Sequence[Result]) -> tallies.Moves:
    arrive(tx, "sent", [(result.parcel.id, moment(result.at), result.attempt.messages) for result in sent])
    moves = _moves((result.parcel.mailing, "sent") for result in sent)
    for mailing in tx.execute(_nothing_sent, {"of": sorted({mailing for mailing, _ in moves})}).scalars().all():
        first = min(result.at for result in sent if result.parcel.mailing == mailing)
        tx.execute(_first_sent, {"mailing": mailing, "first_at": first})
    return moves


def _keep_others(tx: Transaction, kept: Sequence[Result]) -> tallies.Moves:
    """Whoever did not get it yet, or never will; letters that lie in a mailbox among them."""
    _note_tries(tx, kept)
    laid = [result for result in kept if _lies_ready(result)]
    arrive(tx, "held", [(result.parcel.id, moment(result.at), result.attempt.messages) for result in laid])
    steps = [_step(result) for result in kept if not _lies_ready(result)]
    changes = [step for step in steps if isinstance(step, Change)]
    changes += send_on(tx, [step for step in steps if isinstance(step, Wish)])
    change(tx, changes)
    mailing_of = {result.parcel.id: result.parcel.mailing for result in kept}
    reached = {**{result.parcel.id: "held" for result in laid}, **{one.id: one.state for one in changes}}
    return _moves((mailing_of[id], state) for id, state in reached.items())


def _lies_ready(result: Result) -> bool:
    return isinstance(result.step, Hold) and bool(result.attempt.messages)


def _step(result: Result) -> Change | Wish:
    id, now, why = result.parcel.id, moment(result.at), result.attempt.why
    match result.step:
        case Again(at):
            return _again(result, at)
        case Hold(until):
            return Change(id, "held", now, moment(until) if until else None)
        case NextAddress(why):
            return Wish(id, result.at, why)
        case Uncertain():
            return Change(id, "uncertain", now, why=why)
        case GiveUp(why):
            return Change(id, "failed", now, why=why)
        case StopChannel(why):
            return Change(id, "later", now, moment(result.at + REST), why=why)
        case _:  # nobody wants it any more; what was sent once without an answer may have arrived
            return Change(id, "uncertain" if result.parcel.doubts else "dropped", now)


def _again(result: Result, at: datetime) -> Change:
    """What the network has not looked at, or was not given, is no attempt."""
    later = at > result.at
    return Change(
        result.parcel.id,
        "later" if later else "waiting",
        moment(result.at),
        moment(at) if later else None,
        attempts=int(result.attempt.outcome is Outcome.UNAVAILABLE),
        doubts=int(result.attempt.outcome is Outcome.UNCERTAIN),
    )


def _note_tries(tx: Transaction, results: Iterable[Result]) -> None:
    rows = [
        {
            "delivery": result.parcel.id,
            "channel": result.parcel.channel,
            "account": result.parcel.account,
            "at": result.at,
            "outcome": result.attempt.outcome.value,
            "why": result.attempt.why,
        }
        for result in results
        if result.attempt.outcome not in _NO_TRIES and not result.attempt.messages
    ]
    if rows:
        tx.execute(_try, rows)


def _moves(reached: Iterable[tuple[int, str]]) -> tallies.Moves:
    moves = Counter(reached)
    for (mailing, _), number in tuple(moves.items()):
        moves[mailing, "waiting"] -= number
    return moves
