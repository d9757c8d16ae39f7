"""What became of notices between two moments, by the smallest area that holds the whole audience of each."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, func, or_, select

from bot.areas import commune
from bot.storage.broadcasting.receipts import HELP, READ
from bot.storage.counting.figure_names import Family, Figure
from bot.storage.counting.figure_span import Found, Span
from bot.storage.database import Transaction
from bot.storage.notice_tables import broadcast_moves, broadcasts, mailings, receipts, tallies
from bot.storage.offices.officer_rows import province_of
from broadcasts.broadcast import Move

ENDINGS = {Move.WITHDRAW: Figure.STOPPED, Move.END: Figure.CLEARED, Move.REPLACE: Figure.REPLACED}

_begins: BindParameter[datetime] = bindparam("begins")
_ends: BindParameter[datetime] = bindparam("ends")
_moves = (
    select(broadcast_moves.c.broadcast, broadcast_moves.c.move)
    .where(broadcast_moves.c.at >= _begins, broadcast_moves.c.at < _ends)
    .where(broadcast_moves.c.move.in_([Move.START.value, *(move.value for move in ENDINGS)]))
)
_wanted: BindParameter[list[str]] = bindparam("wanted", expanding=True)
_known = select(broadcasts.c.id, broadcasts.c.drill, broadcasts.c.body).where(broadcasts.c.id.in_(_wanted))
_sent = (
    select(mailings.c.broadcast, func.sum(tallies.c.sent).label("sent"))
    .join(tallies, tallies.c.mailing == mailings.c.id)
    .where(mailings.c.broadcast.in_(_wanted))
    .group_by(mailings.c.broadcast)
)
_unsettled = (
    select(mailings.c.id)
    .join(broadcast_moves, broadcast_moves.c.broadcast == mailings.c.broadcast)
    .where(broadcast_moves.c.at >= _begins, broadcast_moves.c.at < _ends, broadcast_moves.c.move == Move.START.value)
    .where(mailings.c.settled_at.is_(None))
    .limit(1)
)
_earlier = receipts.alias("earlier")
_answer = or_(receipts.c.answer == READ, receipts.c.answer == HELP)
_same = and_(_earlier.c.contact == receipts.c.contact, _earlier.c.broadcast == receipts.c.broadcast)
_confirmed = (
    select(receipts.c.broadcast, func.count().label("persons"))
    .where(receipts.c.at >= _begins, receipts.c.at < _ends, _answer)
    .where(
        ~select(_earlier.c.id).where(_same, _earlier.c.id < receipts.c.id, _earlier.c.answer.in_([READ, HELP])).exists()
    )
    .group_by(receipts.c.broadcast)
)
PORTION = 500  # ids in one question


def notices(tx: Transaction, span: Span) -> Iterator[Found]:
    """Notices by level and what ended them, the people they reached and who confirmed; of drills only their number."""
    moves = tx.execute(_moves, span.given).all()
    confirmed = {row.broadcast: row.persons for row in tx.execute(_confirmed, span.given)}
    started = {move.broadcast for move in moves if move.move == Move.START.value}
    known, sent = _about(tx, {move.broadcast for move in moves} | confirmed.keys()), _reached(tx, started)
    for id, move in moves:
        yield from _moved(Move(move), known[id], sent.get(id, 0))
    for id, persons in confirmed.items():
        if id in known and not known[id].drill:
            yield _home(known[id].body), Figure.CONFIRMED, persons


def settled(tx: Transaction, span: Span) -> bool:
    """Whether every notice that was begun in this span has reached whomever it will ever reach."""
    return tx.execute(_unsettled, span.given).first() is None


def _moved(move: Move, about: Any, sent: int) -> Iterator[Found]:
    area = _home(about.body)
    if about.drill:
        yield area, Figure.DRILLS, int(move is Move.START)
    elif move is Move.START:
        level = about.body["notice"]["level"]
        yield area, Family.NOTICE.of(level), 1
        yield area, Family.REACHED.of(level), sent
    else:
        yield area, ENDINGS[move], 1


def _home(body: Mapping[str, Any]) -> str:
    """The commune or the province that holds the whole audience; "" for several provinces."""
    areas = [code for code in body["audience"]["areas"] if commune(code)]
    return areas[0] if len(areas) == 1 else province_of(areas)


def _about(tx: Transaction, ids: Collection[str]) -> dict[str, Any]:
    return {row.id: row for rows in _portions(tx, _known, ids) for row in rows}


def _reached(tx: Transaction, ids: Collection[str]) -> dict[str, int]:
    return {row.broadcast: int(row.sent) for rows in _portions(tx, _sent, ids) for row in rows}


def _portions(tx: Transaction, question: Any, ids: Collection[str]) -> Iterator[Any]:
    wanted = sorted(ids)
    return (
        tx.execute(question, {"wanted": wanted[first : first + PORTION]}) for first in range(0, len(wanted), PORTION)
    )
