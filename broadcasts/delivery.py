"""What follows from one attempt to reach one person: pure, so that every case is a line in a table."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

PAUSES = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 1800))  # before another try of one person
DOUBTS = 1  # times that khẩn cấp is sent again after nobody knows whether it arrived


class Outcome(Enum):
    """How one attempt went, as the network told it."""

    SENT = "sent"
    THROTTLED = "throttled"  # the account must wait; the message is fine
    UNAVAILABLE = "unavailable"  # not taken: 5xx, refused connection
    UNCERTAIN = "uncertain"  # no answer after the request was written
    HELD = "held"  # nobody can be written to at this address now
    LATER = "later"  # this person, not before some time; the account may go on
    UNREACHABLE = "unreachable"  # not at this address, though the person is still there
    GONE = "gone"  # blocked, or no longer there
    REFUSED = "refused"  # the network will never take this message
    MISCONFIGURED = "misconfigured"  # the account itself is refused
    UNWANTED = "unwanted"  # stopped, replaced or over before it left
    UNTRIED = "untried"  # handed back as it was: this process ends, or has lost the lane


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt: its outcome, the network's names for what was sent, the seconds to wait, the reason in its words."""

    outcome: Outcome
    messages: tuple[str, ...] = ()
    wait: float = 0.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived, under these names."""

    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Again:
    """Try the same address again, not before this time."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Hold:
    """It lies ready; the person gets it when they show up, or when the time comes."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class NextAddress:
    """Not at this address; another one of the same person, where there is any."""

    why: str


@dataclass(frozen=True, slots=True)
class Uncertain:
    """It may have arrived; it is not sent again, and reported as such."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """This person is not reached."""

    why: str


@dataclass(frozen=True, slots=True)
class StopChannel:
    """The account is refused: nobody can be reached over it until the operator has mended it; the row waits."""

    why: str


@dataclass(frozen=True, slots=True)
class Drop:
    """Nobody is to get it any more."""


Step = Sent | Again | Hold | NextAddress | Uncertain | GiveUp | StopChannel | Drop


def next_step(attempt: Attempt, attempts: int, doubts: int, urgent: bool, now: datetime) -> Step:
    """What to do after this attempt. `attempts` and `doubts` count the earlier ones at this address."""
    match attempt.outcome:
        case Outcome.SENT:
            return Sent(attempt.messages)
        case Outcome.THROTTLED:
            return Again(now + timedelta(seconds=attempt.wait))  # is no attempt: the message was never looked at
        case Outcome.UNAVAILABLE:
            return Again(now + PAUSES[attempts]) if attempts < len(PAUSES) else NextAddress(attempt.why)
        case Outcome.UNCERTAIN:
            return Again(now) if urgent and doubts < DOUBTS else Uncertain()
        case Outcome.HELD:
            return Hold(None)
        case Outcome.LATER:
            wait = timedelta(seconds=attempt.wait)
            return Again(now + wait) if attempts < len(PAUSES) else NextAddress(attempt.why)
        case Outcome.GONE | Outcome.UNREACHABLE:
            return NextAddress(attempt.why)
        case Outcome.REFUSED:
            return GiveUp(attempt.why)
        case Outcome.MISCONFIGURED:
            return StopChannel(attempt.why)
        case Outcome.UNWANTED:
            return Drop()
        case Outcome.UNTRIED:
            return Again(now)
