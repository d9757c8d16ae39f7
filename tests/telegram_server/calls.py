"""A request to the Bot API as it came in, in any of the four forms a body may have, and how it is refused."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

JSON = dict[str, Any]
WORDS = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}


class Refused(Exception):
    """The Bot API says no: an HTTP status, the network's own words, and what a client must know besides."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        prefix = WORDS.get(status)
        super().__init__(f"{prefix}: {description}" if prefix and description != prefix else description)
        self.status = status
        self.parameters = parameters

    @property
    def body(self) -> JSON:
        """The answer as the Bot API writes it."""
        said = {"ok": False, "error_code": self.status, "description": str(self)}
        return {**said, "parameters": self.parameters} if self.parameters else said


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came inside a request."""

    name: str
    data: bytes


@dataclass(slots=True)
class Call:
    """One request. `parameters` are as received: strings out of a form, anything out of JSON."""

    method: str
    parameters: Mapping[str, Any]
    files: Mapping[str, Upload]
    at: float
    door: int = 0  # the port by which it came
    status: int = 0  # of the answer; 0 while it waits and where the connection was dropped
    done: bool = False  # it was carried out, whether or not the answer arrived

    def text(self, name: str) -> str:
        """A parameter as text, "" where it is missing."""
        return str(self.parameters.get(name, ""))

    def number(self, name: str, otherwise: int = 0) -> int:
        """A parameter as a whole number; anything else counts as missing, as it does at Telegram."""
        try:
            return int(self.parameters.get(name, otherwise))
        except (ValueError, TypeError):
            return otherwise

    def flag(self, name: str) -> bool:
        """Whether a parameter says yes."""
        return self.text(name).lower() in {"true", "yes", "1"}

    def decoded(self, name: str) -> Any:
        """A parameter that holds an object or a list, None where it is missing; raises Refused where it is broken."""
        value = self.parameters.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise Refused(400, f"can't parse {name} JSON object") from None

    def found(self, path: str) -> list[Any]:
        """What stands at a path such as `commands.*.description`, where `*` means every element."""
        name, *steps = path.split(".")
        if name not in self.parameters:
            return []
        values = [self.decoded(name) if steps else self.parameters[name]]
        for step in steps:
            values = [inner for outer in values for inner in _inside(outer, step)]
        return values

    def upload(self, name: str) -> Upload | None:
        """The file that came for a parameter, either under its name or as `attach://…`."""
        return self.files.get(name) or self.files.get(self.text(name).removeprefix("attach://"))


def _inside(outer: Any, step: str) -> list[Any]:
    if step == "*":
        return outer if isinstance(outer, list) else []
    return [outer[step]] if isinstance(outer, dict) and step in outer else []


async def read_call(request: web.Request, method: str, at: float) -> Call:
    """The request's parameters from its address and its body; raises Refused for a body that cannot be read."""
    parameters: JSON = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        parameters |= await _json_body(request)
    elif request.content_type in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        for name, value in (await request.post()).items():
            if isinstance(value, FileField):
                with value.file as content:
                    files[name] = Upload(value.filename, content.read())
            else:
                parameters[name] = value
    return Call(method, parameters, files, at, request.url.port or 0)


async def _json_body(request: web.Request) -> JSON:
    try:
        body = await request.json()
    except ValueError:
        raise Refused(400, "Bad Request") from None
    return {name: value for name, value in body.items() if value is not None}
