"""Where networks post what happened: answered as soon as it is stored, whoever they are must be proved first."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.channels.channel import BadSignature, Unreadable
from bot.web.ports import Ports

LARGEST_BODY = 65_536  # bytes


async def webhook(request: Request) -> Response:
    """200 once everything is stored; 401 for a stranger, 400 for what cannot be read, 404 for a channel that is off."""
    ports: Ports = request.app.state.ports
    take = ports.webhooks.get(request.path_params["channel"])
    if take is None:
        raise HTTPException(404)
    try:
        await take(request.headers, await request.body())
    except BadSignature as stranger:
        raise HTTPException(401) from stranger
    except Unreadable as broken:
        raise HTTPException(400) from broken
    return Response()


async def consented(request: Request) -> Response:
    """Where Zalo leads the operator after the consent; what it brought stands in the address alone."""
    ports: Ports = request.app.state.ports
    told = ports.stranger.say(
        "Chép toàn bộ địa chỉ của trang này, rồi dán vào lệnh camtay zalo login đang chờ. Mã chỉ dùng được 10 phút."
    )
    return PlainTextResponse(told, headers={"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})


ROUTES = (
    Route("/zalo", consented),
    Route("/webhook/{channel}", webhook, methods=["POST"], max_body_size=LARGEST_BODY),
)
