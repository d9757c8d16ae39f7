"""The web server: every route, what guards them, and the pages that say kindly that something went wrong."""

import logging
import re
from collections import Counter
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.translations import mark
from bot.web import chat, check, in_force, lesson_pages, metrics, shell, stream, webhooks
from bot.web.guards import Rate, SafeHeaders, SameSite
from bot.web.late import Answering, LateConsole
from bot.web.pages import page
from bot.web.ports import Ports
from bot.web.visitor import visitor
from bot.web.wrong_codes import WrongCodes

logger = logging.getLogger(__name__)
EXPLAINED = {
    403: (mark("Trang khác gửi thay {you}"), mark("Cháu chưa nhận tin này. {You} viết ngay trên trang này nhé.")),
    404: (mark("Không có trang này"), mark("Địa chỉ có thể bị gõ nhầm. {You} bấm nút dưới đây nhé.")),
    413: (mark("Tin dài quá"), mark("{Me} chưa đọc được tin dài như vậy. {You} gửi đoạn ngắn hơn nhé.")),
    500: (mark("Máy đang trục trặc"), mark("Lỗi này không phải do {you}. {You} chờ một phút rồi thử lại nhé.")),
}
SECRET = re.compile(r"(?<=/can-bo/moi/)[^/]+")  # of an invitation: whoever reads the log is not invited
OTHERWISE = (mark("Chưa làm được việc này"), mark("{Me} chưa hiểu yêu cầu vừa rồi. {You} bấm nút dưới đây nhé."))


def create_web(ports: Ports) -> Starlette:
    """The web application over what `ports` gives it; it starts nothing by itself."""
    app = Starlette(
        routes=(
            *chat.ROUTES,
            *stream.ROUTES,
            *shell.ROUTES,
            *check.ROUTES,
            *lesson_pages.ROUTES,
            *in_force.ROUTES,
            *webhooks.ROUTES,
            *metrics.ROUTES,
        )
    )
    desk = LateConsole(ports.console) if ports.console else None
    if desk:
        app.router.routes.extend(Route(path, desk) for path in ("/can-bo", "/can-bo/{rest:path}", "/api/{rest:path}"))
    app.state.ports, app.state.rate, app.state.streams = ports, Rate(), Counter()
    app.state.wrong_codes, app.state.desk = WrongCodes(), desk
    app.add_exception_handler(HTTPException, _refused)
    app.add_middleware(SameSite, refuse=_Explain(app, 403), public_url=ports.public_url)
    app.add_middleware(Door, failed=_Explain(app, 500))
    app.add_middleware(GZipMiddleware, compresslevel=6)  # 9 takes twice as long for one byte in a hundred
    app.add_middleware(SafeHeaders)
    if desk:
        app.add_middleware(Answering, desk=desk)
    return app


class Door:
    """The one place where any failure of a request ends: logged once, answered by a kind page."""

    def __init__(self, app: ASGIApp, failed: ASGIApp) -> None:
        self.app, self.failed = app, failed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def send_and_note(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        except ClientDisconnect:
            return  # whoever asked has hung up and waits for no page
        except Exception:
            path = SECRET.sub("…", quote(scope.get("path", "")))  # quoted: no stranger writes lines into the log
            logger.exception("%s %s failed", scope.get("method", scope["type"]), path)
            if not begun and scope["type"] == "http":
                await self.failed(scope, receive, send)


class _Explain:
    """Answers any request with the page for a status."""

    def __init__(self, app: Starlette, status: int) -> None:
        self.app, self.status = app, status

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request({**scope, "app": self.app})
        await _explain(request, self.status)(scope, receive, send)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is registered for
    response = _explain(request, error.status_code)
    response.headers.update(error.headers or {})
    return response


def _explain(request: Request, status: int) -> Response:
    title, explanation = EXPLAINED.get(404 if status == 405 else status, OTHERWISE)
    words = request.app.state.ports.stranger
    values = {"title": words.say(title), "explanation": words.say(explanation)}
    return page(request, "error.html", words, visitor(request), status, **values)
