"""python-telegram-bot's requests over aiohttp. The token is added here, so that the library never holds it.

The library writes addresses, bodies and its own `repr` into logs and errors; what it does not know it cannot tell.
"""

import json
from typing import Any
from urllib.parse import quote

import aiohttp
from telegram import Bot
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.account import Account

CONNECT = 10.0  # seconds for a connection to come about
READ = 15.0  # seconds for an answer; longer where the method says so
WRITE = 20.0  # seconds for a request to leave
UNTOLD_PAUSE = 5.0  # seconds to wait after a 429 that does not say how long
CONNECTIONS = 64  # at once
_LONGEST_DESCRIPTION = 300  # characters of what a server says that are passed on


class NotConnected(NetworkError):
    """No connection came about: nothing was sent."""


class Torn(NetworkError):
    """The request had left when the connection ended, or what came back is no answer: it may have been obeyed."""


class Busy(TelegramError):
    """The whole account must wait `seconds`; stands for the library's RetryAfter, which warns when it is made."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"too many requests, wait {seconds:g} s")
        self.seconds = seconds


class AiohttpRequest(BaseRequest):
    """The way to one bot account; where that brings no session, one is made by the first request."""

    def __init__(self, account: Account) -> None:
        self._address = f"{account.api.rstrip('/')}/bot{account.token}"
        self._secrets = (account.token.encode(), quote(account.token, safe="").encode())
        self._session = account.session
        self._own: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer where a call does not say otherwise."""
        return READ

    async def initialize(self) -> None:
        """Nothing to do: the session is made by the first request."""

    async def shutdown(self) -> None:
        """Close the session that was made here."""
        own, self._own = self._own, None
        if own:
            await own.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's own signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and a body that is safe to read; raises a TelegramError for everything that goes wrong."""
        limits = _timeout(_seconds(read_timeout, READ), _seconds(write_timeout, WRITE))
        try:
            status, body = await self._ask(method, url, request_data, limits)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            failure = _failure(error)
        else:
            return self._answer(status, body)
        raise failure  # here and not above, so that it carries no error which names the address

    async def _ask(
        self, method: str, url: str, data: RequestData | None, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        request = self._opened().request(
            method, self._address + url, data=_form(data), timeout=limits, allow_redirects=False
        )
        async with request as response:
            return response.status, await response.read()

    def _opened(self) -> aiohttp.ClientSession:
        if self._session:
            return self._session
        if self._own is None:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS)
            self._own = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._own

    def _answer(self, status: int, body: bytes) -> tuple[int, bytes]:
        fields = _object(body)
        if 200 <= status < 300:
            if fields.get("ok") is not True or "result" not in fields:
                raise Torn("what came back is no answer of a Bot API")
            return status, body
        if status == 429:
            raise Busy(_pause(fields))
        if status == 413:
            raise BadRequest("the file is too large")
        if status == 504:
            raise Torn("a gateway waited in vain for the answer")
        return status, _error_body(status, fields, self._secrets)


def bot_over(request: AiohttpRequest) -> Bot:
    """The library's client for the account behind the request; it holds neither the token nor the address."""
    return Bot("(token)", base_url=_nowhere, base_file_url=_nowhere, request=request, get_updates_request=request)


def _nowhere(token: str) -> str:
    return ""


def _failure(error: Exception) -> TelegramError:
    what = type(error).__name__
    match error:
        case aiohttp.ClientConnectorError() | aiohttp.ConnectionTimeoutError() | aiohttp.ClientHttpProxyError():
            return NotConnected(f"no connection: {what}")
        case aiohttp.InvalidURL() | aiohttp.NonHttpUrlClientError():
            return NotConnected("the address of the Bot API is not a web address")
        case TimeoutError():
            return TimedOut("no answer in time")
        case UnicodeError():
            return BadRequest("a text that cannot be written as UTF-8")
        case _:
            return Torn(f"connection lost: {what}")


def _error_body(status: int, fields: dict[str, Any], secrets: tuple[bytes, ...]) -> bytes:
    """What the library needs of an error and can read: proxies answer with pages, and some repeat the address."""
    told, parameters = fields.get("description"), fields.get("parameters")
    description = told[:_LONGEST_DESCRIPTION] if isinstance(told, str) and told else f"HTTP {status}"
    moved = parameters.get("migrate_to_chat_id") if isinstance(parameters, dict) else None
    more = {"parameters": {"migrate_to_chat_id": moved}} if isinstance(moved, int) and moved else {}
    body = json.dumps({"ok": False, "description": description, **more}, ensure_ascii=False).encode(errors="replace")
    for secret in secrets:
        body = body.replace(secret, b"(token)")
    return body


def _pause(fields: dict[str, Any]) -> float:
    parameters = fields.get("parameters")
    told = parameters.get("retry_after") if isinstance(parameters, dict) else None
    return float(told) if isinstance(told, int | float) and 0 < told < 86_400 else UNTOLD_PAUSE


def _object(body: bytes) -> dict[str, Any]:
    """The JSON object in a body, empty where there is none."""
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}


def _form(data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if data is None:
        return None
    if not data.contains_files:
        return data.json_parameters or None
    form = aiohttp.FormData(data.json_parameters)
    for field, (name, content, kind) in data.multipart_data.items():
        form.add_field(field, content, filename=name, content_type=kind)
    return form


def _timeout(read: float | None, write: float | None) -> aiohttp.ClientTimeout:
    total = None if read is None or write is None else CONNECT + write + read
    return aiohttp.ClientTimeout(total=total, connect=CONNECT, sock_read=read)


def _seconds(value: object, default: float) -> float | None:
    if value is None:
        return None
    return float(value) if isinstance(value, int | float) else default
