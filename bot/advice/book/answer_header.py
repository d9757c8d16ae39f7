"""The lines at the head of an answer and what may stand behind their names."""

from bot.advice.book import answer_names as names
from bot.advice.book.answer_mistakes import AnswerMistake
from bot.learning import header_values as values
from bot.learning.header_values import LONGEST_ID
from bot.learning.lesson_header import Field
from bot.learning.mistake_codes import MistakeCode


def topic(value: str) -> str | None:
    """One topic, a few words."""
    found = values.short_words(value)
    return found[0] if found and len(found) == 1 else None


ID = Field(names.ID, AnswerMistake.NO_ID, MistakeCode.BAD_ID, values.id_of, LONGEST_ID)
TOPIC = Field(names.TOPIC, AnswerMistake.NO_TOPIC, AnswerMistake.BAD_TOPIC, topic)
SOURCES = Field(names.SOURCES, MistakeCode.NO_SOURCE, MistakeCode.BAD_SOURCE, values.sources)
OWNER = Field(names.OWNER, AnswerMistake.NO_OWNER, AnswerMistake.BAD_OWNER, values.reviewer)
REVIEWED = Field(names.REVIEWED, MistakeCode.NO_REVIEW_DATE, MistakeCode.BAD_REVIEW_DATE, values.day)
LESSON = Field(names.LESSON, None, MistakeCode.BAD_ID, values.id_of, LONGEST_ID, default="")
FIELDS = (ID, TOPIC, SOURCES, OWNER, REVIEWED, LESSON)
