"""Of which areas an officer sees figures: their communes, and a province or the country where all of it is theirs."""

from collections.abc import Iterable

from bot.areas import commune, communes_of, province, provinces
from bot.areas.units import communes
from bot.storage.counting.figure_names import COUNTRY
from broadcasts.officer import Officer


def may_see(officer: Officer, area: str) -> bool:
    """Whether all of this area is the officer's."""
    inside = _communes(area)
    return bool(inside) and officer.areas.issuperset(inside)


def widest(officer: Officer) -> tuple[str, ...]:
    """The areas that hold all of the officer's communes, the fewest there are, by their codes."""
    if may_see(officer, COUNTRY):
        return (COUNTRY,)
    whole = [one.code for one in provinces() if may_see(officer, one.code)]
    covered = {inside for code in whole for inside in _communes(code)}
    return (*sorted(whole), *sorted(code for code in officer.areas if commune(code) and code not in covered))


def wider(officer: Officer, area: str) -> str:
    """The area one step above that the officer may see; "" where there is none."""
    known = commune(area)
    above = known.province_code if known else COUNTRY if province(area) else ""
    return above if above and may_see(officer, above) else ""


def _communes(area: str) -> Iterable[str]:
    if area == COUNTRY:
        return communes().keys()
    return [area] if commune(area) else [one.code for one in communes_of(area)]
