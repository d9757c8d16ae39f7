"""The floors of ARCHITECTURE.md are kept."""

from typing import Any

import pytest
from importlinter.cli import lint_imports

from tests.guards.sources import CODE, ROOT, pyproject

LINTER: dict[str, Any] = pyproject()["tool"]["importlinter"]
CONTRACTS: dict[str, dict[str, Any]] = {contract["id"]: contract for contract in LINTER["contracts"]}
ABOVE_LESSONS = "channels"  # the lowest floor that may use the broadcast engine


@pytest.mark.parametrize("contract", CONTRACTS)
def test_contract_is_kept(contract: str, capsys: pytest.CaptureFixture[str]) -> None:
    failed = lint_imports(str(ROOT / "pyproject.toml"), (contract,), no_cache=True, no_logo=True)
    assert not failed, capsys.readouterr().out


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
