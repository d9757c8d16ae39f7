"""What went wrong at Telegram, by the names that every channel uses."""

from collections.abc import Awaitable
from typing import TypeVar

from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, TelegramError, TimedOut

from bot.channels.channel import Gone, Misconfigured, Refused, SendError, Throttled, Unavailable, Uncertain
from bot.channels.telegram.answer import Busy, Torn

NOT_MODIFIED = "message is not modified"
NOT_THERE = "message to delete not found"
_NOBODY = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated", "chat was deactivated")

# What the library raises when an object lacks a field or has one of another type.
MALFORMED = (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError, OSError, RecursionError)

Result = TypeVar("Result")


async def named(call: Awaitable[Result]) -> Result:
    """The call's result; raises a SendError, which carries no other error with it."""
    try:
        return await call
    except TelegramError as error:
        failure = named_failure(error)
    except MALFORMED as error:
        failure = Uncertain(f"the answer cannot be read: {type(error).__name__}")
    raise failure


def named_failure(error: TelegramError) -> SendError:
    """The SendError for an error of the library. Its BadRequest is a NetworkError too, hence comes before it."""
    match error:
        case Busy(seconds=seconds):
            return Throttled(seconds)
        case Forbidden():
            return Gone(error.message)
        case ChatMigrated(new_chat_id=moved):
            return Gone(f"moved to chat {moved}")
        case InvalidToken():
            return Misconfigured("Telegram does not know this token")
        case Conflict():
            return Misconfigured(f"another process receives what is said to this bot: {error.message}")
        case BadRequest():
            return _bad_request(error.message)
        case TimedOut() | Torn():
            return Uncertain(error.message)
        case _:
            return Unavailable(error.message)


def _bad_request(description: str) -> SendError:
    told = description.lower()
    return Gone(description) if any(sign in told for sign in _NOBODY) else Refused(description)
