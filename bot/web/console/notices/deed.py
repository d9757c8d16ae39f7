"""One deed of an officer at the desk: done in one transaction with all that follows, or why not."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.conversation.notice_facts import NoticeMoved
from bot.conversation.offices.review_steps import MOST_REASON
from bot.conversation.refusals import why_not
from bot.storage.broadcasting import deeds
from bot.storage.broadcasting.broadcast_rows import load
from bot.storage.broadcasting.deeds import Outcome
from bot.storage.database import Transaction
from bot.web.console.at import At
from bot.web.console.notices.form import Mistake
from bot.web.console.notices.looking import visit_of
from broadcasts.broadcast import Broadcast
from broadcasts.governance import Denial
from broadcasts.officer import Action

Fits = Callable[[Broadcast], bool]
_SIX = re.compile(r"[0-9]{6}")


@dataclass(frozen=True, slots=True)
class Deed:
    """What is asked for, for the text that the officer has read; `factor` are six digits."""

    action: Action
    text_hash: str
    reason: str = ""
    factor: str = ""


@dataclass(frozen=True, slots=True)
class Again:
    """A page that is shown again, with what was typed there and what is wrong with it."""

    status: int = 200
    mistakes: tuple[Mistake, ...] = ()
    typed: str = ""


FIRST = Again()  # it was not shown before


async def do(at: At, broadcast: Broadcast, deed: Deed, fits: Fits = lambda _held: True) -> Outcome:
    """What became of it; refused where the notice no longer `fits` what the officer has read about the deed."""
    approved = visit_of(at).world.templates.approved(broadcast.template)
    reason = " ".join(deed.reason.split())[:MOST_REASON]
    fact = NoticeMoved(broadcast.id, deed.action, deed.text_hash, reason, deed.factor, template_approved=approved)

    def keep(tx: Transaction) -> Outcome:
        held = load(tx, broadcast.id, hold=True)
        if held and not fits(held):
            return Outcome(held, Denial.STATE)
        return deeds.do(tx, at.officer, at.where, fact, at.now)

    return await at.write(keep)


def six_digits(typed: str) -> str:
    """The second factor without the blanks between its digits; "" where it is none."""
    digits = "".join(typed.split())
    return digits if _SIX.fullmatch(digits) else ""


def said(at: At, outcome: Outcome) -> str:
    """Why nothing was done; "" where it was."""
    return at.say(why_not(outcome.refused)) if outcome.refused else ""
