"""What is shipped, read once for all tests of one process: nothing of it can be changed."""

from functools import cache

from bot.advice.known import Known
from bot.advice.shipped import read_desk
from tests.guards.sources import ROOT


@cache
def desk() -> Known:
    """Everything that the check and the answers know."""
    return read_desk(ROOT / "lessons")
