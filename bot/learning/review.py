"""When to ask the questions of a finished lesson again: retrieval on plain, spaced days keeps it best.

Latimier, Peyre, Ramus 2021 (29 studies): spacing helps much, g = 0.74, and growing gaps no more than even ones.
"""

from datetime import datetime, timedelta

AFTER = (timedelta(days=1), timedelta(days=7), timedelta(days=21))


def next_review(finished_at: datetime, reviews_done: int) -> datetime | None:
    """When the next review is due, counted from the day the lesson was finished; None when all are done."""
    return finished_at + AFTER[reviews_done] if 0 <= reviews_done < len(AFTER) else None


def due(finished_at: datetime, reviews_done: int, now: datetime) -> bool:
    """Whether a review is due now; late ones are never owed twice, each waits for the one before."""
    at = next_review(finished_at, reviews_done)
    return at is not None and at <= now
