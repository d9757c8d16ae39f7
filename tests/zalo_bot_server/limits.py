"""The Bot Platform's limits in one table, which the server enforces and a test reads row by row.

Figures and addresses are those of official documentation and of its free plan. Where nobody says how the network
refuses, the server refuses in the strictest way, so that a client that passes here breaks no limit there.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from tests.zalo_bot_server.account import Account
from tests.zalo_bot_server.calls import Call

LONGEST_TEXT = 2000  # characters of a text or a caption, counted in UTF-16 as the strictest reading has it
SECRET = (8, 256)  # characters
MESSAGES_A_MONTH = 3000
MOST_PEOPLE = 50
SENDING = ("sendMessage", "sendPhoto", "sendSticker", "sendVoice")
STYLES = re.compile(r"[bius]|f_(13|15|18|20)|c_(050a19|15a85f|f7b503|f27806|db342e)|lst_[12]|ind_[1-5]")


@dataclass(frozen=True, slots=True)
class Limit:
    """One row: whoever asks for one of `methods` so that `broken` is true is refused with the code and the words."""

    name: str
    methods: tuple[str, ...]
    broken: Callable[[Call, Account], bool]
    code: int
    words: str


def units(text: str) -> int:
    """Characters in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _unknown_chat(call: Call, account: Account) -> bool:
    return not isinstance(call.fields.get("chat_id"), str) or call.text("chat_id") not in account.chats


def _bad_styles(call: Call, account: Account) -> bool:
    whole = units(call.text("text"))
    return any(
        one["start"] < 0
        or one["len"] < 1
        or one["start"] + one["len"] > whole
        or not all(STYLES.fullmatch(code) for code in one["st"])
        for one in call.styles()
    )


def _not_public(url: str, schemes: tuple[str, ...]) -> bool:
    """Whether an address is of another kind, or of a machine that only we can reach."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme not in schemes or not host or host == "localhost":
        return True
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host


def _far(name: str) -> Callable[[Call, Account], bool]:
    return lambda call, account: _not_public(call.text(name), ("http", "https"))


LIMITS = (
    Limit("a chat that wrote first", (*SENDING, "sendChatAction"), _unknown_chat, 400, "Bad Request: chat not found"),
    Limit("some text", ("sendMessage",), lambda c, a: not c.text("text"), 400, "Bad Request: text is empty"),
    Limit(
        "text of at most 2000",
        ("sendMessage",),
        lambda c, a: units(c.text("text")) > LONGEST_TEXT,
        400,
        "Bad Request: text is too long",
    ),
    Limit(
        "caption of at most 2000",
        ("sendPhoto",),
        lambda c, a: units(c.text("caption")) > LONGEST_TEXT,
        400,
        "Bad Request: caption is too long",
    ),
    Limit("styles within the text", ("sendMessage",), _bad_styles, 400, "Bad Request: text_styles are invalid"),
    Limit(
        "markdown or html",
        ("sendMessage",),
        lambda c, a: c.text("parse_mode") not in {"", "markdown", "html"},
        400,
        "Bad Request: parse_mode is invalid",
    ),
    Limit("a picture at a public address", ("sendPhoto",), _far("photo"), 400, "Bad Request: photo is no public URL"),
    Limit("voice at a public address", ("sendVoice",), _far("voice_url"), 400, "Bad Request: voice is no public URL"),
    Limit(
        "voice as .aac",
        ("sendVoice",),
        lambda c, a: not urlsplit(c.text("voice_url")).path.endswith(".aac"),
        400,
        "Bad Request: voice_url must end in .aac",
    ),
    Limit("voice to one person", ("sendVoice",), lambda c, a: a.is_group(c), 400, "Bad Request: voice is private"),
    Limit("a sticker", ("sendSticker",), lambda c, a: not c.text("sticker"), 400, "Bad Request: sticker is empty"),
    Limit(
        "typing and nothing else",
        ("sendChatAction",),
        lambda c, a: c.text("action") != "typing",
        400,
        "Bad Request: action is invalid",
    ),
    Limit(
        "a webhook over https at a public address",
        ("setWebhook",),
        lambda c, a: _not_public(c.text("url"), ("https",)),
        400,
        "Bad Request: url is invalid",
    ),
    Limit(
        "a secret of 8 to 256",
        ("setWebhook",),
        lambda c, a: not SECRET[0] <= len(c.text("secret_token")) <= SECRET[1],
        400,
        "Bad Request: secret_token is invalid",
    ),
    Limit("one poller", ("getUpdates",), lambda c, a: a.updates.polled, 409, "Conflict: getUpdates is running already"),
    Limit(
        "3000 messages a month",
        SENDING,
        lambda c, a: a.sent_this_month() >= MESSAGES_A_MONTH,
        429,
        "Quota exceeded: messages of the month",
    ),
    Limit("the rate of the bot", SENDING, lambda c, a: a.rate.too_fast(c), 429, "Quota exceeded: too many requests"),
)
