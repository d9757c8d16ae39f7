"""Logins at the desk: kept here and known to the browser by a secret, so that each can be ended from anywhere."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import bindparam, delete, insert, select, update

from bot.storage.database import Transaction
from bot.storage.login_tables import logins
from bot.storage.notice_tables import officers
from bot.storage.offices.officer_rows import COLUMNS, AccountState, officer_of
from broadcasts.officer import Officer

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
KEPT = timedelta(days=90)  # so long a browser is known to have been the officer's
SEEN_EVERY = timedelta(minutes=1)  # how exactly the last use is kept: not every page is a write


@dataclass(frozen=True, slots=True)
class Login:
    """One browser in which an officer is signed in."""

    id: str
    officer: str
    device: str
    agent: str
    made_at: datetime
    seen_at: datetime
    factor_at: datetime | None  # when a second factor was last right in it


@dataclass(frozen=True, slots=True)
class Browser:
    """Where somebody signs in: the browser's random name, and what it calls itself."""

    device: str
    agent: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A login and whose it is."""

    login: Login
    officer: Officer


_COLUMNS = tuple(logins.c[name] for name in ("id", "officer", "device", "agent", "made_at", "seen_at", "factor_at"))
_found = (
    select(*_COLUMNS, *COLUMNS)
    .join(officers, officers.c.id == logins.c.officer)
    .where(
        logins.c.token_hash == bindparam("hashed"),
        logins.c.ended_at.is_(None),
        logins.c.seen_at > bindparam("seen_after"),
        logins.c.made_at > bindparam("made_after"),
        officers.c.state == AccountState.ACTIVE.value,
    )
)
_theirs = (
    select(*_COLUMNS)
    .where(
        logins.c.officer == bindparam("of"),
        logins.c.ended_at.is_(None),
        logins.c.seen_at > bindparam("seen_after"),
        logins.c.made_at > bindparam("made_after"),
    )
    .order_by(logins.c.seen_at.desc())
)
_end_theirs = update(logins).where(
    logins.c.officer == bindparam("of"), logins.c.id != bindparam("but"), logins.c.ended_at.is_(None)
)
_forget = delete(logins).where(logins.c.made_at < bindparam("before"))
_was_here = select(logins.c.id).where(logins.c.officer == bindparam("of"), logins.c.device == bindparam("on")).limit(1)
_seen = update(logins).where(logins.c.id == bindparam("which"), logins.c.ended_at.is_(None))


def begin(tx: Transaction, officer: str, browser: Browser, now: datetime, proven: bool = True) -> str:
    """The secret of a new login; with `proven` a second factor was right just now."""
    tx.execute(_forget, {"before": now - KEPT})
    token = secrets.token_urlsafe(32)
    row = {"id": secrets.token_hex(8), "token_hash": _hash(token), "officer": officer, "device": browser.device}
    times = {"made_at": now, "seen_at": now, "factor_at": now if proven else None}
    tx.execute(insert(logins), row | times | {"agent": browser.agent[:200]})
    return token


def find(tx: Transaction, token: str, now: datetime) -> SignedIn | None:
    """Whose login this secret opens.

    Nobody's once it was ended, lay unused for IDLE, or is older than LONGEST, nor while the account is cut off.
    """
    asked = {"hashed": _hash(token), "seen_after": now - IDLE, "made_after": now - LONGEST}
    row = tx.execute(_found, asked).one_or_none()
    return SignedIn(Login(*row[: len(_COLUMNS)]), officer_of(row[len(_COLUMNS) :])) if row else None


def stale(login: Login, now: datetime) -> bool:
    """Whether its last use should be noted again."""
    return now - login.seen_at > SEEN_EVERY


def seen(tx: Transaction, id: str, now: datetime) -> None:
    """Note that it is in use."""
    tx.execute(_seen, {"which": id, "seen_at": now})


def end(tx: Transaction, id: str, now: datetime) -> None:
    """The login opens nothing any more."""
    tx.execute(_seen, {"which": id, "ended_at": now})


def factor(tx: Transaction, id: str, now: datetime) -> None:
    """Note that a second factor was right in it just now."""
    tx.execute(_seen, {"which": id, "factor_at": now})


def of_officer(tx: Transaction, officer: str, now: datetime) -> tuple[Login, ...]:
    """All that are open; what was used last comes first."""
    asked = {"of": officer, "seen_after": now - IDLE, "made_after": now - LONGEST}
    return tuple(Login(*row) for row in tx.execute(_theirs, asked))


def end_all(tx: Transaction, officer: str, now: datetime, but: str = "") -> int:
    """End all of them but one; how many ended."""
    return tx.execute(_end_theirs, {"of": officer, "but": but, "ended_at": now}).rowcount


def was_here(tx: Transaction, officer: str, device: str) -> bool:
    """Whether the officer has signed in from this browser lately."""
    return tx.execute(_was_here, {"of": officer, "on": device}).one_or_none() is not None


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
