"""Which province, which commune: typed in any way, or found in a list a few taps deep."""

from typing import Any

from bot.areas import Commune, Found, Match, Province, commune, find_commune, find_province, full_name
from bot.conversation.area_list import ask, beginning, units, which
from bot.conversation.facts import AreasFollowed
from bot.conversation.misses import missed
from bot.conversation.scenes.scene import Scene
from bot.conversation.visit import Move, Visit
from bot.messages import MOST_CHOICES, Paragraph, Screen, Tone
from bot.translations import mark

_NOT_FOUND = (
    mark("{Me} chưa tìm thấy tên đó. {You} gõ lại, hoặc chọn trong danh sách{polite}."),
    mark("Tên này {me} chưa biết. {You} thử gõ vài chữ đầu, hoặc chọn trong danh sách nhé."),
)


class Area(Scene):
    """Finds a commune.

    `place`: then (the scene that follows), asked (its place, where the answer is wanted there and nothing is followed),
    province, from and to (a part of the list), begins (the first letters of what is listed), found (what to choose
    from), name (a commune's name that waits for its province).
    """

    name = "area"

    def answer(self, visit: Visit, choice: str) -> Move:
        what, _, which = choice.partition(":")
        match what:
            case "province":
                return _province_chosen(visit, which)
            case "commune":
                return _chosen(visit, which)
            case "range":
                start, _, end = which.partition("-")
                return Move("area", {**_kept(visit), "from": int(start), "to": int(end)})
            case "skip":
                return Move(_then(visit)["then"], visit.place.get("asked", {}))
            case _:
                return Move("area", _then(visit))

    def hear(self, visit: Visit, text: str) -> Move | None:
        """A name, with or without tone marks, present or old, or its first letters."""
        chosen = visit.place.get("province")
        near: Found[Province] = find_province(text) if chosen is None else Found()
        if near.matches and not near.guessed:
            return _found(visit, near)
        communes = find_commune(text, chosen)
        if chosen is None and len(communes.matches) > MOST_CHOICES:
            return _which_province(visit, text, len(communes.matches))
        if communes.matches and not communes.guessed:
            return _found(visit, communes)
        if beginning(units(visit), text):
            return Move("area", {**_kept(visit), "begins": text})
        return _guessed(visit, near, communes)

    def show(self, visit: Visit) -> Screen:
        return which(visit) if visit.place.get("found") else ask(visit)


def _guessed(visit: Visit, near: Found[Province], communes: Found[Commune]) -> Move:
    """Nothing fits exactly: what comes nearest is offered."""
    if near.matches:
        return _found(visit, near)
    return _found(visit, communes) if communes.matches else missed(visit, _NOT_FOUND)


def _then(visit: Visit) -> dict[str, Any]:
    asked = visit.place.get("asked")
    return {"then": visit.place.get("then", "home")} | ({"asked": asked} if asked else {})


def _kept(visit: Visit) -> dict[str, Any]:
    """The place without what only one screen was about; a part of a list needs to know of which list."""
    kept = {name: visit.place[name] for name in ("province", "begins", "name") if name in visit.place}
    return {**_then(visit), **kept}


def _province_chosen(visit: Visit, code: str) -> Move:
    """On to its communes, or straight to the one whose name is already known."""
    name = visit.place.get("name")
    found: Found[Commune] = find_commune(name, code) if name else Found()
    if found.matches:
        return _found(visit, found)
    return Move("area", {**_then(visit), "province": code})


def _which_province(visit: Visit, name: str, count: int) -> Move:
    said = visit.plain("Cả nước có {n} nơi tên đó. {You} chọn tỉnh trước{polite}.", n=count)
    return Move("area", {**_then(visit), "name": name}, said=(said,))


def _found(visit: Visit, found: Found[Province] | Found[Commune]) -> Move:
    """One sure match is taken; of several none is chosen for the person."""
    only = found.only
    if only is None:
        several = [
            [f"{_what(match.unit)}:{match.unit.code}", str(match.former or "")]
            for match in found.matches[:MOST_CHOICES]
        ]
        return Move("area", {**_kept(visit), "found": several})
    said = _renamed(visit, only)
    if isinstance(only.unit, Province):
        return Move("area", {**_then(visit), "province": only.unit.code}, said)
    return _chosen(visit, only.unit.code, said)


def _what(unit: Province | Commune) -> str:
    return "province" if isinstance(unit, Province) else "commune"


def _renamed(visit: Visit, match: Match[Province] | Match[Commune]) -> tuple[Paragraph, ...]:
    """The new name, for whoever used the old one."""
    if match.former is None:
        return ()
    new = match.unit.titled if isinstance(match.unit, Province) else full_name(match.unit)
    old = str(match.former)
    return (visit.plain("{old} cũ nay là {new}.", old=old[:1].upper() + old[1:], new=new),)


def _chosen(visit: Visit, code: str, said: tuple[Paragraph, ...] = ()) -> Move:
    """The commune is followed; whoever only looks keeps it for this conversation."""
    area = commune(code)
    if area is None:
        return Move("area", _then(visit))
    if asked := visit.place.get("asked"):
        return Move(_then(visit)["then"], {**asked, "area": code}, said)
    told = visit.plain("{Me} đã ghi: {name}.", Tone.RIGHT, name=full_name(area))
    areas = tuple(dict.fromkeys((*visit.person.areas, code)))
    facts = (AreasFollowed(areas),) if visit.person.contact else ()
    return Move(_then(visit)["then"], said=(*said, told), facts=facts, changes={"area": code})
