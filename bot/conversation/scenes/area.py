"""Which province, which commune: typed in any way, or found in a list a few taps deep."""

from collections.abc import Sequence

from bot.areas import (
    Commune,
    Found,
    Match,
    Province,
    commune,
    communes_of,
    find_commune,
    find_province,
    full_name,
    province,
    provinces,
)
from bot.conversation.facts import AreasFollowed
from bot.conversation.misses import missed
from bot.conversation.pages import ranges
from bot.conversation.scenes.scene import Scene
from bot.conversation.visit import Move, Visit
from bot.messages import BACK, MOST_CHOICES, Choice, Paragraph, Screen, Tone
from bot.translations import mark
from bot.vietnamese.fold import fold

_NOT_FOUND = (
    mark("{Me} chưa tìm thấy tên đó. {You} gõ lại, hoặc chọn trong danh sách{polite}."),
    mark("Tên này {me} chưa biết. {You} thử gõ vài chữ đầu, hoặc chọn trong danh sách nhé."),
)


class Area(Scene):
    """Finds a commune.

    `place`: then (the scene that follows), province, from and to (a part of the list), begins (the first letters of
    what is listed), found (what to choose from), name (a commune's name that waits for its province).
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
                return Move(_then(visit)["then"])
            case _:
                return Move("area", _then(visit))

    def hear(self, visit: Visit, text: str) -> Move | None:
        """A name, with or without tone marks, present or old, or its first letters."""
        chosen = visit.place.get("province")
        near = find_province(text) if chosen is None else Found[Province]()
        if near.matches and not near.guessed:
            return _found(visit, near)
        communes = find_commune(text, chosen)
        if chosen is None and len(communes.matches) > MOST_CHOICES:
            return _which_province(visit, text, len(communes.matches))
        if communes.matches and not communes.guessed:
            return _found(visit, communes)
        if _beginning(_units(visit), text):
            return Move("area", {**_kept(visit), "begins": text})
        return _guessed(visit, near, communes)

    def show(self, visit: Visit) -> Screen:
        chosen = province(visit.place.get("province", ""))
        if visit.place.get("found"):
            return _which(visit)
        return _list(visit, _ask_commune(visit, chosen) if chosen else _ask_province(visit))


def _guessed(visit: Visit, near: Found[Province], communes: Found[Commune]) -> Move:
    """Nothing fits exactly: what comes nearest is offered."""
    if near.matches:
        return _found(visit, near)
    return _found(visit, communes) if communes.matches else missed(visit, _NOT_FOUND)


def _then(visit: Visit) -> dict[str, str]:
    return {"then": visit.place.get("then", "home")}


def _kept(visit: Visit) -> dict[str, str]:
    """The place without what only one screen was about; a part of a list needs to know of which list."""
    kept = {name: visit.place[name] for name in ("province", "begins", "name") if name in visit.place}
    return {**_then(visit), **kept}


def _province_chosen(visit: Visit, code: str) -> Move:
    """On to its communes, or straight to the one whose name is already known."""
    name = visit.place.get("name")
    found = find_commune(name, code) if name else Found[Commune]()
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
        several = [[_id(match.unit), str(match.former or "")] for match in found.matches[:MOST_CHOICES]]
        return Move("area", {**_kept(visit), "found": several})
    said = _renamed(visit, only)
    if isinstance(only.unit, Province):
        return Move("area", {**_then(visit), "province": only.unit.code}, said)
    return _chosen(visit, only.unit.code, said)


def _id(unit: Province | Commune) -> str:
    return f"province:{unit.code}" if isinstance(unit, Province) else f"commune:{unit.code}"


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
    told = visit.plain("{Me} đã ghi: {name}.", Tone.RIGHT, name=full_name(area))
    areas = tuple(dict.fromkeys((*visit.person.areas, code)))
    facts = (AreasFollowed(areas),) if visit.person.contact else ()
    return Move(_then(visit)["then"], said=(*said, told), facts=facts, changes={"area": code})


def _ask_province(visit: Visit) -> Paragraph:
    return visit.plain("{You} ở tỉnh, thành phố nào{polite}?", Tone.TITLE)


def _ask_commune(visit: Visit, chosen: Province) -> Paragraph:
    where = f"{chosen.kind} {chosen.name}"
    return visit.plain("{You} ở xã, phường nào của {province}{polite}?", Tone.TITLE, province=where)


def _units(visit: Visit) -> Sequence[Province | Commune]:
    """What is to be chosen from: provinces, or the communes of the chosen one."""
    chosen = visit.place.get("province")
    return communes_of(chosen) if chosen else provinces()


def _beginning(units: Sequence[Province | Commune], written: str) -> Sequence[Province | Commune]:
    """Those whose name begins so, in any marks."""
    begins = fold(written)
    return [unit for unit in units if fold(unit.name).startswith(begins)] if begins else units


def _list(visit: Visit, asked: Paragraph) -> Screen:
    how = visit.plain("{You} gõ tên, không dấu cũng được, tên cũ cũng được. Hoặc chọn một số:")
    units = _beginning(_units(visit), visit.place.get("begins", ""))
    start = visit.place.get("from", 0)
    part = units[start : visit.place.get("to", len(units))]
    if len(part) <= MOST_CHOICES:
        choices = tuple(Choice(_id(unit), unit.titled) for unit in part)
    else:
        choices = tuple(_range(units, start + low, start + high) for low, high in ranges(len(part)))
    return Screen((asked, how), (*choices, _out(visit)))


def _range(units: Sequence[Province | Commune], low: int, high: int) -> Choice:
    return Choice(f"range:{low}-{high}", f"{units[low].name} … {units[high - 1].name}")


def _which(visit: Visit) -> Screen:
    asked = visit.plain("Có mấy nơi gần với tên đó. {You} chọn giúp {me}{polite}.", Tone.TITLE)
    choices = tuple(Choice(id, _label(visit, id, former)) for id, former in visit.place["found"])
    return Screen((asked,), (*choices, Choice("again", visit.say("Tìm lại từ đầu"), BACK)))


def _label(visit: Visit, id: str, former: str) -> str:
    """The present name, and in brackets the old one by which it was found."""
    name = _name(id)
    return visit.say("{new} ({old} cũ)", new=name, old=former) if former else name


def _name(id: str) -> str:
    what, _, code = id.partition(":")
    unit = province(code) if what == "province" else None
    area = commune(code) if what == "commune" else None
    return unit.titled if unit else full_name(area) if area else code


def _out(visit: Visit) -> Choice:
    """From the first list one may leave; from inside one goes back to it."""
    inside = set(visit.place) - {"then", "name"}
    return Choice("again", visit.say("Chọn lại tỉnh"), BACK) if inside else Choice("skip", visit.say("Để sau"), BACK)
