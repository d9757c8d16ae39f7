"""What a page may offer to an officer on a notice; whoever acts is asked again, in the transaction."""

from bot.conversation.notice_facts import Seen
from bot.conversation.offices.live_rules import may, may_look_again, may_update
from bot.conversation.offices.review_rules import alone_denial, is_own
from bot.conversation.visit import Visit
from broadcasts.broadcast import Broadcast, State
from broadcasts.governance import Denial
from broadcasts.officer import Action, Officer


def may_approve(officer: Officer, broadcast: Broadcast) -> bool:
    """Whether this is the second person who may decide on a text that waits."""
    waits = broadcast.state is State.SUBMITTED and not is_own(officer, broadcast)
    return waits and officer.may(Action.APPROVE)


def deeds(visit: Visit, officer: Officer, found: Seen) -> tuple[str, ...]:
    """What can be done with it now, by the names of the pages on which it is done."""
    broadcast = found.broadcast
    return tuple(
        name
        for name, offered in {
            "sua": broadcast.state in _UNDECIDED and officer.may(Action.DRAFT),
            "gui-duyet": broadcast.state is State.DRAFT and officer.may(Action.SUBMIT),
            "duyet": may_approve(officer, broadcast),
            "tra-lai": may_approve(officer, broadcast),
            "gui-mot-minh": _may_alone(visit, officer, found),
            "bo": broadcast.state in _UNDECIDED and may(visit, officer, Action.WITHDRAW, found),
            "dung": broadcast.state in _LIVE and may(visit, officer, Action.WITHDRAW, found),
            "het-nguy-hiem": may(visit, officer, Action.ALL_CLEAR, found),
            "cap-nhat": may_update(officer, found),
            "xem-lai": may_look_again(visit, officer, found),
        }.items()
        if offered
    )


_UNDECIDED = (State.DRAFT, State.SUBMITTED)
_LIVE = (State.APPROVED, State.SENDING, State.SENT)


def in_time(name: str, broadcast: Broadcast) -> bool:
    """Whether the notice still is what the page `name` spoke of: what has left meanwhile is not dropped but stopped."""
    match name:
        case "bo":
            return broadcast.state in _UNDECIDED
        case "dung":
            return broadcast.state in _LIVE
        case "xem-lai":
            return broadcast.sent_unseen
        case _:
            return True


def alone_soon(visit: Visit, officer: Officer, found: Seen) -> bool:
    """Whether only time is missing until the officer may send it alone."""
    return officer.may(Action.SEND_ALONE) and alone_denial(visit, officer, found) is Denial.TOO_SOON


def _may_alone(visit: Visit, officer: Officer, found: Seen) -> bool:
    return officer.may(Action.SEND_ALONE) and alone_denial(visit, officer, found) is None
