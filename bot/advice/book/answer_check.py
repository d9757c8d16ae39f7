"""Checking the answers before they are taken up, for whoever writes them."""

from datetime import date
from pathlib import Path

from bot.advice.book.answer_book import read_answers
from bot.advice.book.answer_mistakes import AnswerMistake
from bot.advice.book.answer_names import LESSON
from bot.advice.knowledge import Answer
from bot.advice.room_check import RoomReport, RoomRules, check_room

_RULES = RoomRules[Answer](
    read=read_answers,
    reviewed=lambda answer: answer.reviewed,
    lesson=lambda answer: answer.lesson,
    lesson_line=LESSON,
    review_over=AnswerMistake.REVIEW_OVER,
    unknown_lesson=AnswerMistake.UNKNOWN_LESSON,
)


def check_answers(path: Path, today: date) -> RoomReport:
    """The report for the whole lessons folder, or one file of its answers; never raises."""
    return check_room(path, today, _RULES)
