"""The 34 provinces and 3,321 communes since 1 July 2025. Codes are text with leading zeros."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Kind(StrEnum):
    """What a place is, or was; the value is written before its name."""

    PROVINCE = "tỉnh"
    CITY = "thành phố"  # centrally run, or until 2025 a city within a province
    COMMUNE = "xã"
    WARD = "phường"
    SPECIAL = "đặc khu"
    TOWNSHIP = "thị trấn"  # this and the following until 2025
    DISTRICT = "huyện"
    URBAN_DISTRICT = "quận"
    TOWN = "thị xã"


def _titled(kind: Kind, name: str) -> str:
    return f"{kind[0].upper()}{kind[1:]} {name}"


@dataclass(frozen=True, slots=True)
class Province:
    """A province or centrally run city; `code` has two digits, `name` is without its kind: "Hà Nội"."""

    code: str
    kind: Kind
    name: str
    phone_code: str

    @property
    def titled(self) -> str:
        """With its kind: "Thành phố Hà Nội"."""
        return _titled(self.kind, self.name)


@dataclass(frozen=True, slots=True)
class Commune:
    """A xã, phường or đặc khu; `code` has five digits, `name` is without its kind: "Ba Đình"."""

    code: str
    kind: Kind
    name: str
    province_code: str

    @property
    def titled(self) -> str:
        """With its kind: "Phường Ba Đình"."""
        return _titled(self.kind, self.name)


@cache
def provinces() -> tuple[Province, ...]:
    """All provinces in the order of the Vietnamese dictionary."""
    return tuple(Province(code, Kind(kind), name, phone) for code, kind, name, phone in table("provinces.csv"))


def communes_of(province_code: str) -> tuple[Commune, ...]:
    """The communes of a province in the order of the Vietnamese dictionary; empty for an unknown code."""
    return _by_province().get(province_code, ())


def province(code: str) -> Province | None:
    """The province with this code of two digits."""
    return next((province for province in provinces() if province.code == code), None)


def commune(code: str) -> Commune | None:
    """The commune with this code of five digits."""
    return communes().get(code)


def full_name(commune: Commune) -> str:
    """The commune with its province: "Phường Ba Đình, Thành phố Hà Nội"."""
    above = province(commune.province_code)
    return f"{commune.titled}, {above.titled}" if above else commune.titled


@cache
def communes() -> dict[str, Commune]:
    """Every commune by its code, province by province."""
    kinds = {kind.value: kind for kind in Kind}
    rows = table("communes.csv")
    return {code: Commune(code, kinds[kind], name, above) for code, kind, name, above in rows}


@cache
def _by_province() -> dict[str, tuple[Commune, ...]]:
    gathered: dict[str, list[Commune]] = defaultdict(list)
    for one in communes().values():
        gathered[one.province_code].append(one)
    return {code: tuple(found) for code, found in gathered.items()}


@cache
def short_forms() -> tuple[tuple[str, str], ...]:
    """What people write for a province beside its names, and the province's name: "Sài Gòn" and "Hồ Chí Minh"."""
    return tuple((written, name) for written, name in table("short-forms.csv"))


def table(name: str) -> Iterable[list[str]]:
    """The rows of one of the area tables, without the header."""
    lines = (files("bot") / "area_tables" / name).read_text("utf-8").splitlines()
    return csv.reader(lines[1:])
