"""Lines of JSON with an id and a text, as scripts give them, and the objects that answer them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One line: its own id, as it was given, and its text; `fields` holds the rest."""

    id: str | int | None
    text: str
    fields: Mapping[str, Any]


class BadLine(Exception):
    """A line that cannot be answered; the message says what is wrong, `id` is its id where it has one."""

    def __init__(self, wrong: str, id: str | int | None = None) -> None:
        super().__init__(wrong)
        self.id = id


def read_line(written: bytes) -> AskedLine:
    """The line; BadLine where it is no object with a text."""
    try:
        fields = json.loads(written.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError:
        raise BadLine("the line is not UTF-8") from None
    except (ValueError, RecursionError):
        raise BadLine("the line is not JSON") from None
    if not isinstance(fields, dict):
        raise BadLine("the line is not a JSON object")
    id, text = _plain(fields.get("id")), fields.get("text")
    if not isinstance(text, str):
        raise BadLine('"text" is missing or not a string', id)
    return AskedLine(id, text, fields)


def to_json(told: Mapping[str, object]) -> str:
    """One line of JSON; halves of characters, which cannot be written, become question marks."""
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace").decode()


def _refuse(constant: str) -> None:
    raise ValueError(constant)  # NaN is no JSON


def _plain(id: object) -> str | int | None:
    return id if id is None or isinstance(id, str | int) else str(id)
