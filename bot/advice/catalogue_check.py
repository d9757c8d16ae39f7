"""Checking the catalogue of scams before it is taken up, for whoever writes it."""

from datetime import date
from pathlib import Path

from bot.advice.catalogue import read_catalogue
from bot.advice.room_check import RoomReport, RoomRules, check_room
from bot.advice.scam_mistakes import ScamMistake
from bot.advice.scam_names import LESSON

_RULES = RoomRules(
    read=read_catalogue,
    reviewed=lambda written: written.reviewed,
    lesson=lambda written: written.scam.lesson,
    lesson_line=LESSON,
    review_over=ScamMistake.REVIEW_OVER,
    unknown_lesson=ScamMistake.UNKNOWN_LESSON,
)


def check_catalogue(path: Path, today: date) -> RoomReport:
    """How many scam types below the path are good, and every mistake there; never raises."""
    return check_room(path, today, _RULES)
