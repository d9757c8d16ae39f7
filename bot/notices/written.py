"""A notice as other programs write it, fields by their names: read as far as it can be, and what is wrong told."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.notices.area_reading import AreaReading, read_areas
from bot.notices.place_names import commune_named, name_of
from bot.notices.tidy import tidy
from bot.vietnamese.fold import squash
from bot.vietnamese.moments import VIETNAM
from broadcasts.notice import Kind, Level, Notice
from broadcasts.wording import AreaState, Code, Finding, found

DRILL = "drill"
_KINDS = {
    "actual": Kind.ACTUAL,
    DRILL: Kind.ACTUAL,  # another kind of record, not another kind of notice
    "update": Kind.UPDATE,
    "cancel": Kind.CANCEL,
    "allclear": Kind.ALL_CLEAR,
}
_LEVELS = {squash(level.value): level for level in Level} | {
    "routine": Level.ROUTINE,
    "first": Level.FIRST,
    "urgent": Level.URGENT,
}
_TEXTS = ("office", "event", "headline", "description", "instruction", "contact", "web")
_LONGEST_SHOWN = 60
_YEARS = range(2000, 2200)  # any other is a slip
_HAS_TIME = re.compile(r"[:hT]")
_FORMATS = (
    "%d/%m/%Y %H:%M",
    "%H:%M %d/%m/%Y",
    "%Hh%M %d/%m/%Y",
    "%Hh %d/%m/%Y",
    "%d/%m/%Y",
    "%d-%m-%Y %H:%M",
    "%d-%m-%Y",
)


@dataclass(frozen=True, slots=True)
class Written:
    """The notice that was meant, where its officer may speak (None: not told), and what could not be read."""

    notice: Notice
    officer_areas: frozenset[str] | None
    findings: tuple[Finding, ...]


def read_notice(fields: Mapping[str, Any]) -> Written:
    """The notice in these fields; a missing one is empty, one that cannot be read is told of and left out."""
    findings: list[Finding] = []
    officer = _officer(_text(fields, "officer_area"), findings)
    place = _text(fields, "area")
    reading = read_areas(place, officer or _around(_text(fields, "office")))
    notice = Notice(
        kind=_kind(fields, findings),
        level=_level(fields, findings),
        place=_in_words(place, reading),
        areas=tuple(area.written for area in reading.areas),
        starts=_moment(fields, "starts", findings),
        ends=_moment(fields, "ends", findings),
        drill=squash(_text(fields, "kind")) == DRILL,
        **{name: _text(fields, name) for name in _TEXTS},
    )
    return Written(notice, officer, tuple(findings))


def read_moment(written: str, *, at_end: bool = False) -> datetime | None:
    """The moment, Vietnam's where no offset is written; of a day alone the first minute or, `at_end`, the last."""
    for read in (datetime.fromisoformat, *map(_reader, _FORMATS)):
        try:
            moment = read(written)
        except ValueError:
            continue
        if moment.year not in _YEARS:
            return None
        if at_end and not _HAS_TIME.search(written):
            moment = moment.replace(hour=23, minute=59)
        return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)
    return None


def _reader(form: str) -> Callable[[str], datetime]:
    return lambda written: datetime.strptime(written, form)  # noqa: DTZ007


def _text(fields: Mapping[str, Any], name: str) -> str:
    """What is written there, repaired as far as nobody would see it; several values are joined as areas are."""
    value = fields.get(name)
    parts = value if isinstance(value, list) else [value]
    return tidy("; ".join(str(part) for part in parts if isinstance(part, str | int | float)))


def _kind(fields: Mapping[str, Any], findings: list[Finding]) -> Kind:
    written = _text(fields, "kind")
    kind = _KINDS.get(squash(written))
    if kind is None:
        findings.append(found(Code.KIND_UNKNOWN, "kind", value=_shown(written), choices=", ".join(_KINDS)))
    return kind or Kind.ACTUAL


def _level(fields: Mapping[str, Any], findings: list[Finding]) -> Level:
    written = _text(fields, "level")
    level = _LEVELS.get(squash(written))
    if level is None:
        choices = ", ".join(one.value for one in Level)
        findings.append(found(Code.LEVEL_UNKNOWN, "level", value=_shown(written), choices=choices))
    return level or Level.ROUTINE


def _moment(fields: Mapping[str, Any], name: str, findings: list[Finding]) -> datetime | None:
    written = _text(fields, name)
    moment = read_moment(written, at_end=name == "ends") if written else None
    if written and moment is None:
        findings.append(found(Code.TIME_UNREADABLE, name, value=_shown(written)))
    return moment


def _officer(written: str, findings: list[Finding]) -> frozenset[str] | None:
    """The codes of the officer's own area; of a name that several places have, each may be meant."""
    if not written:
        return None
    reading = read_areas(written)
    ambiguous = [area.written for area in reading.areas if area.state is AreaState.AMBIGUOUS]
    codes = reading.codes | {code for name in ambiguous for code in commune_named(name).codes}
    if not codes:
        findings.append(found(Code.OFFICER_AREA_UNKNOWN, "officer_area", area=_shown(written)))
    return codes


def _around(office: str) -> frozenset[str]:
    """The areas that the office's own name holds: "Ủy ban nhân dân xã Đồng Văn, tỉnh Tuyên Quang"."""
    found = _UNIT.search(office)
    return read_areas(office[found.start() :]).codes if found else frozenset()


_UNIT = re.compile(r"\b(?:xã|phường|đặc khu|tỉnh|thành phố|TP)\b", re.IGNORECASE)


def _in_words(place: str, reading: AreaReading) -> str:
    """The place as it was written, or the names of its codes."""
    if not place.replace(";", "").replace(",", "").replace(" ", "").isdecimal():
        return place
    return "; ".join(name_of(area.written) or area.written for area in reading.areas)


def _shown(written: str) -> str:
    return f"“{written[:_LONGEST_SHOWN]}”"
