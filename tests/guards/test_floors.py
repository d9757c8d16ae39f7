"""The floors of ARCHITECTURE.md are kept."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.guards.sources import CODE, ROOT, pyproject

LINTER: dict[str, Any] = pyproject()["tool"]["importlinter"]
CONTRACTS: dict[str, dict[str, Any]] = {contract["id"]: contract for contract in LINTER["contracts"]}
ABOVE_LESSONS = "channels"  # the lowest floor that may use the broadcast engine


def test_every_contract_is_kept() -> None:
    """In a process of its own: the linter sets up logging and silences every logger there is."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_all_code_is_looked_at() -> None:
    assert LINTER["root_packages"] == list(CODE)
    assert LINTER["include_external_packages"] is True


@pytest.mark.parametrize(("contract", "container"), [("floors", "bot"), ("channels", "bot.channels")])
def test_every_new_module_must_take_a_floor(contract: str, container: str) -> None:
    floors = CONTRACTS[contract]
    assert floors["containers"] == [container]
    assert floors["exhaustive"] is True
    assert not floors.keys() & {"exhaustive_ignores", "ignore_imports"}


def test_broadcasts_stay_above_the_lessons() -> None:
    floors = [_rooms(floor) for floor in CONTRACTS["floors"]["layers"]]
    lowest = next(i for i, rooms in enumerate(floors) if ABOVE_LESSONS in rooms)
    below = {f"bot.{room}" for rooms in floors[lowest + 1 :] for room in rooms}
    assert below == set(CONTRACTS["broadcasts-above"]["source_modules"])


def _rooms(floor: str) -> list[str]:
    return [room.strip(" ()") for room in floor.replace(":", "|").split("|")]
