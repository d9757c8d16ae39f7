"""Two thousand worlds, in which every promise is kept."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.simulation.story import shortest
from tests.simulation.world import Beginning, play

FIRST, LAST = map(int, os.environ.get("CAMTAY_SEEDS", "0-1999").split("-"))
ROOT = Path(__file__).parents[2]
TOGETHER = 25  # seeds in one test, so that several processes can share them
ELSEWHERE = """
from tests.simulation.test_worlds import Beginning, printed
print(printed(Beginning(through=lambda connection: connection)))
"""


@pytest.mark.parametrize("first", range(FIRST, LAST + 1, TOGETHER))
def test_every_promise_is_kept_in_every_world(beginning: Beginning, first: int) -> None:
    outcomes = (play(beginning, seed) for seed in range(first, min(first + TOGETHER, LAST + 1)))
    story = shortest(outcome for outcome in outcomes if outcome.breaches)
    assert not story, story


def printed(beginning: Beginning) -> str:
    """A fingerprint of some worlds."""
    return sha256(repr([play(beginning, seed).trace for seed in range(5)]).encode()).hexdigest()


def test_a_seed_is_the_same_world_again_and_elsewhere(beginning: Beginning) -> None:
    """Nothing hangs on the order of sets, which is another one in every process, nor on the short cut to SQLite."""
    elsewhere = subprocess.run([sys.executable, "-c", ELSEWHERE], cwd=ROOT, capture_output=True, check=True, text=True)
    assert elsewhere.stdout.strip() == printed(beginning)
