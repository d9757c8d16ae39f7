"""Broadcasts as they are kept: one row with the texts, one for each move; each move is a row of the audit log too."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from bot.storage.database import Transaction
from bot.storage.notice_tables import broadcast_moves, broadcasts
from bot.storage.offices import audit
from bot.storage.offices.officer_rows import province_of
from broadcasts.audience import Audience
from broadcasts.broadcast import Broadcast, Move, Moved, State
from broadcasts.code import new_code, read_code
from broadcasts.governance import SCRIPTS
from broadcasts.notice import Notice

CORRECTED_FOR = timedelta(days=1)
SYSTEM = audit.SYSTEM  # who moves what nobody asked for

_one = select(broadcasts).where(broadcasts.c.id == bindparam("broadcast"))
_held = _one.with_for_update()
_code = select(broadcasts.c.id).where(broadcasts.c.code == bindparam("written"))
_moves = (
    select(broadcast_moves)
    .where(broadcast_moves.c.broadcast.in_(bindparam("broadcasts", expanding=True)))
    .order_by(broadcast_moves.c.id)
)
_add = insert(broadcasts)
_change = update(broadcasts).where(broadcasts.c.id == bindparam("broadcast"))
_add_move = insert(broadcast_moves)


def load(tx: Transaction, id: str, hold: bool = False) -> Broadcast | None:
    """One broadcast; with `hold` whoever else wants to move it waits until we are done."""
    rows = tx.execute(_held if hold else _one, {"broadcast": id}).all()
    return next(iter(with_moves(tx, rows)), None)


def load_named(tx: Transaction, name: str) -> Broadcast | None:
    """One broadcast by its id, or by its code however it was typed."""
    found = load(tx, name)
    return found or load(tx, tx.execute(_code, {"written": read_code(name) or ""}).scalar() or "")


def with_moves(tx: Transaction, rows: Iterable[Row[Any]]) -> tuple[Broadcast, ...]:
    """The broadcasts of these rows, in their order."""
    found = list(rows)
    moves: dict[str, list[Moved]] = {row.id: [] for row in found}
    for row in tx.execute(_moves, {"broadcasts": list(moves)}) if moves else ():
        moves[row.broadcast].append(Moved(Move(row.move), row.by, row.at, row.where, row.text_hash, row.reason))
    return tuple(_broadcast(row, tuple(moves[row.id])) for row in found)


def free_code(tx: Transaction) -> str:
    """A code that no broadcast has."""
    while tx.execute(_code, {"written": (code := new_code())}).first():
        pass
    return code


def keep(tx: Transaction, before: Broadcast | None, after: Broadcast) -> None:
    """Keep what has changed, with every new move; `before` is None for one that is new."""
    known = len(before.moves) if before else 0
    row = _row(after)
    if before is None:
        tx.execute(_add, row | {"made_at": after.moves[0].at})
    else:
        tx.execute(_change, row | {"broadcast": after.id})
    for moved in after.moves[known:]:
        _keep_move(tx, after.id, moved)


def holds_until(broadcast: Broadcast) -> datetime | None:
    """When it is over: at its own end, but a correction and an all-clear hold for a day at least."""
    released = broadcast.last(Move.RELEASE)
    ends = (broadcast.notice.ends, released and released.at + CORRECTED_FOR)
    return max((moment for moment in ends if moment), default=None)


def _keep_move(tx: Transaction, broadcast: str, moved: Moved) -> None:
    row = {"broadcast": broadcast, "move": moved.move.value, "by": moved.by, "at": moved.at}
    tx.execute(_add_move, row | {"where": moved.where, "text_hash": moved.text_hash, "reason": moved.reason})
    channel, _, account = moved.where.partition(":")
    details = {"text": moved.text_hash, "channel": channel}
    if channel == SCRIPTS:
        details["login"] = account.partition(":")[0]  # of the machine, where a command names any officer it likes
    if moved.reason:
        details["reason"] = sha256(moved.reason.encode()).hexdigest()
    audit.append(tx, moved.at, moved.by, moved.move.value, broadcast, **details)


def _row(broadcast: Broadcast) -> dict[str, Any]:
    return {
        "id": broadcast.id,
        "code": broadcast.code,
        "state": broadcast.state.value,
        "drill": broadcast.notice.drill,
        "office": broadcast.notice.office,
        "province": province_of(broadcast.audience.areas),
        "body": _body(broadcast),
        "ends_at": holds_until(broadcast),
        "refers_to": broadcast.refers_to or None,
        "moved_at": broadcast.moves[-1].at,
    }


def _body(broadcast: Broadcast) -> dict[str, Any]:
    return {
        "notice": broadcast.notice.to_json(),
        "correction": broadcast.correction and broadcast.correction.to_json(),
        "all_clear": broadcast.all_clear and broadcast.all_clear.to_json(),
        "audience": broadcast.audience.to_json(),
        "template": broadcast.template,
        "begins": broadcast.begins and broadcast.begins.isoformat(),
        "people": broadcast.people,
        "recording": broadcast.recording,
        "earlier": [notice.to_json() for notice in broadcast.earlier],
    }


def _broadcast(row: Row[Any], moves: tuple[Moved, ...]) -> Broadcast:
    body = row.body
    return Broadcast(
        row.id,
        row.code,
        Notice.from_json(body["notice"]),
        Audience.from_json(body["audience"]),
        _notice(body["correction"]),
        _notice(body["all_clear"]),
        template=body["template"],
        refers_to=row.refers_to or "",
        begins=body["begins"] and datetime.fromisoformat(body["begins"]),
        people=body["people"],
        recording=body.get("recording", ""),  # rows of before have none of these
        earlier=tuple(map(Notice.from_json, body.get("earlier", ()))),
        state=State(row.state),
        moves=moves,
    )


def _notice(written: dict[str, Any] | None) -> Notice | None:
    return None if written is None else Notice.from_json(written)
