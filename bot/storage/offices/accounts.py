"""Officers' accounts: made, cut off and given back; every change is a row of the audit log."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from bot.areas import commune, province
from bot.storage.asking import question_moves
from bot.storage.broadcasting import cases
from bot.storage.database import Transaction
from bot.storage.notice_tables import officer_places, officers
from bot.storage.offices import audit, binding, ways_in
from bot.storage.offices.factor import new_secret, step_of
from bot.storage.offices.officer_rows import COLUMNS, AccountState, officer_of, province_of, spelled
from bot.storage.offices.officers import officer_by_id
from broadcasts.governance import Denial
from broadcasts.officer import Action, Officer, Role, appointable

MOST_WRONG = 10  # second factors in a row, then the account is frozen; a guesser has come 1/33,000 of the way
BEFORE = {
    AccountState.ACTIVE: (AccountState.FROZEN,),
    AccountState.FROZEN: (AccountState.ACTIVE,),
    AccountState.REVOKED: (AccountState.ACTIVE, AccountState.FROZEN),
}


class NotAppointable(Exception):
    """One account may not have these roles together."""


class UnknownArea(Exception):
    """There is no province and no commune with this code."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """What an account is made from; `areas` are codes of provinces and communes."""

    name: str
    office: str  # in full
    roles: frozenset[Role]
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """What an administrator sees of an officer."""

    officer: Officer
    state: AccountState
    areas: tuple[str, ...]  # codes as they were given
    added_at: datetime
    places: int  # telephones and pages that are bound
    seen_at: datetime | None  # of the last message from any of them


_here = officers.c.id == bindparam("who")
_add = insert(officers)
_accounts = (
    select(
        *COLUMNS,
        officers.c.added_at,
        func.count(officer_places.c.account).label("places"),
        func.max(officer_places.c.seen_at, type_=officer_places.c.seen_at.type).label("seen_at"),
    )
    .outerjoin(officer_places, officer_places.c.officer == officers.c.id)
    .group_by(officers.c.id)
    .order_by(officers.c.office, officers.c.added_at)
)
_change = update(officers).where(_here, officers.c.state == bindparam("was"))
_factor = select(officers.c.secret, officers.c.last_step, officers.c.wrong_factors).where(_here).with_for_update()
_right = update(officers).where(_here).values(wrong_factors=0)
_wrong = update(officers).where(_here).values(wrong_factors=officers.c.wrong_factors + 1)


def add(tx: Transaction, appointed: Appointment, now: datetime, by: str = audit.SCRIPT) -> tuple[str, str]:
    """The id and the second factor's secret of a new account, which no telephone is bound to yet.

    Raises NotAppointable or UnknownArea.
    """
    roles, areas = sorted(role.value for role in appointed.roles), appointed.areas
    if not appointable(appointed.roles):
        raise NotAppointable(", ".join(roles))
    for code in areas:
        if not (commune(code) or province(code)):
            raise UnknownArea(code)
    id, secret = secrets.token_hex(8), new_secret()
    row: dict[str, Any] = {"id": id, "name": appointed.name, "office": appointed.office, "secret": secret}
    row |= {"roles": roles, "areas": list(areas), "province": province_of(spelled(areas)), "added_at": now}
    tx.execute(_add, row | {"state": AccountState.ACTIVE.value, "last_step": 0, "wrong_factors": 0})
    audit.append(tx, now, by, "officer added", id, roles=" ".join(roles), areas=" ".join(areas))
    return id, secret


def accounts(tx: Transaction) -> tuple[Account, ...]:
    """All of them, office by office."""
    return tuple(
        Account(officer_of(row[:6]), AccountState(row.state), tuple(row.areas), row.added_at, row.places, row.seen_at)
        for row in tx.execute(_accounts)
    )


def freeze(tx: Transaction, id: str, now: datetime, by: str = audit.SCRIPT) -> bool:
    """Cut the account off until it is given back; False where it was cut off already, or is not there."""
    return _changed(tx, id, AccountState.FROZEN, now, by)


def unfreeze(tx: Transaction, id: str, now: datetime, by: str = audit.SCRIPT) -> bool:
    """Give a frozen account back, not its tokens, which have ended; False where it is not frozen."""
    return _changed(tx, id, AccountState.ACTIVE, now, by)


def revoke(tx: Transaction, id: str, now: datetime, by: str = audit.SCRIPT) -> bool:
    """Cut the account off for good, and every telephone from it; False where it was, or is not there."""
    if not _changed(tx, id, AccountState.REVOKED, now, by):
        return False
    binding.unbind_all(tx, id, now, by)
    return True


def freeze_colleague(tx: Transaction, officer: Officer, other: str, now: datetime) -> Denial | None:
    """Any colleague may cut an account off; refused where they answer for nothing together."""
    if not officer.active:
        return Denial.ACCOUNT
    if not officer.may(Action.FREEZE):
        return Denial.ROLE
    colleague = officer_by_id(tx, other)
    if colleague is None or (Role.ADMINISTRATOR not in officer.roles and officer.areas.isdisjoint(colleague.areas)):
        return Denial.AREA
    return None if freeze(tx, other, now, officer.id) else Denial.STATE


def prove(tx: Transaction, id: str, digits: str, now: datetime) -> bool:
    """Whether the second factor is right and new: each works once. Ten wrong ones in a row freeze the account."""
    kept = tx.execute(_factor, {"who": id}).one_or_none()
    if kept is None:
        return False
    step = step_of(kept.secret, digits, now)
    if step is not None and step > kept.last_step:
        tx.execute(_right, {"who": id, "last_step": step})
        return True
    tx.execute(_wrong, {"who": id})
    if kept.wrong_factors + 1 >= MOST_WRONG:
        freeze(tx, id, now, audit.SYSTEM)
    return False


def _changed(tx: Transaction, id: str, after: AccountState, now: datetime, by: str) -> bool:
    values = {"who": id, "state": after.value, "wrong_factors": 0}
    if not any(tx.execute(_change, values | {"was": was.value}).rowcount for was in BEFORE[after]):
        return False
    audit.append(tx, now, by, f"officer {after.value}", id)
    if after is not AccountState.ACTIVE:
        ways_in.close(tx, id, now, by)
        cases.give_back(tx, id, now)
        question_moves.give_back(tx, id, now)
    return True
