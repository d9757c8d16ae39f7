"""What the wording rules find in a notice, as the officer who writes or approves it is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from bot.conversation.offices.notice_area import whole_area
from bot.conversation.visit import Visit
from bot.directory import Directory
from bot.learning.hard_words import HardWords
from bot.messages import Paragraph, Tone
from bot.notices.known import Known
from bot.notices.sentences import said_of
from bot.notices.text_facts import text_facts
from bot.translations import mark
from broadcasts.notice import Notice
from broadcasts.officer import Officer
from broadcasts.wording.check import check
from broadcasts.wording.codes import Severity
from broadcasts.wording.facts import TextFacts
from broadcasts.wording.findings import Finding

JUDGED = 32  # texts whose facts are remembered: one page asks for the same three again and again


@dataclass(frozen=True, slots=True, eq=False)
class _Tables:
    """The administrators' tables as they are now; read anew they are others."""

    directory: Directory
    hard_words: HardWords

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Tables):
            return NotImplemented
        return self.directory is other.directory and self.hard_words is other.hard_words

    def __hash__(self) -> int:
        return hash((id(self.directory), id(self.hard_words)))


def findings(visit: Visit, notice: Notice, officer: Officer) -> tuple[Finding, ...]:
    """Everything that is wrong with it now, errors first."""
    facts = _facts(notice, _Tables(visit.world.directory, visit.world.hard_words))
    found = check(notice, facts, visit.now, officer.areas | frozenset(whole_area(officer)))
    return (*errors(found), *warnings(found))


@lru_cache(maxsize=JUDGED)
def _facts(notice: Notice, tables: _Tables) -> TextFacts:
    return text_facts(notice, Known(tables.directory, tables.hard_words))


def errors(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Those that must be mended before it can be submitted."""
    return tuple(one for one in found if one.severity is Severity.ERROR)


def warnings(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Those that must be looked at and ticked."""
    return tuple(one for one in found if one.severity is Severity.WARNING)


def tick(found: Sequence[Finding]) -> str:
    """A name for exactly these warnings: others must be ticked anew; "" for none."""
    told = "\n".join(sorted(f"{one.code.value} {one.field} {one.values}" for one in warnings(found)))
    return sha256(told.encode()).hexdigest()[:12] if told else ""


def told(visit: Visit, found: Sequence[Finding]) -> tuple[Paragraph, ...]:
    """What to mend and what to look at, a line each."""
    return (*_told(visit, errors(found), must=True), *_told(visit, warnings(found), must=False))


def _told(visit: Visit, found: Sequence[Finding], *, must: bool) -> tuple[Paragraph, ...]:
    if not found:
        return ()
    head = mark("Phải sửa {n} chỗ trước khi gửi:") if must else mark("Có {n} điều cần xem lại:")
    lines = (f"– {said_of(one, visit.words)}" for one in found)
    return (Paragraph("\n".join((visit.say(head, n=len(found)), *lines)), Tone.WRONG if must else Tone.ACTION),)
