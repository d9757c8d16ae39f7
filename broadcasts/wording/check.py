"""All rules over one notice. Pure: the same notice at the same moment is always judged alike."""

from collections.abc import Iterable
from datetime import datetime
from itertools import chain

from broadcasts.notice import Notice
from broadcasts.wording import how_long, how_written, real_or_drill, what, when, where, who
from broadcasts.wording.case import Case, Rule
from broadcasts.wording.facts import TextFacts
from broadcasts.wording.findings import Finding

_RULES: tuple[Rule, ...] = (
    *who.RULES,
    *what.RULES,
    *where.RULES,
    *when.RULES,
    *how_long.RULES,
    *real_or_drill.RULES,
    *how_written.RULES,
)


def check(
    notice: Notice, facts: TextFacts, now: datetime, officer_areas: Iterable[str] | None = None
) -> tuple[Finding, ...]:
    """Everything that is wrong with the notice, each once; `officer_areas` are codes, None skips the officer's area."""
    case = Case(notice, facts, now, None if officer_areas is None else frozenset(officer_areas))
    return tuple(dict.fromkeys(chain.from_iterable(rule(case) for rule in _RULES)))
