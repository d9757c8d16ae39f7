"""What the check knows from the lessons folder alone, without a database."""

from pathlib import Path

from bot.advice.catalogue import read_catalogue
from bot.advice.knowledge import Knowledge
from bot.advice.knowledge_watch import read_knowledge
from bot.advice.known import Known
from bot.directory import read_directory
from bot.learning.lesson_folder import DIRECTORY


def read_known(lessons: Path) -> Known:
    """From the lessons folder; what cannot be read there is left out, its own check tells of it."""
    scams = tuple(written.scam for written in read_catalogue(lessons).things)
    return Known(read_directory(lessons / DIRECTORY), Knowledge(scams=scams))


def read_desk(lessons: Path) -> Known:
    """The same with the answers, which take about two seconds more."""
    return Known(read_directory(lessons / DIRECTORY), read_knowledge(lessons))
