"""The lists of provinces and communes: ranges where they are long, several places of one name where they are many."""

from collections.abc import Sequence

from bot.areas import Commune, Province, commune, communes_of, full_name, province, provinces
from bot.conversation.pages import ranges
from bot.conversation.visit import Visit
from bot.messages import BACK, MOST_CHOICES, Choice, Paragraph, Screen, Tone
from bot.vietnamese.fold import fold


def ask(visit: Visit) -> Screen:
    """The question that comes next, with the list to choose from."""
    chosen = province(visit.place.get("province", ""))
    return _list(visit, _ask_commune(visit, chosen) if chosen else _ask_province(visit))


def _ask_province(visit: Visit) -> Paragraph:
    return visit.plain("{You} ở tỉnh, thành phố nào{polite}?", Tone.TITLE)


def _ask_commune(visit: Visit, chosen: Province) -> Paragraph:
    where = f"{chosen.kind} {chosen.name}"
    return visit.plain("{You} ở xã, phường nào của {province}{polite}?", Tone.TITLE, province=where)


def units(visit: Visit) -> Sequence[Province | Commune]:
    """What is to be chosen from: provinces, or the communes of the chosen one."""
    chosen = visit.place.get("province")
    return communes_of(chosen) if chosen else provinces()


def beginning(listed: Sequence[Province | Commune], written: str) -> Sequence[Province | Commune]:
    """Those whose name begins so, in any marks."""
    begins = fold(written)
    return [unit for unit in listed if fold(unit.name).startswith(begins)] if begins else listed


def _list(visit: Visit, asked: Paragraph) -> Screen:
    how = visit.plain("{You} gõ tên, không dấu cũng được, tên cũ cũng được. Hoặc chọn một số:")
    listed = beginning(units(visit), visit.place.get("begins", ""))
    start = visit.place.get("from", 0)
    what = "commune" if visit.place.get("province") else "province"
    part = listed[start : visit.place.get("to", len(listed))]
    if len(part) <= MOST_CHOICES:
        choices = tuple(Choice(f"{what}:{unit.code}", unit.titled) for unit in part)
    else:
        choices = tuple(_range(listed, start + low, start + high) for low, high in ranges(len(part)))
    return Screen((asked, how), (*choices, _out(visit)))


def _range(listed: Sequence[Province | Commune], low: int, high: int) -> Choice:
    return Choice(f"range:{low}-{high}", f"{listed[low].name} … {listed[high - 1].name}")


def which(visit: Visit) -> Screen:
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
    inside = set(visit.place) - {"then", "name", "asked"}
    return Choice("again", visit.say("Chọn lại tỉnh"), BACK) if inside else Choice("skip", visit.say("Để sau"), BACK)
