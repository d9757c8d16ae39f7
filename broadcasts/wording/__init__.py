"""The wording rules: what a notice must say before it can leave, and what whoever approves it has to look at."""

from broadcasts.wording.check import check
from broadcasts.wording.codes import Code, Severity
from broadcasts.wording.facts import (
    Action,
    Area,
    AreaState,
    HardWord,
    Link,
    Number,
    Office,
    Said,
    Sense,
    Sentence,
    TextFacts,
    Trust,
)
from broadcasts.wording.findings import Finding, found

__all__ = [
    "Action",
    "Area",
    "AreaState",
    "Code",
    "Finding",
    "HardWord",
    "Link",
    "Number",
    "Office",
    "Said",
    "Sense",
    "Sentence",
    "Severity",
    "TextFacts",
    "Trust",
    "check",
    "found",
]
