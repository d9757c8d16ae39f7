"""A span of time over which things are counted, and what is found in it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Self

from bot.vietnamese.moments import VIETNAM

Found = tuple[str, str, int]
"""A commune's or province's code ("" where no place is known), the name of a figure, by how much it grows."""


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment to just before another one."""

    begins: datetime
    ends: datetime

    @classmethod
    def of_day(cls, day: date) -> Self:
        """The whole day, Vietnam's."""
        begins = datetime.combine(day, time(), VIETNAM)
        return cls(begins, begins + timedelta(days=1))

    @property
    def given(self) -> dict[str, datetime]:
        """As the statements ask for it."""
        return {"begins": self.begins, "ends": self.ends}


def day_of(moment: datetime) -> date:
    """Vietnam's date at this moment."""
    return moment.astimezone(VIETNAM).date()
