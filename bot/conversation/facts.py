"""What a turn wants kept, and what it needs to know first; storage reads and writes these and nothing else."""

from dataclasses import dataclass, field
from datetime import datetime, time
from enum import Enum

from bot.conversation.notice_facts import NoticeFact, NoticeNeeds, NoticesGiven
from bot.conversation.question_facts import QuestionFact, QuestionNeeds, QuestionsGiven
from bot.learning.lesson import Audience, Lesson
from bot.learning.progress import Progress
from broadcasts.governance import Denial
from broadcasts.officer import Officer


class Stop(Enum):
    """What a person no longer wants to get; answers to their own messages always come."""

    NOTHING = "nothing"  # everything comes
    ORDINARY = "ordinary"  # no lessons, reminders or ordinary notices; khẩn cấp still comes
    ALL = "all"  # nothing but answers


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From when until when, local time, ordinary messages wait; may run over midnight."""

    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class Person:
    """Who is talking, as far as a scene may know. `contact` is a random id, None for somebody who only looks."""

    contact: str | None = None
    audience: Audience | None = None
    language: str = "vi"
    areas: tuple[str, ...] = ()  # commune codes, at most three, the own one first
    quiet: QuietHours | None = None
    stop: Stop = Stop.NOTHING
    officer: Officer | None = None  # whose account is used from this address


@dataclass(frozen=True, slots=True)
class Joined:
    """Consent was given to a text: from now on a contact is kept. Refused where there is one already."""

    audience: Audience
    language: str
    areas: tuple[str, ...]
    consent: str  # version of the text that was shown
    text_hash: str  # SHA-256 of that text as shown, 16 hexadecimal digits
    by_parent: bool


@dataclass(frozen=True, slots=True)
class Consented:
    """A contact, or a parent for it, agreed once more; fields as in Joined."""

    consent: str
    text_hash: str
    by_parent: bool


@dataclass(frozen=True, slots=True)
class AudienceChosen:
    audience: Audience


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    language: str


@dataclass(frozen=True, slots=True)
class AreasFollowed:
    """All communes that are followed now, the own one first; refused above three."""

    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuietHoursChosen:
    quiet: QuietHours | None


@dataclass(frozen=True, slots=True)
class StopChosen:
    stop: Stop


@dataclass(frozen=True, slots=True)
class CardReached:
    """The reader is at this card (from 0) of a lesson's version; the first one starts the lesson."""

    lesson: str
    version: str
    card: int


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """One answer to one question; the same `attempt` (counted within the quiz, from 0) is counted once."""

    lesson: str
    version: str
    run: str  # random-looking name of this run through the quiz
    attempt: int
    question: int
    answer: int
    right: bool
    first: bool  # the first try at this question in this run


@dataclass(frozen=True, slots=True)
class LessonFinished:
    lesson: str
    version: str
    right: int  # right at the first try
    asked: int


@dataclass(frozen=True, slots=True)
class DataShown:
    """The person asked to see what is held; logged as a request that was answered at once."""


@dataclass(frozen=True, slots=True)
class Erased:
    """The person asked twice to be forgotten: everything but the proof of consent and of this request goes."""


@dataclass(frozen=True, slots=True)
class Left:
    """The person has blocked the bot at this address: nothing more is sent there."""


@dataclass(frozen=True, slots=True)
class Returned:
    """The person can be written to again at this address."""


@dataclass(frozen=True, slots=True)
class LinkAsked:
    """The person wants a code, to be known as the same one elsewhere."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A code from elsewhere was typed and agreed to; refused where it is unknown or too old."""

    code: str


@dataclass(frozen=True, slots=True)
class Parted:
    """This address no longer belongs to the person, who stays known at the others."""


Fact = (
    Joined
    | Consented
    | AudienceChosen
    | LanguageChosen
    | AreasFollowed
    | QuietHoursChosen
    | StopChosen
    | CardReached
    | QuestionAnswered
    | LessonFinished
    | DataShown
    | Erased
    | Left
    | Returned
    | LinkAsked
    | Linked
    | Parted
    | NoticeFact
    | QuestionFact
)


class Why(Enum):
    """Why a fact was refused when it was written."""

    ALREADY = "already"  # it was done before
    TOO_MANY = "too many"
    NOBODY = "nobody"  # there is no contact to keep it for; a scene need not care
    UNKNOWN = "unknown"  # no such code, notice or case, or no longer


@dataclass(frozen=True, slots=True)
class Refusal:
    """A fact that was not kept: data for the next screen."""

    fact: Fact
    why: Why | Denial


@dataclass(frozen=True, slots=True)
class ProgressNeed:
    """All that this person has learnt."""


@dataclass(frozen=True, slots=True)
class LessonNeed:
    """One version of a lesson, also when the file has changed since."""

    version: str


@dataclass(frozen=True, slots=True)
class HeldNeed:
    """Everything that is kept about this person."""


@dataclass(frozen=True, slots=True)
class LinkNeed:
    """Where else this person is known, and the code that would link one more place."""


Need = ProgressNeed | LessonNeed | HeldNeed | LinkNeed | NoticeNeeds | QuestionNeeds


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One thing that is kept about a person: in which table, since when, and what."""

    table: str
    since: datetime | None
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Given:
    """The answers to needs; what nobody asked for is empty."""

    progress: Progress | None = None
    lesson: Lesson | None = None
    held: tuple[HeldRow, ...] = ()
    link: str = ""  # the code that holds now
    places: tuple[str, ...] = ()  # channels on which the person is known
    notices: NoticesGiven = field(default_factory=NoticesGiven)
    questions: QuestionsGiven = field(default_factory=QuestionsGiven)
