"""What a button carries: `screen|choice`, or `#screen|key` where that is longer than Telegram allows."""

from bot.channels.channel import Refused
from bot.messages import Choice

LONGEST = 64  # bytes of UTF-8
_SHORT = "#"


def write_callback(screen: str, choice: Choice) -> str:
    """At most 64 bytes that name the choice; raises Refused where even the short form is longer."""
    for data in (f"{screen}|{choice.id}", f"{_SHORT}{screen}|{choice.key}"):
        if len(data.encode()) <= LONGEST:
            return data
    raise Refused(f"the name of a screen has {len(screen)} characters, a button of Telegram carries {LONGEST} bytes")


def read_callback(data: str) -> tuple[str, str | None, str | None]:
    """(text, choice, screen): the short form reads as if the key had been typed, its screen beside it."""
    screen, bar, rest = data.partition("|")
    if not bar:
        return "", data, None
    if screen.startswith(_SHORT):
        return rest, None, screen.removeprefix(_SHORT) or None
    return "", rest, screen or None
