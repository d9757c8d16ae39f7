"""What Zalo says has happened to a bot, to Incomings. Groups, bots and unknown events meet a polite silence.

Webhooks carry an event flat (live traffic) or wrapped in {"ok", "result"} (official documentation); both are read.
"""

import hmac
import json
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.channels.channel import BadSignature, Unreadable
from bot.messages import EPOCH, Address, Incoming, Kind
from bot.vietnamese.fold import fold

NAME = "zalo_bot"
LARGEST_BODY = 65_536  # bytes
SECRET_HEADER = "x-bot-api-secret-token"  # noqa: S105 - the name of a header

# A forwarded text cannot be told from a typed one.
KINDS: Mapping[str, Kind] = {
    "message.text.received": Kind.TEXT,
    "message.image.received": Kind.PICTURE,
    "message.voice.received": Kind.VOICE,
    "message.sticker.received": Kind.OTHER,
    "message.link.received": Kind.OTHER,  # only seen in other people's programs
    "message.unsupported.received": Kind.OTHER,  # files, cards, and whatever a protected account sends
}
# A link to a bot of Zalo carries nothing, so whoever joins a commune types what stands on its poster.
_JOINING = re.compile(r"(?:tham gia (?:xa )?|xa-)([0-9]{5})[ .!]*")
_ID = re.compile(r"[!-~]{1,128}")  # hexadecimal so far; a text, never a number
_LATEST = 4_102_444_800_000  # milliseconds: the year 2100


def receive(headers: Mapping[str, str], body: bytes, secret: str, now: datetime) -> list[Incoming]:
    """What one webhook tells; raises BadSignature before anything is read, then Unreadable."""
    given = next((value for name, value in headers.items() if name.lower() == SECRET_HEADER), "")
    if not hmac.compare_digest(given.encode(errors="surrogateescape"), secret.encode()):
        raise BadSignature("the request does not prove that it comes from Zalo")
    if len(body) > LARGEST_BODY:
        raise Unreadable(f"more than {LARGEST_BODY} bytes")
    return read_event(_json(body), now) if body.strip() else []  # an empty body was once seen as a probe


def read_event(fields: object, now: datetime) -> list[Incoming]:
    """What one event tells, nothing where it is not for us; raises Unreadable, which repeats nothing of it."""
    try:
        return _read(_unwrapped(fields), now)
    except (KeyError, TypeError, ValueError):
        pass
    raise Unreadable("not an event of Zalo's Bot Platform")  # here, so that it carries no error that repeats words


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _unwrapped(fields: object) -> dict[str, Any]:
    outer = _object(fields)
    return outer if "event_name" in outer else _object(outer["result"])


def _read(event: dict[str, Any], now: datetime) -> list[Incoming]:
    kind = KINDS.get(_text(event["event_name"]))
    if kind is None or event.get("message") is None:
        return []
    message = _object(event["message"])
    chat, sender = _object(message["chat"]), _object(message["from"])
    if sender.get("is_bot") is True or chat.get("chat_type", "PRIVATE") != "PRIVATE":
        return []
    words = _text(message.get("text") or message.get("caption") or "")
    if kind in {Kind.OTHER, Kind.TEXT}:  # a link may come with words, a text without any says nothing
        kind = Kind.TEXT if words.strip() else Kind.OTHER
    if kind is Kind.TEXT and (joining := _JOINING.fullmatch(fold(words))):
        kind, words = Kind.START, f"xa-{joining[1]}"
    return [Incoming(Address(NAME, _id(chat["id"])), _id(message["message_id"]), kind, words, at=_at(message, now))]


def _at(message: dict[str, Any], now: datetime) -> datetime:
    """The time of a message, which the network gives in milliseconds; now where it gives none."""
    date = message.get("date")
    if date is None:
        return now
    if not isinstance(date, int) or not 0 < date < _LATEST:
        raise ValueError("expected milliseconds")
    return EPOCH + timedelta(milliseconds=date)


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("expected an object")
    return value


def _id(value: object) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError("expected an id")
    return value


def _text(value: object) -> str:
    """A text without the zero character; raises ValueError for half of a surrogate pair, which no database can hold."""
    if not isinstance(value, str):
        raise TypeError("expected a text")
    value.encode()
    return value.replace("\0", "")
