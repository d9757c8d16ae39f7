"""What proves that a webhook comes from Zalo, and comes now: SHA-256 over the exact bytes that were posted.

The official documentation calls it a MAC; it is a plain hash of app id, body, timestamp and the OA's secret.
"""

import hmac
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from bot.channels.channel import BadSignature, Unreadable
from bot.channels.zalo_oa.account import Account
from bot.messages import EPOCH

HEADER = "x-zevent-signature"
LARGEST_BODY = 262_144  # bytes; a message has 2,000 characters, a list of receipts may be long
# Zalo tries again after 30 s, 5, 15, 30 and 60 minutes. Should each pause begin where the last one ended, the last try
# comes after 1 h 50: one hour would lose it, and with it what a person said. A repeat is known by its id in any case.
OLDEST = timedelta(hours=2)
AHEAD = timedelta(minutes=5)  # that Zalo's clock may go before ours


def mac(account: Account, body: bytes, timestamp: str) -> str:
    """The signature of a body, in hexadecimal digits."""
    before, after = account.app_id.encode(), timestamp.encode(errors="replace") + account.oa_secret.encode()
    return sha256(before + body + after).hexdigest()


def verified(
    headers: Mapping[str, str], body: bytes, account: Account, now: datetime
) -> tuple[dict[str, Any], datetime]:
    """The event and its moment; raises BadSignature for what is not Zalo's or not of late, Unreadable for too much."""
    if len(body) > LARGEST_BODY:
        raise Unreadable(f"more than {LARGEST_BODY} bytes")
    event = _object(body)
    timestamp = event.get("timestamp")
    written = str(timestamp) if isinstance(timestamp, str | int) and not isinstance(timestamp, bool) else ""
    if not hmac.compare_digest(_given(headers), mac(account, body, written).encode()):
        raise BadSignature("the request does not prove that it comes from Zalo")
    at = _moment(written)
    if not now - OLDEST <= at <= now + AHEAD:
        raise BadSignature("the event is not of the last two hours")
    return event, at


def _given(headers: Mapping[str, str]) -> bytes:
    found = next((value for name, value in headers.items() if name.lower() == HEADER), "")
    return found.strip().lower().removeprefix("mac=").encode(errors="surrogateescape")


def _object(body: bytes) -> dict[str, Any]:
    """The JSON object in a body, empty where there is none: it has no timestamp then, hence no signature either."""
    try:
        event = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return event if isinstance(event, dict) else {}


def _moment(milliseconds: str) -> datetime:
    """EPOCH, which is stale, for what is no moment."""
    if not (milliseconds.isascii() and milliseconds.isdecimal() and len(milliseconds) <= 14):
        return EPOCH
    return EPOCH + timedelta(milliseconds=int(milliseconds))
