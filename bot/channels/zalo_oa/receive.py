"""What Zalo says has happened, to Incomings. Receipts, echoes of our own messages and groups meet a polite silence."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.channels.channel import Unreadable
from bot.channels.zalo_oa.account import NAME, Account
from bot.channels.zalo_oa.callback import read_callback
from bot.channels.zalo_oa.signature import verified
from bot.messages import Address, Incoming, Kind
from bot.vietnamese.fold import fold

# What a person does; an event that is not named here is nothing for us, whatever Zalo may invent.
KINDS: Mapping[str, Kind] = {
    "user_send_text": Kind.TEXT,
    "user_send_link": Kind.TEXT,
    "user_send_image": Kind.PICTURE,
    "user_send_gif": Kind.PICTURE,
    "user_send_audio": Kind.VOICE,
    "user_send_video": Kind.OTHER,
    "user_send_sticker": Kind.OTHER,
    "user_send_location": Kind.OTHER,
    "user_send_business_card": Kind.OTHER,
    "user_send_file": Kind.OTHER,
    "follow": Kind.START,
    "unfollow": Kind.LEFT,
}
FOLLOWING = frozenset({Kind.START, Kind.LEFT})
LINK = "user_send_link"
# Who follows an Official Account carries nothing along, so whoever joins a commune types what stands on its poster.
_JOINING = re.compile(r"(?:tham gia (?:xa )?|xa-)([0-9]{5})[ .!]*")
_MALFORMED = (KeyError, TypeError, ValueError)


def receive(headers: Mapping[str, str], body: bytes, account: Account, now: datetime) -> list[Incoming]:
    """What one webhook tells; raises BadSignature or Unreadable."""
    event, at = verified(headers, body, account, now)
    return read_event(event, at)


def read_event(event: Mapping[str, Any], at: datetime) -> list[Incoming]:
    """What one event tells, nothing where it is not for us; raises Unreadable, which repeats nothing of it."""
    try:
        name = event["event_name"]
        kind = KINDS.get(name) if isinstance(name, str) else None
        return [_incoming(event, name, kind, at)] if kind else []
    except _MALFORMED:
        pass
    raise Unreadable("not an event of Zalo")  # here and not above, so that it carries no error that quotes the event


def _incoming(event: Mapping[str, Any], name: str, kind: Kind, at: datetime) -> Incoming:
    if kind in FOLLOWING:
        account = _account(event["follower"])
        return Incoming(Address(NAME, account), f"{name}-{event['timestamp']}-{account}", kind, at=at)
    account, message = _account(event["sender"]), event["message"]
    if not isinstance(message, dict):
        raise TypeError("expected a message")
    id = _tidy(message.get("msg_id")) or f"{name}-{event['timestamp']}-{account}"
    text = _tidy(message.get("text"))
    if name == LINK:
        text = "\n".join(filter(None, (text, *(link for link in _links(message) if link not in text))))
        kind = kind if text else Kind.OTHER
    pressed = read_callback(text) if kind is Kind.TEXT else None
    if pressed:
        screen, choice = pressed
        return Incoming(Address(NAME, account), id, kind, "", choice, screen or None, at)
    if kind is Kind.TEXT and (joining := _JOINING.fullmatch(fold(text))):
        kind, text = Kind.START, f"xa-{joining[1]}"
    return Incoming(Address(NAME, account), id, kind, text, at=at)


def _account(person: Any) -> str:
    """The person's id at this Official Account: digits, too many for most languages' numbers, so they stay a text."""
    id = person["id"]
    if not (isinstance(id, str) and id.isascii() and id.isdecimal()):
        raise ValueError("expected the id of a person")
    return id


def _links(message: Mapping[str, Any]) -> list[str]:
    attachments = message.get("attachments") or ()
    payloads = [one["payload"] for one in attachments if isinstance(one, dict) and isinstance(one.get("payload"), dict)]
    return [link for payload in payloads if (link := _tidy(payload.get("url")))]


def _tidy(value: object) -> str:
    """A text, "" for None, without the zero character; TypeError or ValueError for what no database can hold."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise TypeError("expected a text")
    value.encode()
    return value.replace("\0", "")
