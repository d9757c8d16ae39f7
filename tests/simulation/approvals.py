"""Whether a text was let go as the rules ask for it."""

from collections.abc import Iterator

from broadcasts.officer import Role
from tests.simulation.register import Approval, Register, Text

_APPROVERS = {Role.APPROVER, Role.DUTY, Role.PROVINCE}


def unapproved(text: Text, register: Register) -> Iterator[str]:
    """Why it should not have left; nothing where all is well."""
    main = text.main or text
    if text is not main and main.stopped_at is None:
        yield "nobody has taken back or ended what it speaks of"
    if not any(_approves(approval, main, register) for approval in main.approvals):
        yield f"not approved by two people, but by {[approval.by.officer.name for approval in main.approvals]}"


def _approves(approval: Approval, text: Text, register: Register) -> bool:
    officer, opened = approval.by.officer, text.opened_at
    cut_off = register.frozen.get(officer.id)
    able = text.areas <= officer.areas and (cut_off is None or opened is None or cut_off > opened)
    if approval.alone:
        return able and approval.proven and Role.DUTY in officer.roles
    others = all(hand.officer.id != officer.id and hand.phone != approval.by.phone for hand in text.hands)
    return able and others and bool(_APPROVERS & officer.roles)
