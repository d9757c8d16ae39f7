"""What a request to Zalo came to: the object it answered with, or the named failure. HTTP 200 alone is no success."""

import json
from typing import Any

import aiohttp

from bot.channels.channel import Refused, SendError, Unavailable, Uncertain
from bot.channels.zalo_oa.failures import SPENT, Refusal


class NotTaken(Unavailable):
    """The request has not reached Zalo: nothing was done."""


def broken(error: Exception) -> SendError:
    """The failure of a request that got no answer; it repeats nothing but the name of what happened."""
    what = type(error).__name__
    match error:
        case aiohttp.ClientConnectorError() | aiohttp.ConnectionTimeoutError() | aiohttp.ClientHttpProxyError():
            return NotTaken(f"no connection to Zalo: {what}")
        case aiohttp.InvalidURL() | aiohttp.NonHttpUrlClientError():
            return NotTaken("the address of Zalo's OpenAPI is not a web address")
        case UnicodeError():
            return Refused("a text that cannot be written as UTF-8")
        case _:
            return Uncertain(f"connection to Zalo lost: {what}")


def answered(status: int, body: bytes) -> dict[str, Any]:
    """The object in an answer; raises Refusal for an error code, a SendError for what is no answer of Zalo's."""
    fields = _object(body)
    code = _code(fields.get("error", 0))
    if code:
        raise Refusal(code)
    if status == 429:
        raise Refusal(SPENT)
    if status == 504:
        raise Uncertain("a gateway waited in vain for Zalo's answer")
    if 400 <= status < 500:
        raise Refused(f"Zalo refuses the request with HTTP {status}")
    if not 200 <= status < 300:
        raise Unavailable(f"Zalo is in trouble: HTTP {status}")
    if not fields:
        raise Uncertain("what came back is no answer of Zalo's")
    return fields


def data_of(fields: dict[str, Any]) -> dict[str, Any]:
    """What an answer of the OpenAPI brings; raises Uncertain where it has another form."""
    data = fields.get("data")
    if "error" not in fields or not isinstance(data, dict):
        raise Uncertain("what came back is no answer of Zalo's OpenAPI")
    return data


def _code(value: object) -> int:
    """An error code, which some answers write as a text; 0 for success and for what is no code."""
    try:
        return int(value) if isinstance(value, int | str) else 0
    except ValueError:
        return 0


def _object(body: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}
