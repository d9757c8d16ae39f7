"""Who may open which page: one table of rights and one function, asked before any page of the desk is made."""

from dataclasses import dataclass

from broadcasts.governance import Denial
from broadcasts.officer import Action, Officer


@dataclass(frozen=True, slots=True)
class Access:
    """What a route asks for: any one of these actions. Where and about what is asked again by whoever acts."""

    actions: frozenset[Action] = frozenset()
    signed_in: bool = True


EVERYBODY = Access(signed_in=False)
SIGNED_IN = Access()


def may(*actions: Action) -> Access:
    """Open to whoever may do one of these anywhere."""
    return Access(frozenset(actions))


def denial_of_page(access: Access, officer: Officer | None) -> Denial | None:
    """Why this officer (None: nobody has signed in) does not get the page."""
    if not access.signed_in:
        return None
    if officer is None or not officer.active:
        return Denial.ACCOUNT
    if access.actions and not any(officer.may(action) for action in access.actions):
        return Denial.ROLE
    return None
