"""The log of who did what, page by page and by what one looks for, and how far its chain has been followed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, or_, select

from bot.storage.broadcasting.broadcast_rows import load_named
from bot.storage.database import Transaction
from bot.storage.notice_tables import audit, broadcasts, officers
from bot.storage.offices.audit import BEFORE_ALL, Entry, Head
from bot.vietnamese.fold import fold
from broadcasts.code import shown

MOST_OFFICERS = 50  # of one name


@dataclass(frozen=True, slots=True)
class Sought:
    """What one looks for; empty fields ask for nothing. `who` is a name or an id, `about` a broadcast's code or id."""

    who: str = ""
    about: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """How far the chain holds, and the number of the first row that does not follow."""

    head: Head
    broken: int | None = None


_people = select(officers.c.id, officers.c.name)
_rows = select(audit).order_by(audit.c.id).limit(bindparam("most"))
_after = _rows.where(audit.c.id > bindparam("after"))
_codes = select(broadcasts.c.id, broadcasts.c.code).where(broadcasts.c.id.in_(bindparam("ids", expanding=True)))


def newest(tx: Transaction, sought: Sought, before: int, most: int) -> tuple[Entry, ...]:
    """The last rows before this number (0: of all), the newest first."""
    asked = _asked(tx, select(audit), sought).order_by(audit.c.id.desc()).limit(most)
    rows = tx.execute(asked.where(audit.c.id < before) if before else asked)
    return tuple(Entry(*row) for row in rows)


def following(tx: Transaction, sought: Sought, after: int, most: int) -> tuple[Entry, ...]:
    """The next rows behind this number, the oldest first."""
    rows = tx.execute(_asked(tx, _after, sought), {"after": after, "most": most})
    return tuple(Entry(*row) for row in rows)


def follow(tx: Transaction, known: Head, most: int) -> Followed:
    """Follow the chain from a row that was verified before, at most so many rows further."""
    after = known.count or BEFORE_ALL
    for row in tx.execute(_after, {"after": after, "most": most}):
        entry = Entry(*row)
        if (entry.id, entry.previous, entry.hash) != (known.count + 1, known.hash, entry.right_hash):
            return Followed(known, entry.id)
        known = Head(entry.id, entry.hash)
    return Followed(known)


def codes(tx: Transaction, ids: Iterable[str]) -> dict[str, str]:
    """The codes of those that are broadcasts, as people read them."""
    return {row.id: shown(row.code) for row in tx.execute(_codes, {"ids": sorted(set(ids))})}


def _asked(tx: Transaction, rows: Select[Any], sought: Sought) -> Select[Any]:
    if sought.who:
        meant = _officers(tx, sought.who)
        rows = rows.where(or_(audit.c.who.in_(meant), audit.c.about.in_(meant)))
    if sought.about:
        broadcast = load_named(tx, sought.about)
        rows = rows.where(audit.c.about == (broadcast.id if broadcast else sought.about))
    if sought.since and sought.until:
        rows = rows.where(audit.c.at >= sought.since, audit.c.at < sought.until)
    return rows


def _officers(tx: Transaction, written: str) -> list[str]:
    """The ids of those whose name it stands in, and the words themselves: "system" and "cli" are looked for too."""
    wanted = fold(written)
    found = [row.id for row in tx.execute(_people) if wanted in fold(row.name)]
    return [written, *found[:MOST_OFFICERS]]
