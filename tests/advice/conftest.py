import pytest

from bot.advice.known import Known
from bot.advice.shipped import read_known
from tests.guards.sources import ROOT


@pytest.fixture(scope="session")
def known() -> Known:
    """What the check knows from the shipped lessons."""
    return read_known(ROOT / "lessons")
