"""A request to the Bot API as it came in, in any of the forms a body may have, and how it is refused."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

JSON = dict[str, Any]
WORDS = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 408: "Request timeout"}


class Refused(Exception):
    """The Bot API says no: its code, which is the HTTP status as well, and its words."""

    def __init__(self, code: int, description: str = "", retry_after: int | None = None) -> None:
        super().__init__(description or WORDS[code])
        self.code, self.retry_after = code, retry_after

    @property
    def body(self) -> JSON:
        """The answer as the Bot API writes it."""
        return {"ok": False, "error_code": self.code, "description": str(self)}


@dataclass(slots=True)
class Call:
    """One request. `fields` are as received: texts out of a form, anything out of JSON."""

    method: str
    fields: JSON
    at: float
    content_type: str = ""
    status: int = 0  # of the answer; 0 while it waits and where the connection was dropped
    result: Any = field(default=None)

    def text(self, name: str) -> str:
        """A field as text, "" where it is missing."""
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else json.dumps(value)

    def styles(self) -> list[JSON]:
        """The `text_styles`, empty where there are none; raises Refused where they are broken."""
        value = self.fields.get("text_styles", [])
        try:
            found = json.loads(value) if isinstance(value, str) else value
            return [{"start": int(one["start"]), "len": int(one["len"]), "st": [*one["st"]]} for one in found]
        except (ValueError, TypeError, KeyError):
            raise Refused(400, "Bad Request: text_styles cannot be read") from None


async def read_call(request: web.Request, method: str, at: float) -> Call:
    """The request's fields from its address and its body; raises Refused for a body that cannot be read."""
    fields: JSON = dict(request.query)
    if request.content_type == "application/json":
        fields |= await _json_body(request)
    elif request.content_type in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        fields |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    return Call(method, fields, at, request.content_type)


async def _json_body(request: web.Request) -> JSON:
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        raise Refused(400, "Bad Request: the body is no JSON") from None
    if not isinstance(body, dict):
        raise Refused(400, "Bad Request: the body is no object")
    return body
