"""What a token of the JSON API may be: in whose name, for what, where and for how long."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from bot.storage.offices.officer_rows import spelled
from broadcasts.officer import Action, Officer

USUAL, LONGEST = timedelta(days=90), timedelta(days=366)
LONGEST_NAME = 80  # characters


class Scope(Enum):
    """What a token may be used for; the value is what stands in documents and requests."""

    WRITE_NOTICES = "notices:write"  # drafts only
    READ_NOTICES = "notices:read"
    READ_REPORTS = "reports:read"
    READ_LESSONS = "lessons:read"
    READ_AREAS = "areas:read"


ASKS = {
    Scope.WRITE_NOTICES: Action.DRAFT,
    Scope.READ_NOTICES: Action.SEE,
    Scope.READ_REPORTS: Action.SEE,
}
"""What the officer must be allowed to do for the scope; the others are open to every account."""


class Flaw(Enum):
    """Why a token like this is not made."""

    ACCOUNT = "account"  # frozen, revoked or unknown
    ROLE = "role"  # the officer may not do what a scope stands for
    AREA = "area"  # beyond what the officer answers for
    NO_SCOPE = "no scope"
    NO_NAME = "no name"
    TOO_LONG = "too long"  # it would hold for more than a year, or not at all


class NotGrantable(Exception):
    """No token was made."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


@dataclass(frozen=True, slots=True)
class Grant:
    """What a token is made from; `areas` are codes, none of them meaning all of the officer's."""

    name: str
    scopes: frozenset[Scope]
    areas: tuple[str, ...] = ()
    lasts: timedelta = USUAL


def flaw(officer: Officer | None, grant: Grant) -> Flaw | None:
    """What is wrong with a token like this in the name of this officer (None: there is no such account)."""
    if officer is None or not officer.active:
        return Flaw.ACCOUNT
    if not 0 < len(grant.name.strip()) <= LONGEST_NAME:
        return Flaw.NO_NAME
    if not grant.scopes:
        return Flaw.NO_SCOPE
    if not all(officer.may(ASKS[scope]) for scope in grant.scopes if scope in ASKS):
        return Flaw.ROLE
    meant = spelled(grant.areas)
    if grant.areas and not (meant and meant <= officer.areas):
        return Flaw.AREA
    return None if timedelta() < grant.lasts <= LONGEST else Flaw.TOO_LONG
