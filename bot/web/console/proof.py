"""Proof in the middle of a login: the second factor once more, before what cannot be taken back."""

from datetime import timedelta

from bot.storage.database import Transaction
from bot.storage.offices import accounts, logins
from bot.web.console.at import At

LATELY = timedelta(minutes=10)


async def proven(at: At, digits: str) -> bool:
    """Whether these are the officer's six digits of this moment, used for the first time; noted with the login.

    Ten wrong ones in a row freeze the account, and end all its logins.
    """
    officer = at.officer.id

    def prove(tx: Transaction) -> bool:
        right = accounts.prove(tx, officer, digits, at.now)
        if right and at.login is not None:
            logins.factor(tx, at.login.id, at.now)
        return right

    return await at.write(prove)


def lately(at: At) -> bool:
    """Whether a second factor was right in this login within the last minutes."""
    proven_at = at.login.factor_at if at.login else None
    return proven_at is not None and at.now - proven_at < LATELY


async def sure(at: At, digits: str) -> bool:
    """Whether it is still the officer: proven a little while ago, or by these digits now."""
    return lately(at) or await proven(at, digits)
