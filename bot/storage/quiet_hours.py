"""The hours in which a person is not written to about what can wait."""

from datetime import datetime, time, timedelta

from bot.storage.people.contacts import VIETNAM


def quiet_until(begins: time, ends: time, now: datetime) -> datetime | None:
    """When the quiet hours that hold now are over; None where none hold. They may run over midnight."""
    local = now.astimezone(VIETNAM)
    hour = local.time()
    quiet = begins <= hour < ends if begins <= ends else hour >= begins or hour < ends
    if not quiet:
        return None
    over = datetime.combine(local.date(), ends, VIETNAM)
    return over if over > local else over + timedelta(days=1)
