"""Which place somebody means by what they wrote: with or without marks and "xã", old name or new, slightly mistyped."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic

from bot.areas.former import Former
from bot.areas.names import Lead, Match, Unit, all_leads, district_leads, leads, province_names
from bot.areas.units import Commune, Kind, Province, province, short_forms
from bot.vietnamese.closest import nearest
from bot.vietnamese.fold import has_tone_marks
from bot.vietnamese.place import WrittenPlace, key, read_place, splits, squashed
from bot.vietnamese.spelling import dictionary_order

_LONGEST = 200  # letters of an address; whatever is longer is a message
_DISTRICTS = (Kind.DISTRICT, Kind.URBAN_DISTRICT, Kind.TOWN, Kind.CITY)


@dataclass(frozen=True, slots=True)
class Found(Generic[Unit]):
    """Every unit that may be meant, best first; `guessed` where nothing fits exactly and these are the nearest."""

    matches: tuple[Match[Unit], ...] = ()
    guessed: bool = False

    @property
    def only(self) -> Match[Unit] | None:
        """The match where there is exactly one and it is no guess."""
        return self.matches[0] if len(self.matches) == 1 and not self.guessed else None


def find_province(written: str) -> Found[Province]:
    """The provinces that may be meant, by a present name, a former name or a usual short form."""
    by_name = province_names()
    readings = read_place(written[:_LONGEST])
    for place in readings:
        if found := by_name.get(key(place.name)):
            return Found(found)
    names = list(by_name)
    near = nearest(key(readings[-1].name), names, whole=True) if readings else []
    return Found(_unique(match for one in near for match in by_name[names[one.index]]), guessed=bool(near))


def find_commune(written: str, province_code: str | None = None) -> Found[Commune]:
    """The communes that may be meant, in one province where its code is given; "Tân Thành, Ngã Bảy" narrows."""
    if len(written) > _LONGEST:
        return Found()
    for look_up in (_by_name, _by_district):
        for name, within in splits(written):
            if found := _fitting(look_up, name, within, province_code):
                return Found(found)
    name, _, within = written.partition(",")
    near = (
        _near(name, within, province_code)
        or _fitting(_by_name, name, "", province_code)
        or (_near(name, "", province_code) if within else ())
    )
    return Found(near, guessed=bool(near))


_LookUp = Callable[[WrittenPlace], Iterable[Lead]]


def _by_name(place: WrittenPlace) -> Iterable[Lead]:
    """By a commune's name; a word like "huyện" in front asks for the district first."""
    asked = _by_district(place) if place.kind in _DISTRICTS else ()
    return asked or leads().get(key(place.name), ())


def _by_district(place: WrittenPlace) -> Iterable[Lead]:
    return district_leads().get(key(place.name), ())


def _fitting(look_up: _LookUp, name: str, within: str, province_code: str | None) -> tuple[Match[Commune], ...]:
    above = squashed(within)
    found = [
        (place, lead)
        for place in read_place(name)
        for lead in look_up(place)
        if _lies_in(lead.match, above, province_code)
    ]
    if has_tone_marks(name):
        found = _prefer(found, lambda place, lead: dictionary_order(place.name) == dictionary_order(lead.name))
    found = _prefer(found, lambda place, lead: place.kind == lead.kind)
    return _unique(lead.match for _, lead in found)


_Pairs = list[tuple[WrittenPlace, Lead]]


def _prefer(found: _Pairs, better: Callable[[WrittenPlace, Lead], bool]) -> _Pairs:
    return [pair for pair in found if better(*pair)] or found


def _lies_in(match: Match[Commune], above: frozenset[str], province_code: str | None) -> bool:
    """Whether it lies in the province, and what was written behind the name is its district, its province or both."""
    if province_code not in (None, match.unit.province_code):
        return False
    return above == _NOTHING or not above.isdisjoint(_above(match.unit.province_code, match.former))


_NOTHING = frozenset({""})


@lru_cache(maxsize=16_384)
def _above(province_code: str, former: Former | None) -> frozenset[str]:
    """The keys of what may be written behind a name: the former district, each name of the province, or both."""
    now = province(province_code)
    names = {now.name, *(short for short, name in short_forms() if name == now.name)} if now else set()
    names |= {former.province} if former else set()
    provinces = {key(name) for name in names}
    if not (former and former.district):
        return frozenset(provinces)
    district = key(former.district)
    return frozenset({district, *provinces, *(district + name for name in provinces)})


def _near(name: str, within: str, province_code: str | None) -> tuple[Match[Commune], ...]:
    readings = read_place(name)
    if not readings:
        return ()
    by_name = _named_in(squashed(within), province_code)
    names = list(by_name)
    near = nearest(readings[-1].name, names, whole=True)
    return _unique(match for one in near for match in by_name[names[one.index]])


@lru_cache(maxsize=8)  # nearly everybody names a commune alone; going through all names takes as long as comparing
def _named_in(above: frozenset[str], province_code: str | None) -> Mapping[str, list[Match[Commune]]]:
    """What lies there, by its names."""
    by_name: dict[str, list[Match[Commune]]] = defaultdict(list)
    for lead in all_leads():
        if _lies_in(lead.match, above, province_code):
            by_name[lead.name].append(lead.match)
    return by_name


def _unique(matches: Iterable[Match[Unit]]) -> tuple[Match[Unit], ...]:
    """Each unit once, by the first name that leads to it."""
    seen: dict[str, Match[Unit]] = {}
    for match in matches:
        seen.setdefault(match.unit.code, match)
    return tuple(seen.values())
