"""Officers: who they are, what their roles let them do, and where."""

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What an officer was appointed for; one person may have several, but never administrator beside another."""

    WRITER = "writer"
    APPROVER = "approver"
    DUTY = "duty"
    PROVINCE = "province"
    CONTENT = "content"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Action(Enum):
    """Everything that an officer can ask for."""

    SEE = "see"  # notices and their progress
    DRAFT = "draft"  # write and edit, drills included
    SUBMIT = "submit"
    APPROVE = "approve"
    RETURN = "return"  # with a reason
    SEND_ALONE = "send alone"  # the urgent path
    WITHDRAW = "withdraw"  # stop, and correct what has arrived
    ALL_CLEAR = "all clear"
    HELP = "help"  # take a case, talk with the person, close it
    FREEZE = "freeze"  # a colleague's account
    APPOINT = "appoint"  # accounts and keys
    AUDIT = "audit"
    TEACH = "teach"  # lessons


_WRITING = frozenset({Action.SEE, Action.DRAFT, Action.SUBMIT, Action.FREEZE})
_APPROVING = frozenset({Action.SEE, Action.APPROVE, Action.RETURN, Action.WITHDRAW, Action.HELP, Action.FREEZE})
_ENDING = frozenset({Action.WITHDRAW, Action.ALL_CLEAR})
MAY: dict[Role, frozenset[Action]] = {
    Role.WRITER: _WRITING | {Action.HELP},
    Role.APPROVER: _APPROVING,
    Role.DUTY: _WRITING | _APPROVING | _ENDING | {Action.SEND_ALONE},
    Role.PROVINCE: _WRITING | _APPROVING | _ENDING,
    Role.CONTENT: frozenset({Action.TEACH, Action.FREEZE}),
    Role.AUDITOR: frozenset({Action.SEE, Action.AUDIT}),
    Role.ADMINISTRATOR: frozenset({Action.APPOINT, Action.FREEZE, Action.AUDIT}),
}


@dataclass(frozen=True, slots=True)
class Officer:
    """One account. `areas` are the codes of all communes that it answers for, spelled out."""

    id: str  # random
    name: str
    office: str  # in full
    roles: frozenset[Role]
    areas: frozenset[str]
    active: bool = True  # neither frozen nor revoked

    def may(self, action: Action) -> bool:
        """Whether the roles allow it anywhere; an account that was cut off may nothing."""
        return self.active and any(action in MAY[role] for role in self.roles)


def appointable(roles: frozenset[Role]) -> bool:
    """Whether one account may have these roles together: who hands out keys does not send."""
    return bool(roles) and (Role.ADMINISTRATOR not in roles or roles == {Role.ADMINISTRATOR})
