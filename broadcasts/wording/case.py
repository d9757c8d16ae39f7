"""What every rule looks at: the notice, the facts about its text, the moment, and where its officer may speak."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from broadcasts.notice import Notice
from broadcasts.wording.facts import TextFacts
from broadcasts.wording.findings import Finding

TEXTS = ("headline", "description", "instruction")  # what people read as sentences
WRITTEN = ("office", "event", *TEXTS, "place", "contact", "web")  # everything that somebody typed


@dataclass(frozen=True, slots=True)
class Case:
    """One notice to be judged; `officer_areas` are codes, None where nobody's area is known."""

    notice: Notice
    facts: TextFacts
    now: datetime
    officer_areas: frozenset[str] | None = None

    def texts(self) -> Iterator[tuple[str, str]]:
        """The sentences that people read, by field."""
        return ((field, getattr(self.notice, field)) for field in TEXTS)

    def written(self) -> Iterator[tuple[str, str]]:
        """Everything that was typed, by field."""
        return ((field, getattr(self.notice, field)) for field in WRITTEN)


Rule = Callable[[Case], Iterator[Finding]]
