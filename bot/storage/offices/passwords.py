"""Names to sign in with and the hashes of passwords; the hashing itself is done before, outside of any transaction."""

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update

from bot.storage.database import Transaction
from bot.storage.login_tables import passwords
from bot.storage.notice_tables import officers
from bot.storage.offices.officer_rows import AccountState
from bot.storage.upsert import insert

SIGN_IN_NAME = re.compile(r"[a-z0-9]+(?:\.[a-z0-9]+)*")
SHORTEST_NAME, LONGEST_NAME = 3, 40


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known for a sign-in name. `active` is false while the account is cut off."""

    officer: str
    name: str
    hash: str
    active: bool
    changed_at: datetime


_columns = (passwords.c.officer, passwords.c.name, passwords.c.hash, officers.c.state, passwords.c.changed_at)
_joined = select(*_columns).join(officers, officers.c.id == passwords.c.officer)
_named = _joined.where(passwords.c.name == bindparam("called"))
_of = _joined.where(passwords.c.officer == bindparam("of"))
_put = insert(passwords)
_put = _put.on_conflict_do_update(
    index_elements=["officer"], set_={name: _put.excluded[name] for name in ("name", "hash", "changed_at")}
)
_rehash = update(passwords).where(passwords.c.officer == bindparam("of"), passwords.c.hash == bindparam("old"))
_change = update(passwords).where(passwords.c.officer == bindparam("of"))


def plain_name(written: str) -> str:
    """A sign-in name as it is kept, however it was typed."""
    return written.strip().lower()


def is_name(name: str) -> bool:
    """Whether it may be a sign-in name: lower-case ASCII letters and digits, dots between them."""
    return SHORTEST_NAME <= len(name) <= LONGEST_NAME and SIGN_IN_NAME.fullmatch(name) is not None


def by_name(tx: Transaction, name: str) -> Kept | None:
    """Whose sign-in name this is."""
    return _read(tx.execute(_named, {"called": name}).one_or_none())


def of_officer(tx: Transaction, officer: str) -> Kept | None:
    """What this officer signs in with; None before they have chosen it."""
    return _read(tx.execute(_of, {"of": officer}).one_or_none())


def taken(tx: Transaction, name: str, officer: str | None) -> bool:
    """Whether somebody else signs in by this name."""
    kept = by_name(tx, name)
    return kept is not None and kept.officer != officer


def put(tx: Transaction, officer: str, name: str, hash: str, now: datetime) -> None:
    """The officer signs in with these from now on; the name is nobody else's."""
    tx.execute(_put, {"officer": officer, "name": name, "hash": hash, "changed_at": now})


def change(tx: Transaction, officer: str, hash: str, now: datetime) -> None:
    """Another password under the same name."""
    tx.execute(_change, {"of": officer, "hash": hash, "changed_at": now})


def rehash(tx: Transaction, kept: Kept, hash: str) -> None:
    """The same password hashed anew; nothing where it was changed meanwhile."""
    tx.execute(_rehash, {"of": kept.officer, "old": kept.hash, "hash": hash})


def _read(row: tuple[str, str, str, str, datetime] | None) -> Kept | None:
    if row is None:
        return None
    officer, name, hash, state, changed_at = row
    return Kept(officer, name, hash, state == AccountState.ACTIVE.value, changed_at)
