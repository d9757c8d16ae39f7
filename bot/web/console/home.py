"""The first page after signing in: what waits for this officer, the most pressing first, and the ways to the rest."""

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.responses import Response

from bot.conversation.notice_facts import Desk
from bot.storage.asking import questions
from bot.storage.broadcasting import desks
from bot.storage.database import Transaction
from bot.translations import mark
from bot.web.console.access import SIGNED_IN
from bot.web.console.at import HOME, At
from bot.web.console.door import Door
from broadcasts.notice import Level
from broadcasts.officer import Action

NOTICES, CASES, QUESTIONS = f"{HOME}/thong-bao", f"{HOME}/can-giup", f"{HOME}/cau-hoi"


@dataclass(frozen=True, slots=True)
class Waiting:
    """So many things of one kind; `pressing` where somebody's safety hangs on it."""

    number: int
    what: str  # marked for translation
    path: str
    pressing: bool = False


async def home(at: At) -> Response:
    """What there is to do."""
    waiting = await at.read(lambda tx: tuple(one for one in _waiting(tx, at) if one.number))
    return at.page("home.html", waiting=waiting, actions=Action)


def _waiting(tx: Transaction, at: At) -> Iterator[Waiting]:
    desk = desks.desk(tx, at.officer, at.now)
    yield from _of_people(desk)
    yield from _of_notices(desk)
    yield Waiting(len(questions.on_desk(tx, at.officer)), mark("câu hỏi của bà con chờ trả lời"), QUESTIONS)
    yield Waiting(len(questions.drafted(tx, at.officer)), mark("câu trả lời chờ đưa vào sổ"), QUESTIONS)


def _of_people(desk: Desk) -> Iterator[Waiting]:
    open_ones = [case for case in desk.cases if case.owner is None]
    yield Waiting(len(open_ones), mark("người cần giúp, chưa ai nhận"), CASES, pressing=True)
    yield Waiting(len(desk.cases) - len(open_ones), mark("người cần giúp, đã có người nhận"), CASES)


def _of_notices(desk: Desk) -> Iterator[Waiting]:
    urgent = any(one.notice.level is Level.URGENT for one in desk.to_approve)
    yield Waiting(len(desk.to_approve), mark("thông báo chờ anh chị duyệt"), NOTICES, pressing=urgent)
    yield Waiting(len(desk.to_review), mark("thông báo khẩn đã phát một mình, cần xem lại"), NOTICES, pressing=True)
    yield Waiting(len(desk.live), mark("thông báo đang có hiệu lực"), NOTICES)
    yield Waiting(len(desk.drafts), mark("bản nháp của anh chị"), NOTICES)


ROUTES = (Door("", home, SIGNED_IN),)
