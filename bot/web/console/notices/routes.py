"""Every page about notices, and who may open it."""

from bot.web.console.access import may
from bot.web.console.door import Door
from bot.web.console.notices import aloud, approve, area, begin, edit, listing, live, page, report, update
from bot.web.console.notices.asks import ASKS, ask_answer, ask_page
from broadcasts.officer import Action

SEE, DRAFT = may(Action.SEE), may(Action.DRAFT)
_ROOM = "/thong-bao"
_ONE = f"{_ROOM}/{{id}}"
_POST = ("POST",)
_AREAS = (f"{_ROOM}/moi", f"{_ROOM}/dien-tap", _ONE)

ROUTES = (
    Door(_ROOM, listing.notices, SEE),
    Door(f"{_ROOM}/moi", begin.choose, DRAFT),
    Door(f"{_ROOM}/moi", begin.begin, DRAFT, _POST),
    Door(f"{_ROOM}/dien-tap/moi", begin.choose_drill, DRAFT),
    Door(f"{_ROOM}/dien-tap/moi", begin.begin, DRAFT, _POST),
    *(Door(f"{way}/noi-nhan", area.ask, DRAFT) for way in _AREAS),
    *(Door(f"{way}/noi-nhan", area.answer, DRAFT, _POST) for way in _AREAS),
    Door(f"{_ROOM}/xem-thu", edit.look_ahead, DRAFT, _POST),
    Door(_ONE, page.notice, SEE),
    Door(f"{_ONE}/dang-phat", live.stream, SEE),
    Door(f"{_ONE}/sua", edit.edit, DRAFT),
    Door(f"{_ONE}/sua", edit.save, DRAFT, _POST),
    Door(f"{_ONE}/gui-duyet", page.submit, may(Action.SUBMIT), _POST),
    Door(f"{_ONE}/bao-cao", report.report, SEE),
    Door(f"{_ONE}/bao-cao.csv", report.table, SEE),
    Door(f"{_ONE}/cap-nhat", update.begin, DRAFT, _POST),
    Door(f"{_ONE}/ban-doc", aloud.ask, DRAFT),
    Door(f"{_ONE}/ban-doc", aloud.answer, DRAFT, _POST),
    Door(f"{_ONE}/duyet", approve.read, may(Action.APPROVE)),
    Door(f"{_ONE}/duyet", approve.approve, may(Action.APPROVE), _POST),
    *(Door(f"{_ONE}/{name}", ask_page(name), may(one.action)) for name, one in ASKS.items()),
    *(Door(f"{_ONE}/{name}", ask_answer(name), may(one.action), _POST) for name, one in ASKS.items()),
)
