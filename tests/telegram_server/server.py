"""A Bot API server on this machine: `async with TelegramServer() as server`, then everything else as at Telegram.

Its webhooks may use http and any port, as those of a self-hosted Bot API server. Calls in a webhook's response body
are not carried out. Only HTML is read as formatting.
"""

from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.telegram_server.account import Account, steady_clock
from tests.telegram_server.calls import Call, Refused, read_call
from tests.telegram_server.faults import Fault, Held, RateLimit, Trouble, too_many
from tests.telegram_server.limits import MOST_IN_A_REQUEST, breaches
from tests.telegram_server.methods import METHODS
from tests.telegram_server.people import Group, Person

TOKEN = "123456:TEST-token_of-a_bot"
NAMES = {name.lower(): name for name in METHODS}
PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1>nginx</body></html>"


class TelegramServer:
    """One bot, the people who talk to it, and a record of everything that the bot asked for."""

    def __init__(self, token: str = TOKEN, clock: Callable[[], float] = steady_clock) -> None:
        self.token = token
        self.account = Account(token, clock)
        self.requests: list[Call] = []
        self.rate_limit = RateLimit()
        self.url = ""  # http://127.0.0.1:port, known once the server runs
        self._faults: list[Fault] = []
        self._held = Held()
        app = web.Application(client_max_size=MOST_IN_A_REQUEST)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        app.router.add_route("*", "/{path:.*}", self._nowhere)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        self.url = await self.door()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
        self.account.updates.end_wait(Refused(500, "Internal Server Error: restart"))
        await self.account.updates.stop_posting()
        await self._runner.cleanup()

    async def door(self) -> str:
        """One more address of the same server, for a client of its own: `Call.door` tells them apart by the port."""
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[-1][:2]
        return f"http://{host}:{port}"

    def person(self, id: int, first_name: str = "Lan", *, started: bool = False, language: str = "vi") -> Person:
        """Somebody with a Telegram account; unless `started`, the bot cannot write before they do. The same id is the
        same chat again."""
        return Person(self.account, id, first_name, started=started, language=language)

    def group(self, id: int, title: str, kind: str = "group") -> Group:
        """A group, a supergroup or a channel (`kind`) that does not know the bot yet."""
        return Group(self.account, {"id": id, "type": kind, "title": title})

    def order(self, *faults: Fault) -> None:
        """Let these faults strike from now on, and no others."""
        self._faults = list(faults)

    def release(self) -> None:
        """Let all slow answers go."""
        self._held.release()

    async def until(self, wish: Callable[[], bool]) -> None:
        """Wait until something about the server or its chats is true; raises TimeoutError after ten seconds."""
        await self.account.news.until(wish)

    def asked(self, method: str) -> list[Call]:
        """The recorded requests of one method."""
        return [call for call in self.requests if call.method == method]

    async def _nowhere(self, request: web.Request) -> web.Response:
        return _answer(Refused(404, "Not Found"))

    async def _download(self, request: web.Request) -> web.Response:
        content = self.account.files.at(request.match_info["path"])
        if request.match_info["token"] != self.token or content is None:
            return await self._nowhere(request)
        return web.Response(body=content)

    async def _serve(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self.token:
            return _answer(Refused(401, "Unauthorized"))
        named = request.match_info["method"]
        try:
            call = await read_call(request, NAMES.get(named.lower(), named), self.account.clock())
        except Refused as refused:
            return _answer(refused)
        except web.HTTPRequestEntityTooLarge:
            return _answer(Refused(413, "Request Entity Too Large"))
        self.requests.append(call)
        struck = [fault for fault in self._faults if fault.strikes(call)]
        response = await self._troubled(call, struck)
        if response is None:
            return _dropped(request)
        call.status = response.status
        return response

    async def _troubled(self, call: Call, struck: list[Fault]) -> web.Response | None:
        """The answer; None where the connection is to be dropped."""
        troubles = {fault.trouble: fault for fault in struck}
        if Trouble.DROP_BEFORE in troubles:
            return None
        if Trouble.SLOW in troubles:
            await self._held.wait(troubles[Trouble.SLOW].seconds)
        response = await self._answered(call, troubles)
        return None if Trouble.DROP_AFTER in troubles else response

    async def _answered(self, call: Call, troubles: Mapping[Trouble, Fault]) -> web.Response:
        if Trouble.REFUSE in troubles:
            return _answer(too_many(troubles[Trouble.REFUSE].seconds))
        if Trouble.ERROR in troubles:
            return _answer(Refused(500, "Internal Server Error"))
        if Trouble.HTML in troubles:
            return web.Response(status=502, text=PAGE, content_type="text/html")
        return await self._worked(call)

    async def _worked(self, call: Call) -> web.Response:
        try:
            if call.method not in METHODS:
                raise Refused(404, "method not found")
            self.rate_limit.admit(call)
            for breach in breaches(call):
                if breach.words:
                    raise Refused(400, breach.words)
            result = await METHODS[call.method](self.account, call)
        except Refused as refused:
            return _answer(refused)
        call.done = True
        return web.json_response({"ok": True, "result": result})


def _answer(refused: Refused) -> web.Response:
    return web.json_response(refused.body, status=refused.status)


def _dropped(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()  # which nobody will read
