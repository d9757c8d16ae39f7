import pytest

from bot.advice.knowledge import Knowledge
from bot.advice.known import Known
from tests.advice.shipped import desk


@pytest.fixture(scope="session")
def known() -> Known:
    """What the check knows from the shipped lessons."""
    shipped = desk()
    return Known(shipped.directory, Knowledge(scams=shipped.knowledge.scams))
