"""Tokens of the JSON API: each bound to an officer's account and to areas of it, kept as a hash, shown once."""

import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import bindparam, insert, select, update

from bot.storage.api_tables import api_tokens
from bot.storage.database import Transaction
from bot.storage.notice_tables import officers
from bot.storage.offices import audit
from bot.storage.offices.api_grants import Flaw, Grant, NotGrantable, Scope, flaw
from bot.storage.offices.officer_rows import COLUMNS, officer_of, spelled
from broadcasts.officer import Officer

SEEN_EVERY = timedelta(minutes=1)  # how exactly the last use is kept: not every request is a write
_SHAPE = ("ct", 16, 43)  # the prefix, the length of the id, the length of the secret


@dataclass(frozen=True, slots=True)
class ApiToken:
    """What is known of a token; the secret itself is not."""

    id: str
    name: str
    officer: str
    office: str
    areas: tuple[str, ...]
    scopes: frozenset[Scope]
    made_by: str
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None

    def open_at(self, now: datetime) -> bool:
        """Whether it opens anything, as far as the token itself goes."""
        return self.revoked_at is None and now < self.expires_at


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks by a token. The officer's areas are only those that the token is bound to."""

    token: ApiToken
    officer: Officer


_NAMES = tuple(ApiToken.__slots__)
_COLUMNS = tuple(api_tokens.c[name] for name in _NAMES)
_found = (
    select(*_COLUMNS, *COLUMNS, api_tokens.c.secret_hash)
    .join(officers, officers.c.id == api_tokens.c.officer)
    .where(api_tokens.c.id == bindparam("which"))
)
_officer = select(*COLUMNS).where(officers.c.id == bindparam("who"))
_all = select(*_COLUMNS).order_by(api_tokens.c.made_at.desc(), api_tokens.c.id)
_of_officer = select(api_tokens.c.id).where(
    api_tokens.c.officer == bindparam("who"),
    api_tokens.c.revoked_at.is_(None),
    api_tokens.c.expires_at > bindparam("at"),
)
_one = update(api_tokens).where(api_tokens.c.id == bindparam("which"), api_tokens.c.revoked_at.is_(None))


def add(tx: Transaction, officer: str, grant: Grant, now: datetime, by: str = audit.SCRIPT) -> str:
    """The new token, which is known to nobody but the caller; raises NotGrantable."""
    found = _one_of(tx, officer)
    wrong = flaw(found, grant)
    if found is None or wrong:
        raise NotGrantable(wrong or Flaw.ACCOUNT)
    id, secret = secrets.token_hex(8), secrets.token_urlsafe(32)
    row = {"id": id, "secret_hash": _hash(secret), "name": grant.name.strip(), "officer": officer}
    bound = {"office": found.office, "areas": list(grant.areas), "scopes": _written(grant.scopes)}
    times = {"made_by": by, "made_at": now, "expires_at": now + grant.lasts}
    tx.execute(insert(api_tokens), row | bound | times)
    audit.append(tx, now, by, "api token added", officer, token=id, scopes=" ".join(_written(grant.scopes)))
    return f"{_SHAPE[0]}_{id}_{secret}"


def flaw_of(tx: Transaction, officer: str, grant: Grant) -> Flaw | None:
    """What is wrong with a token like this for the account with this id."""
    return flaw(_one_of(tx, officer), grant)


def _one_of(tx: Transaction, id: str) -> Officer | None:
    return next(map(officer_of, tx.execute(_officer, {"who": id})), None)


def find(tx: Transaction, written: str, now: datetime) -> Caller | None:
    """Who asks with this token; nobody once it was revoked, is over, or its officer's account was cut off.

    The secret is compared by its hash, in a time that says nothing about it.
    """
    id, secret = _parts(written)
    row = tx.execute(_found, {"which": id}).one_or_none()
    right = hmac.compare_digest(row.secret_hash if row else _hash(""), _hash(secret))
    if row is None or not right:
        return None
    token, officer = _token(row[: len(_NAMES)]), officer_of(row[len(_NAMES) : -1])
    if not (token.open_at(now) and officer.active and officer.office == token.office):
        return None
    bound = officer.areas & spelled(token.areas) if token.areas else officer.areas
    return Caller(token, replace(officer, areas=bound))


def stale(token: ApiToken, now: datetime) -> bool:
    """Whether its last use should be noted again."""
    return token.used_at is None or now - token.used_at > SEEN_EVERY


def used(tx: Transaction, id: str, now: datetime) -> None:
    """Note that it is in use."""
    tx.execute(_one, {"which": id, "used_at": now})


def revoke(tx: Transaction, id: str, now: datetime, by: str = audit.SCRIPT) -> bool:
    """The token opens nothing any more; False where there is none, or it was revoked before."""
    if not tx.execute(_one, {"which": id, "revoked_at": now}).rowcount:
        return False
    audit.append(tx, now, by, "api token revoked", id)
    return True


def revoke_all(tx: Transaction, officer: str, now: datetime, by: str = audit.SCRIPT) -> int:
    """How many tokens of the officer could still open something; from now on they never do."""
    ended = [revoke(tx, id, now, by) for id in tx.execute(_of_officer, {"who": officer, "at": now}).scalars().all()]
    return len(ended)


def tokens(tx: Transaction) -> tuple[ApiToken, ...]:
    """Every token that was ever made, the newest first."""
    return tuple(_token(tuple(row)) for row in tx.execute(_all))


def _token(row: tuple[object, ...]) -> ApiToken:
    named = dict(zip(_NAMES, row, strict=True))
    areas, scopes = named["areas"], named["scopes"]
    assert isinstance(areas, list)  # noqa: S101 - the column's type
    assert isinstance(scopes, list)  # noqa: S101
    return ApiToken(**named | {"areas": tuple(areas), "scopes": frozenset(map(Scope, scopes))})  # type: ignore[arg-type]


def _parts(written: str) -> tuple[str, str]:
    """The id and the secret; empty ones for what is no token."""
    prefix, id_length, secret_length = _SHAPE
    start, _, rest = written.partition("_")
    id, _, secret = rest.partition("_")
    fits = start == prefix and len(id) == id_length and len(secret) == secret_length and written.isascii()
    return (id, secret) if fits else ("", "")


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _written(scopes: frozenset[Scope]) -> list[str]:
    return sorted(scope.value for scope in scopes)
