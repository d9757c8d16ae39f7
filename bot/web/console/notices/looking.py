"""What the pages of one notice begin with: the notice, for whoever may see it, and how the conversation sees it."""

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from starlette.exceptions import HTTPException

from bot.conversation.facts import Given, Person
from bot.conversation.notice_facts import NoticesGiven, Seen
from bot.conversation.state import ConversationState
from bot.conversation.visit import Visit
from bot.storage.broadcasting import notices
from bot.storage.broadcasting.reports import Report, report, with_report
from bot.storage.database import Transaction
from bot.storage.delivery import mailings
from bot.web.console.at import HOME, At
from broadcasts.broadcast import Broadcast
from broadcasts.governance import denial_of_right
from broadcasts.officer import Action, Officer

T = TypeVar("T")
ROOM = f"{HOME}/thong-bao"


def visit_of(at: At) -> Visit:
    """The officer as a visitor of the conversation, whose words and rules these pages share."""
    state = ConversationState(language=at.words.language)
    return Visit(at.now, state, Person(officer=at.officer), at.console.content.world)


def with_reach(visit: Visit, reach: dict[str, int]) -> Visit:
    """The same, knowing how many people each channel reaches."""
    return replace(visit, given=Given(notices=NoticesGiven(reach=reach)))


async def seen(at: At) -> Seen:
    """The notice that the address names; 404 where there is none, or it is none of this officer's business."""
    id = at.request.path_params["id"]
    return _known(await at.read(lambda tx: look(tx, at.officer, id)))


async def reported(at: At) -> tuple[Seen, Report]:
    """The same with its report: how fast it was, and why some were missed."""
    id = at.request.path_params["id"]
    return _known(await at.read(lambda tx: _reported(tx, at.officer, id)))


def look(tx: Transaction, officer: Officer, id: str) -> Seen | None:
    """One notice by its id or code, for whoever may see it."""
    found = notices.seen(tx, id)
    return found if found and denial_of_right(officer, Action.SEE, found.broadcast) is None else None


def reach_of(tx: Transaction, broadcast: Broadcast, now: datetime) -> dict[str, int]:
    """How many people each channel would reach now."""
    audience = broadcast.audience
    return mailings.reach(tx, audience.areas, broadcast.notice.level, now, audience.ages)


def page_of(id: str, below: str = "") -> str:
    """The address of a notice's page, or of one below it."""
    return f"{ROOM}/{id}/{below}".rstrip("/")


def _reported(tx: Transaction, officer: Officer, id: str) -> tuple[Seen, Report] | None:
    found = look(tx, officer, id)
    if found is None:
        return None
    told = report(tx, found.broadcast.id)
    return with_report(found, told), told


def _known(found: T | None) -> T:
    if found is None:
        raise HTTPException(404)
    return found
