"""Names of provinces and communes looked up exactly: nothing near, for a notice is meant for one place."""

from dataclasses import dataclass
from functools import lru_cache

from bot.areas import Kind, commune, full_name, province
from bot.areas.names import Lead, district_leads, leads, province_names
from bot.vietnamese.fold import has_tone_marks
from bot.vietnamese.place import WrittenPlace, key, read_place
from bot.vietnamese.spelling import dictionary_order

_DISTRICTS = frozenset({Kind.DISTRICT, Kind.URBAN_DISTRICT, Kind.TOWN})
_UPPER = frozenset({Kind.PROVINCE, Kind.CITY})
_STILL_SAID = frozenset({"hcm", "tphcm", "hcmc", "saigon", "hn", "hp", "daclac"})  # of provinces that have not changed


@dataclass(frozen=True, slots=True)
class Named:
    """The codes of today that a name leads to, and whether only as what it was before July 2025."""

    codes: frozenset[str] = frozenset()
    former: bool = False


NOBODY = Named()


@lru_cache(maxsize=4096)
def province_named(written: str) -> Named:
    """The province of this name, present before former; "TP.HCM" is still said, "Hà Tây" is not."""
    for place in reversed(read_place(written)):
        found = province_names().get(key(place.name), ())
        if found and place.kind in (None, Kind.PROVINCE, Kind.CITY):
            own = {match.unit.code for match in found if key(match.unit.name) == key(place.name)}
            said = key(place.name) in _STILL_SAID
            return Named(frozenset(own or {match.unit.code for match in found}), former=not (own or said))
    return NOBODY


@lru_cache(maxsize=4096)
def commune_named(written: str, province_code: str | None = None) -> Named:
    """The communes of this name, in one province where its code is given; of a former kind, what it became."""
    for place in reversed(read_place(written)):
        found = [lead for lead in _leads(place) if province_code in (None, lead.match.unit.province_code)]
        if has_tone_marks(written):
            exact = [lead for lead in found if dictionary_order(lead.name) == dictionary_order(place.name)]
            found = exact or found
        if found:
            return _named(place, found)
    return NOBODY


def _leads(place: WrittenPlace) -> list[Lead]:
    if place.kind in _DISTRICTS:
        return district_leads().get(key(place.name), [])
    if place.kind in _UPPER:  # a city within a province, until 2025
        return [lead for lead in district_leads().get(key(place.name), ()) if lead.kind is Kind.CITY]
    return leads().get(key(place.name), [])


def _named(place: WrittenPlace, found: list[Lead]) -> Named:
    """A present commune, unless what is written was another place: "phường Bến Nghé". A xã that became a phường of its
    own name is still the same place."""
    alike = {lead.match.unit.code for lead in found if lead.kind == place.kind}
    present = {lead.match.unit.code for lead in found if lead.match.former is None}
    meant = present & alike or (present if not alike or alike <= present else set())
    return Named(frozenset(meant or alike or {lead.match.unit.code for lead in found}), former=not meant)


def province_of(code: str) -> str:
    """The code of the province that this commune lies in, or of the province itself; empty for an unknown code."""
    if province(code):
        return code
    found = commune(code)
    return found.province_code if found else ""


def name_of(code: str) -> str:
    """The commune with its province, or the province, of today; empty for any other code."""
    lower, upper = commune(code), province(code)
    if lower:
        return full_name(lower)
    return upper.titled if upper else ""
