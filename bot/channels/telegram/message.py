"""What a message of a private chat is: its Kind and its words."""

import re
from collections.abc import Iterator

from telegram import Message
from telegram.constants import MessageEntityType

from bot.messages import Kind

_START = re.compile(r"/start(?:@\w+)?(?:\s+(.*))?", re.DOTALL | re.IGNORECASE)

# What a person can send and the bot cannot read; anything else without words is a note of Telegram's own.
_OTHER = (
    *("animation", "checklist", "contact", "dice", "document", "game", "live_photo", "location", "paid_media"),
    *("poll", "sticker", "story", "venue", "video"),
)
_SPOKEN = ("voice", "audio", "video_note")


def read_message(message: Message) -> tuple[Kind, str] | None:
    """The kind and the words (of a file: its caption); None for a note of Telegram's own, such as a pinned message."""
    words = tidy(message.text) or tidy(message.caption)
    if message.forward_origin and words:
        return Kind.FORWARD, "\n".join((words, *_hidden_links(message, words)))
    if message.text is not None:
        start = _START.fullmatch(words.strip())
        return (Kind.START, (start[1] or "").strip()) if start else (Kind.TEXT, words)
    kind = _kind_of_file(message)
    return (kind, words) if kind else None


def correction(message: Message) -> tuple[Kind, str] | None:
    """An edited message counts as said now where its words are corrected.

    Not a bare number: corrected after the answer, it would answer a newer question. Not files and forwards either:
    Telegram also calls it an edit when a live position moves.
    """
    words = tidy(message.text).strip()
    if message.forward_origin or not words or words.rstrip(".").isdecimal() or _START.fullmatch(words):
        return None
    return Kind.TEXT, words


def tidy(value: object) -> str:
    """A text, "" for None, without the zero character; TypeError or ValueError for what no database can hold."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise TypeError("expected a text")
    value.encode()
    return value.replace("\0", "")


def _kind_of_file(message: Message) -> Kind | None:
    if message.photo:
        return Kind.PICTURE
    if any(getattr(message, name) for name in _SPOKEN):
        return Kind.VOICE
    return Kind.OTHER if any(getattr(message, name, None) for name in _OTHER) else None


def _hidden_links(message: Message, words: str) -> Iterator[str]:
    """Addresses that stand behind words or buttons: in a forward of a fraud they are what matters most."""
    behind = [
        tidy(e.url) for e in (*message.entities, *message.caption_entities) if e.type == MessageEntityType.TEXT_LINK
    ]
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    below = [tidy(button.url) for row in rows for button in row]
    return (link for link in dict.fromkeys((*behind, *below)) if link and link not in words)
