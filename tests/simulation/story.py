"""How a world went, for whoever must understand why a promise was not kept in it."""

from collections.abc import Iterable

from tests.simulation.rules import Event
from tests.simulation.world import Outcome


def shortest(broken: Iterable[Outcome]) -> str:
    """The story that is told in the fewest lines, and the seeds of all others."""
    by_length = sorted(broken, key=lambda outcome: (len(_until_broken(outcome)), outcome.seed))
    if not by_length:
        return ""
    seeds = ", ".join(str(outcome.seed) for outcome in by_length[1:])
    return "\n".join([_told(by_length[0]), *([f"also broken: {seeds}"] if seeds else [])])


def _told(outcome: Outcome) -> str:
    events = [f"{at:9.2f} s  {' '.join(map(str, event))}" for at, *event in _until_broken(outcome)]
    breaches = [f"{breach.at:9.2f} s  {breach.rule.name}: {breach.what}" for breach in outcome.breaches]
    return "\n".join(["", f"CAMTAY_SEEDS={outcome.seed}-{outcome.seed}", *events, "what was not kept:", *breaches])


def _until_broken(outcome: Outcome) -> list[Event]:
    first = min(breach.at for breach in outcome.breaches)
    return [event for event in outcome.trace if event[0] <= first]
