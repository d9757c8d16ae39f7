"""What the pages of one notice begin with: the notice, for whoever may see it, and how the conversation sees it."""

from dataclasses import replace
from datetime import datetime

from starlette.exceptions import HTTPException

from bot.conversation.facts import Given, Person
from bot.conversation.notice_facts import NoticesGiven, Seen
from bot.conversation.state import ConversationState
from bot.conversation.visit import Visit
from bot.storage.broadcasting import notices, reports
from bot.storage.database import Transaction
from bot.storage.delivery import mailings
from bot.web.console.at import HOME, At
from broadcasts.broadcast import Broadcast
from broadcasts.governance import denial_of_right
from broadcasts.officer import Action, Officer

ROOM = f"{HOME}/thong-bao"


def visit_of(at: At) -> Visit:
    """The officer as a visitor of the conversation, whose words and rules these pages share."""
    state = ConversationState(language=at.words.language)
    return Visit(at.now, state, Person(officer=at.officer), at.console.content.world)


def with_reach(visit: Visit, reach: dict[str, int]) -> Visit:
    """The same, knowing how many people each channel reaches."""
    return replace(visit, given=Given(notices=NoticesGiven(reach=reach)))


async def seen(at: At, *, report: bool = False) -> Seen:
    """The notice that the address names; 404 where there is none, or it is none of this officer's business."""
    id = at.request.path_params["id"]
    found = await at.read(lambda tx: look(tx, at.officer, id, report=report))
    if found is None:
        raise HTTPException(404)
    return found


def look(tx: Transaction, officer: Officer, id: str, *, report: bool = False) -> Seen | None:
    """One notice by its id or code, for whoever may see it; with `report` how fast it was and why some were missed."""
    found = notices.seen(tx, id)
    if found is None or denial_of_right(officer, Action.SEE, found.broadcast) is not None:
        return None
    return _reported(tx, found) if report else found


def reach_of(tx: Transaction, broadcast: Broadcast, now: datetime) -> dict[str, int]:
    """How many people each channel would reach now."""
    audience = broadcast.audience
    return mailings.reach(tx, audience.areas, broadcast.notice.level, now, audience.ages)


def page_of(id: str, below: str = "") -> str:
    """The address of a notice's page, or of one below it."""
    return f"{ROOM}/{id}/{below}".rstrip("/")


def _reported(tx: Transaction, found: Seen) -> Seen:
    told = reports.report(tx, found.broadcast.id)
    if told.started_at is None:
        return found
    moments = {0: told.first_at, **told.reached}
    reached = {share: at - told.started_at for share, at in moments.items() if at is not None}
    return replace(found, reached_in=reached, failures=told.reasons)
