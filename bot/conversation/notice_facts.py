"""What turns about notices want kept, and what they need to know first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

from bot.messages import Address, Screen
from broadcasts.broadcast import Broadcast
from broadcasts.notice import Level, Notice
from broadcasts.officer import Action, Officer

SHUT_OUT = ""  # in place of a channel: people whom no network lets us write to until they write again


class Group(Enum):
    """Who a note goes to; `about` of the note says which."""

    APPROVERS = "approvers"  # of a broadcast: approvers and duty officers of its area, who was here lately first
    RESPONSIBLE = "responsible"  # for a broadcast: its writers, approvers, duty officers and the province
    WRITERS = "writers"  # of a broadcast
    DUTY = "duty"  # officers of a commune who take cases
    PROVINCE = "province"  # the officers above a commune
    COLLEAGUES = "colleagues"  # of an officer: all others who answer for a part of the same area
    PERSON = "person"  # of a case: whoever asked for help
    OWNER = "owner"  # of a case: the officer who has taken it
    HELPERS = "helpers"  # of a commune: who may answer its people's questions
    AUTHORS = "authors"  # of a commune: who may write its notices
    ASKER = "asker"  # of a question


@dataclass(frozen=True, slots=True)
class Note:
    """One personal message that the bot sends by itself, kept in the ledger. The same `key` is sent once."""

    to: Group
    about: str
    screen: Screen
    key: str
    level: Level = Level.URGENT


@dataclass(frozen=True, slots=True)
class Bound:
    """An officer's account is used from this address, by the one-time code that was typed or opened."""

    code: str
    notes: tuple[Note, ...] = ()  # sent where the fact was kept, like everywhere below


@dataclass(frozen=True, slots=True)
class NoticeWritten:
    """A draft is made or changed by the officer at this address. `areas` are what the notice's codes spell out."""

    id: str
    notice: Notice
    correction: Notice | None
    all_clear: Notice | None
    ages: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    template: str = ""
    refers_to: str = ""
    begins: datetime | None = None
    recording: str = ""  # the source of the notice read aloud; "" for none


@dataclass(frozen=True, slots=True)
class NoticeMoved:
    """The officer at this address submits, approves, returns, withdraws, ends…; refused by a Denial."""

    id: str
    action: Action
    text_hash: str  # of the text that the officer has read
    reason: str = ""
    factor: str = ""  # the six digits of the second factor
    template_approved: bool = False
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ColleagueFrozen:
    """The officer at this address cuts off another account, which an administrator may give back."""

    officer: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeRead:
    """ "Tôi đã đọc": kept every time, the last answer counts."""

    code: str


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """Said at the next contact to somebody whom it had not reached: from now on it has arrived."""

    code: str


@dataclass(frozen=True, slots=True)
class HelpAsked:
    """A case is opened for the commune; `code` is the notice that it is about, "" for none."""

    id: str
    code: str
    area: str
    place: str
    people: int
    words: str = ""
    phone: str = ""
    notes: tuple[Note, ...] = ()


class CaseMove(Enum):
    TAKE = "take"  # refused where a colleague was first
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class CaseMoved:
    """The officer at this address takes a case, or closes it."""

    case: str
    move: CaseMove
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseSaid:
    """Words in a case, of the officer who has taken it or of the person who asked."""

    case: str
    words: str
    notes: tuple[Note, ...] = ()


NoticeFact = (
    Bound | NoticeWritten | NoticeMoved | ColleagueFrozen | NoticeRead | NoticeShown | HelpAsked | CaseMoved | CaseSaid
)


@dataclass(frozen=True, slots=True)
class BindingNeed:
    """Whose one-time code this is; nobody's where it is unknown, used or too old."""

    code: str


@dataclass(frozen=True, slots=True)
class NoticeNeed:
    """One broadcast, by its id or by its code, with who is behind it and how it goes.

    Of one that waits for an approver the officer is also told how many it would reach now; with `report`, of one that
    was sent how fast it was and why some were not reached.
    """

    name: str
    report: bool = False


@dataclass(frozen=True, slots=True)
class DeskNeed:
    """What lies on the desk of the officer at this address."""


@dataclass(frozen=True, slots=True)
class ReachNeed:
    """How many people each channel reaches now in these communes (codes spelled out), and how many SHUT_OUT."""

    areas: tuple[str, ...]
    level: Level
    ages: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MineNeed:
    """The notices in force that were sent to this person or shown to them later, the last one first, with answers."""


@dataclass(frozen=True, slots=True)
class CaseNeed:
    """One case; "" is this person's own open one."""

    case: str


NoticeNeeds = BindingNeed | NoticeNeed | DeskNeed | ReachNeed | MineNeed | CaseNeed


@dataclass(frozen=True, slots=True)
class Tally:
    """How a broadcast goes, in persons."""

    meant: int = 0  # as it stands in the ledger
    sent: int = 0
    waiting: int = 0  # to be sent, now or later
    held: int = 0  # lies ready for somebody who is not there
    uncertain: int = 0
    failed: int = 0
    dropped: int = 0  # not sent because it was stopped, replaced or over
    read: int = 0
    help: int = 0
    spelled: bool = True  # the ledger is complete


@dataclass(frozen=True, slots=True)
class Seen:
    """One broadcast as a scene sees it. `replaced_by` is the code of the newest text on the same matter."""

    broadcast: Broadcast
    tally: Tally = field(default_factory=Tally)
    names: Mapping[str, str] = field(default_factory=dict)  # of the officers in its moves, by id
    replaced_by: str = ""
    template_approved: bool = False
    reached_in: Mapping[int, timedelta] = field(default_factory=dict)  # after the start, by percent: 0 is the first
    failures: Mapping[str, int] = field(default_factory=dict)  # persons by reason, in the network's words


@dataclass(frozen=True, slots=True)
class Case:
    """One request for help and what was said about it, oldest first: (officer's id or "", words, when)."""

    id: str
    area: str
    place: str
    people: int
    words: str
    phone: str
    state: str  # open | taken | closed
    owner: str | None
    owner_name: str
    opened_at: datetime
    said: tuple[tuple[str, str, datetime], ...] = ()
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What an officer can act on, newest first, and who works with them."""

    drafts: tuple[Broadcast, ...] = ()  # own ones, those that wait for an approver too
    to_approve: tuple[Broadcast, ...] = ()
    live: tuple[Broadcast, ...] = ()  # approved, sending or sent, still in force
    past: tuple[Broadcast, ...] = ()
    cases: tuple[Case, ...] = ()  # open ones of the area, and own ones
    colleagues: tuple[Officer, ...] = ()
    to_review: tuple[Broadcast, ...] = ()  # sent alone and not yet looked at


@dataclass(frozen=True, slots=True)
class Mine:
    """One notice that was sent to this person, or shown to them after it was sent to others."""

    code: str
    notice: Notice
    state: str
    arrived: bool  # False: they could not be reached when it was sent
    answer: str = ""  # read | help, the last one


@dataclass(frozen=True, slots=True)
class NoticesGiven:
    """The answers to the needs above; what nobody asked for is empty."""

    binding: Officer | None = None
    notice: Seen | None = None
    desk: Desk | None = None
    reach: Mapping[str, int] = field(default_factory=dict)  # persons by channel
    mine: tuple[Mine, ...] = ()
    case: Case | None = None
