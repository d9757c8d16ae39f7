"""A Bot Platform on this machine: `async with ZaloBotServer() as server`, then everything else as at Zalo.

Stricter than the network wherever nobody knows how strict that is. Webhooks are posted where `doors` says that a
public address leads, because the network takes no address of a private machine.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.zalo_bot_server.account import Account, Chat, steady_clock
from tests.zalo_bot_server.calls import Call, Refused, read_call
from tests.zalo_bot_server.faults import Fault, Trouble
from tests.zalo_bot_server.limits import LIMITS
from tests.zalo_bot_server.methods import METHODS
from tests.zalo_bot_server.people import Person

TOKEN = "1459232241454765289:TEST-token_of-a_bot"
PAGE = "<html><head><title>502 Bad Gateway</title></head><body>{path}</body></html>"
REFUSALS = {
    Trouble.UNFETCHED: Refused(400, "Bad Request: photo URL cannot be fetched"),
    Trouble.FORBIDDEN: Refused(403),
    Trouble.LATE: Refused(408),
    Trouble.TOKEN: Refused(401),
    Trouble.ERROR: Refused(500, "Internal Server Error"),
}


class ZaloBotServer:
    """One bot, the people who talk to it, and a record of everything that the bot asked for."""

    def __init__(self, token: str = TOKEN, clock: Callable[[], float] = steady_clock) -> None:
        self.token = token
        self.account = Account(clock)
        self.requests: list[Call] = []
        self.url = ""  # http://127.0.0.1:port, known once the server runs
        self._faults: list[Fault] = []
        self._going = asyncio.Event()
        self._going.set()
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[-1][:2]
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.account.updates.stop()
        await self._runner.cleanup()

    def person(self, id: str, name: str = "Bà Lan", *, known: bool = False) -> Person:
        """Somebody with a Zalo account; unless `known`, the bot cannot write before they do."""
        if known:
            self.account.chats.setdefault(id, Chat({"id": id, "chat_type": "PRIVATE"}))
        return Person(self.account, id, name)

    def leads(self, public: str, here: str) -> None:
        """From now on what is posted to the public address arrives at an address of this machine."""
        self.account.updates.doors = {**self.account.updates.doors, public: here}

    @asynccontextmanager
    async def stalled(self) -> AsyncIterator[None]:
        """While inside, every request is heard and none is answered."""
        self._going.clear()
        try:
            yield
        finally:
            self._going.set()

    def order(self, *faults: Fault) -> None:
        """Let these faults strike from now on, and no others."""
        self._faults = list(faults)

    async def until(self, wish: Callable[[], bool]) -> None:
        """Wait until something about the server or its chats is true; raises TimeoutError after ten seconds."""
        await self.account.news.until(wish)

    def asked(self, method: str) -> list[Call]:
        """The recorded requests of one method."""
        return [call for call in self.requests if call.method == method]

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.token:
            return _answer(Refused(401))
        try:
            call = await read_call(request, request.match_info["method"], self.account.clock())
        except Refused as refused:
            return _answer(refused)
        self.requests.append(call)
        await self._going.wait()
        response = await self._troubled(call, {f.trouble: f for f in self._faults if f.strikes(call)})
        if response is None:
            return _dropped(request)
        call.status = response.status
        return response

    async def _troubled(self, call: Call, struck: Mapping[Trouble, Fault]) -> web.Response | None:
        """The answer; None where the connection is to be dropped."""
        for trouble, refused in REFUSALS.items():
            if trouble in struck:
                return _answer(refused)
        if Trouble.BUSY in struck:
            return _answer(Refused(429, "Quota exceeded", struck[Trouble.BUSY].seconds))
        if Trouble.HIDDEN in struck:
            return _answer(Refused(500, "Internal Server Error"), status=200)
        if Trouble.HTML in struck:
            page = PAGE.format(path=f"/bot{self.token}/{call.method}")
            return web.Response(status=502, text=page, content_type="text/html")
        response = None if Trouble.DROP_BEFORE in struck else await self._worked(call)
        return None if Trouble.DROP_AFTER in struck else response

    async def _worked(self, call: Call) -> web.Response:
        try:
            if call.method not in METHODS:
                raise Refused(404)
            for limit in LIMITS:
                if call.method in limit.methods and limit.broken(call, self.account):
                    raise Refused(limit.code, limit.words)
            call.result = await METHODS[call.method](self.account, call)
        except Refused as refused:
            return _answer(refused)
        return web.json_response({"ok": True} if call.result is None else {"ok": True, "result": call.result})


def _answer(refused: Refused, status: int = 0) -> web.Response:
    headers = {"Retry-After": str(refused.retry_after)} if refused.retry_after else {}
    return web.json_response(refused.body, status=status or refused.code, headers=headers)


def _dropped(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()  # which nobody will read
