"""What an officer may be offered on a notice that was approved; storage asks the same rules again when it is done."""

from bot.conversation.notice_facts import Seen
from bot.conversation.visit import Visit
from broadcasts.broadcast import LIVE
from broadcasts.governance import Circumstances, denial
from broadcasts.notice import Kind
from broadcasts.officer import Action, Officer

_LASTING = (Kind.ACTUAL, Kind.UPDATE)


def may(visit: Visit, officer: Officer, action: Action, found: Seen) -> bool:
    """Whether the rules allow it, as far as a scene can know."""
    here = Circumstances(visit.now, where="", text_hash=found.broadcast.text_hash)
    return denial(officer, action, found.broadcast, here) is None


def may_update(officer: Officer, found: Seen) -> bool:
    """Whether a newer text may take its place."""
    lives = found.broadcast.state in LIVE and found.broadcast.notice.kind in _LASTING
    return lives and officer.may(Action.DRAFT)


def may_look_again(visit: Visit, officer: Officer, found: Seen) -> bool:
    """Whether it was sent alone, and this is a second person."""
    return found.broadcast.sent_unseen and may(visit, officer, Action.APPROVE, found)
