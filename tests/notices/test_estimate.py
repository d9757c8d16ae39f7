"""How long sending takes and what it costs."""

from datetime import timedelta

import pytest

from bot.notices.estimate import RATES, duration, price


@pytest.mark.parametrize(
    ("reach", "seconds"),
    [
        ({}, 0),
        ({"web": 5000}, 0),  # nobody limits our own page
        ({"telegram": 30}, 1),
        ({"telegram": 1000}, 33.3),  # 1,000 people: 40 s
        ({"telegram": 100_000, "web": 9}, 3333.3),  # 100,000 people: 56 min
    ],
)
def test_sending_takes_as_long_as_the_network_allows(reach: dict[str, int], seconds: float) -> None:
    assert duration(reach, RATES).total_seconds() == pytest.approx(seconds, abs=0.1)


def test_channels_send_side_by_side() -> None:
    assert duration({"one": 10, "other": 100}, {"one": 1, "other": 1}) == timedelta(seconds=100)


def test_only_what_is_paid_for_costs() -> None:
    assert price({"telegram": 1000, "zalo_oa": 10}, {"zalo_oa": 200}) == 2000
    assert price({"telegram": 1000}, {}) == 0
