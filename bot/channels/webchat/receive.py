"""What the page sends, as JSON or as a plain form, to an Incoming."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl

from bot.channels.channel import Unreadable
from bot.messages import Address, Incoming, Kind

NAME = "web"
LONGEST_TEXT = 4000  # characters
LARGEST_BODY = 65_536  # bytes: the longest text in the widest encoding a form uses, nine bytes for a letter
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LONGEST_NAME = 200  # characters in the id of a choice or a screen, or in what a start link carries


class Empty(Unreadable):
    """Nothing was written and nothing pressed."""


class TooLong(Unreadable):
    """The message has more characters than may be written at once."""

    def __init__(self) -> None:
        super().__init__(f"at most {LONGEST_TEXT} characters")
        self.most = LONGEST_TEXT


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of one message. `id` is made by the page and stays the same when it sends again."""

    id: str
    text: str = ""
    choice: str = ""
    screen: str = ""
    start: str | None = None


def receive(account: str, content_type: str, body: bytes, at: datetime) -> Incoming:
    """The message in a request from the person `account`; raises Unreadable, TooLong or Empty."""
    form = read_form(content_type, body)
    address = Address(NAME, account)
    name = f"{account}:{form.id}"  # the page chose the id, so it must not reach beyond its own account
    if form.choice:
        return Incoming(address, name, Kind.TEXT, form.text, form.choice, form.screen or None, at)
    if form.text.strip():
        return Incoming(address, name, Kind.TEXT, form.text, at=at)
    if form.start is not None:
        return Incoming(address, name, Kind.START, form.start, at=at)
    raise Empty("neither text nor choice nor start")


def read_form(content_type: str, body: bytes) -> Form:
    """The fields of the page's form, tidied and within their limits; raises Unreadable or TooLong."""
    if len(body) > LARGEST_BODY:
        raise TooLong
    fields = _fields(content_type, body)
    form = Form(
        id=fields.get("id", ""),
        text=_tidy(fields.get("text", "")),
        choice=fields.get("choice", ""),
        screen=fields.get("screen", ""),
        start=fields.get("start"),
    )
    _check(form)
    return form


def _check(form: Form) -> None:
    if not _ID.fullmatch(form.id):
        raise Unreadable("id: expected 1 to 64 letters, digits, - or _")
    if len(form.text) > LONGEST_TEXT:
        raise TooLong
    for name in (form.choice, form.screen, form.start or ""):
        if len(name) > _LONGEST_NAME or not name.isprintable():
            raise Unreadable(f"choice, screen, start: expected at most {_LONGEST_NAME} printable characters")


def _fields(content_type: str, body: bytes) -> Mapping[str, str]:
    try:
        text = body.decode()
        fields = _from_json(text) if "json" in content_type.lower() else dict(_from_form(text))
        "".join(fields.values()).encode()  # raises for half of a surrogate pair, which JSON can hold and no database
    except (ValueError, RecursionError) as error:
        raise Unreadable("neither JSON nor a form in UTF-8") from error
    return fields


def _from_json(text: str) -> Mapping[str, str]:
    fields = json.loads(text)
    if not isinstance(fields, dict):
        raise ValueError("expected an object")
    present = {name: value for name, value in fields.items() if value is not None}
    if not all(isinstance(value, str) for value in present.values()):
        raise ValueError("expected texts")
    return present


def _from_form(text: str) -> list[tuple[str, str]]:
    return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=20)


def _tidy(text: str) -> str:
    """Line feeds as everywhere else, and without the zero character, which databases refuse."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
