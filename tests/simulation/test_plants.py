"""Every mistake that was planted shows: the simulation can fail."""

import pytest

from tests.simulation import plants_in_delivery, plants_in_rules
from tests.simulation.planting import Plant
from tests.simulation.rules import Rule
from tests.simulation.world import Beginning, play

PLANTS = {
    name: found
    for module in (plants_in_rules, plants_in_delivery)
    for name, found in vars(module).items()
    if isinstance(found, Plant)
}
ENOUGH = 250  # worlds within which a planted mistake must show


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_mistake_shows(beginning: Beginning, name: str) -> None:
    plant = PLANTS[name]
    with plant.planted():
        found = (breach.rule for seed in (plant.seed, *range(ENOUGH)) for breach in play(beginning, seed).breaches)
        assert plant.rule in found


def test_a_mistake_is_planted_for_every_promise() -> None:
    assert {plant.rule for plant in PLANTS.values()} == set(Rule)
