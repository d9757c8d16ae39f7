"""What Telegram says has happened, to Incomings. Groups, channels, bots and service messages meet a polite silence."""

import hmac
import json
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.warnings import PTBDeprecationWarning

from bot.channels.channel import BadSignature, Unreadable
from bot.channels.telegram.callback import read_callback
from bot.channels.telegram.failures import MALFORMED
from bot.channels.telegram.message import correction, read_message, tidy
from bot.messages import Address, Incoming, Kind

NAME = "telegram"
LARGEST_BODY = 65_536  # bytes
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the name of a header
UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")  # what Telegram is asked to tell


@dataclass(frozen=True, slots=True)
class Press(Incoming):
    """A pressed button, with what Telegram needs to hear that it arrived."""

    query: str = ""
    message: int = 0  # the message that the button stands under; 0 where it can no longer be touched


def receive(headers: Mapping[str, str], body: bytes, secret: str, now: datetime) -> list[Incoming]:
    """What one webhook tells; raises BadSignature before anything is read, then Unreadable."""
    given = next((value for name, value in headers.items() if name.lower() == SECRET_HEADER), "")
    if not hmac.compare_digest(given.encode(errors="surrogateescape"), secret.encode()):
        raise BadSignature("the request does not prove that it comes from Telegram")
    if len(body) > LARGEST_BODY:
        raise Unreadable(f"more than {LARGEST_BODY} bytes")
    return read_update(_json(body), now)


def read_update(fields: object, now: datetime) -> list[Incoming]:
    """What one update tells, nothing where it is not for us; raises Unreadable, which repeats nothing of it."""
    found = _read(fields, now) if isinstance(fields, dict) else None
    if found is None:
        raise Unreadable("not an update of Telegram")
    return found


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _read(fields: dict[str, object], now: datetime) -> list[Incoming] | None:
    """None for what is not in Telegram's form; the library tells that by whatever error it stumbles over."""
    try:
        with warnings.catch_warnings():
            # It warns of durations that will have another type, also where nobody looks at them.
            warnings.simplefilter("ignore", PTBDeprecationWarning)
            update = Update.de_json(fields, None)
        return [*_incomings(update, now)]
    except MALFORMED:
        return None


def _incomings(update: Update, now: datetime) -> Iterator[Incoming]:
    name = str(_number(update.update_id))
    if update.message:
        yield from _said(update.message, name, update.message.date, read_message)
    elif update.edited_message:
        message = update.edited_message
        yield from _said(message, name, message.edit_date or message.date, correction)
    elif update.callback_query:
        yield from _pressed(update.callback_query, name, now)
    elif update.my_chat_member:
        yield from _came_or_went(update.my_chat_member, name)


def _said(
    message: Message, name: str, at: datetime, read: Callable[[Message], tuple[Kind, str] | None]
) -> Iterator[Incoming]:
    person = message.from_user
    if person is None or person.is_bot or message.chat.type != ChatType.PRIVATE:
        return
    found = read(message)
    if found:
        # The pictures of one album come one by one; under one name they get one answer.
        album = tidy(message.media_group_id)
        kind, text = found
        yield Incoming(_address(message.chat.id), f"album-{album}" if album else name, kind, text, at=at)


def _pressed(query: CallbackQuery, name: str, now: datetime) -> Iterator[Incoming]:
    message = query.message
    if query.from_user.is_bot or query.data is None or (message and message.chat.type != ChatType.PRIVATE):
        return
    text, choice, screen = read_callback(tidy(query.data))
    touchable = message if message and message.is_accessible else None
    yield Press(
        _address(message.chat.id if message else query.from_user.id),
        name,
        Kind.TEXT,
        text,
        choice,
        screen,
        now,
        tidy(query.id),
        _number(touchable.message_id) if touchable else 0,
    )


def _came_or_went(change: ChatMemberUpdated, name: str) -> Iterator[Incoming]:
    """A private chat tells that the person has blocked the bot, or has let it in again."""
    kinds = {ChatMemberStatus.BANNED: Kind.LEFT, ChatMemberStatus.MEMBER: Kind.RETURNED}
    kind = kinds.get(ChatMemberStatus(change.new_chat_member.status))
    if kind and change.chat.type == ChatType.PRIVATE and not change.from_user.is_bot:
        yield Incoming(_address(change.chat.id), name, kind, at=change.date)


def _address(chat: int) -> Address:
    """Numbers of people are above zero, those of groups below."""
    if _number(chat) <= 0:
        raise ValueError("expected the number of a person")
    return Address(NAME, str(chat))


def _number(value: object) -> int:
    """A whole number, which the library does not check."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("expected a number")
    return value
