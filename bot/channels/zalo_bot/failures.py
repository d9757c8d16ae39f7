"""What went wrong at Zalo's Bot API, by the names that every channel uses."""

import json
import re
from collections.abc import Mapping
from typing import Any

import aiohttp

from bot.channels.channel import Gone, Misconfigured, Refused, SendError, Throttled, Unavailable, Uncertain

UNTOLD_PAUSE = 10.0  # seconds to wait after a 429 that does not say how long, which is all that the network documents
_LONGEST_DESCRIPTION = 300  # characters of what a server says that are passed on
_LONGEST_PAUSE = 86_400.0  # seconds
_NAMES_THE_PERSON = re.compile(r"(?<![a-z])(?:chat|recipient)(?! ?action)", re.IGNORECASE)


class Idle(Unavailable):
    """The network's 408: no trouble for getUpdates, nothing has happened yet (measured against the live service)."""


class NotFound(Refused):
    """The network's 404: there is no such method, or no webhook to tell of (measured against the live service)."""


def named_refusal(code: int, description: str, retry_after: str | None) -> SendError:
    """The SendError for what the network answered, as its official table of codes and live measurements have it.

    A 403 is an internal fault of the network and says nothing about the person; a 400 only where it names the chat.
    """
    match code:
        case 400:
            return Gone(description) if _NAMES_THE_PERSON.search(description) else Refused(description)
        case 401:
            return Misconfigured("Zalo does not accept this token")
        case 404:
            return NotFound(description)
        case 408:
            return Idle(description)
        case 429:
            return Throttled(_pause(retry_after))
        case 504:
            return Uncertain("a gateway waited in vain for the answer")
    return Refused(description) if 404 < code < 500 else Unavailable(description)


def broken(error: Exception) -> SendError:
    """The SendError for a request that got no answer; it repeats nothing but the name of what happened."""
    what = type(error).__name__
    match error:
        case aiohttp.ClientConnectorError() | aiohttp.ConnectionTimeoutError() | aiohttp.ClientHttpProxyError():
            return Unavailable(f"no connection: {what}")
        case aiohttp.InvalidURL() | aiohttp.NonHttpUrlClientError():
            return Unavailable("the address of the Bot API is not a web address")
        case TimeoutError():
            return Uncertain("no answer in time")
        case UnicodeError():
            return Refused("a text that cannot be written as UTF-8")
        case _:
            return Uncertain(f"connection lost: {what}")


def result(status: int, headers: Mapping[str, str], body: bytes, secrets: tuple[str, ...]) -> object:
    """What an answer brings, None where it only says yes; raises a SendError, which never holds one of `secrets`."""
    fields = _object(body)
    if fields is None:
        raise _no_answer(status, headers, body)
    if fields.get("ok") is True:
        return fields.get("result")
    code = fields.get("error_code")
    raise named_refusal(
        code if isinstance(code, int) else status, _described(fields, status, secrets), headers.get("Retry-After")
    )


def _no_answer(status: int, headers: Mapping[str, str], body: bytes) -> SendError:
    """A page is what stands before the network when that is in trouble; anything else may have been an answer."""
    if status == 200 and not body.lstrip().startswith(b"<"):
        return Uncertain("what came back is no answer of the Bot API")
    if status in {401, 429, 504}:
        return named_refusal(status, f"HTTP {status}", headers.get("Retry-After"))
    return Unavailable(f"HTTP {status} without an answer of the Bot API")


def _described(fields: Mapping[str, Any], status: int, secrets: tuple[str, ...]) -> str:
    told = fields.get("description")
    description = told[:_LONGEST_DESCRIPTION] if isinstance(told, str) and told else f"HTTP {status}"
    for secret in secrets:
        description = description.replace(secret, "(token)")
    return description


def _pause(retry_after: str | None) -> float:
    told = retry_after.strip() if retry_after else ""
    seconds = float(told) if told.isascii() and told.isdecimal() else 0.0
    return seconds if 0 < seconds < _LONGEST_PAUSE else UNTOLD_PAUSE


def _object(body: bytes) -> dict[str, Any] | None:
    """The fields of an answer, None for what is none: HTTP 200 alone is no success."""
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return fields if isinstance(fields, dict) and isinstance(fields.get("ok"), bool) else None
