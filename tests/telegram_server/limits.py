"""The Bot API's limits in one table (version 10.3), read by the server, which refuses, and by the judge."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from tests.telegram_server.calls import Call, Upload
from tests.telegram_server.formatting import formatted

MB = 1_000_000
MOST_IN_A_REQUEST = 51 * MB  # one upload and what stands around it; more is answered with 413
MOST_DOWNLOADED = 20 * MB  # by getFile
DELETABLE_SECONDS = 48 * 3600
START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")

FILES = ("sendPhoto", "sendVoice", "sendDocument", "sendAudio")
CAPTIONS = (*FILES, "editMessageCaption")
TEXTS = ("sendMessage", "editMessageText")
KEYBOARDS = (*TEXTS, *CAPTIONS, "editMessageReplyMarkup")
TRANSLATED = ("setMyCommands", "setMyDescription", "setMyShortDescription")
BUTTON = "reply_markup.inline_keyboard.*.*"
COPY_TEXT = "BUTTON_COPY_TEXT_INVALID"
ACTIONS = {"url", "callback_data", "web_app", "login_url", "copy_text", "callback_game", "pay"} | {
    f"switch_inline_query{kind}" for kind in ("", "_current_chat", "_chosen_chat")
}


class Unit(Enum):
    """What is counted."""

    PLAIN = auto()  # characters that are left when the formatting is taken out
    CHARACTERS = auto()
    BYTES = auto()  # of UTF-8
    ITEMS = auto()
    VALUE = auto()
    SIZE = auto()  # bytes of an upload
    ACTIONS = auto()  # of an inline button


@dataclass(frozen=True, slots=True)
class Limit:
    """One row. Where Telegram has no words it lets the request pass, cut or mended; the judge still objects."""

    methods: tuple[str, ...]
    field: str
    unit: Unit
    least: int
    most: int
    too_little: str = ""
    too_much: str = ""
    pattern: str = ""
    malformed: str = ""
    required: bool = False


LIMITS = (
    Limit(TEXTS, "text", Unit.PLAIN, 1, 4096, "message text is empty", "message is too long", required=True),
    Limit(TEXTS, "entities", Unit.ITEMS, 0, 100),
    Limit(CAPTIONS, "caption", Unit.PLAIN, 0, 1024, too_much="message caption is too long"),
    Limit(("sendPhoto",), "photo", Unit.SIZE, 1, 10 * MB, "file must be non-empty", "file is too big"),
    Limit(("sendVoice",), "voice", Unit.SIZE, 1, 50 * MB, "file must be non-empty", "file is too big"),
    Limit(("sendAudio",), "audio", Unit.SIZE, 1, 50 * MB, "file must be non-empty", "file is too big"),
    Limit(("sendDocument",), "document", Unit.SIZE, 1, 50 * MB, "file must be non-empty", "file is too big"),
    Limit(KEYBOARDS, f"{BUTTON}.text", Unit.CHARACTERS, 1, 10_000, "inline keyboard button text must be non-empty"),
    Limit(
        KEYBOARDS,
        BUTTON,
        Unit.ACTIONS,
        1,
        1,
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    Limit(KEYBOARDS, f"{BUTTON}.callback_data", Unit.BYTES, 1, 64, "", "BUTTON_DATA_INVALID"),
    Limit(KEYBOARDS, f"{BUTTON}.copy_text.text", Unit.CHARACTERS, 1, 256, COPY_TEXT, COPY_TEXT),
    Limit(("answerCallbackQuery",), "text", Unit.CHARACTERS, 0, 200, too_much="MESSAGE_TOO_LONG"),
    Limit(("deleteMessages",), "message_ids", Unit.ITEMS, 1, 100, "message identifiers are not specified",
          "too many message identifiers specified", required=True),
    Limit(("setMyCommands",), "commands", Unit.ITEMS, 0, 100, too_much="BOT_COMMANDS_TOO_MUCH"),
    Limit(("setMyCommands",), "commands.*.command", Unit.CHARACTERS, 1, 32, "command must be non-empty",
          "command length must not exceed 32", r"[a-z0-9_]*", "BOT_COMMAND_INVALID"),
    Limit(("setMyCommands",), "commands.*.description", Unit.CHARACTERS, 1, 256,
          "command description must be non-empty", "command description length must not exceed 256"),
    Limit(("setMyDescription",), "description", Unit.CHARACTERS, 0, 512, too_much="BOT_DESCRIPTION_TOO_LONG"),
    Limit(("setMyShortDescription",), "short_description", Unit.CHARACTERS, 0, 120, too_much="BOT_ABOUT_TOO_LONG"),
    Limit(TRANSLATED, "language_code", Unit.CHARACTERS, 0, 2, "", "LANG_CODE_INVALID", r"|[a-z]*", "LANG_CODE_INVALID"),
    Limit(("setWebhook",), "secret_token", Unit.CHARACTERS, 1, 256, "", "secret token is too long",
          r"[A-Za-z0-9_-]*", "secret token contains unallowed characters"),
    Limit(("setWebhook",), "max_connections", Unit.VALUE, 1, 100),
    Limit(("getUpdates",), "limit", Unit.VALUE, 1, 100),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Breach:
    """A limit that a request does not keep, and Telegram's words for it ("" where it lets the request pass)."""

    limit: Limit
    measured: int
    words: str

    def __str__(self) -> str:
        limit = self.limit
        form = f" of the form {limit.pattern}" if self.words and self.words == limit.malformed else ""
        return f"{limit.field}: {self.measured} {limit.unit.name.lower()}, may be {limit.least} to {limit.most}{form}"


def breaches(call: Call) -> Iterator[Breach]:
    """Every limit that the request breaks; raises Refused where it cannot even be read."""
    for limit in LIMITS:
        if call.method in limit.methods:
            for value in _values(call, limit):
                measured = _measured(limit.unit, value)
                if (words := _words(limit, measured, value)) is not None:
                    yield Breach(limit, measured, words)


def _values(call: Call, limit: Limit) -> list[Any]:
    if limit.unit is Unit.PLAIN:
        values = [formatted(call, limit.field).get(limit.field, "")]
    elif limit.unit is Unit.SIZE:
        values = [upload] if (upload := call.upload(limit.field)) else []
    elif limit.unit is Unit.ITEMS:
        values = [call.decoded(limit.field)] if call.text(limit.field) else []
    else:
        values = call.found(limit.field)
    return values or [""] * limit.required


def _measured(unit: Unit, value: Any) -> int:
    if unit is Unit.VALUE:
        return int(value)
    if unit is Unit.BYTES:
        return len(str(value).encode())
    if unit is Unit.SIZE:
        return len(value.data) if isinstance(value, Upload) else 0
    if unit is Unit.ACTIONS:
        return sum(value[action] != "" for action in ACTIONS & set(value))
    return len(value)


def _words(limit: Limit, measured: int, value: Any) -> str | None:
    if measured < limit.least:
        return limit.too_little
    if measured > limit.most:
        return limit.too_much
    return limit.malformed if limit.pattern and not re.fullmatch(limit.pattern, str(value)) else None
