"""What is refused before anybody reads it: bodies that are too long."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.api.problems import answer
from bot.web.api.wrongs import Wrong

LARGEST = 64_000  # bytes of a request's body


class BodyLimit:
    """Gives the app whole bodies only, and none that is too long; such a one is not kept either."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        body = await _read(receive)
        if body is None:
            await answer(Wrong.TOO_LARGE)(scope, receive, send)
        else:
            await self.app(scope, _again(body, receive), send)


async def _read(receive: Receive) -> bytes | None:
    """The body; None where it is too long."""
    body, more = bytearray(), True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            break
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LARGEST:
            return None
    return bytes(body)


def _again(body: bytes, receive: Receive) -> Receive:
    """Gives the body once more, then whatever else comes."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive_again() -> Message:
        return waiting.pop() if waiting else await receive()

    return receive_again
