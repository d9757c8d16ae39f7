"""The hours in which officers are called about what is not urgent."""

from datetime import datetime, time, timedelta

from bot.storage.people.contacts import VIETNAM

BEGINS, ENDS = time(7), time(20)


def in_the_day(moment: datetime) -> datetime:
    """The moment itself, or the morning after it where it lies in the night."""
    local = moment.astimezone(VIETNAM)
    if BEGINS <= local.time() < ENDS:
        return moment
    morning = datetime.combine(local.date(), BEGINS, VIETNAM)
    return morning if local < morning else morning + timedelta(days=1)
