"""Where it holds: codes of today, inside the officer's own area, and the same places in the text."""

from collections.abc import Iterator

from broadcasts.wording.case import Case
from broadcasts.wording.codes import Code
from broadcasts.wording.facts import AreaState
from broadcasts.wording.findings import Finding, found

_STATES = {
    AreaState.UNKNOWN: Code.AREA_UNKNOWN,
    AreaState.FORMER: Code.AREA_FORMER,
    AreaState.AMBIGUOUS: Code.AREA_AMBIGUOUS,
}


def _areas(case: Case) -> Iterator[Finding]:
    if not case.facts.areas:
        yield found(Code.AREA_MISSING, "areas")
    for area in case.facts.areas:
        if code := _STATES.get(area.state):
            yield found(code, "areas", area=area.written)


def _officer(case: Case) -> Iterator[Finding]:
    """Never wider than the officer's own; a commune lies inside its province."""
    if case.officer_areas is None:
        return
    for area in case.facts.areas:
        if area.state is AreaState.KNOWN and case.officer_areas.isdisjoint((area.written, area.province)):
            yield found(Code.AREA_WIDER, "areas", area=area.name or area.written)


def _outside(case: Case) -> Iterator[Finding]:
    for said in case.facts.places_outside:
        yield found(Code.PLACE_OUTSIDE, said.field, place=said.words)


RULES = (_areas, _officer, _outside)
