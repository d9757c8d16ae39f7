"""Areas as officers write them, "xã Đồng Văn, tỉnh Tuyên Quang; 00721", as codes, each checked against today's list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.notices.place_names import Named, commune_named, name_of, province_named, province_of
from broadcasts.wording.facts import Area, AreaState

_PARTS = re.compile(r"[;\n|]")
_CODES = re.compile(r"\d{1,6}(?:[\s,]+\d{1,6})*")
_LONGEST = 300  # characters of one area with all that it lies in
_DISTRICT_CODE = 3  # digits; districts ended with June 2025
_TOKENS = re.compile(
    r"\s*(?:,|\svà\s|&)\s*|\s+(?:[-–]\s+)?"
    r"(?=(?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|tỉnh|thành phố|tp\.?)\s+\w)"
    r"|\s+(?=tp\.)",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\A(?:trên |tại |ở |thuộc |toàn |toàn bộ |địa bàn |khu vực |phạm vi |các |hai |ba |bốn |những |và )+"
    r"|[\s.:()]+\Z|\A[\s(:]+",
    re.IGNORECASE,
)
_VILLAGE = re.compile(
    r"\A(?:\d+ |các |toàn bộ )*"
    r"(?:thôn|bản|ấp|xóm|khu(?! vực)|tổ|khóm|buôn|làng|sóc|phum|đội|cụm|đường|phố|ngõ|hẻm|số|chợ|ven|bờ"
    r"|hạ lưu|thượng lưu|dọc|hộ|vùng|bãi|dân cư)\b",
    re.IGNORECASE,
)
_UPPER = re.compile(r"\A(?:tỉnh|thành phố|tp\.?)\s*(?=\w)", re.IGNORECASE)
_MIDDLE = re.compile(r"\A(?:huyện|quận|thị xã|thị trấn)\s+\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AreaReading:
    """The areas in their order: a code where exactly one place of today was meant, else the words as written."""

    areas: tuple[Area, ...] = ()

    @property
    def codes(self) -> frozenset[str]:
        """Of those that are known."""
        return frozenset(area.written for area in self.areas if area.state is AreaState.KNOWN)


def read_areas(written: str, near: frozenset[str] = frozenset()) -> AreaReading:
    """Every area in the words; of several communes of one name the one that `near` holds, itself or its province."""
    found = (area for part in _PARTS.split(written) for area in _read_part(part.strip()[:_LONGEST], near))
    return AreaReading(tuple(dict.fromkeys(found)))


@lru_cache(maxsize=4096)
def _read_part(part: str, near: frozenset[str]) -> tuple[Area, ...]:
    if _CODES.fullmatch(part):
        return tuple(map(area_of_code, re.findall(r"\d+", part)))
    return tuple(_named_areas(part, near))


def area_of_code(code: str) -> Area:
    """The area with this code; one of three digits was a district's."""
    if name := name_of(code):
        return Area(code, AreaState.KNOWN, province_of(code), name)
    return Area(code, AreaState.FORMER if len(code) == _DISTRICT_CODE else AreaState.UNKNOWN)


def _named_areas(part: str, near: frozenset[str]) -> Iterator[Area]:
    tokens = [token for raw in _TOKENS.split(_plain(part)) if (token := _plain(raw))]
    above, units = _parted(tokens)
    province_code = _only(province_named(above)) if above else None
    if above and (province_code is None or not units):
        yield _area(above, province_named(above), near)
    for unit in units:
        named = Named(former=True) if _MIDDLE.match(unit) else commune_named(unit, province_code)
        yield _area(f"{unit}, {above}" if province_code else unit, named, near)


def _plain(words: str) -> str:
    return _AROUND.sub("", _AROUND.sub("", words))


def _parted(tokens: list[str]) -> tuple[str, list[str]]:
    """The words for the province, and those for what lies in it; villages are left out beside a commune."""
    above = next((token for token in reversed(tokens) if _is_province(token)), "")
    if not above and tokens:
        bare = (token for token in tokens if _only(province_named(token)))
        above = tokens[-1] if province_named(tokens[-1]).codes else next(bare, "")
    rest = [token for token in tokens if token != above]
    return above, [token for token in rest if not _is_village(token)] or ([] if above else rest)


def _is_village(token: str) -> bool:
    """Whether it is smaller than a commune; "Phố Bảng" and "Bản Hồ" are none."""
    return token.isdecimal() or (bool(_VILLAGE.match(token)) and not commune_named(token).codes)


def _is_province(token: str) -> bool:
    return bool(_UPPER.match(token)) and (bool(province_named(token).codes) or not commune_named(token).codes)


def _only(named: Named) -> str | None:
    return next(iter(named.codes)) if len(named.codes) == 1 and not named.former else None


def _area(written: str, named: Named, near: frozenset[str]) -> Area:
    if named.former:
        return Area(written, AreaState.FORMER)
    if not named.codes:
        return Area(written, AreaState.UNKNOWN)
    codes = named.codes
    if len(codes) > 1:
        inside = frozenset(code for code in codes if province_of(code) in near)
        codes = codes & near or inside
    return area_of_code(min(codes)) if len(codes) == 1 else Area(written, AreaState.AMBIGUOUS)
