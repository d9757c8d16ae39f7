"""Accounts as a colleague or an administrator looks through them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from bot.storage.database import Transaction
from bot.storage.login_tables import logins, passwords
from bot.storage.offices import accounts
from bot.storage.offices.accounts import Account
from bot.vietnamese.fold import fold
from broadcasts.officer import Officer, Role


@dataclass(frozen=True, slots=True)
class Listed:
    """One account, with what it signs in by (told to administrators) and when it was last used anywhere."""

    account: Account
    sign_in_name: str
    seen_at: datetime | None


_names = select(passwords.c.officer, passwords.c.name)
_seen = select(logins.c.officer, func.max(logins.c.seen_at, type_=logins.c.seen_at.type)).group_by(logins.c.officer)


def colleagues(tx: Transaction, viewer: Officer, sought: str = "") -> tuple[Listed, ...]:
    """Whom the viewer may look at: an administrator everybody, anybody else those who answer for a part of the same.

    With `sought` only those in whose name, office or sign-in name it stands, marks or not.
    """
    theirs: dict[str, str] = dict(map(_pair, tx.execute(_names))) if _appoints(viewer) else {}
    seen: dict[str, datetime] = dict(map(_pair, tx.execute(_seen)))
    wanted = fold(sought)
    found = (
        Listed(one, theirs.get(one.officer.id, ""), _latest((one.seen_at, seen.get(one.officer.id))))
        for one in accounts.accounts(tx)
        if _in_sight(viewer, one.officer)
    )
    return tuple(one for one in found if wanted in _words_of(one))


def colleague(tx: Transaction, viewer: Officer, id: str) -> Listed | None:
    """One of them."""
    return next((one for one in colleagues(tx, viewer) if one.account.officer.id == id), None)


def _in_sight(viewer: Officer, other: Officer) -> bool:
    return _appoints(viewer) or viewer.id == other.id or not viewer.areas.isdisjoint(other.areas)


def _appoints(viewer: Officer) -> bool:
    return Role.ADMINISTRATOR in viewer.roles


def _words_of(one: Listed) -> str:
    return fold(f"{one.account.officer.name} {one.account.officer.office} {one.sign_in_name}")


def _latest(moments: Iterable[datetime | None]) -> datetime | None:
    return max((one for one in moments if one), default=None)


def _pair(row: Any) -> tuple[Any, Any]:
    return row[0], row[1]
