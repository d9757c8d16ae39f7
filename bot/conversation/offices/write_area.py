"""Where a notice goes, for an officer of several communes: all of them, or some by their names."""

import re

from bot.areas import commune, find_commune
from bot.conversation.misses import missed
from bot.conversation.offices.in_sight import real_or_drill
from bot.conversation.offices.notice_area import in_words, joined, whole_area
from bot.conversation.offices.notice_draft import Draft
from bot.conversation.offices.write_steps import at
from bot.conversation.visit import Move, Visit
from bot.messages import BACK, MOST_CHOICES, Choice, Screen, Tone
from bot.translations import mark
from bot.vietnamese.spelling import dictionary_order
from broadcasts.officer import Officer

_FEW = MOST_CHOICES - 2  # communes that are offered by name, beside all of them and the way on
_PARTS = re.compile(r"[;\n+]")
_NOT_MINE = (
    mark("{Me} không thấy tên đó trong địa bàn của {you}. {You} gõ lại tên xã giúp {me}{polite}."),
    mark("Tên này cũng không có trong địa bàn của {you}. {You} gõ tên xã hiện nay nhé."),
)


def show(visit: Visit, officer: Officer, draft: Draft) -> Screen:
    """What was chosen so far, and the ways to choose more."""
    if visit.place.get("found"):
        asked = visit.plain("{You} muốn gửi tới nơi nào{polite}?", Tone.TITLE)
        offered = tuple(_one(code) for code in visit.place["found"])
        return Screen(real_or_drill(visit, draft.drill, (asked,)), (*offered, _back(visit)))
    chosen = _chosen(visit)
    title = visit.plain("Gửi tới đâu{polite}?", Tone.TITLE)
    how = visit.plain("{You} gõ tên xã, phường. Nhiều nơi thì gõ từng tên một.")
    so_far = (visit.plain("Đã chọn: {names}.", Tone.RIGHT, names=in_words(chosen)),) if chosen else ()
    done = (Choice("done", visit.say("Xong, gửi tới những nơi này")),) if chosen else ()
    everywhere = Choice("all", visit.say("Tất cả: {place}", place=in_words(whole_area(officer))))
    offered = tuple(_one(code) for code in _few(officer) if code not in chosen)
    choices = (*done, everywhere, *offered, _back(visit))
    return Screen(real_or_drill(visit, draft.drill, (title, *so_far, how)), choices)


def _few(officer: Officer) -> list[str]:
    """The communes of an officer who has only a few."""
    few = officer.areas if len(officer.areas) <= _FEW else ()
    return sorted(few, key=lambda code: dictionary_order(in_words((code,))))


def _one(code: str) -> Choice:
    return Choice(f"commune:{code}", in_words((code,)))


def chosen(visit: Visit, officer: Officer, draft: Draft, code: str) -> Move:
    """One more commune."""
    areas = [*_chosen(visit), code] if code in officer.areas else _chosen(visit)
    return _with(visit, draft, areas)


def areas(visit: Visit, officer: Officer, choice: str) -> tuple[str, ...]:
    """What was decided on: all, or what was chosen one by one."""
    return whole_area(officer) if choice == "all" else joined(set(_chosen(visit)) & officer.areas)


def hear(visit: Visit, officer: Officer, draft: Draft, text: str) -> Move:
    """Names of communes, parted by semicolons; of several that are called so the officer's are offered."""
    areas = _chosen(visit)
    for name in filter(str.strip, _PARTS.split(text)):
        sure, found = _named(officer, name)
        if not found:
            return missed(visit, _NOT_MINE)
        if len(found) > 1 or not sure:
            return _with(visit, draft, areas, found=found[:MOST_CHOICES])
        areas = [*areas, *found]
    return _with(visit, draft, areas)


def _named(officer: Officer, name: str) -> tuple[bool, list[str]]:
    """Whether it is sure, and the officer's communes that are called so."""
    provinces = {one.province_code for code in officer.areas if (one := commune(code))}
    found = find_commune(name, provinces.pop() if len(provinces) == 1 else None)
    return not found.guessed, [one.unit.code for one in found.matches if one.unit.code in officer.areas]


def _with(visit: Visit, draft: Draft, areas: list[str], **more: object) -> Move:
    return at(draft, "area", chosen=list(dict.fromkeys(areas)), **_changing(visit), **more)


def _changing(visit: Visit) -> dict[str, bool]:
    return {"changing": True} if visit.place.get("changing") else {}


def _chosen(visit: Visit) -> list[str]:
    return list(visit.place.get("chosen", ()))


def _back(visit: Visit) -> Choice:
    return Choice("back", visit.say("Quay lại"), BACK)
