"""Whatever still leads into an account besides its telephones and keys: closed when it is cut off, and not reopened."""

from datetime import datetime

from sqlalchemy import bindparam, delete

from bot.storage.database import Transaction
from bot.storage.login_tables import half_logins, invitations
from bot.storage.offices import api_tokens, binding, logins

_half = delete(half_logins).where(half_logins.c.officer == bindparam("of"))
_links = delete(invitations).where(invitations.c.officer == bindparam("of"), invitations.c.used_at.is_(None))


def close(tx: Transaction, officer: str, now: datetime, by: str) -> None:
    """No link, no code and no password that was right a moment ago opens it any more; logins and tokens end."""
    binding.forget_codes(tx, officer)
    tx.execute(_links, {"of": officer})
    tx.execute(_half, {"of": officer})
    logins.end_all(tx, officer, now)
    api_tokens.revoke_all(tx, officer, now, by)
