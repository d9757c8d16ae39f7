"""Logins at the desk: kept here and known to the browser by a secret, so that each can be ended from anywhere."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import bindparam, insert, select, update

from bot.storage.database import Transaction
from bot.storage.login_tables import logins
from bot.storage.notice_tables import officers
from bot.storage.officer_rows import COLUMNS, officer_of
from broadcasts.officer import Officer

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
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
    )
)
_seen = update(logins).where(logins.c.id == bindparam("which"), logins.c.ended_at.is_(None))


def begin(tx: Transaction, officer: str, browser: Browser, now: datetime, proven: bool = True) -> str:
    """The secret of a new login; with `proven` a second factor was right just now."""
    token = secrets.token_urlsafe(32)
    row = {"id": secrets.token_hex(8), "token_hash": _hash(token), "officer": officer, "device": browser.device}
    times = {"made_at": now, "seen_at": now, "factor_at": now if proven else None}
    tx.execute(insert(logins), row | times | {"agent": browser.agent[:200]})
    return token


def find(tx: Transaction, token: str, now: datetime) -> SignedIn | None:
    """Whose login this secret opens; nobody's once it was ended, lay unused for IDLE, or is older than LONGEST."""
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


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
