"""Links by which an officer chooses a name and a password and sets up the second factor: one use, one day.

Nothing holds until the second factor was right once: then password, factor and recovery codes are all new, whatever
was there before is void, and every login and passkey of the account is gone.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from bot.storage.database import Transaction
from bot.storage.login_tables import invitations
from bot.storage.notice_tables import audit as audit_rows
from bot.storage.notice_tables import officers
from bot.storage.offices import accounts, audit, logins, passkeys, passwords, recovery
from bot.storage.offices.accounts import Appointment
from bot.storage.offices.factor import new_secret, step_of
from bot.storage.offices.officer_rows import AccountState
from bot.storage.offices.officers import anybody
from broadcasts.officer import Role

HOLDS = timedelta(hours=24)
MADE = "invitation made"


@dataclass(frozen=True, slots=True)
class Invitation:
    """One that can still be used. `officer` is empty for the one that makes the first administrator."""

    officer: str | None
    secret: str  # of the second factor that will hold
    person: str
    office: str
    name: str  # to sign in with; "" until it is chosen

    @property
    def first(self) -> bool:
        """Whether it makes the first administrator."""
        return self.officer is None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody has written into an invitation; person and office count for the first administrator only."""

    name: str
    hash: str
    person: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """Whose account it is, and the recovery codes, which can be read here only."""

    officer: str
    codes: tuple[str, ...]


_here = invitations.c.token_hash == bindparam("hashed")
_add = insert(invitations)
_find = (
    select(invitations, officers.c.name.label("of"), officers.c.office.label("at"), officers.c.state)
    .outerjoin(officers, officers.c.id == invitations.c.officer)
    .where(_here, invitations.c.used_at.is_(None), invitations.c.expires_at > bindparam("now"))
)
_unused = delete(invitations).where(invitations.c.used_at.is_(None))
_unused_of = _unused.where(invitations.c.officer == bindparam("of"))
_unused_first = _unused.where(invitations.c.officer.is_(None))
_first_open = select(invitations.c.token_hash).where(
    invitations.c.officer.is_(None), invitations.c.used_at.is_(None), invitations.c.expires_at > bindparam("now")
)
_first_made = select(func.min(audit_rows.c.at)).where(
    audit_rows.c.what == bindparam("what"), audit_rows.c.who == bindparam("by"), audit_rows.c.about == ""
)
_choose = update(invitations).where(_here, invitations.c.used_at.is_(None))
_officer = select(officers.c.secret, officers.c.last_step).where(
    officers.c.id == bindparam("of"), officers.c.state == AccountState.ACTIVE.value
)
_roles = select(officers.c.roles)
_set_factor = update(officers).where(officers.c.id == bindparam("of")).values(wrong_factors=0)


def invite(tx: Transaction, officer: str, now: datetime, by: str = audit.SCRIPT) -> str | None:
    """The secret of a new link for this officer, earlier ones are void; None where the account is not in use.

    Whoever has used a second factor already is given a new one: theirs may be lost, or in the wrong hands.
    """
    found = tx.execute(_officer, {"of": officer}).one_or_none()
    if found is None:
        return None
    tx.execute(_unused_of, {"of": officer})
    audit.append(tx, now, by, MADE, officer)
    return _made(tx, officer, found.secret if found.last_step == 0 else new_secret(), now)


def invite_first(tx: Transaction, now: datetime) -> str | None:
    """The secret of a link that makes the first administrator, earlier ones are void; None once anybody is there."""
    if anybody(tx):
        return None
    tx.execute(_unused_first)
    audit.append(tx, now, audit.SYSTEM, MADE, "")
    return _made(tx, None, new_secret(), now)


def first_expected(tx: Transaction, now: datetime) -> bool:
    """Whether a link that makes the first administrator is open, and it is not known for longer than one holds.

    Where nobody has used the first one of them, nobody may ever want to.
    """
    made = tx.execute(_first_made, {"what": MADE, "by": audit.SYSTEM}).scalar()
    return made is not None and made + HOLDS > now and tx.execute(_first_open, {"now": now}).first() is not None


def find(tx: Transaction, token: str, now: datetime) -> Invitation | None:
    """What the link is for; nothing once it was used, after a day, or when it is no longer right."""
    row = tx.execute(_find, {"hashed": _hash(token), "now": now}).one_or_none()
    if row is None or (_administered(tx) if row.officer is None else row.state != AccountState.ACTIVE.value):
        return None
    return Invitation(row.officer, row.secret, row.of or row.person, row.at or row.office, row.name)


def choose(tx: Transaction, token: str, chosen: Chosen, now: datetime) -> bool:
    """Keep what was chosen until the second factor is right; False where somebody else signs in by that name."""
    found = find(tx, token, now)
    if found is None or passwords.taken(tx, chosen.name, found.officer):
        return False
    values: dict[str, Any] = {"name": chosen.name, "hash": chosen.hash}
    if found.first:
        values |= {"person": chosen.person, "office": chosen.office}
    tx.execute(_choose, {"hashed": _hash(token), **values})
    return True


def accept(tx: Transaction, token: str, digits: str, now: datetime) -> Accepted | None:
    """Everything holds from now on; None where the digits are wrong, or the link is not what it was."""
    found = find(tx, token, now)
    step = step_of(found.secret, digits, now) if found else None
    if found is None or step is None or step <= _last_step(tx, found):
        return None
    if not found.name or passwords.taken(tx, found.name, found.officer):
        return None
    hash = tx.execute(select(invitations.c.hash).where(_here), {"hashed": _hash(token)}).scalar_one()
    if not tx.execute(_choose, {"hashed": _hash(token), "used_at": now}).rowcount:
        return None
    officer = found.officer or _first(tx, found, now)
    tx.execute(_set_factor, {"of": officer, "secret": found.secret, "last_step": step})
    passwords.put(tx, officer, found.name, hash, now)
    passkeys.forget(tx, officer)
    logins.end_all(tx, officer, now)
    audit.append(tx, now, officer, "invitation used", officer)
    return Accepted(officer, recovery.new_codes(tx, officer, now))


def _last_step(tx: Transaction, found: Invitation) -> int:
    """Of the last digits that were right with this secret: each works once, here too."""
    kept = tx.execute(_officer, {"of": found.officer}).one_or_none()
    return int(kept.last_step) if kept and kept.secret == found.secret else 0


def _first(tx: Transaction, found: Invitation, now: datetime) -> str:
    id, _ = accounts.add(tx, Appointment(found.person, found.office, frozenset({Role.ADMINISTRATOR}), ()), now)
    return id


def _administered(tx: Transaction) -> bool:
    """Whether there is an administrator, in use or not: then nobody makes the first one any more."""
    return any(Role.ADMINISTRATOR.value in roles for roles in tx.execute(_roles).scalars())


def _made(tx: Transaction, officer: str | None, secret: str, now: datetime) -> str:
    token = secrets.token_urlsafe(32)
    row = {"token_hash": _hash(token), "officer": officer, "secret": secret, "made_at": now, "expires_at": now + HOLDS}
    tx.execute(_add, row | dict.fromkeys(("person", "office", "name", "hash"), ""))
    return token


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
