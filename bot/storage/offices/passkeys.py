"""Passkeys, and the challenges that prove one: each challenge is good for five minutes and one answer."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, insert, select, update

from bot.storage.database import Transaction
from bot.storage.login_tables import challenges, passkeys
from bot.storage.notice_tables import officers
from bot.storage.offices import audit
from bot.storage.offices.officer_rows import AccountState

HOLDS = timedelta(minutes=5)
MOST = 10  # of one officer


@dataclass(frozen=True, slots=True)
class Passkey:
    """One authenticator of an officer's; `id` is base64url."""

    id: str
    officer: str
    public_key: bytes
    uses: int  # as the authenticator counts
    name: str
    made_at: datetime
    used_at: datetime | None


_columns = tuple(passkeys.c[name] for name in Passkey.__slots__)
_theirs = select(*_columns).where(passkeys.c.officer == bindparam("of")).order_by(passkeys.c.made_at)
_one = (
    select(*_columns)
    .join(officers, officers.c.id == passkeys.c.officer)
    .where(passkeys.c.id == bindparam("which"), officers.c.state == AccountState.ACTIVE.value)
)
_add = insert(passkeys)
_used = update(passkeys).where(passkeys.c.id == bindparam("which"))
_remove = delete(passkeys).where(passkeys.c.id == bindparam("which"), passkeys.c.officer == bindparam("of"))
_forget = delete(passkeys).where(passkeys.c.officer == bindparam("of"))
_ask = insert(challenges)
_asked = select(challenges.c.challenge, challenges.c.officer).where(
    challenges.c.id == bindparam("which"), challenges.c.expires_at > bindparam("now")
)
_answered = delete(challenges).where(challenges.c.id == bindparam("which"))
_expired = delete(challenges).where(challenges.c.expires_at < bindparam("now"))


def of_officer(tx: Transaction, officer: str) -> tuple[Passkey, ...]:
    """All of them, the oldest first."""
    return tuple(Passkey(*row) for row in tx.execute(_theirs, {"of": officer}))


def find(tx: Transaction, id: str) -> Passkey | None:
    """The passkey with this id, where its officer's account is in use."""
    row = tx.execute(_one, {"which": id}).one_or_none()
    return Passkey(*row) if row else None


def add(tx: Transaction, new: Passkey) -> bool:
    """Keep a new one; False where its id is known already, or the officer has too many."""
    known = tx.execute(select(passkeys.c.id).where(passkeys.c.id == new.id)).one_or_none()
    if known or len(of_officer(tx, new.officer)) >= MOST:
        return False
    tx.execute(_add, {name: getattr(new, name) for name in Passkey.__slots__})
    audit.append(tx, new.made_at, new.officer, "passkey added", new.officer)
    return True


def used(tx: Transaction, id: str, uses: int, now: datetime) -> None:
    """Note that it has signed somebody in."""
    tx.execute(_used, {"which": id, "uses": uses, "used_at": now})


def remove(tx: Transaction, officer: str, id: str, now: datetime) -> bool:
    """Take away one of the officer's own; False where there is none with this id."""
    if not tx.execute(_remove, {"which": id, "of": officer}).rowcount:
        return False
    audit.append(tx, now, officer, "passkey removed", officer)
    return True


def forget(tx: Transaction, officer: str) -> None:
    """Take away all of them."""
    tx.execute(_forget, {"of": officer})


def ask(tx: Transaction, challenge: str, now: datetime, officer: str = "") -> str:
    """The name under which a challenge waits for its answer; `officer` where it is known who must answer."""
    tx.execute(_expired, {"now": now})
    id = secrets.token_urlsafe(16)
    row = {"id": id, "officer": officer, "challenge": challenge, "expires_at": now + HOLDS}
    tx.execute(_ask, row)
    return id


def answered(tx: Transaction, id: str, now: datetime, officer: str = "") -> str | None:
    """The challenge that waits under this name for this officer, once; None where none does."""
    found = tx.execute(_asked, {"which": id, "now": now}).one_or_none()
    gone = tx.execute(_answered, {"which": id}).rowcount
    return found.challenge if found and gone and found.officer == officer else None
