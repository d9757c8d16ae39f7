"""The desk as an application of its own, made when somebody first asks for it."""

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.translations import mark
from bot.web.api.app import BASE, create_api
from bot.web.console.console import Console
from bot.web.console.content.checking import Checking
from bot.web.console.content.learnt import Learnt
from bot.web.console.door import arrived
from bot.web.console.log import Chain
from bot.web.console.rooms import ROOMS, ROUTES
from bot.web.guards import Rate
from bot.web.pages import templates

EXPLAINED = {
    401: (mark("Hết phiên đăng nhập"), mark("Anh chị đăng nhập lại. Chữ vừa gõ còn trên trang trước.")),
    403: (mark("Không thuộc việc của tài khoản này"), mark("Hỏi người quản trị nếu anh chị cần việc này.")),
    404: (mark("Không có trang này"), mark("Địa chỉ có thể bị gõ nhầm, hoặc việc này ở nơi khác.")),
    409: (mark("Đã có người sửa trước"), mark("Mở lại trang để xem bản mới, rồi làm tiếp.")),
    413: (mark("Gửi nhiều quá"), mark("Chữ hoặc tệp lớn quá mức cho phép. Gửi ít hơn.")),
    429: (mark("Nhanh quá"), mark("Chờ một phút rồi làm lại.")),
}
OTHERWISE = (mark("Chưa làm được việc này"), mark("Quay lại trang trước và thử lại."))


def create_console(console: Console) -> FastAPI:
    """Every page of the desk, below /can-bo, and the JSON API."""
    app = FastAPI(title="Cầm Tay", docs_url=None, redoc_url=None, openapi_url=None, routes=list(ROUTES))
    app.state.console = console
    app.state.sign_ins = Rate(most=60, seconds=60)  # from one place: an office shares one address
    app.state.chain, app.state.checking, app.state.learnt = Chain(), Checking(), Learnt(console.database)
    templates().globals["rooms"] = ROOMS
    app.mount(BASE, create_api(console))
    app.add_exception_handler(HTTPException, _refused)
    return app


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is registered for
    at = await arrived(request)
    title, explanation = EXPLAINED.get(error.status_code, OTHERWISE)
    told = {"title": at.say(title), "explanation": at.say(explanation), "again": error.status_code == 401}
    response = at.page("error.html", error.status_code, **told)
    response.headers.update(error.headers or {})
    return response
