"""What follows from one attempt: every outcome, as a table."""

from datetime import UTC, datetime, timedelta

import pytest

from broadcasts.delivery import (
    PAUSES,
    Again,
    Attempt,
    Drop,
    GiveUp,
    Hold,
    NextAddress,
    Outcome,
    Sent,
    Step,
    StopChannel,
    Uncertain,
    next_step,
)

NOW = datetime(2026, 11, 21, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    ("attempt", "attempts", "doubts", "urgent", "step"),
    [
        (Attempt(Outcome.SENT, ("7",)), 0, 0, False, Sent(("7",))),
        (Attempt(Outcome.THROTTLED, wait=17), 0, 0, True, Again(NOW + timedelta(seconds=17))),
        (Attempt(Outcome.UNAVAILABLE), 0, 0, True, Again(NOW + PAUSES[0])),
        (Attempt(Outcome.UNAVAILABLE), 4, 0, True, Again(NOW + PAUSES[4])),
        (Attempt(Outcome.UNAVAILABLE, why="502"), 5, 0, True, NextAddress("502")),
        (Attempt(Outcome.UNCERTAIN), 0, 0, True, Again(NOW)),
        (Attempt(Outcome.UNCERTAIN), 0, 1, True, Uncertain()),
        (Attempt(Outcome.UNCERTAIN), 0, 0, False, Uncertain()),
        (Attempt(Outcome.HELD), 0, 0, True, Hold(None)),
        (Attempt(Outcome.GONE, why="blocked"), 0, 0, True, NextAddress("blocked")),
        (Attempt(Outcome.REFUSED, why="too long"), 0, 0, True, GiveUp("too long")),
        (Attempt(Outcome.MISCONFIGURED, why="token"), 0, 0, True, StopChannel("token")),
        (Attempt(Outcome.UNWANTED), 0, 0, True, Drop()),
        (Attempt(Outcome.UNTRIED), 3, 1, False, Again(NOW)),
    ],
)
def test_every_outcome_has_one_step(attempt: Attempt, attempts: int, doubts: int, urgent: bool, step: Step) -> None:
    assert next_step(attempt, attempts, doubts, urgent, NOW) == step


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("attempts", range(8))
def test_nobody_is_tried_for_ever(outcome: Outcome, attempts: int) -> None:
    """After the last pause only what is no attempt at all comes again: a 429, and what was handed back."""
    step = next_step(Attempt(outcome), attempts, 2, True, NOW)
    untouched = outcome in (Outcome.THROTTLED, Outcome.UNTRIED)
    assert untouched or attempts < len(PAUSES) or not isinstance(step, Again)
