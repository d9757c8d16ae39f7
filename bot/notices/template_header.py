"""The lines at the head of a template and what may stand behind their names."""

import re
from datetime import timedelta

from bot.learning import header_values as values
from bot.learning.header_values import LONGEST_ID
from bot.learning.lesson_header import Field
from bot.learning.mistake_codes import MistakeCode
from bot.notices import template_names as names
from bot.notices.template import LONGEST_IN_FORCE, NOT_REVIEWED
from bot.notices.template_mistakes import TemplateMistake
from bot.vietnamese.fold import fold
from broadcasts.notice import Level

LONGEST_EVENT = 30
MOST_HOURS = int(LONGEST_IN_FORCE.total_seconds()) // 3600
_HOURS = re.compile(r"([0-9]{1,2}) ?(?:gio|tieng|h)")


def level(value: str) -> Level | None:
    """One of the three levels, however its marks are typed."""
    return next((one for one in Level if fold(one.value) == fold(value)), None)


def event(value: str) -> str | None:
    """A few words."""
    return value if any(map(str.isalpha, value)) and len(value) <= LONGEST_EVENT else None


def lasts(value: str) -> timedelta | None:
    """Whole hours: 12 giờ."""
    found = _HOURS.fullmatch(fold(value))
    return timedelta(hours=int(found[1])) if found and 1 <= int(found[1]) <= MOST_HOURS else None


ID = Field(names.ID, TemplateMistake.NO_ID, MistakeCode.BAD_ID, values.id_of, LONGEST_ID)
LEVEL = Field(names.LEVEL, TemplateMistake.NO_LEVEL, TemplateMistake.BAD_LEVEL, level)
EVENT = Field(names.EVENT, TemplateMistake.NO_EVENT, TemplateMistake.BAD_EVENT, event, LONGEST_EVENT)
LASTS = Field(names.LASTS, TemplateMistake.NO_HOURS, TemplateMistake.BAD_HOURS, lasts, MOST_HOURS)
SOURCES = Field(names.SOURCES, MistakeCode.NO_SOURCE, MistakeCode.BAD_SOURCE, values.sources)
# These two may be missing until somebody has signed for the words.
REVIEWER = Field(names.REVIEWER, None, MistakeCode.BAD_REVIEWER, values.reviewer, default="")
REVIEWED = Field(names.REVIEWED, None, MistakeCode.BAD_REVIEW_DATE, values.day, default=NOT_REVIEWED)
FIELDS = (ID, LEVEL, EVENT, LASTS, SOURCES, REVIEWER, REVIEWED)
