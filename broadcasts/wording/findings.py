"""One broken rule in one notice."""

from dataclasses import dataclass

from broadcasts.wording.codes import Code, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """Which rule, in which field of the notice, and what fills the sentence that says so."""

    code: Code
    severity: Severity
    field: str
    values: tuple[tuple[str, str], ...] = ()


LONGEST_VALUE = 80  # of what a sentence quotes from the notice, so that it stays readable


def found(code: Code, field: str, **values: object) -> Finding:
    """The finding of this rule, as severe as the rule is; the values become text on one line."""
    return Finding(code, code.severity, field, tuple((name, _short(str(value))) for name, value in values.items()))


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1] + "…"
