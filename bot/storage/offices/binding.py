"""Which telephone or page an officer's account is used from, and the one-time codes that bind one."""

import re
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from hmac import compare_digest
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from bot.conversation.facts import Why
from bot.messages import Address
from bot.storage.database import Transaction
from bot.storage.notice_tables import binding_codes, officer_places, officers
from bot.storage.offices import audit
from bot.storage.offices.officer_rows import COLUMNS, AccountState, officer_of
from bot.storage.people.conversations import hold
from bot.storage.upsert import insert as upsert
from broadcasts.code import ALPHABET
from broadcasts.officer import Officer

PREFIX = "ma-"  # what a link opens the chat with: /start ma-CODE
LENGTH = 12  # 60 random bits
HOLDS = timedelta(minutes=30)
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})
_PARTED = re.compile(r"[\s\-–—.]")

_add_code = insert(binding_codes)
_code = (
    select(binding_codes.c.code_hash, binding_codes.c.replaces, *COLUMNS)
    .join(officers, officers.c.id == binding_codes.c.officer)
    .where(
        binding_codes.c.code_hash == bindparam("hashed"),
        binding_codes.c.used_at.is_(None),
        binding_codes.c.expires_at > bindparam("now"),
        officers.c.state == AccountState.ACTIVE.value,
    )
)
_use = update(binding_codes).where(binding_codes.c.code_hash == bindparam("hashed"), binding_codes.c.used_at.is_(None))
_unused = delete(binding_codes).where(binding_codes.c.officer == bindparam("of"), binding_codes.c.used_at.is_(None))
_here = (officer_places.c.channel == bindparam("at_channel"), officer_places.c.account == bindparam("at_account"))
_whose = select(officer_places.c.officer).where(*_here)
_bind = upsert(officer_places).on_conflict_do_nothing(
    index_elements=[officer_places.c.channel, officer_places.c.account]
)
_unbind = delete(officer_places).where(*_here)
_theirs = (
    select(officer_places.c.channel, officer_places.c.account)
    .where(officer_places.c.officer.in_(bindparam("officers", expanding=True)))
    .order_by(func.coalesce(officer_places.c.seen_at, officer_places.c.bound_at).desc())
)


def new_code(tx: Transaction, officer: str, now: datetime, replaces: bool = False, by: str = audit.SCRIPT) -> str:
    """A code that binds one telephone within 30 minutes; it can be read here only. Earlier ones are void.

    With `replaces`, whoever uses it cuts off all telephones that were bound before.
    """
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    forget_codes(tx, officer)
    row = {"code_hash": _hash(code), "officer": officer, "replaces": replaces, "expires_at": now + HOLDS}
    tx.execute(_add_code, row)
    audit.append(tx, now, by, "code given", officer, replaces=replaces)
    return PREFIX + code


def binding(tx: Transaction, code: str, now: datetime) -> Officer | None:
    """Whose code this is, however it was typed; nobody's where it is unknown, used, too old, or void."""
    found = _found(tx, code, now)
    return officer_of(found[2:]) if found else None


def bind(tx: Transaction, address: Address, code: str, now: datetime) -> Why | None:
    """Use the account from this address from now on; refused where the code or the telephone belongs elsewhere."""
    hold(tx, address)
    found = _found(tx, code, now)
    if found is None:
        return Why.UNKNOWN
    officer = officer_of(found[2:])
    bound = tx.execute(_whose, _at(address)).scalar()
    if bound not in (None, officer.id):  # two accounts on one telephone would be one person
        return Why.ALREADY
    if not tx.execute(_use, {"hashed": found.code_hash, "used_at": now}).rowcount:
        return Why.UNKNOWN
    if found.replaces:
        unbind_all(tx, officer.id, now, officer.id)
    tx.execute(_bind, {"channel": address.channel, "account": address.account, "officer": officer.id, "bound_at": now})
    audit.append(tx, now, officer.id, "place bound", officer.id, channel=address.channel)
    return None


def places(tx: Transaction, officers: Iterable[str]) -> tuple[Address, ...]:
    """Everywhere that these accounts are used from; where somebody was lately comes first."""
    return tuple(Address(*found) for found in tx.execute(_theirs, {"officers": list(officers)}))


def unbind(tx: Transaction, address: Address, now: datetime, by: str = "") -> None:
    """No account is used from this address any more; by the officer's own wish where nobody else is named."""
    officer = tx.execute(_whose, _at(address)).scalar()
    if officer is not None:
        tx.execute(_unbind, _at(address))
        audit.append(tx, now, by or officer, "place unbound", officer, channel=address.channel)


def unbind_all(tx: Transaction, officer: str, now: datetime, by: str) -> None:
    """The account is used from nowhere any more."""
    for address in places(tx, [officer]):
        unbind(tx, address, now, by)


def forget_codes(tx: Transaction, officer: str) -> None:
    """Codes that were not used bind nothing any more."""
    tx.execute(_unused, {"of": officer})


def _found(tx: Transaction, written: str, now: datetime) -> Any:
    hashed = _hash(_plain(written))
    found = tx.execute(_code, {"hashed": hashed, "now": now}).one_or_none()
    return found if found and compare_digest(found.code_hash, hashed) else None


def _plain(written: str) -> str:
    plain = _PARTED.sub("", written).upper().translate(_MISREAD)
    return plain.removeprefix("MA") if len(plain) > LENGTH else plain


def _hash(code: str) -> str:
    return sha256(code.encode()).hexdigest()


def _at(address: Address) -> dict[str, str]:
    return {"at_channel": address.channel, "at_account": address.account}
