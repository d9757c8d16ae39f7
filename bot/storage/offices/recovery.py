"""Recovery codes: ten on paper, each in place of the second factor once."""

import re
import secrets
from datetime import datetime
from hashlib import sha256

from sqlalchemy import bindparam, delete, func, insert, select, update

from bot.storage.database import Transaction
from bot.storage.login_tables import recovery_codes
from bot.storage.offices import audit
from broadcasts.code import ALPHABET

MANY, LENGTH = 10, 12  # codes of 60 random bits: a plain hash is enough
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})
_PARTED = re.compile(r"[\s\-–—.]")

_theirs = recovery_codes.c.officer == bindparam("of")
_forget = delete(recovery_codes).where(_theirs)
_add = insert(recovery_codes)
_left = select(func.count()).select_from(recovery_codes).where(_theirs, recovery_codes.c.used_at.is_(None))
_use = update(recovery_codes).where(
    _theirs, recovery_codes.c.code_hash == bindparam("hashed"), recovery_codes.c.used_at.is_(None)
)


def new_codes(tx: Transaction, officer: str, now: datetime) -> tuple[str, ...]:
    """Ten codes that can be read here only; the earlier ones are void."""
    codes = tuple("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(MANY))
    tx.execute(_forget, {"of": officer})
    tx.execute(_add, [{"code_hash": _hash(officer, code), "officer": officer, "made_at": now} for code in codes])
    audit.append(tx, now, officer, "recovery codes made", officer)
    return tuple("-".join((code[:4], code[4:8], code[8:])) for code in codes)


def use(tx: Transaction, officer: str, written: str, now: datetime) -> bool:
    """Whether it is a code of this officer's that was not used before; it is used now."""
    code = _PARTED.sub("", written).upper().translate(_MISREAD)
    if not tx.execute(_use, {"of": officer, "hashed": _hash(officer, code), "used_at": now}).rowcount:
        return False
    audit.append(tx, now, officer, "recovery code used", officer, left=left(tx, officer))
    return True


def left(tx: Transaction, officer: str) -> int:
    """How many were not used yet."""
    return tx.execute(_left, {"of": officer}).scalar_one()


def forget(tx: Transaction, officer: str) -> None:
    """None of them is good for anything any more."""
    tx.execute(_forget, {"of": officer})


def _hash(officer: str, code: str) -> str:
    return sha256(f"{officer}|{code}".encode()).hexdigest()
