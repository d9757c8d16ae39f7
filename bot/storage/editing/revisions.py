"""Versions of the files that people edit: each with who, when and why, and the order in which they became live.

A version is first `begun` (its row says that it is on its way), then the file is put in its place, then it is
`placed`. Whoever dies in between leaves a text that nobody sees and nobody has lost.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from hashlib import sha256
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from bot.learning.lesson_text import normal
from bot.storage.content_tables import content_revisions
from bot.storage.database import Transaction
from bot.storage.offices import audit

ONE_AT_A_TIME = 0x636F6E74656E74  # PostgreSQL's advisory lock of those who begin a version
ON_THE_WAY = timedelta(minutes=1)  # after which whoever began a version has died


class Deed(Enum):
    """How a version came to be; the value is what is stored."""

    PUBLISHED = "published"
    RESTORED = "restored"
    RETIRED = "retired"  # there is no file any more
    BY_HAND = "by hand"  # found in the folder, edited by whoever can


class Stale(Exception):
    """Somebody else's version has become live since this one was begun to be written."""


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody wants to become live: a text (None: no file), written over the version with the hash `base`."""

    path: str
    text: str | None
    base: str
    officer: str
    why: str
    deed: Deed = Deed.PUBLISHED
    second: str = ""
    request: str = ""  # which the second person agrees to

    @property
    def hash(self) -> str:
        """Of the text; "" for no file."""
        return hash_of(self.text)


@dataclass(frozen=True, slots=True)
class Revision:
    """One version; `officer` is "" where the file was edited on the server, `hash` "" where it was taken away."""

    id: int
    path: str
    hash: str
    text: str
    deed: Deed
    officer: str
    second: str
    why: str
    at: datetime
    placed: bool


_columns = tuple(content_revisions.c[name] for name in Revision.__slots__)
_of_path = select(*_columns).where(content_revisions.c.path == bindparam("of")).order_by(content_revisions.c.id.desc())
_newest = _of_path.limit(1)
_live = _of_path.where(content_revisions.c.placed).limit(1)
_one = select(*_columns).where(content_revisions.c.id == bindparam("row"))
_last_ids = (
    select(func.max(content_revisions.c.id)).where(content_revisions.c.placed).group_by(content_revisions.c.path)
)
_retired = (
    select(*_columns)
    .where(content_revisions.c.id.in_(_last_ids), content_revisions.c.hash == "")
    .order_by(content_revisions.c.path)
)
_add = insert(content_revisions).returning(content_revisions.c.id)
_place = update(content_revisions).where(content_revisions.c.id == bindparam("row")).values(placed=True)
_drop = delete(content_revisions).where(content_revisions.c.id == bindparam("row"), ~content_revisions.c.placed)


def hash_of(text: str | None) -> str:
    """SHA-256 of the text however its lines end; "" for no text at all."""
    return "" if text is None else sha256(normal(text).encode("utf-8", "surrogatepass")).hexdigest()


def live(tx: Transaction, path: str) -> Revision | None:
    """The version that is in the folder, as far as is known."""
    return _first(tx, _live, path)


def revision(tx: Transaction, id: int) -> Revision | None:
    """One version, however old."""
    return next(map(_of_row, tx.execute(_one, {"row": id})), None)


def history(tx: Transaction, path: str) -> tuple[Revision, ...]:
    """Every version of a file, newest first; one that never reached the folder too."""
    return tuple(map(_of_row, tx.execute(_of_path, {"of": path})))


def retired(tx: Transaction) -> tuple[Revision, ...]:
    """The last texts of the files that were taken out of use, here or by hand."""
    return tuple(map(_of_row, tx.execute(_retired)))


def newest_id(tx: Transaction, path: str) -> int:
    """The number of the newest row of a file, live or on its way; 0 for none."""
    found = _first(tx, _newest, path)
    return found.id if found else 0


def notice(tx: Transaction, path: str, text: str | None, newest: int, now: datetime) -> None:
    """Keep what the folder holds, where nobody here has put it there.

    `newest` is what `newest_id` said before the folder was looked at: whatever has moved since is no news.
    """
    if on_its_way(tx, path, now) or newest_id(tx, path) != newest:
        return
    known = live(tx, path)
    if (known.hash if known else "") != hash_of(text):
        _keep(tx, Change(path, text, "", "", "", Deed.BY_HAND), known.text if known else "", now, placed=True)


def on_its_way(tx: Transaction, path: str, now: datetime) -> bool:
    """Whether a version is being put into the folder; nobody begins another until this transaction ends."""
    _hold(tx)
    newest = _first(tx, _newest, path)
    return newest is not None and not newest.placed and newest.at > now - ON_THE_WAY


def begin(tx: Transaction, change: Change, now: datetime) -> int:
    """The number of a new version on its way; Stale where the live one is another than it was written over."""
    busy, known = on_its_way(tx, change.path, now), live(tx, change.path)
    if busy or (known.hash if known else "") != change.base:
        raise Stale(change.path)
    return _keep(tx, change, known.text if known else "", now, placed=False)


def place(tx: Transaction, id: int, change: Change, now: datetime) -> None:
    """The folder holds it now."""
    tx.execute(_place, {"row": id})
    detail = {"hash": change.hash, "second": change.second}
    audit.append(tx, now, change.officer, f"content.{change.deed.name.lower()}", change.path, **detail)


def give_up(tx: Transaction, id: int) -> None:
    """The folder did not take it."""
    tx.execute(_drop, {"row": id})


def _keep(tx: Transaction, change: Change, last: str, now: datetime, *, placed: bool) -> int:
    values = {
        "path": change.path,
        "hash": change.hash,
        "text": last if change.text is None else normal(change.text),
        "deed": change.deed.value,
        "officer": change.officer,
        "second": change.second,
        "why": change.why,
        "at": now,
        "placed": placed,
    }
    return int(tx.execute(_add, values).scalar_one())


def _hold(tx: Transaction) -> None:
    """One at a time until the transaction ends; SQLite has one writer anyway."""
    if tx.dialect.name == "postgresql":
        tx.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))


def _first(tx: Transaction, question: Any, path: str) -> Revision | None:
    return next(map(_of_row, tx.execute(question, {"of": path})), None)


def _of_row(row: Any) -> Revision:
    values = dict(row._mapping)
    return Revision(**{**values, "deed": Deed(values["deed"])})
