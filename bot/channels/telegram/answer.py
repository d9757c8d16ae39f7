"""What a request to the Bot API came to: its answer made safe to read, or the library's error for what went wrong."""

import json
import re
from typing import Any

import aiohttp
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

UNTOLD_PAUSE = 5.0  # seconds to wait after a 429 that does not say how long
_LONGEST_DESCRIPTION = 300  # characters of what a server says that are passed on
_SENT = re.compile(rb'\{"ok": ?true, ?"result": ?\{"message_id": ?([0-9]{1,18})[,}]')


class NotConnected(NetworkError):
    """No connection came about: nothing was sent."""


class Torn(NetworkError):
    """The request had left when the connection ended, or what came back is no answer: it may have been obeyed."""


class Busy(TelegramError):
    """The whole account must wait `seconds`; stands for the library's RetryAfter, which warns when it is made."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"too many requests, wait {seconds:g} s")
        self.seconds = seconds


def broken(error: Exception) -> TelegramError:
    """The error for a request that got no answer; it repeats nothing but the name of what happened."""
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


def readable(status: int, body: bytes, secrets: tuple[bytes, ...]) -> tuple[int, bytes]:
    """The answer as the library can read it and without the secrets; raises a TelegramError where it cannot tell."""
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
    return status, _error_body(status, fields, secrets)


async def message_id(status: int, body: bytes, secrets: tuple[bytes, ...]) -> int:
    """The id of the message that was sent; raises the TelegramError that the library's own methods would.

    The id stands at the very beginning, so an answer is read no further; only one in another form is read as JSON.
    """
    if status == 200 and (sent := _SENT.match(body)):
        return int(sent[1])
    result = await _Answered(*readable(status, body, secrets)).post("")
    found = result["message_id"] if isinstance(result, dict) else None
    if not isinstance(found, int) or isinstance(found, bool):
        raise Torn("what came back is no message")
    return found


class _Answered(BaseRequest):
    """A request that has its answer already: the library names what went wrong by its own table of statuses."""

    read_timeout = None

    def __init__(self, status: int, body: bytes) -> None:
        self._answer = status, body

    async def initialize(self) -> None:
        """Nothing to do."""

    async def shutdown(self) -> None:
        """Nothing to do."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: object, **__: object
    ) -> tuple[int, bytes]:
        """The answer."""
        return self._answer


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
