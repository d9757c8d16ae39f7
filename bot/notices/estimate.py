"""How long sending takes and what it costs, told before anything leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

# Messages a second that a network permits one account. Telegram: about 30 to different people without being asked to
# pay (Bots FAQ); what is not named here is not limited.
RATES: Mapping[str, float] = {"telegram": 30.0}


@dataclass(frozen=True, slots=True)
class Tariff:
    """By channel: messages a second, and đồng for one message where it is paid for."""

    rates: Mapping[str, float] = field(default_factory=lambda: RATES)
    prices: Mapping[str, float] = field(default_factory=dict)


def duration(reach: Mapping[str, int], rates: Mapping[str, float]) -> timedelta:
    """Until the last person has it; channels send side by side. `reach` is persons by channel."""
    seconds = (people / rates[channel] for channel, people in reach.items() if rates.get(channel))
    return timedelta(seconds=max(seconds, default=0.0))


def price(reach: Mapping[str, int], prices: Mapping[str, float]) -> float:
    """In đồng; `prices` are for one message by channel."""
    return sum(people * prices.get(channel, 0.0) for channel, people in reach.items())
