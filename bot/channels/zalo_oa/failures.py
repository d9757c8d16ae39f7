"""What Zalo's error codes mean, by the names that every channel uses, and what the operator should do about each."""

from collections.abc import Mapping
from datetime import datetime

from bot.channels.channel import Gone, Later, Misconfigured, Refused, SendError, Throttled, Unavailable, Unreachable
from bot.channels.zalo_oa.night import until_morning, until_tomorrow
from bot.channels.zalo_oa.remedies import OTHERWISE, REMEDY

PAUSE = 15.0  # seconds after -32, a quarter of the minute over which Zalo counts calls
DEAD_TOKEN = frozenset({-216, -220})
NIGHT, FULL = -234, -218
SPENT = -32


class Refusal(Exception):
    """Zalo has answered with an error code."""

    def __init__(self, code: int) -> None:
        super().__init__(f"Zalo's error {code}")
        self.code = code


class WindowClosed(Unreachable):
    """Too long without a word from this person for an ordinary message; another kind may still be allowed."""


class Expired(Refused):
    """An uploaded file is no longer kept by Zalo."""


MEANING: Mapping[int, type[SendError]] = {
    SPENT: Throttled,
    -100: Expired,
    -200: Unavailable,
    -201: Refused,
    -204: Misconfigured,
    -205: Misconfigured,
    -209: Misconfigured,
    -210: Refused,
    -211: Misconfigured,
    -212: Misconfigured,
    -213: Unreachable,
    -216: Misconfigured,
    -217: Unreachable,
    FULL: Later,
    -219: Misconfigured,
    -220: Misconfigured,
    -221: Misconfigured,
    -222: Gone,  # -227 of older pages
    -223: Misconfigured,
    -224: Misconfigured,
    -227: Gone,
    -230: WindowClosed,
    -232: WindowClosed,
    -233: Refused,
    NIGHT: Later,
    -235: Refused,
    -240: Refused,
    -242: Refused,
    -244: Unreachable,
    -248: Refused,
    -249: Refused,
    -320: Misconfigured,
    -321: Misconfigured,
}


def named_failure(code: int, now: datetime) -> SendError:
    """The SendError for an error code; one that nobody has heard of is tried again a few times."""
    kind = MEANING.get(code, Unavailable)
    if kind is Throttled:
        return Throttled(PAUSE)
    if kind is Later:
        return Later(until_morning(now) if code == NIGHT else until_tomorrow(now), why(code))
    return kind(why(code))


def why(code: int) -> str:
    """The same words for the same code, whoever the person is: reports count people by them."""
    return f"Zalo {code}: {REMEDY.get(code, OTHERWISE)}"
