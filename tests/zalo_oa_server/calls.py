"""A request to the OpenAPI as it came in, how it is refused, and the trouble that can be ordered for it."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

PAGE = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"


class Refused(Exception):
    """The OpenAPI says no."""

    def __init__(self, code: int, words: str = "Refused") -> None:
        super().__init__(words)
        self.code = code


@dataclass(slots=True)
class Fault:
    """Strikes so many requests whose path ends like this: an error code, a status, or no answer at all.

    With `done` the work is done before the answer is lost; with `hold` the answer comes once the server is released.
    """

    path: str = ""
    code: int = 0
    status: int = 0
    drop: bool = False
    done: bool = False
    hold: bool = False
    times: float = math.inf
    body: str | None = None

    def strikes(self, path: str) -> bool:
        """Whether this request is hit."""
        hit = self.times > 0 and path.endswith(self.path)
        self.times -= hit
        return hit


@dataclass(frozen=True, slots=True)
class Call:
    """One request that came."""

    path: str
    access: str
    body: Mapping[str, Any]


async def read_body(request: web.Request) -> dict[str, Any]:
    """The body, or the query of a GET; of a multipart body `file` and its `name`."""
    if request.content_type == "multipart/form-data":
        field = (await request.post()).get("file")
        return {"file": field.file.read(), "name": field.filename} if isinstance(field, web.FileField) else {}
    try:
        read = json.loads(request.query.get("data", "{}")) if request.method == "GET" else await request.json()
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}
