"""The log of who did what: rows are only added, and each holds the hash of the one before, so that a change shows."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import bindparam, func, insert, select

from bot.storage.database import Transaction
from bot.storage.notice_tables import audit

ONE_AT_A_TIME = 0x6175646974  # PostgreSQL's advisory lock of those who append, or the chain would fork
FIRST = "0" * 64  # what the first row holds in place of a hash
SYSTEM, SCRIPT = "system", "cli"  # who did it, where it was no officer in a chat
PORTION = 1000
BEFORE_ALL = -(2**63)  # a row that was smuggled in before the first one is looked at too

Detail = str | int | bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `details` hold ids, hashes, counts and words of the program: never a name, never a text."""

    id: int
    at: datetime
    who: str
    what: str
    about: str
    details: Mapping[str, Detail]
    previous: str
    hash: str

    @property
    def right_hash(self) -> str:
        """SHA-256 over canonical JSON of everything that stands in the row, the hash of the one before included."""
        moment = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        fields = [self.id, moment, self.who, self.what, self.about, self.details, self.previous]
        written = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return sha256(written.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain. Written down elsewhere, it shows when the last rows were cut off."""

    count: int
    hash: str


_last = select(audit.c.id, audit.c.hash).order_by(audit.c.id.desc()).limit(1)
_add = insert(audit)
_some = select(audit).where(audit.c.id > bindparam("after")).order_by(audit.c.id).limit(PORTION)
_newest = select(audit).order_by(audit.c.id.desc()).limit(bindparam("most"))
_hash = select(audit.c.hash).where(audit.c.id == bindparam("row"))


def append(tx: Transaction, at: datetime, who: str, what: str, about: str, **details: Detail) -> None:
    """Add a row at the end of the chain."""
    if tx.dialect.name == "postgresql":
        tx.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    before = head(tx)
    row = Entry(before.count + 1, at, who, what, about, details, before.hash, "")
    tx.execute(_add, {name: getattr(row, name) for name in Entry.__slots__} | {"hash": row.right_hash})


def head(tx: Transaction) -> Head:
    """How many rows there are, and the hash of the last one."""
    last = tx.execute(_last).one_or_none()
    return Head(0, FIRST) if last is None else Head(last.id, last.hash)


def verify(tx: Transaction) -> int | None:
    """The number of the first row that does not follow from the one before; None where all of them do."""
    before = Head(0, FIRST)
    for row in _rows(tx):
        if (row.id, row.previous, row.hash) != (before.count + 1, before.hash, row.right_hash):
            return row.id
        before = Head(row.id, row.hash)
    return None


def holds(tx: Transaction, known: Head) -> bool:
    """Whether a head that was written down earlier is still part of the chain."""
    return known.count == 0 or tx.execute(_hash, {"row": known.count}).scalar() == known.hash


def newest(tx: Transaction, most: int = 50, about: str = "") -> tuple[Entry, ...]:
    """The last rows, oldest first; with `about` of one broadcast, officer or case."""
    asked = _newest.where(audit.c.about == about) if about else _newest
    return tuple(Entry(*row) for row in reversed(tx.execute(asked, {"most": most}).all()))


def _rows(tx: Transaction) -> Iterator[Entry]:
    after = BEFORE_ALL
    while rows := tx.execute(_some, {"after": after}).all():
        yield from (Entry(*row) for row in rows)
        after = rows[-1].id
