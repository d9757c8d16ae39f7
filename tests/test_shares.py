"""Tests that share something costly are one share; what takes longest comes first."""

import pytest

from tests.guards.sources import ROOT
from tests.shares import TOGETHER, share_of, turn_of


@pytest.mark.parametrize("path", [path for paths in TOGETHER.values() for path in paths])
def test_what_stands_together_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_what_shares_something_costly_is_one_share() -> None:
    assert share_of("tests/browser/test_real.py") == share_of("tests/browser/console/test_sights.py") == "browser"


def test_everything_else_is_a_share_for_each_file() -> None:
    assert share_of("tests/test_due.py") == "tests/test_due.py"


def test_what_takes_longest_comes_first() -> None:
    first, *_, last = TOGETHER.values()
    turns = [turn_of(f"{path}test_any.py") for path in (first[0], last[0], "tests/")]
    assert turns == sorted(set(turns))
