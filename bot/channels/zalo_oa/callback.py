"""What a button carries, and comes back as if it had been typed: `#screen|choice`."""

from bot.channels.channel import Refused
from bot.messages import Choice

LONGEST = 1000  # characters of a payload, by the official documentation
_SIGN = "#"  # as Zalo advises for what nobody types


def write_callback(screen: str, choice: Choice) -> str:
    """The payload that names the choice; raises Refused where that is too long."""
    data = f"{_SIGN}{screen}|{choice.id}"
    if len(data) > LONGEST:
        raise Refused(f"a button of Zalo carries {LONGEST} characters, this one needs {len(data)}")
    return data


def read_callback(text: str) -> tuple[str, str] | None:
    """(screen, choice) of a press; None for words that somebody has typed."""
    screen, bar, choice = text.partition("|")
    return (screen.removeprefix(_SIGN), choice) if bar and choice and text.startswith(_SIGN) else None
