"""What an officer does to a broadcast at a desk or by a command: done, and whoever has to know of it is called."""

from dataclasses import dataclass
from datetime import datetime

from bot.conversation.calls import OFFICERS
from bot.conversation.facts import Why
from bot.conversation.notice_facts import Group, Note, NoticeMoved
from bot.conversation.offices.officer_calls import approved_call, approver_call, returned_call, sent_alone_call
from bot.conversation.offices.reach_words import head_count
from bot.messages import Screen
from bot.storage.broadcasting import broadcasts, notes
from bot.storage.broadcasting.broadcast_rows import load
from bot.storage.database import Transaction
from bot.storage.delivery import mailings
from broadcasts.broadcast import Broadcast
from broadcasts.governance import Denial
from broadcasts.officer import Action, Officer


@dataclass(frozen=True, slots=True)
class Outcome:
    """The broadcast as it stands now, and why nothing was done where nothing was."""

    broadcast: Broadcast | None
    refused: Denial | Why | None = None


def do(tx: Transaction, officer: Officer, where: str, fact: NoticeMoved, now: datetime) -> Outcome:
    """Do it, and call those colleagues whom it concerns, as the same deed in a chat does."""
    before = load(tx, fact.id)
    refused = broadcasts.act(tx, officer, where, fact, now)
    after = load(tx, fact.id)
    looked_again = before is not None and before.sent_unseen  # it has left already: nobody is told of that
    if refused is None and after is not None and not looked_again:
        _tell(tx, officer, after, fact, now)
    return Outcome(after, refused)


def _tell(tx: Transaction, officer: Officer, broadcast: Broadcast, fact: NoticeMoved, now: datetime) -> None:
    match fact.action:
        case Action.SUBMIT:
            call(tx, Group.APPROVERS, broadcast, approver_call(broadcast, officer, _reach(tx, broadcast, now)), now)
        case Action.APPROVE:
            call(tx, Group.WRITERS, broadcast, approved_call(broadcast, officer), now)
        case Action.RETURN:
            call(tx, Group.WRITERS, broadcast, returned_call(broadcast, officer, fact.reason), now)
        case Action.SEND_ALONE:
            call(tx, Group.RESPONSIBLE, broadcast, sent_alone_call(broadcast, officer, fact.reason), now)


def call(tx: Transaction, group: Group, broadcast: Broadcast, screen: Screen, now: datetime) -> None:
    """Have the screen sent to these officers, once for this moment."""
    key = f"{group.value}:{broadcast.id}:{now:%Y%m%d%H%M%S%f}"
    notes.send(tx, [Note(group, broadcast.id, screen, key, broadcast.notice.level)], now)


def _reach(tx: Transaction, broadcast: Broadcast, now: datetime) -> str:
    """Whom it would get to, in words."""
    audience, level = broadcast.audience, broadcast.notice.level
    return head_count(mailings.reach(tx, audience.areas, level, now, audience.ages), OFFICERS)
