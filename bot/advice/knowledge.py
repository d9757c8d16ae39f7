"""What administrators have written about scams and questions, as the check and the answers read it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ScamType:
    """One way to cheat people; `code` is that of `lessons/dang-lua-dao.csv`, `id` the name of its file."""

    code: str
    id: str
    title: str
    audiences: frozenset[str]
    why: str  # in one breath, why it is a trick; empty where nobody has written it
    signs: tuple[str, ...]
    phrases: tuple[str, ...]  # as such people say it, in our own words
    now: tuple[str, ...]  # what to do before anything is lost, the first step first
    lost: tuple[str, ...]  # what to do after money, a code or a phone was given away
    lesson: str | None  # the code of the lesson about it
    source: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One approved answer: its question, other ways to ask it, and the words for each audience."""

    id: str
    question: str
    ways: tuple[str, ...]
    reply: str
    elder: str  # the reply for elders; empty where the general one serves
    child: str
    topic: str
    lesson: str | None
    owner: str
    reviewed: date
    source: str
    recording: str = ""  # the file of the reply read aloud, below the lessons folder; "" for none
    elder_recording: str = ""
    child_recording: str = ""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that was read from `lessons/lua-dao` and `lessons/hoi-dap`."""

    scams: tuple[ScamType, ...] = ()
    answers: tuple[Answer, ...] = ()

    def scam(self, code: str) -> ScamType | None:
        """The scam type of this code."""
        return next((one for one in self.scams if one.code == code), None)
