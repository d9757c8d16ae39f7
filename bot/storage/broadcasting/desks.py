"""What lies before an officer: notices to write, to approve, to watch and to look at again; cases; colleagues."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, exists, or_, select

from bot.areas import commune
from bot.conversation.notice_facts import Desk
from bot.storage.broadcasting import cases
from bot.storage.broadcasting.broadcast_rows import with_moves
from bot.storage.database import Transaction
from bot.storage.notice_tables import broadcast_moves, broadcasts
from bot.storage.offices import officers
from broadcasts.broadcast import LIVE, Broadcast, Move, State
from broadcasts.officer import Action, Officer

MOST = 20  # of each kind; older ones are known by their codes
LOOKED_BACK = timedelta(days=90)  # over what is past
LOOKED_THROUGH = 300  # rows of the officer's provinces, of which only those of the own area are shown

_now: BindParameter[datetime] = bindparam("now")
_waiting = (State.DRAFT.value, State.SUBMITTED.value)
_live = broadcasts.c.state.in_([state.value for state in LIVE])
_over = broadcasts.c.ends_at <= _now
_lately = broadcasts.c.moved_at > bindparam("since")
_here = broadcasts.c.province.in_(bindparam("provinces", expanding=True))
_newest = select(broadcasts).order_by(broadcasts.c.moved_at.desc()).limit(LOOKED_THROUGH)


def _moved(move: Move) -> Any:
    return exists().where(broadcast_moves.c.broadcast == broadcasts.c.id, broadcast_moves.c.move == move.value)


_written = exists().where(broadcast_moves.c.broadcast == broadcasts.c.id, broadcast_moves.c.by == bindparam("of"))
_drafts = _newest.where(broadcasts.c.state.in_(_waiting), _written)
_submitted = _newest.where(broadcasts.c.state == State.SUBMITTED.value, _here)
_in_force = _newest.where(_live, or_(broadcasts.c.ends_at.is_(None), broadcasts.c.ends_at > _now), _here)
_past = _newest.where(broadcasts.c.state.not_in(_waiting), or_(~_live, _over), _here, _lately)
_unseen = _newest.where(_moved(Move.APPROVE_ALONE), ~_moved(Move.REVIEW), _here, _lately)


def desk(tx: Transaction, officer: Officer, now: datetime) -> Desk:
    """Everything that this officer can act on, newest first; nothing where the account was cut off."""
    if not officer.active:
        return Desk()
    colleagues = tuple(one for one in officers.active_officers(tx, officer.areas) if one.id != officer.id)
    asked = {"of": officer.id, "now": now, "since": now - LOOKED_BACK, "provinces": _provinces(officer)}
    return Desk(
        drafts=_own(tx, officer, asked),
        to_approve=_others(tx, _submitted, officer, asked) if officer.may(Action.APPROVE) else (),
        live=_seen(tx, _in_force, officer, asked),
        past=_seen(tx, _past, officer, asked),
        cases=cases.on_desk(tx, officer),
        colleagues=colleagues,
        to_review=_others(tx, _unseen, officer, asked) if officer.may(Action.APPROVE) else (),
    )


def _own(tx: Transaction, officer: Officer, asked: Mapping[str, Any]) -> tuple[Broadcast, ...]:
    found = with_moves(tx, tx.execute(_drafts, asked))
    return tuple(one for one in found if officer.id in one.writers)[:MOST]


def _others(
    tx: Transaction, question: Select[Any], officer: Officer, asked: Mapping[str, Any]
) -> tuple[Broadcast, ...]:
    return tuple(one for one in _seen(tx, question, officer, asked) if officer.id not in _first(one))


def _first(broadcast: Broadcast) -> frozenset[str]:
    """Who is no second person for it."""
    alone = broadcast.last(Move.APPROVE_ALONE)
    return broadcast.writers | ({alone.by} if alone else set())


def _seen(tx: Transaction, question: Select[Any], officer: Officer, asked: Mapping[str, Any]) -> tuple[Broadcast, ...]:
    if not officer.may(Action.SEE):
        return ()
    rows = [row for row in tx.execute(question, asked) if set(row.body["audience"]["areas"]) <= officer.areas]
    return with_moves(tx, rows[:MOST])


def _provinces(officer: Officer) -> list[str]:
    """Of the officer's communes; "" stands for audiences in several, which only who has several answers for."""
    found = {one.province_code for one in map(commune, officer.areas) if one}
    return sorted(found) + ([""] if len(found) > 1 else [])
