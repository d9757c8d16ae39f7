"""Somebody who has met the Official Account, and what they see of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any


@dataclass(frozen=True, slots=True)
class Seen:
    """One message in somebody's chat."""

    id: str
    path: str
    message: Mapping[str, Any]
    quota: str  # "reply": free; "": billed
    file: bytes = b""

    @property
    def text(self) -> str:
        """Its words; of a template those of its elements."""
        elements = self.payload.get("elements", [])
        contents = [one.get("content", "") for one in elements if isinstance(one.get("content"), str)]
        return "\n".join(filter(None, [self.message.get("text", ""), *contents]))

    @property
    def buttons(self) -> list[Mapping[str, Any]]:
        """What can be pressed."""
        return list(self.payload.get("buttons", []))

    @property
    def payload(self) -> Mapping[str, Any]:
        """What is attached."""
        attached: Mapping[str, Any] = self.message.get("attachment", {}).get("payload", {})
        return attached


@dataclass(slots=True)
class Person:
    """`refuses` is the code with which Zalo keeps messages from them; 0 where it does not."""

    id: str
    interacted: datetime | None = None
    follows: bool = True
    refuses: int = 0
    sees: list[Seen] = field(default_factory=list)


def signed(app_id: str, oa_secret: str, event: Mapping[str, Any]) -> tuple[dict[str, str], bytes]:
    """The headers and the body in which Zalo posts an event."""
    body = json.dumps(event, ensure_ascii=False).encode(errors="surrogatepass")
    return {"X-ZEvent-Signature": f"mac={mac_of(app_id, oa_secret, body, str(event.get('timestamp')))}"}, body


def mac_of(app_id: str, oa_secret: str, body: bytes, timestamp: str) -> str:
    """The signature as the official documentation has it."""
    return sha256(b"".join((app_id.encode(), body, timestamp.encode(), oa_secret.encode()))).hexdigest()
