"""Every name that leads to a present province or commune: its own, a former one, a district's, a short form."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from bot.areas.former import Former, former_communes, former_provinces
from bot.areas.units import Commune, Kind, Province, communes, provinces, short_forms
from bot.vietnamese.place import key
from bot.vietnamese.spelling import dictionary_order

Unit = TypeVar("Unit", Province, Commune)


@dataclass(frozen=True, slots=True)
class Match(Generic[Unit]):
    """A present unit, and the former one whose name it was found by; None where it was found by its own."""

    unit: Unit
    former: Former | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """A name that leads to a commune: its own, that of a former commune, or of a former district it lay in."""

    kind: Kind
    name: str
    match: Match[Commune]


@cache
def province_names() -> dict[str, tuple[Match[Province], ...]]:
    """By key: the present name before a former one, that before a short form."""
    by_code = {one.code: one for one in provinces()}
    index: dict[str, tuple[Match[Province], ...]] = {key(one.name): (Match(one),) for one in provinces()}
    for merged in former_provinces():
        index.setdefault(key(merged.former.name), tuple(Match(by_code[code], merged.former) for code in merged.now))
    short: dict[str, tuple[Match[Province], ...]] = defaultdict(tuple)
    for written, name in short_forms():
        short[key(written)] += index[key(name)]
    return short | index


@cache
def all_leads() -> tuple[Lead, ...]:
    """Every commune by its present name, then by every former one."""
    own = (Lead(one.kind, one.name, Match(one)) for one in communes().values())
    return (*own, *_former_leads())


def _former_leads() -> Iterator[Lead]:
    for merged in former_communes():
        for code in merged.now:
            yield Lead(merged.former.kind, merged.former.name, Match(communes()[code], merged.former))


@cache
def leads() -> dict[str, list[Lead]]:
    """The same by key."""
    index: dict[str, list[Lead]] = defaultdict(list)
    for lead in all_leads():
        index[key(lead.name)].append(lead)
    return dict(index)


@cache
def district_leads() -> dict[str, list[Lead]]:
    """By the key of a former district: the communes its communes went to, the one of the same name first."""
    index: dict[str, dict[Lead, None]] = defaultdict(dict)
    for merged in former_communes():
        if district := merged.district:
            for code in merged.now:
                index[key(district.name)][Lead(district.kind, district.name, Match(communes()[code], district))] = None
    return {name: sorted(leads, key=_by_likeness) for name, leads in index.items()}


def _by_likeness(lead: Lead) -> tuple[bool, object]:
    unit = lead.match.unit
    return key(unit.name) != key(lead.name), dictionary_order(unit.name)
