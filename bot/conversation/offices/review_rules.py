"""What an officer may be offered on a text that waits; storage asks the same rules again when it is done."""

from dataclasses import replace

from bot.conversation.notice_facts import Seen
from bot.conversation.offices.in_sight import template_approved
from bot.conversation.visit import Visit
from broadcasts.broadcast import Broadcast
from broadcasts.governance import SHORTEST_REASON, Circumstances, Denial, denial
from broadcasts.notice import Kind
from broadcasts.officer import Action, Officer

_MARK = 16  # characters of a hash that buttons carry


def mark_of(broadcast: Broadcast) -> str:
    """Which text the officer has before them, short enough for a button."""
    return broadcast.text_hash[:_MARK]


def is_own(officer: Officer, broadcast: Broadcast) -> bool:
    """Whether the officer has written at it."""
    return officer.id in broadcast.writers


def alone_denial(visit: Visit, officer: Officer, found: Seen) -> Denial | None:
    """What stands against the urgent path but for the factor and the reason, which are asked for when it is taken.

    What an update refers to is not known here; it was asked when that was submitted, and is asked again.
    """
    broadcast = found.broadcast
    itself = replace(broadcast, notice=replace(broadcast.notice, kind=Kind.ACTUAL), refers_to="")
    return denial(
        officer,
        Action.SEND_ALONE,
        itself,
        Circumstances(
            visit.now,
            where="",
            text_hash=itself.text_hash,
            template_approved=template_approved(visit, found),
            factor=True,
            reason="." * SHORTEST_REASON,
        ),
    )
