"""The beginning that all worlds of one process of the tests share."""

from collections.abc import Iterator

import pytest

from tests.simulation.world import Beginning


@pytest.fixture(scope="session")
def beginning() -> Iterator[Beginning]:
    """A database with tables and officers; what a world writes into it is undone."""
    made = Beginning()
    yield made
    made.close()
