"""When Zalo lets messages through again, as people in Vietnam count their days."""

from datetime import datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
MORNING = 6  # o'clock: the end of the hours in which the official documentation closes some kinds of messages


def until_morning(now: datetime) -> float:
    """Seconds until the next 06:00."""
    return _until(now, MORNING)


def until_tomorrow(now: datetime) -> float:
    """Seconds until the next midnight, when a day's quota begins anew."""
    return _until(now, 0)


def _until(now: datetime, hour: int) -> float:
    here = now.astimezone(VIETNAM)
    today = here.replace(hour=hour, minute=0, second=0, microsecond=0)
    return ((today if today > here else today + timedelta(days=1)) - here).total_seconds()
