"""Every notice of an officer's area, page by page, for who reads on where they stopped."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, or_, select

from bot.areas import commune
from bot.storage.broadcasting.broadcast_rows import with_moves
from bot.storage.database import Transaction
from bot.storage.notice_tables import broadcasts
from broadcasts.broadcast import Broadcast, State
from broadcasts.governance import denial_of_right
from broadcasts.officer import Action, Officer

PORTION = 200  # rows that are looked through at once, of which only those of the own area are shown
MOST_PORTIONS = 5  # for one page; whoever asks on is led further
UNSEEN = frozenset({State.DRAFT, State.REJECTED})  # their writers' own

_here = broadcasts.c.province.in_(bindparam("provinces", expanding=True))
_first = select(broadcasts).where(_here).order_by(broadcasts.c.made_at.desc(), broadcasts.c.id.desc()).limit(PORTION)
_after = _first.where(
    or_(
        broadcasts.c.made_at < bindparam("made"),
        and_(broadcasts.c.made_at == bindparam("made"), broadcasts.c.id < bindparam("broadcast")),
    )
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader stopped: the last row that was looked at."""

    made_at: datetime
    id: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some notices, newest first, and where to go on; None at the end."""

    notices: tuple[Broadcast, ...]
    next: Place | None


def page(tx: Transaction, officer: Officer, most: int, after: Place | None = None) -> Page:
    """The next `most` notices that this officer may see; fewer, with a place to go on, in a long list of others'."""
    found: list[Broadcast] = []
    for _ in range(MOST_PORTIONS):
        rows = tx.execute(*_asked(officer, after)).all()
        for row, one in zip(rows, _seen(tx, officer, rows), strict=True):
            if one is not None and len(found) == most:
                return Page(tuple(found), after)
            found += [one] if one else []
            after = Place(row.made_at, row.id)
        if len(rows) < PORTION:
            return Page(tuple(found), None)
    return Page(tuple(found), after)


def visible(officer: Officer, broadcast: Broadcast) -> bool:
    """Whether the officer may see it: one of the own area, but what is not submitted only whoever writes it."""
    own = broadcast.state not in UNSEEN or officer.id in broadcast.writers
    return own and denial_of_right(officer, Action.SEE, broadcast) is None


def _asked(officer: Officer, after: Place | None) -> tuple[Select[Any], dict[str, Any]]:
    asked: dict[str, Any] = {"provinces": _provinces(officer)}
    return (_after, asked | {"made": after.made_at, "broadcast": after.id}) if after else (_first, asked)


def _seen(tx: Transaction, officer: Officer, rows: list[Row[Any]] | Any) -> list[Broadcast | None]:
    """The broadcast of each row, or None where it is not for this officer."""
    near = [row for row in rows if set(row.body["audience"]["areas"]) <= officer.areas]
    seen = {one.id: one for one in with_moves(tx, near) if visible(officer, one)}
    return [seen.get(row.id) for row in rows]


def _provinces(officer: Officer) -> list[str]:
    """Of the officer's communes; "" stands for audiences in several, which only who has several answers for."""
    found = {one.province_code for one in map(commune, officer.areas) if one}
    return sorted(found) + ([""] if len(found) > 1 else [])
