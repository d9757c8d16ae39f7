"""What turns about people's own questions want kept, and what they need to know first."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.conversation.notice_facts import Note

MOST_OPEN = 3  # questions of one person that wait for an answer


class Asked(Enum):
    """What was handed to officers."""

    QUESTION = "question"  # nobody knew an answer, or the answer did not help
    FORWARD = "forward"  # a message of which the check could not be sure


class QuestionState(Enum):
    WAITING = "waiting"
    TAKEN = "taken"  # it has an owner
    ANSWERED = "answered"
    CLOSED = "closed"  # without an answer


class QuestionMove(Enum):
    """What an officer does with it, but for answering."""

    TAKE = "take"  # refused where a colleague was first
    RAISE = "raise"  # to the province
    CLOSE = "close"


class NoAnswer(Enum):
    """Why a question is closed without an answer."""

    UNCLEAR = "unclear"
    ELSEWHERE = "elsewhere"  # another office's business
    IN_PERSON = "in person"  # it concerns one person's papers
    NOT_OURS = "not ours"  # what nobody here may answer


@dataclass(frozen=True, slots=True)
class Question:
    """One question as its asker and the officers see it. `words` were redacted before anybody else saw them."""

    id: str
    kind: Asked
    words: str
    area: str  # a commune's code; "" where it is not known
    audience: str
    near: str  # the answer or the kind of scam that was nearest, "" for none
    state: QuestionState
    asked_at: datetime
    owner: str | None = None
    owner_name: str = ""
    answer: str = ""
    draft: str = ""  # of an approved answer: "" none | waiting | approved | dropped
    taken_at: datetime | None = None
    answered_at: datetime | None = None
    passed_at: datetime | None = None  # to the province
    helped: bool | None = None  # as its asker has said


@dataclass(frozen=True, slots=True)
class HandedOn:
    """A question goes to the officers; refused above MOST_OPEN, and where the same one waits already."""

    id: str
    kind: Asked
    words: str
    area: str
    audience: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class QuestionMoved:
    """The officer at this address takes a question, passes it on or closes it."""

    question: str
    move: QuestionMove
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Replied:
    """The officer who has taken a question answers it."""

    question: str
    words: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Rated:
    """Whether what was shown has helped. `question` is the own one that an officer has answered, "" for none."""

    source: str  # the answer's or scam type's id
    helped: bool
    question: str = ""


@dataclass(frozen=True, slots=True)
class Sighted:
    """A message was judged; nothing of its words is in here.

    `new_kind` and `new_likeness`: this conversation has shown none like it for as long as rises look back.
    """

    area: str
    verdict: str
    kind: str
    likeness: str
    new_kind: bool
    new_likeness: bool


QuestionFact = HandedOn | QuestionMoved | Replied | Rated | Sighted


@dataclass(frozen=True, slots=True)
class QuestionNeed:
    """One question: an officer's business, or the person's own."""

    question: str


@dataclass(frozen=True, slots=True)
class OwnAnswerNeed:
    """The person's own question that was answered lately and that they have not rated yet."""


@dataclass(frozen=True, slots=True)
class QuestionsNeed:
    """What waits on the desk of the officer at this address."""


QuestionNeeds = QuestionNeed | OwnAnswerNeed | QuestionsNeed


@dataclass(frozen=True, slots=True)
class QuestionsGiven:
    """The answers to the needs above; what nobody asked for is empty."""

    question: Question | None = None
    answered: Question | None = None  # the own one
    desk: tuple[Question, ...] = ()
