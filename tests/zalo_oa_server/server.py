"""An OpenAPI with its OAuth on this machine: `async with ZaloOaServer(clock) as server`, the rest as at Zalo.

It enforces `limits.py` and nothing else; what Zalo might do besides is ordered as a Fault.
"""

import asyncio
import secrets
from collections import Counter, deque
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

from aiohttp import web

from tests.zalo_oa_server.calls import PAGE, Call, Fault, Refused, read_body
from tests.zalo_oa_server.cards import check_button, check_card
from tests.zalo_oa_server.consents import Consents
from tests.zalo_oa_server.limits import (
    CALLS_A_MINUTE,
    CARDS,
    CONSULTATION,
    FILE,
    FREE,
    IMAGE,
    INVALID,
    KINDS,
    PROMOTION,
    PROMOTIONS_A_DAY,
    SUFFIXES,
    UPLOAD_LASTS,
    UPLOADS_A_MONTH,
    WINDOWS,
    breaches,
    found,
)
from tests.zalo_oa_server.people import Person, Seen

APP_ID, APP_SECRET, OA_SECRET, OA_ID = "360846524940903967", "APP_SECRET_x", "OA_SECRET_y", "388613280878808645"
VIETNAM = timezone(timedelta(hours=7))
NAMES = {IMAGE: "attachment_id", FILE: "token"}


class ZaloOaServer:
    """One Official Account, the people who have met it, and a record of everything it asked for."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.clock = clock
        self.consents = Consents(APP_ID, APP_SECRET, clock)
        self.people: dict[str, Person] = {}
        self.calls: list[Call] = []
        self.url = ""
        self.closed_at_night = {window.path for window in WINDOWS if window.night}
        self.uploads: dict[str, tuple[str, bytes, datetime]] = {}  # by id: path, content, when
        self.uploaded: Counter[str] = Counter()  # this month
        self._faults: list[Fault] = []
        self._minute: deque[datetime] = deque()
        self._messages = 0
        self.holding, self._released = asyncio.Event(), asyncio.Event()  # an answer is held; it may go
        app = web.Application(client_max_size=20_000_000)
        app.router.add_get("/v4/oa/permission", self._permission)
        app.router.add_post("/v4/oa/access_token", self._tokens)
        app.router.add_route("*", "/{path:.*}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
        await self._runner.cleanup()

    def release(self) -> None:
        """Let all held answers go."""
        self._released.set()

    def person(self, id: str, *, silent: timedelta = timedelta(0), follows: bool = True, refuses: int = 0) -> Person:
        """Somebody whose last word is so long ago."""
        return self.people.setdefault(id, Person(id, self.clock() - silent, follows, refuses))

    def order(self, *faults: Fault) -> None:
        """Let these faults strike from now on, and no others."""
        self._faults = list(faults)

    def asked(self, path: str) -> list[Call]:
        """The recorded requests of one path."""
        return [call for call in self.calls if call.path == path]

    async def _permission(self, request: web.Request) -> web.Response:
        """The administrator agrees at once."""
        query = request.query
        if query.get("app_id") != APP_ID or not query.get("redirect_uri"):
            return web.Response(text="-14002")
        code = self.consents.agree(query.get("code_challenge", ""))
        back = urlencode({"code": code, "oa_id": OA_ID, "state": query.get("state", "")})
        raise web.HTTPFound(f"{query['redirect_uri']}?{back}")

    async def _tokens(self, request: web.Request) -> web.StreamResponse:
        form = {name: str(value) for name, value in (await request.post()).items()}
        self.calls.append(Call(request.path, "", form))
        return await self._troubled(request, lambda: self.consents.answer(request.headers.get("secret_key", ""), form))

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        body = await read_body(request)
        self.calls.append(Call(request.path, request.headers.get("access_token", ""), body))
        return await self._troubled(request, lambda: self._answer(self.calls[-1]))

    async def _troubled(self, request: web.Request, work: Callable[[], dict[str, Any]]) -> web.StreamResponse:
        fault = next((one for one in self._faults if one.strikes(request.path)), None)
        if fault is None:
            return web.json_response(work(), headers={"X-RateLimit-Limit": str(CALLS_A_MINUTE)})
        if fault.done:
            work()
        if fault.hold:
            self.holding.set()
            await self._released.wait()
        if fault.drop:
            assert request.transport
            request.transport.abort()
            return web.Response()
        if fault.code:
            return web.json_response({"error": fault.code, "message": "Ordered"})
        text, elsewhere = PAGE if fault.body is None else fault.body, {"Location": f"{self.url}/elsewhere"}
        return web.Response(status=fault.status, text=text, content_type="text/html", headers=elsewhere)

    def _answer(self, call: Call) -> dict[str, Any]:
        try:
            self._count()
            code, words = self.consents.refused(call.access)
            if code:
                raise Refused(code, words)
            return {"error": 0, "message": "Success", "data": self._done(call)}
        except Refused as refused:
            return {"error": refused.code, "message": str(refused)}

    def _count(self) -> None:
        now = self.clock()
        while self._minute and self._minute[0] <= now - timedelta(minutes=1):
            self._minute.popleft()
        if len(self._minute) >= CALLS_A_MINUTE:
            raise Refused(-32, "Rate limited")
        self._minute.append(now)

    def _done(self, call: Call) -> Any:
        limit = next(breaches(call.path, call.body), None)
        if limit:
            raise Refused(limit.code, f"{limit.field} is over {limit.most}")
        match call.path:
            case "/v3.0/oa/message/cs" | "/v3.0/oa/message/transaction" | "/v3.0/oa/message/promotion":
                return self._sent(call)
            case "/v2.0/oa/upload/image" | "/v2.0/oa/upload/gif" | "/v2.0/oa/upload/file":
                return self._taken(call)
            case "/v3.0/oa/quota/message":
                return self._quota(call.body)
            case "/v3.0/oa/user/detail":
                return self._detail(call.body)
            case "/v2.0/oa/message":
                raise Refused(-240, "Use the V3 API")
        raise Refused(-212, "API is not registered")

    def _sent(self, call: Call) -> dict[str, Any]:
        person = self._recipient(call.body)
        self._open(call.path, person)
        message = call.body.get("message")
        if not isinstance(message, dict):
            raise Refused(INVALID, "message is invalid")
        file = self._checked(call.path, message)
        assert person.interacted
        free = call.path == CONSULTATION and self.clock() <= person.interacted + FREE
        self._messages += 1
        id = f"{secrets.token_hex(4)}{self._messages:04x}"
        person.sees.append(Seen(id, call.path, message, "reply" if free else "", file))
        told = {"message_id": id, "user_id": person.id, "sent_time": str(int(self.clock().timestamp() * 1000))}
        return {**told, "quota": {"quota_type": "reply"}} if free else told

    def _recipient(self, body: Mapping[str, Any]) -> Person:
        [id] = found(body, "recipient.user_id") or [None]
        person = self.people.get(id) if isinstance(id, str) else None
        if person is None:
            raise Refused(INVALID, "user_id is invalid")
        return person

    def _open(self, path: str, person: Person) -> None:
        if person.refuses:
            raise Refused(person.refuses)
        now = self.clock()
        window = next(one for one in WINDOWS if one.path == path)
        if path in self.closed_at_night and not 6 <= now.astimezone(VIETNAM).hour < 22:
            raise Refused(-234, "Not at night")
        if window.lasts is None and not person.follows:
            raise Refused(window.code, "User does not follow")
        if window.lasts and (person.interacted is None or now > person.interacted + window.lasts):
            raise Refused(window.code, "User has not interacted with the OA")
        today = [one for one in person.sees if one.path == PROMOTION]  # the tests send within one day
        if path == PROMOTION and len(today) >= PROMOTIONS_A_DAY:
            raise Refused(-218, "Out of quota for receiving")

    def _checked(self, path: str, message: Mapping[str, Any]) -> bytes:
        """The content of the file in a message."""
        attachment = message.get("attachment", {})
        payload = attachment.get("payload", {})
        if not (message.get("text") or payload):
            raise Refused(INVALID, "message is empty")
        for button in payload.get("buttons", []):
            check_button(button)
        if path in CARDS:
            check_card(path, payload)
        if attachment.get("type") == "file":
            return self._file(FILE, payload.get("token"))
        elements = [one for one in payload.get("elements", []) if one.get("media_type") == "image"]
        return b"".join(self._file(IMAGE, one.get("attachment_id")) for one in elements if "url" not in one)

    def _file(self, path: str, id: object) -> bytes:
        kept, data, at = self.uploads.get(str(id), ("", b"", self.clock()))
        if kept != path or self.clock() >= at + UPLOAD_LASTS:
            raise Refused(-100, "attachment_id expired")
        return data

    def _taken(self, call: Call) -> dict[str, Any]:
        data, name = call.body.get("file", b""), str(call.body.get("name", ""))
        sound = name.lower().endswith(SUFFIXES) if call.path == FILE else data.startswith(KINDS[call.path])
        if not data or not sound:
            raise Refused(INVALID, "file is invalid")
        if self.uploaded[call.path] >= UPLOADS_A_MONTH:
            raise Refused(-211, "Out of quota")
        self.uploaded[call.path] += 1
        id = secrets.token_hex(10)
        self.uploads[id] = (call.path, data, self.clock())
        return {NAMES.get(call.path, "attachment_id"): id}

    def _quota(self, body: Mapping[str, Any]) -> Any:
        if "quota_owner" in body:
            asset = {"asset_id": "8c273149281ac144980b", "product_type": "cs", "quota_type": "sub_quota"}
            return [{**asset, "valid_through": "30/12/2026", "total": 2000, "remain": 1997}]
        person = self._recipient({"recipient": body})
        assert person.interacted
        return {
            "last_interaction": str(int(person.interacted.timestamp() * 1000)),
            "cs_reply": {"remain": 8, "total": 8},
        }

    def _detail(self, body: Mapping[str, Any]) -> dict[str, Any]:
        person = self._recipient({"recipient": body})
        return {"user_id": person.id, "display_name": "Lan", "user_is_follower": person.follows}
