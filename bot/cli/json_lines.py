"""Lines of JSON with an id and a text, as scripts give them, and the objects that answer them."""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.translations import Words, mark

WORDS = Words()
NOT_UTF8 = mark("Chữ không ở dạng UTF-8. Lưu lại ở dạng UTF-8 rồi gửi lại.")
NOT_JSON = mark('JSON viết chưa đúng. Cần một đối tượng có "id" và "text".')
NO_OBJECT = mark('Đây không phải đối tượng JSON. Cần một đối tượng có "id" và "text".')
NO_TEXT = mark('Thiếu "text", hoặc "text" không phải là chữ. Ghi tin nhắn hay câu hỏi vào "text".')

_OBJECT = re.compile(rb"""(?:\xef\xbb\xbf)?\s*\{\s*(?:["'}]|\Z)""")


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One line: its own id, as it was given, and its text; `fields` holds the rest."""

    id: object
    text: str
    fields: Mapping[str, Any]


class BadLine(Exception):
    """A line that cannot be answered; the message says what is wrong, `id` is its id where it has one."""

    def __init__(self, wrong: str, id: object = None) -> None:
        super().__init__(WORDS.say(wrong))
        self.id = id


def looks_like_object(written: bytes) -> bool:
    """Whether what was written is meant as one JSON object, be it broken, and not as words of a person."""
    return _OBJECT.match(written) is not None


def read_line(written: bytes) -> AskedLine:
    """The line; BadLine where it is no object with a text."""
    fields = read_object(written)
    id, text = fields.get("id"), fields.get("text")
    if not isinstance(text, str):
        raise BadLine(NO_TEXT, id)
    return AskedLine(id, text, fields)


def read_object(written: bytes) -> Mapping[str, Any]:
    """The object that is written, whose id `to_json` can write again; BadLine for anything else."""
    try:
        fields = json.loads(written.decode("utf-8-sig"), parse_constant=_refuse, parse_float=_finite)
        if isinstance(fields, dict):
            to_json({"id": fields.get("id")})
    except UnicodeDecodeError:
        raise BadLine(NOT_UTF8) from None
    except (ValueError, RecursionError):
        raise BadLine(NOT_JSON) from None
    if not isinstance(fields, dict):
        raise BadLine(NO_OBJECT)
    return fields


def to_json(told: Mapping[str, object]) -> str:
    """One line of JSON; halves of characters, which cannot be written, stay the escapes as which they came."""
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()


def _refuse(constant: str) -> None:
    raise ValueError(constant)  # NaN is no JSON


def _finite(number: str) -> float:
    """The number; one that is too large would be written as Infinity, which is no JSON."""
    found = float(number)
    if math.isinf(found):
        raise ValueError(number)
    return found
