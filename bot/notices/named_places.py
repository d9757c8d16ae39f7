"""Places that a text names, as far as they lie outside the notice's areas.

Judged are names behind their kind ("xã Lũng Cú", "các xã A, B và C"), names of provinces without one, and behind a word
such as "ở" the communes of the notice's own provinces. A former name lies wherever its people live today; what no table
knows is a hamlet, a bridge or a slip of the pen, and is let be.
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.areas import communes_of, provinces
from bot.areas.former import former_provinces
from bot.notices import place_words as words
from bot.notices.place_names import Named, commune_named, province_named, province_of

_WITH_KIND = re.compile(rf"(?<!\w)(?P<kind>{words.KIND}) ?(?P<names>{words.LIST})")
_SOMEWHERE = re.compile(rf"(?<!\w){words.SOMEWHERE} (?P<name>{words.NAME})")
_NOT_A_PLACE = re.compile(rf"{words.NOT_A_PLACE} \Z", re.IGNORECASE)
_PARTS = re.compile(r", ?| và |; ")
_DASH = re.compile(r" [-–] ")


def places_outside(text: str, areas: frozenset[str]) -> Iterator[str]:
    """Every named place that lies outside the areas with these codes; nothing where there are no areas."""
    if not areas:
        return
    bare = _WITH_KIND.sub(" ; ", text)
    found = (*_with_kind(text), *_bare_provinces(bare), *_somewhere(bare, areas))
    yield from dict.fromkeys(name for name, named in found if named.codes and not _inside(named, areas))


def _inside(named: Named, areas: frozenset[str]) -> bool:
    """Whether any of the places lies in the areas, or is a province around one of them."""
    around = {province_of(code) for code in areas}
    return any(code in areas or code in around or province_of(code) in areas for code in named.codes)


def _with_kind(text: str) -> Iterator[tuple[str, Named]]:
    """Behind "các xã" several names; one name may be two with a dash, "Văn Miếu - Quốc Tử Giám"."""
    for found in _WITH_KIND.finditer(text):
        for at, part in enumerate(_PARTS.split(found["names"])):
            whole = f"{found['kind']} {part}"
            if (named := _named(whole)).codes:
                yield whole, named
            else:
                names = _DASH.split(part)
                yield from (_longest(found["kind"], name) for name in names if at == 0 or not _is_province(name))


def _longest(kind: str, name: str) -> tuple[str, Named]:
    """The place of the longest beginning of the name that is known."""
    words_of_it = name.split(" ")
    for end in range(len(words_of_it), 0, -1):
        written = f"{kind} {' '.join(words_of_it[:end])}"
        if (named := _named(written)).codes:
            return written, named
    return f"{kind} {name}", Named()


def _named(written: str) -> Named:
    """As a province where it is one, "thành phố Huế", else as whatever lay or lies in one."""
    if written[:1].lower() != "t":  # of tỉnh, thành phố, thị trấn, thị xã
        return commune_named(written)
    above = province_named(written)
    return above if above.codes and not above.former else _both(above, commune_named(written))


def _both(one: Named, other: Named) -> Named:
    return Named(one.codes | other.codes, former=True)


@cache
def _provinces() -> re.Pattern[str]:
    names = {one.name for one in provinces()} | {merged.former.name for merged in former_provinces()}
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-]| {words.CAPITAL})")


def _is_province(name: str) -> bool:
    return bool(_provinces().fullmatch(name))


def _bare_provinces(text: str) -> Iterator[tuple[str, Named]]:
    for found in _provinces().finditer(text):
        if not _NOT_A_PLACE.search(text[: found.start()]):
            yield found[0], _both(province_named(found[0]), commune_named(found[0]))


def _somewhere(text: str, areas: frozenset[str]) -> Iterator[tuple[str, Named]]:
    own = frozenset(map(province_of, areas))
    for found in _SOMEWHERE.finditer(text):
        parts = found["name"].split(" ")
        names = (" ".join(parts[:end]) for end in range(len(parts), 1, -1))
        if name := next((name for name in names if name in _communes_of(own)), None):
            yield name, commune_named(name)


@cache
def _communes_of(own: frozenset[str]) -> frozenset[str]:
    """The names of today's communes in these provinces."""
    return frozenset(one.name for code in own for one in communes_of(code))
