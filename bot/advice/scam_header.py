"""The lines at the head of a scam type and what may stand behind their names."""

from bot.advice import scam_names as names
from bot.advice.scam_mistakes import ScamMistake
from bot.learning import header_values as values
from bot.learning.header_values import LONGEST_ID
from bot.learning.lesson_header import Field
from bot.learning.mistake_codes import MistakeCode


def code(value: str) -> str | None:
    """One code, such as H14; whether the table has it is not asked here."""
    found = values.scam_codes(value)
    return found[0] if found and len(found) == 1 else None


ID = Field(names.ID, ScamMistake.NO_ID, MistakeCode.BAD_ID, values.id_of, LONGEST_ID)
CODE = Field(names.CODE, ScamMistake.NO_CODE, ScamMistake.BAD_CODE, code)
AUDIENCE = Field(names.AUDIENCE, ScamMistake.NO_AUDIENCE, MistakeCode.BAD_AUDIENCE, values.audiences)
SOURCES = Field(names.SOURCES, MistakeCode.NO_SOURCE, MistakeCode.BAD_SOURCE, values.sources)
REVIEWER = Field(names.REVIEWER, ScamMistake.NO_REVIEWER, MistakeCode.BAD_REVIEWER, values.reviewer)
REVIEWED = Field(names.REVIEWED, MistakeCode.NO_REVIEW_DATE, MistakeCode.BAD_REVIEW_DATE, values.day)
LESSON = Field(names.LESSON, None, MistakeCode.BAD_ID, values.id_of, LONGEST_ID, default="")
FIELDS = (ID, CODE, AUDIENCE, SOURCES, REVIEWER, REVIEWED, LESSON)
