"""How a notice goes, as a stacked bar and counts in words: the same on the page and in the stream that freshens it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.conversation.notice_facts import Seen, Tally
from bot.conversation.offices.figures import counted, percent
from bot.conversation.offices.moves_said import STATES
from bot.translations import Words, mark
from bot.vietnamese.moments import VIETNAM
from broadcasts.broadcast import State

WIDTH = 1000  # of the whole bar
PARTS = (
    ("sent", mark("Đã gửi")),
    ("held", mark("Nằm sẵn, chờ mở ra")),
    ("waiting", mark("Còn chờ gửi")),
    ("missed", mark("Chưa tới được")),
)
DROPPED = ("dropped", mark("Thôi không gửi"))


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of the bar, with its name and its number in words; `kind` names its look."""

    kind: str
    name: str
    count: str
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that is shown of it at one moment."""

    at: str  # hours, minutes, seconds in Vietnam
    state: str
    sentence: str
    percent: int
    parts: tuple[Part, ...]
    answers: tuple[tuple[str, str], ...]
    spelled: bool
    done: bool


def progress_of(seen: Seen, words: Words, now: datetime) -> Progress:
    """How it goes at this moment."""
    tally = seen.tally
    part, whole = counted(tally.sent, words), counted(tally.meant, words)
    return Progress(
        now.astimezone(VIETNAM).strftime("%H:%M:%S"),
        words.say(STATES[seen.broadcast.state]),
        words.say("Đã gửi tới {part} trên {whole} người.", part=part, whole=whole),
        percent(tally.sent, tally.meant),
        tuple(_parts(tally, words)),
        (
            (words.say("Đã bấm “Tôi đã đọc”"), counted(tally.read, words)),
            (words.say("Đã bấm “Tôi cần giúp”"), counted(tally.help, words)),
        ),
        tally.spelled,
        is_done(seen),
    )


def is_done(seen: Seen) -> bool:
    """Whether nothing of it moves any more."""
    return seen.broadcast.state is not State.SENDING and not (seen.tally.waiting and seen.broadcast.state is State.SENT)


def _parts(tally: Tally, words: Words) -> Iterator[Part]:
    counts = {
        "sent": tally.sent,
        "held": tally.held,
        "waiting": tally.waiting,
        "missed": tally.uncertain + tally.failed,
        "dropped": tally.dropped,
    }
    x = 0
    for kind, name in (*PARTS, DROPPED) if tally.dropped else PARTS:
        width = WIDTH * counts[kind] // max(tally.meant, 1)
        yield Part(kind, words.say(name), counted(counts[kind], words), x, width)
        x += width
