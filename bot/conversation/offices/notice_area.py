"""For which communes an officer writes, and how they are called in the text."""

from collections.abc import Collection, Sequence

from bot.areas import commune, communes_of, province
from bot.directory import Directory
from bot.notices.template import Office
from bot.translations import SOURCE, Words
from broadcasts.officer import Officer

NAMED = 3  # communes whose names fit into a headline; more are counted there and listed once
LISTED = 12  # that the line for the place can hold
_NOTICES = Words(SOURCE)  # one text for all its readers


def spelled(codes: Collection[str]) -> frozenset[str]:
    """The communes that these codes of provinces and communes mean."""
    return frozenset(one for code in codes for one in ([code] if commune(code) else _within(code)))


def _within(province_code: str) -> list[str]:
    return [one.code for one in communes_of(province_code)]


def only_area(officer: Officer) -> tuple[str, ...]:
    """The officer's commune where there is just one."""
    return tuple(officer.areas) if len(officer.areas) == 1 else ()


def whole_area(officer: Officer) -> tuple[str, ...]:
    """All that the officer answers for, as few codes as can say it: a province where all of it is."""
    return joined(officer.areas)


def joined(communes: Collection[str]) -> tuple[str, ...]:
    """The codes of these communes, or of the provinces that they fill."""
    left, found = set(communes), list[str]()
    for above in sorted({one.province_code for code in communes if (one := commune(code))}):
        whole = set(_within(above))
        if whole <= left:
            found.append(above)
            left -= whole
    return (*found, *sorted(left))


def office_of(officer: Officer, codes: Sequence[str], directory: Directory) -> Office:
    """Who speaks and for where; the telephone is the first that the directory has for the officer's commune."""
    contacts = (contact for code in _own_first(officer, codes) for contact in directory.contacts_of(code))
    phone = next((contact.phone for contact in contacts if contact.phone), "")
    return Office(officer.office, in_words(codes), tuple(codes), phone)


def _own_first(officer: Officer, codes: Sequence[str]) -> Sequence[str]:
    """Of several communes none is rung up for all the others."""
    return only_area(officer) or (codes if len(codes) == 1 else ())


def in_words(codes: Collection[str]) -> str:
    """Short enough for a headline: "xã A và phường B", or "5 xã, phường của tỉnh C"."""
    names = _names(codes)
    if len(names) <= NAMED:
        return _listed(names)
    above = {one.province_code for code in codes if (one := commune(code))}
    where = _listed([_called(code) for code in sorted(above)])
    return _NOTICES.say("{n} xã, phường của {where}", n=len(names), where=where)


def in_full(codes: Collection[str]) -> str:
    """Every name where they fit, for the line that says where: nobody should have to guess whether they are meant."""
    return _listed(_names(codes)) if len(codes) <= LISTED else in_words(codes)


def _names(codes: Collection[str]) -> list[str]:
    return [name for code in codes if (name := _called(code))]


def _called(code: str) -> str:
    unit = commune(code) or province(code)
    return f"{unit.kind} {unit.name}" if unit else ""


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _NOTICES.say("{first} và {last}", first=", ".join(names[:-1]), last=names[-1])
