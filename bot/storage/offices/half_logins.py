"""Sign-ins whose password was right and whose second factor is still to come: for five minutes, and no page opens."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import bindparam, delete, insert, select, update

from bot.storage.database import Transaction
from bot.storage.login_tables import half_logins
from bot.storage.notice_tables import officers
from bot.storage.offices import accounts, recovery
from bot.storage.offices.officer_rows import AccountState

HOLDS = timedelta(minutes=5)
MOST_WRONG = 5  # codes, then the password is asked for again

_here = half_logins.c.token_hash == bindparam("hashed")
_add = insert(half_logins)
_find = (
    select(half_logins.c.officer)
    .join(officers, officers.c.id == half_logins.c.officer)
    .where(
        _here,
        half_logins.c.wrong < MOST_WRONG,
        half_logins.c.expires_at > bindparam("now"),
        officers.c.state == AccountState.ACTIVE.value,
    )
)
_wrong = update(half_logins).where(_here).values(wrong=half_logins.c.wrong + 1)
_over = delete(half_logins).where(_here)
_expired = delete(half_logins).where(half_logins.c.expires_at < bindparam("now"))


def begin(tx: Transaction, officer: str, now: datetime) -> str:
    """The secret by which the browser may bring the second factor."""
    tx.execute(_expired, {"now": now})
    token = secrets.token_urlsafe(32)
    tx.execute(_add, {"token_hash": _hash(token), "officer": officer, "wrong": 0, "expires_at": now + HOLDS})
    return token


def officer_of(tx: Transaction, token: str, now: datetime) -> str | None:
    """Whose it is; nobody's after five minutes, after too many wrong codes, or once the account was cut off."""
    found: str | None = tx.execute(_find, {"hashed": _hash(token), "now": now}).scalar_one_or_none()
    return found


def finish(tx: Transaction, token: str, code: str, now: datetime) -> str | None:
    """The officer's id where the code is right: six digits of this moment, or a recovery code; then it is over."""
    officer = officer_of(tx, token, now)
    if officer is None:
        return None
    if recovery.use(tx, officer, code, now) or accounts.prove(tx, officer, code, now):
        tx.execute(_over, {"hashed": _hash(token)})
        return officer
    tx.execute(_wrong, {"hashed": _hash(token)})
    return None


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
