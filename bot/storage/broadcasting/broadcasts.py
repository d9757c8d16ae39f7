"""What officers and time do to broadcasts. Every rule is asked here, in the transaction that keeps what follows."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, func, or_, select

from bot.conversation.facts import Why
from bot.conversation.notice_facts import NoticeMoved, NoticeWritten
from bot.storage import jobs
from bot.storage.broadcasting.broadcast_rows import SYSTEM, free_code, keep, load
from bot.storage.broadcasting.sending import Hand, end, start
from bot.storage.database import Transaction
from bot.storage.delivery import mailings
from bot.storage.jobs import JobKind
from bot.storage.notice_tables import broadcast_moves
from bot.storage.notice_tables import broadcasts as table
from bot.storage.notice_tables import officers as officer_table
from bot.storage.offices import accounts, officers
from bot.storage.offices.officer_rows import spelled
from broadcasts.audience import Audience
from broadcasts.broadcast import MOVES, Broadcast, Move
from broadcasts.governance import ALONE_AFTER, Circumstances, Denial, denial, startable
from broadcasts.notice import Level, Notice
from broadcasts.officer import Action, Officer

MOST_EARLIER = 5  # texts that were submitted and changed; they are read with the broadcast each time

_drilled = (
    select(func.max(broadcast_moves.c.at, type_=broadcast_moves.c.at.type))
    .join(table, table.c.id == broadcast_moves.c.broadcast)
    .outerjoin(officer_table, officer_table.c.id == broadcast_moves.c.by)
    .where(
        table.c.drill,
        broadcast_moves.c.move == Move.APPROVE.value,
        or_(table.c.office == bindparam("of"), officer_table.c.office == bindparam("of")),
    )
)


def write(tx: Transaction, officer: Officer, where: str, fact: NoticeWritten, now: datetime) -> Denial | None:
    """Make a draft, or change one that is not approved yet; refused for whoever may not write there.

    Raises ValueError for a correction or an all-clear that is none.
    """
    before = load(tx, fact.id, hold=True)
    refused = _denial_of_draft(officer, before, where, now) if before else None
    if refused is None and before and before.notice.drill is not fact.notice.drill:
        refused = Denial.STATE  # a drill never becomes real, and nothing real a drill
    if refused is not None:
        return refused
    written = _written(before or _new(tx, fact), fact)
    refused = _denial_of_draft(officer, written, where, now)
    if refused is None:
        keep(tx, before, written.moved(Move.EDIT, officer.id, now, where))
        jobs.drop(tx, JobKind.APPROVER, fact.id)
        if fact.notice.ends:
            jobs.put(tx, JobKind.EXPIRE, fact.id, fact.notice.ends)
    return refused


def act(tx: Transaction, officer: Officer, where: str, fact: NoticeMoved, now: datetime) -> Denial | Why | None:
    """What an officer asks for, with all that follows from it; or why not.

    The second factor is looked at last, so that it is not spent on what is refused anyway.
    """
    broadcast = load(tx, fact.id, hold=True)
    move = _move(fact.action, broadcast) if broadcast else None
    if broadcast is None or move is None:
        return Why.UNKNOWN
    at = _circumstances(tx, officer, broadcast, fact, Hand(officer.id, where, now))
    refused = denial(officer, fact.action, broadcast, at)
    if refused is Denial.FACTOR and fact.factor and accounts.prove(tx, officer.id, fact.factor, now):
        refused = denial(officer, fact.action, broadcast, replace(at, factor=True))
    return refused or _do(tx, officer, broadcast, move, Hand(officer.id, where, now, fact.reason.strip()))


def begin(tx: Transaction, id: str, now: datetime) -> Denial | Why | None:
    """Send what was approved for this hour; refused where whoever approved it no longer may, or it came too late."""
    broadcast = load(tx, id, hold=True)
    approved = broadcast.last(Move.APPROVE, Move.APPROVE_ALONE) if broadcast else None
    approver = officers.officer_by_id(tx, approved.by) if approved else None
    if broadcast is None or approver is None:
        return Why.UNKNOWN
    refused = startable(broadcast, approver, now, _old(tx, broadcast))
    if refused is None:
        start(tx, broadcast, broadcast, Hand(SYSTEM, "", now))
    return refused


def finish(tx: Transaction, id: str, now: datetime) -> bool:
    """Note that nobody is left to whom it would be sent; False where it is not being sent."""
    return _by_itself(tx, load(tx, id, hold=True), Move.FINISH, now)


def expire(tx: Transaction, id: str, now: datetime) -> bool:
    """Give up what was not sent before its end; False where that is ahead, or it was sent."""
    broadcast = load(tx, id, hold=True)
    if broadcast is None or broadcast.notice.ends is None or broadcast.notice.ends > now:
        return False
    jobs.drop(tx, JobKind.APPROVER, id)
    jobs.drop(tx, JobKind.START, id)
    return _by_itself(tx, broadcast, Move.EXPIRE, now)


def _by_itself(tx: Transaction, broadcast: Broadcast | None, move: Move, now: datetime) -> bool:
    if broadcast is None or (broadcast.state, move) not in MOVES:
        return False
    keep(tx, broadcast, Hand(SYSTEM, "", now).moves(broadcast, move))
    return True


def _new(tx: Transaction, fact: NoticeWritten) -> Broadcast:
    return Broadcast(fact.id, free_code(tx), fact.notice, Audience(frozenset()))


def _written(broadcast: Broadcast, fact: NoticeWritten) -> Broadcast:
    return replace(
        broadcast,
        notice=fact.notice,
        audience=Audience(spelled(fact.notice.areas), fact.ages, fact.channels),
        correction=fact.correction,
        all_clear=fact.all_clear,
        template=fact.template,
        refers_to=fact.refers_to,
        begins=fact.begins,
        recording=fact.recording,
        earlier=_earlier(broadcast, fact),
    )


def _earlier(broadcast: Broadcast, fact: NoticeWritten) -> tuple[Notice, ...]:
    """With the text that was submitted last, where it is changed now: the report says what an approver asked for."""
    was_read = bool(broadcast.moves) and broadcast.moves[-1].move in (Move.SUBMIT, Move.RETURN)
    changed = was_read and broadcast.notice != fact.notice
    return (*broadcast.earlier, broadcast.notice)[-MOST_EARLIER:] if changed else broadcast.earlier


def _denial_of_draft(officer: Officer, broadcast: Broadcast, where: str, now: datetime) -> Denial | None:
    return denial(officer, Action.DRAFT, broadcast, Circumstances(now, where, broadcast.text_hash))


def _move(action: Action, broadcast: Broadcast) -> Move | None:
    """The move that an officer means who asks for this."""
    match action:
        case Action.APPROVE:
            return Move.REVIEW if broadcast.sent_unseen else Move.APPROVE
        case Action.WITHDRAW:
            return Move.REJECT if (broadcast.state, Move.REJECT) in MOVES else Move.WITHDRAW
        case _:
            return _MOVES.get(action)


_MOVES = {
    Action.SUBMIT: Move.SUBMIT,
    Action.SEND_ALONE: Move.APPROVE_ALONE,
    Action.RETURN: Move.RETURN,
    Action.ALL_CLEAR: Move.END,
}


def _circumstances(
    tx: Transaction, officer: Officer, broadcast: Broadcast, fact: NoticeMoved, hand: Hand
) -> Circumstances:
    return Circumstances(
        hand.at,
        hand.where,
        fact.text_hash,
        last_drill=tx.execute(_drilled, {"of": officer.office}).scalar(),
        office_since=officers.office_since(tx, officer.office),
        template_approved=fact.template_approved,
        reason=fact.reason,
        old=_old(tx, broadcast),
    )


def _old(tx: Transaction, broadcast: Broadcast) -> Broadcast | None:
    return load(tx, broadcast.refers_to, hold=True) if broadcast.refers_to else None


def _do(tx: Transaction, officer: Officer, broadcast: Broadcast, move: Move, hand: Hand) -> Denial | None:
    refused = None
    match move:
        case Move.APPROVE | Move.APPROVE_ALONE:
            refused = _approve(tx, officer, broadcast, move, hand)
        case Move.WITHDRAW:
            end(tx, broadcast, move, broadcast.correction, hand)
        case Move.END:
            end(tx, broadcast, move, broadcast.all_clear, hand)
        case _:
            keep(tx, broadcast, hand.moves(broadcast, move))
    if refused is None:
        _await_approver(tx, broadcast, move, hand.at)
    return refused


def _await_approver(tx: Transaction, broadcast: Broadcast, move: Move, now: datetime) -> None:
    """Somebody is to look after what is urgent where no approver answers; any answer ends the waiting."""
    if move is not Move.SUBMIT:
        jobs.drop(tx, JobKind.APPROVER, broadcast.id)
    elif broadcast.notice.level is Level.URGENT and not broadcast.notice.drill:
        jobs.put(tx, JobKind.APPROVER, broadcast.id, now + ALONE_AFTER)


def _approve(tx: Transaction, officer: Officer, broadcast: Broadcast, move: Move, hand: Hand) -> Denial | None:
    """The head count is frozen; what has no hour of its own is sent at once."""
    people = mailings.head_count(tx, broadcast.audience, broadcast.notice.level)
    approved = replace(hand.moves(broadcast, move), people=people)
    if approved.begins and approved.begins > hand.at:
        keep(tx, broadcast, approved)
        jobs.put(tx, JobKind.START, broadcast.id, approved.begins)
        return None
    refused = startable(approved, officer, hand.at, _old(tx, broadcast))
    if refused is None:
        start(tx, broadcast, approved, hand)
    return refused
