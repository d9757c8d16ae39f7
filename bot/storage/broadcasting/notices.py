"""Broadcasts as they are looked at: by name, by a citizen whom they were meant for, by whoever checks a text."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import BindParameter, Row, bindparam, func, literal, select

from bot.conversation.facts import Person
from bot.conversation.notice_facts import Mine, Seen, Tally
from bot.storage.broadcasting import receipts
from bot.storage.broadcasting.broadcast_rows import load_named, with_moves
from bot.storage.database import Transaction
from bot.storage.delivery import mailings
from bot.storage.notice_tables import broadcast_moves, broadcasts, deliveries
from bot.storage.notice_tables import mailings as mailing_table
from bot.storage.offices import officers
from broadcasts.broadcast import BEGUN, Broadcast, Move, State
from broadcasts.notice import Notice

_MineRow = Row[*tuple[Any, ...]]

CHECKED_FOR = timedelta(days=30)  # a text that is forwarded later than that is known by its code only
_EVER_SENT = (*BEGUN, State.UPDATED, State.CANCELLED, State.ENDED)
_now: BindParameter[datetime] = bindparam("now")
_holding = (broadcasts.c.state.in_([state.value for state in BEGUN]), broadcasts.c.ends_at > _now)
_in_force = select(broadcasts).where(*_holding).order_by(broadcasts.c.moved_at.desc())
_recent = (
    select(broadcasts)
    .where(broadcasts.c.state.in_([state.value for state in _EVER_SENT]), broadcasts.c.moved_at > bindparam("since"))
    .order_by(broadcasts.c.moved_at.desc())
)
_of_mine = [broadcasts.c[name] for name in ("id", "code", "state", "body")]
_mine = (
    select(*_of_mine, deliveries.c.state.label("went"), deliveries.c.at)
    .select_from(deliveries)
    .join(mailing_table, mailing_table.c.id == deliveries.c.mailing)
    .join(broadcasts, broadcasts.c.id == mailing_table.c.broadcast)
    .where(deliveries.c.contact == bindparam("who"), *_holding)
    .order_by(deliveries.c.id.desc())
)
_told = select(*_of_mine, literal("").label("went"), literal(None).label("at")).where(
    broadcasts.c.id.in_(bindparam("others", expanding=True)), *_holding
)
_newest = select(broadcasts).order_by(broadcasts.c.moved_at.desc()).limit(bindparam("most"))
_after = (
    select(broadcasts.c.id, broadcasts.c.code)
    .where(broadcasts.c.refers_to == bindparam("old"), broadcasts.c.state.in_([state.value for state in _EVER_SENT]))
    .order_by(broadcasts.c.made_at.desc())
    .limit(1)
)

_newest_move = select(func.max(broadcast_moves.c.id))


def seen(tx: Transaction, name: str) -> Seen | None:
    """One broadcast by its id or its code, with how it goes, who is behind it, and what has taken its place."""
    found = load_named(tx, name)
    if found is None:
        return None
    named = officers.names(tx, {moved.by for moved in found.moves})
    return Seen(found, tally(tx, found), named, replaced_by(tx, found.id))


def tally(tx: Transaction, broadcast: Broadcast) -> Tally:
    """How it goes in persons, with what they answered."""
    mailing = mailings.mailing_of(tx, broadcast.id)
    if mailing is None:
        return Tally(meant=broadcast.people or 0)
    answers = receipts.counts(tx, broadcast.id)
    went = mailings.tally(tx, mailing)
    return replace(went, read=answers.get(receipts.READ, 0), help=answers.get(receipts.HELP, 0))


def replaced_by(tx: Transaction, id: str) -> str:
    """The code of the newest text on the same matter that was sent; "" where this one is the newest."""
    code, known = "", {id}
    while (later := tx.execute(_after, {"old": id}).first()) and later.id not in known:
        id, code = later
        known.add(id)
    return code


def mine(tx: Transaction, person: Person, now: datetime) -> tuple[Mine, ...]:
    """The notices in force that were sent to this person, or shown to them later; the last to reach them first."""
    if person.contact is None:
        return ()
    sent = tx.execute(_mine, {"who": person.contact, "now": now}).all()
    answers = receipts.last_answers(tx, person.contact)
    rows = (*_told_later(tx, person, set(answers).difference(row.id for row in sent), now), *sent)
    latest = sorted(rows, key=lambda row: _reached(row, answers.get(row.id)), reverse=True)
    return tuple(_mine_of(row, answers.get(row.id)) for row in latest)


def _told_later(tx: Transaction, person: Person, ids: set[str], now: datetime) -> list[_MineRow]:
    """Those that were sent before they followed a commune; one of elsewhere that they asked about is not theirs."""
    found = tx.execute(_told, {"others": sorted(ids), "now": now}).all() if ids else ()
    return [row for row in found if not set(person.areas).isdisjoint(row.body["audience"]["areas"])]


def _reached(row: _MineRow, answer: receipts.Answer | None) -> float:
    """When it came to them by whatever way, in seconds; 0 where it has not."""
    if row.went == "sent" and row.at:
        return cast(datetime, row.at).timestamp()
    return answer.first_at.timestamp() if answer else 0


def _mine_of(row: _MineRow, answer: receipts.Answer | None) -> Mine:
    said = answer.last if answer and answer.last != receipts.SHOWN else ""
    arrived = row.went == "sent" or answer is not None
    return Mine(row.code, Notice.from_json(row.body["notice"]), row.state, arrived, said)


def in_force(tx: Transaction, now: datetime) -> tuple[Broadcast, ...]:
    """Everything that holds now, drills included, newest first."""
    return with_moves(tx, tx.execute(_in_force, {"now": now}))


def newest_move(tx: Transaction) -> int:
    """A number that is another one as soon as any broadcast has moved."""
    return tx.execute(_newest_move).scalar() or 0


def newest(tx: Transaction, most: int) -> tuple[Broadcast, ...]:
    """What was moved last, whatever its state."""
    return with_moves(tx, tx.execute(_newest, {"most": most}))


def recent(tx: Transaction, now: datetime) -> tuple[Broadcast, ...]:
    """Everything that was ever sent and moved within the last 30 days, drills included, newest first."""
    return sent_since(tx, now - CHECKED_FOR)


def sent_since(tx: Transaction, since: datetime) -> tuple[Broadcast, ...]:
    """Everything that was ever sent and moved after that moment, drills included, newest first."""
    found = with_moves(tx, tx.execute(_recent, {"since": since}))
    return tuple(one for one in found if one.last(Move.START))
